/** `/internal/books`: what this service has yet to do, counted in its own tables. */
import { Controller, Get, UseGuards } from '@nestjs/common';
import type { OwnBooks } from '@trunkline/contracts';
import { Parked } from './facts-in/park.ts';
import { KnowCaller } from './internal/know-caller.ts';
import { KafkaBatches } from './kafka/transport.ts';
import { Relay } from './outbox/relay.ts';

@Controller('internal/books')
@UseGuards(KnowCaller)
export class BooksController {
  constructor(
    private readonly relay: Relay,
    private readonly kafka: KafkaBatches,
    private readonly parked: Parked,
  ) {}

  @Get('own')
  async own(): Promise<OwnBooks> {
    const { rows, oldestSeconds } = await this.relay.waiting();
    return { outbox: { rows, oldestSeconds }, lag: this.kafka.lag(), parked: await this.parked.count() };
  }
}

/** `/internal/parked`: what this service put aside, for the gateway to show, and the click that takes it in again. */
import { Controller, Get, HttpCode, Inject, Param, ParseUUIDPipe, Post, Query, UseGuards } from '@nestjs/common';
import type { ParkedRow, ParkedRows } from '@trunkline/contracts';
import { KnowCaller } from '../internal/know-caller.ts';
import { type Me, SERVICE } from '../tokens.ts';
import { Parked } from './park.ts';
import { showParked } from './show-parked.ts';

const pageSize = 50;

@Controller('internal/parked')
@UseGuards(KnowCaller)
export class ParkedController {
  constructor(
    private readonly parked: Parked,
    @Inject(SERVICE) private readonly me: Me,
  ) {}

  /** With `count` only the number; else those that wait, oldest first, 50 a page; `after` is the last id of a page. */
  @Get()
  async list(@Query('count') countOnly?: string, @Query('after') after?: string): Promise<ParkedRows> {
    const count = await this.parked.count();
    if (countOnly) return { items: [], next: null, count };
    const items = (await this.parked.list({ after: after?.split(':').at(-1), limit: pageSize })).map((item) =>
      showParked(this.me.name, item),
    );
    return { items, next: items.length === pageSize ? (items.at(-1)?.id ?? null) : null, count };
  }

  /** Answers with the row as it is then; a failure is a refusal that says why. */
  @Post(':id/retry')
  @HttpCode(200)
  async retry(@Param('id', ParseUUIDPipe) id: string): Promise<ParkedRow> {
    await this.parked.retry(id);
    return showParked(this.me.name, await this.parked.find(id));
  }
}

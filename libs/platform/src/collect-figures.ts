/** What /metrics says of every service: how much waits to go out, to come in, and for a person. */
import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Parked } from './facts-in/park.ts';
import { KafkaBatches } from './kafka/transport.ts';
import { gauge, onScrape } from './metrics.ts';
import { Relay } from './outbox/relay.ts';

@Injectable()
export class CollectFigures implements OnApplicationBootstrap {
  constructor(
    private readonly relay: Relay,
    private readonly kafka: KafkaBatches,
    private readonly parked: Parked,
  ) {}

  onApplicationBootstrap(): void {
    const rows = gauge({ name: 'trunkline_outbox_waiting', help: 'outbox rows not yet on Kafka' });
    const age = gauge({ name: 'trunkline_outbox_age_seconds', help: 'age of the oldest of them' });
    const lag = gauge({ name: 'trunkline_consumer_lag', help: 'records not yet taken in, at the last fetch' });
    const parked = gauge({ name: 'trunkline_parked', help: 'items that wait for a person' });
    onScrape(async () => {
      const waiting = await this.relay.waiting();
      rows.set(waiting.rows);
      age.set(waiting.oldestSeconds);
      lag.set(this.kafka.lag());
      parked.set(await this.parked.count());
    });
  }
}

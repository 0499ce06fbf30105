/** Once an hour: days of heard facts made ahead and dropped when old, answers to orders forgotten after a day. */
import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { type Held, Leases } from './lease.ts';
import { Log } from './log.ts';
import { pause } from './pause.ts';
import { Postgres } from './postgres/transaction.ts';

const everyMs = 3_600_000;
const daysKept = 14;
const daysAhead = 3;

@Injectable()
export class KeepHouse implements OnApplicationBootstrap {
  constructor(
    private readonly postgres: Postgres,
    private readonly leases: Leases,
    private readonly log: Log,
  ) {}

  onApplicationBootstrap(): void {
    this.leases.hold('house', { ttlMs: 60_000, onHeld: (held) => this.keep(held) });
  }

  private async keep({ signal }: Held): Promise<void> {
    while (!signal.aborted) {
      await this.tidy().catch((error) => this.log.warn('the house was not tidied', { error }));
      await pause(everyMs, signal);
    }
  }

  async tidy(): Promise<void> {
    await this.postgres.query('SELECT keep_day_partitions($1, $2)', [daysKept, daysAhead]);
    await this.postgres.query(`DELETE FROM idempotency WHERE at < now() - interval '24 hours'`);
  }
}

/** Keeps the routing log replayable: a snapshot a day and policy version, ninety days of it, under a lease of its own. */
import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { type Held, Leases, Log, onScrape, Postgres } from '@trunkline/platform';
import { showWaiting } from './count-waiting.ts';
import { sleep } from './poke.ts';
import { deletePassed, isSnapshotDue, storeSnapshot } from './routing-log.store.ts';
import { takeSnapshot } from './take-snapshot.ts';

const lookEachMs = 60_000;
/** By Postgres' clock, UTC: when fewest write. */
const nightHour = 2;
export const daysKept = 90;

@Injectable()
export class KeepLog implements OnApplicationBootstrap {
  constructor(
    private readonly postgres: Postgres,
    private readonly leases: Leases,
    private readonly log: Log,
  ) {}

  onApplicationBootstrap(): void {
    onScrape(() => showWaiting(this.postgres));
    this.leases.hold('dispatch-log', { ttlMs: 60_000, onHeld: (held) => this.keep(held) });
  }

  private async keep(held: Held): Promise<void> {
    while (!held.signal.aborted) {
      await this.tidy(held).catch((error) => this.log.warn('the routing log was not tidied', { error }));
      await sleep(lookEachMs, held);
    }
  }

  private async tidy(held: Held): Promise<void> {
    if (await isSnapshotDue(this.postgres)) await storeSnapshot(this.postgres, held, await takeSnapshot(this.postgres));
    const [now] = await this.postgres.query<{ hour: number }>(
      `SELECT date_part('hour', now() AT TIME ZONE 'UTC') AS hour`,
    );
    if (now!.hour !== nightHour) return;
    while (!held.signal.aborted && (await deletePassed(this.postgres, held, daysKept)) > 0);
  }
}

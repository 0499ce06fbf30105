/** One replica at a time fires the timers of all: it sleeps until the next is due, at most a second. */
import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { type Held, Leases, Log } from '@trunkline/platform';
import { sleepUntilPoked } from './alarm.ts';
import { FireDue } from './fire-due.ts';
import { showOverdue } from './timers.store.ts';

const longestSleepMs = 1_000;
const trouble = { firstMs: 250, longestMs: 2_000 };

@Injectable()
export class HoldTheLease implements OnApplicationBootstrap {
  constructor(
    private readonly leases: Leases,
    private readonly due: FireDue,
    private readonly log: Log,
  ) {}

  onApplicationBootstrap(): void {
    showOverdue(this.due.postgres);
    this.leases.hold('timers', { onHeld: (held) => this.run(held) });
  }

  /** The router or Postgres away: what is due waits, and is marked late when it fires. */
  async run(held: Held): Promise<void> {
    let failures = 0;
    while (!held.signal.aborted) {
      try {
        const nextInMs = (await this.due.fire(held)) ?? longestSleepMs;
        failures = 0;
        await sleepUntilPoked(Math.min(nextInMs, longestSleepMs), held.signal);
      } catch (error) {
        if (failures === 0 && !held.signal.aborted) this.log.warn('what is due has to wait', { error });
        failures += 1;
        await sleepUntilPoked(Math.min(trouble.firstMs * 2 ** failures, trouble.longestMs), held.signal);
      }
    }
  }
}

/** One replica at a time fires the timers of all: it sleeps until the next is due, at most a second. */
import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { type Held, Leases, Log } from '@trunkline/platform';
import { sleepUntilPoked } from './alarm.ts';
import { FireDue } from './fire-due.ts';

const longestSleepMs = 1_000;
const afterTroubleMs = 500;

@Injectable()
export class HoldTheLease implements OnApplicationBootstrap {
  constructor(
    private readonly leases: Leases,
    private readonly due: FireDue,
    private readonly log: Log,
  ) {}

  onApplicationBootstrap(): void {
    this.leases.hold('timers', { onHeld: (held) => this.run(held) });
  }

  async run(held: Held): Promise<void> {
    while (!held.signal.aborted) {
      const nextInMs = await this.turn(held);
      await sleepUntilPoked(Math.min(nextInMs, longestSleepMs), held.signal);
    }
  }

  /** The router or Postgres away: what is due waits, and is marked late when it fires. */
  private async turn(held: Held): Promise<number> {
    try {
      return (await this.due.fire(held)) ?? longestSleepMs;
    } catch (error) {
      if (!held.signal.aborted) this.log.warn('what is due has to wait', { error });
      return afterTroubleMs;
    }
  }
}

/** Names another follower as soon as one has left the desk. */
import { Injectable } from '@nestjs/common';
import { LiveSettings, Log, Postgres, writeFacts } from '@trunkline/platform';
import { holdCases } from '../clocks/clocks.store.ts';
import { followedBy } from './matters.store.ts';
import { nameFollowers } from './name-followers.ts';

@Injectable()
export class WatchStaff {
  constructor(
    private readonly postgres: Postgres,
    private readonly settings: LiveSettings,
    log: Log,
  ) {
    settings.onChange('staff', () => {
      this.look().catch((error) => log.warn('who follows whom could not be looked at', { error }));
    });
  }

  /** Every replica hears of it: the second finds nothing to say any more. */
  async look(): Promise<void> {
    const gone = [...this.settings.staff.values()].filter(({ active }) => !active).map(({ id }) => id);
    const ids = await followedBy(this.postgres, gone);
    if (ids.length === 0) return;
    await this.postgres.transaction(async (tx) => {
      const held = { cases: await holdCases(tx, ids), settings: this.settings };
      await writeFacts(tx, await nameFollowers(tx, ids, held));
    });
  }
}

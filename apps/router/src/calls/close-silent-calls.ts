/** Ends, under a lease, calls of which nothing was heard for hours: the last word of a telephone system can be lost. */
import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { guardLease, type Held, Leases, LiveSettings, Log, Postgres, pause } from '@trunkline/platform';
import { askTheTime } from '../intake/ask-the-time.ts';
import { holdConversations } from '../intake/conversations.store.ts';
import { insertEvents } from '../intake/messages.store.ts';
import { findSilent, holdCall, type KnownCall } from './calls.store.ts';
import { sameCall } from './move-by-hand.ts';
import { takeCall } from './take-call.ts';

const everyMs = 60_000;
const longestHours = { ringing: 2, answered: 8 };

@Injectable()
export class CloseSilentCalls implements OnApplicationBootstrap {
  constructor(
    private readonly postgres: Postgres,
    private readonly settings: LiveSettings,
    private readonly leases: Leases,
    private readonly log: Log,
  ) {}

  onApplicationBootstrap(): void {
    this.leases.hold('silent-calls', { onHeld: (held) => this.watch(held) });
  }

  private async watch(held: Held): Promise<void> {
    while (!held.signal.aborted) {
      await this.look(held).catch((error) => this.log.warn('silent calls were not looked at', { error }));
      await pause(everyMs, held.signal);
    }
  }

  /** One look; each call in a transaction of its own. */
  async look(held?: Held): Promise<void> {
    for (const call of await findSilent(this.postgres, longestHours)) {
      await this.postgres.transaction(async (tx) => {
        if (held) await guardLease(tx, held);
        const known = await holdCall(tx, call);
        if (known?.state !== call.state) return;
        await holdConversations(tx, [call.conversationId]);
        await insertEvents(tx, [lineOf(call)]);
        await takeCall(
          tx,
          { ...sameCall(call), state: 'ended', at: await askTheTime(tx) },
          { settings: this.settings },
        );
      });
    }
  }
}

const lineOf = ({ conversationId, agentId, state }: KnownCall) => ({
  conversationId,
  what: 'call-given-up',
  agentId,
  because: { code: 'call-never-ended', values: { hours: longestHours[state as keyof typeof longestHours] } },
});

/** Hears what happens to conversations, and starts and stops their clocks by it. */
import { Controller } from '@nestjs/common';
import type { ConversationId } from '@trunkline/contracts';
import { Facts, LiveSettings, Postgres, writeFacts } from '@trunkline/platform';
import type { FollowedFact } from '@trunkline/rules';
import { hearMatters } from '../escalations/hear-matters.ts';
import { nameFollowers } from '../escalations/name-followers.ts';
import { keepCalendars } from './calendars.store.ts';
import { holdOrMakeCases, storeCases } from './clocks.store.ts';
import { runClocks } from './run-clocks.ts';
import { saveOutcome } from './save-outcome.ts';

@Controller()
export class SetClocksConsumer {
  /** Its calendars are written down: clocks may be counted by it. */
  private keptVersion = -1;

  constructor(
    private readonly postgres: Postgres,
    private readonly settings: LiveSettings,
  ) {}

  /** A conversation's facts are followed whatever their order: what was heard before changes nothing. */
  @Facts(
    'conversation.opened',
    'conversation.waiting',
    'conversation.offered',
    'conversation.assigned',
    'conversation.solved',
    'conversation.reopened',
    'conversation.closed',
    'conversation.relabelled',
    'conversation.flagged',
    'conversation.unflagged',
    'conversation.sign-seen',
    'conversation.escalated',
    'consult.opened',
    'consult.answered',
    'message.stored',
    'assignment.ended',
    'ticket.opened',
    'ticket.changed',
  )
  hear(batch: FollowedFact[]): Promise<void> {
    return this.take(batch);
  }

  /** An answer that will not arrive was none: its clock starts again. */
  @Facts('delivery.failed')
  hearFailed(batch: FollowedFact[]): Promise<void> {
    return this.take(batch);
  }

  private take(batch: FollowedFact[]): Promise<void> {
    const { policy } = this.settings;
    return this.postgres.transaction(async (tx) => {
      if (this.keptVersion !== policy.version) await keepCalendars(tx, policy);
      tx.afterCommit(() => {
        this.keptVersion = policy.version;
      });
      const known = await holdOrMakeCases(
        tx,
        batch.map((fact) => fact.data.conversationId),
      );
      const outcome = runClocks(batch, known, policy);
      await storeCases(tx, known.values());
      await saveOutcome(tx, outcome);
      const held = { cases: known, settings: this.settings };
      await writeFacts(tx, await hearMatters(tx, batch, held));
      await writeFacts(tx, await nameFollowers(tx, mayFollow(batch), held));
    });
  }
}

/** Who took it, or is accused, may make another its follower. */
const mayFollow = (batch: readonly FollowedFact[]): ConversationId[] => [
  ...new Set(
    batch
      .filter(({ type, data }) => type === 'conversation.assigned' || 'hiddenFrom' in data)
      .map(({ data }) => data.conversationId),
  ),
];

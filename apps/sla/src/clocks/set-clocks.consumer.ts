/** Hears what happens to conversations, and starts and stops their clocks by it. */
import { Controller } from '@nestjs/common';
import { Facts, LiveSettings, Postgres, writeFacts } from '@trunkline/platform';
import type { FollowedFact } from '@trunkline/rules';
import { poke } from './alarm.ts';
import type { Clock } from './clock.ts';
import { holdCases, insertClocks, stopClocks, storeCases } from './clocks.store.ts';
import { runClocks } from './run-clocks.ts';
import { type NewTimer, setTimers } from './timers.store.ts';

@Controller()
export class SetClocksConsumer {
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
    'message.stored',
    'assignment.ended',
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
    return this.postgres.transaction(async (tx) => {
      const known = await holdCases(
        tx,
        batch.map((fact) => fact.data.conversationId),
      );
      const outcome = runClocks(batch, known, this.settings.policy);
      await storeCases(tx, outcome.cases);
      await stopClocks(tx, outcome.stopped); // before the new ones: only one of a conversation may run
      await insertClocks(tx, outcome.started);
      await setTimers(tx, outcome.started.filter((clock) => clock.metAt === null).flatMap(timersOf));
      await writeFacts(tx, outcome.facts);
      if (outcome.started.length > 0) tx.afterCommit(poke);
    });
  }
}

function timersOf({ id, conversationId, warnAt, dueAt }: Clock): NewTimer[] {
  const of = { conversationId, about: id };
  const look = warnAt === null ? [] : [{ ...of, step: 'look', dueAt: warnAt }];
  return [...look, { ...of, step: 'due', dueAt }];
}

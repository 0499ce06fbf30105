/** Writes what became of clocks: rows, timers, moves, what was escalated for them, and the facts; in the caller's transaction. */
import { type Tx, writeFacts } from '@trunkline/platform';
import { endEscalationsOf } from '../escalations/matters.store.ts';
import { poke } from './alarm.ts';
import type { Outcome } from './case.ts';
import { saveClocks } from './clocks.store.ts';
import { insertMoves } from './moves.store.ts';
import { setClockTimers } from './timers.store.ts';

export async function saveOutcome(tx: Tx, outcome: Outcome): Promise<void> {
  await saveRows(tx, outcome);
  await writeFacts(tx, outcome.facts);
}

/** All but the facts, for who has more to say and says it in one statement. */
export async function saveRows(tx: Tx, { touched, timed, stopped, moves }: Outcome): Promise<void> {
  await saveClocks(tx, touched);
  await setClockTimers(tx, timed);
  await endEscalationsOf(
    tx,
    stopped.map(({ id }) => id),
  );
  await insertMoves(tx, moves);
  if (timed.size > 0) tx.afterCommit(poke);
}

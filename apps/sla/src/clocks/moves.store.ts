/** All SQL of the deadlines that were moved while they ran. */
import type { ConversationId } from '@trunkline/contracts';
import type { Postgres, Tx } from '@trunkline/platform';
import type { Move } from './case.ts';
import { iso } from './clock.ts';
import type { Moves } from './show-deadline.ts';

export async function insertMoves(tx: Tx, moves: readonly Move[]): Promise<void> {
  if (moves.length === 0) return;
  await tx.query(
    `INSERT INTO clock_move (clock_id, conversation_id, from_due, to_due, from_limit, to_limit, from_version, to_version,
                             because)
     SELECT * FROM jsonb_to_recordset($1::jsonb) AS one (clock_id uuid, conversation_id uuid, from_due timestamptz,
       to_due timestamptz, from_limit text, to_limit text, from_version int, to_version int, because text)`,
    [
      JSON.stringify(
        moves.map(({ clock, from, because }) => ({
          clock_id: clock.id,
          conversation_id: clock.conversationId,
          from_due: iso(from.dueAt),
          to_due: iso(clock.dueAt),
          from_limit: from.limit,
          to_limit: clock.limit,
          from_version: from.policyVersion,
          to_version: clock.policyVersion,
          because,
        })),
      ),
    ],
  );
}

/** By clock, in the order in which they happened. */
export async function movesOf(postgres: Postgres, conversationId: ConversationId): Promise<Map<string, Moves>> {
  const rows = await postgres.query<{ clock: string; at: Date; from: Date; to: Date; because: string; values: object }>(
    `SELECT clock_id AS clock, at, from_due AS "from", to_due AS "to", because,
            jsonb_build_object('from', from_limit, 'to', to_limit, 'version', to_version) AS "values"
     FROM clock_move WHERE conversation_id = $1 ORDER BY at, id`,
    [conversationId],
  );
  const moves = new Map<string, Moves>();
  for (const { clock, at, from, to, because, values } of rows) {
    const move = { at: at.toISOString(), from: from.toISOString(), to: to.toISOString() };
    const one = { ...move, because: { code: because, values: values as Record<string, string | number> } };
    moves.set(clock, [...(moves.get(clock) ?? []), one]);
  }
  return moves;
}

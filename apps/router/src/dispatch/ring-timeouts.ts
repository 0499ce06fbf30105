/** What time alone makes true becomes inputs, under the dispatcher's lease: rings end, people vanish, classes widen. */
import type { AgentId, AssignmentId, ConversationId } from '@trunkline/contracts';
import { guardLease, type Held, type Postgres, type Tx, writeFacts } from '@trunkline/platform';
import { endWrapUpsOf } from '../closing/wrap-ups.store.ts';
import { insertEvents } from '../intake/messages.store.ts';
import { takeUnseen } from '../presence/presence.store.ts';
import type { Head } from './decisions.store.ts';
import { putInputs } from './inputs.store.ts';

const because = { code: 'not-accepted-in-time', values: {} };

type Ended = { id: AssignmentId; conversationId: ConversationId; agentId: AgentId };

/** Whether there is anything to end: one look, outside any transaction, for the many times when there is not. */
export async function isAnythingOver(postgres: Postgres): Promise<boolean> {
  const [row] = await postgres.query<{ over: boolean }>(
    `SELECT EXISTS (SELECT FROM assignment WHERE state = 'offered' AND until <= now())
         OR EXISTS (SELECT FROM agent_presence WHERE state <> 'offline' AND seen_until < now()) AS over`,
  );
  return row!.over;
}

/** Offers that rang until their end go back to waiting; the next one is asked at the engine's step. */
export function endRings(postgres: Postgres, held: Held): Promise<number> {
  return postgres.transaction(async (tx) => {
    await guardLease(tx, held);
    const ended = await endOffers(tx, await holdRinging(tx));
    if (ended.length === 0) return 0;
    const after = await letWait(tx, ended);
    await insertEvents(
      tx,
      ended.map(({ conversationId, agentId }) => ({ conversationId, what: 'missed', agentId, because })),
    );
    await putInputs(
      tx,
      ended.map(({ id, conversationId, agentId }) => ({
        kind: 'ring-ended',
        conversationId,
        agentId,
        routingVersion: after.get(conversationId)!.routingVersion,
        body: { assignmentId: id },
      })),
    );
    await writeFacts(
      tx,
      ended.map(({ id, conversationId, agentId }) => {
        const { routingVersion: _, ...head } = after.get(conversationId)!;
        const data = { ...head, assignmentId: id, formerAgentId: agentId, because: because.code };
        return { type: 'assignment.ended', key: conversationId, data };
      }),
    );
    return ended.length;
  });
}

/** Somebody who is just accepting holds the row: theirs is the earlier word. */
async function holdRinging(tx: Tx): Promise<ConversationId[]> {
  const rows = await tx.query<{ id: ConversationId }>(
    `SELECT id FROM conversation
      WHERE id IN (SELECT conversation_id FROM assignment WHERE state = 'offered' AND until <= now() LIMIT 200)
      ORDER BY id FOR UPDATE SKIP LOCKED`,
  );
  return rows.map((row) => row.id);
}

function endOffers(tx: Tx, ids: ConversationId[]): Promise<Ended[]> {
  if (ids.length === 0) return Promise.resolve([]);
  return tx.query<Ended>(
    `UPDATE assignment SET state = 'ended', ended_at = now(), because = $2
      WHERE conversation_id = ANY($1::uuid[]) AND state = 'offered' AND until <= now()
     RETURNING id, conversation_id AS "conversationId", agent_id AS "agentId"`,
    [ids, because],
  );
}

async function letWait(tx: Tx, ended: Ended[]): Promise<Map<ConversationId, Head & { routingVersion: number }>> {
  const rows = await tx.query<Head & { routingVersion: number }>(
    `UPDATE conversation SET state = 'waiting', agent_id = NULL, assignment_id = NULL, offered_until = NULL,
            waiting_because = $2, version = version + 1, routing_version = routing_version + 1
      WHERE id = ANY($1::uuid[])
     RETURNING id AS "conversationId", version::float8 AS version, state, queue, agent_id AS "agentId", channel, standard,
               routing_version::float8 AS "routingVersion"`,
    [ended.map((one) => one.conversationId), because],
  );
  return new Map(rows.map((row) => [row.conversationId, row]));
}

/** Who was not seen for so long is gone. */
export function endAbsences(postgres: Postgres, held: Held, goneAfterSeconds: number): Promise<number> {
  return postgres.transaction(async (tx) => {
    await guardLease(tx, held);
    const gone = await takeUnseen(tx);
    await endWrapUpsOf(tx, gone, 'signed-out');
    await putInputs(
      tx,
      gone.map((agentId) => ({
        kind: 'presence',
        conversationId: null,
        agentId,
        routingVersion: null,
        body: { state: 'offline', because: { code: 'not-seen', values: { seconds: goneAfterSeconds } } },
      })),
    );
    return gone.length;
  });
}

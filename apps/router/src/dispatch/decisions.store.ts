/** All SQL of decisions, and of how a decided conversation stands. */
import type { AgentId, ConversationId, ConversationState, Decision, Standard } from '@trunkline/contracts';
import { newId } from '@trunkline/contracts';
import type { Postgres, Tx } from '@trunkline/platform';
import type { Final, Folded } from './fold-outcomes.ts';

/** What every fact of a conversation begins with. */
export type Head = {
  conversationId: ConversationId;
  version: number;
  state: ConversationState;
  queue: string;
  agentId: AgentId | null;
  channel: string;
  standard: Standard;
};

/** Locks them in the order of their ids and gives their routing versions. */
export async function holdDecided(tx: Tx, ids: ConversationId[]): Promise<Map<ConversationId, number>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.query<{ id: ConversationId; version: number }>(
    `SELECT id, routing_version::float8 AS version FROM conversation WHERE id = ANY($1::uuid[]) ORDER BY id FOR UPDATE`,
    [ids],
  );
  return new Map(rows.map((row) => [row.id, row.version]));
}

export async function insertDecisions(tx: Tx, decisions: Folded['decisions']): Promise<void> {
  if (decisions.length === 0) return;
  const rows = decisions.map(({ conversationId, decision }) => ({ conversationId, ...decision, working: decision }));
  await tx.query(
    `INSERT INTO decision (id, conversation_id, step, policy_version, kind, agent_id, working)
     SELECT id, "conversationId", step, "policyVersion", kind, "agentId", working
       FROM jsonb_to_recordset($1::jsonb) AS d (id uuid, "conversationId" uuid, step bigint, "policyVersion" int,
         kind text, "agentId" uuid, working jsonb)`,
    [JSON.stringify(rows)],
  );
}

/** Writes how the batch left its conversations, with a line for each in its thread; gives the heads for the facts. */
export async function saveDecided(tx: Tx, folded: Folded): Promise<Map<ConversationId, Head>> {
  if (folded.finals.size === 0) return new Map();
  const finals = [...folded.finals.values()];
  const rows = await tx.query<Head>(
    `UPDATE conversation c
        SET state = f.state, version = c.version + 1, agent_id = f."agentId", assignment_id = f."assignmentId",
            offered_until = f.until, waiting_because = f.because
       FROM jsonb_to_recordset($1::jsonb) AS f (id uuid, state text, "agentId" uuid, "assignmentId" uuid,
         until timestamptz, because jsonb)
      WHERE c.id = f.id
     RETURNING c.id AS "conversationId", c.version::float8 AS version, c.state, c.queue, c.agent_id AS "agentId",
       c.channel, c.standard`,
    [JSON.stringify(finals.map(rowOf))],
  );
  await insertLines(tx, folded);
  return new Map(rows.map((row) => [row.conversationId, row]));
}

function rowOf(final: Final) {
  if (final.kind === 'waiting') return { id: final.conversationId, state: 'waiting', because: final.because };
  const { conversationId: id, kind: state, agentId, assignmentId } = final;
  return { id, state, agentId, assignmentId, until: final.kind === 'offered' ? final.until : null };
}

async function insertLines(tx: Tx, { finals, ended }: Folded): Promise<void> {
  const returned = ended.map(({ conversationId, agentId, because }) => {
    return { id: newId(), conversationId, what: 'returned', agentId, because, decisionId: null };
  });
  const given = [...finals.values()].flatMap((final) =>
    final.kind === 'waiting' ? [] : [{ id: newId(), ...final, what: final.kind, ...lineOf(final.decision) }],
  );
  await tx.query(
    `INSERT INTO event (id, conversation_id, what, agent_id, because, decision_id)
     SELECT id, "conversationId", what, "agentId", because, "decisionId"
       FROM jsonb_to_recordset($1::jsonb) AS e (id uuid, "conversationId" uuid, what text, "agentId" uuid,
         because jsonb, "decisionId" uuid)`,
    [JSON.stringify([...returned, ...given])],
  );
}

const lineOf = (decision: Decision) => ({ because: decision.because, decisionId: decision.id });

/** Newest first, at most a hundred. */
export async function decisionsOf(postgres: Postgres, conversationId: ConversationId): Promise<Decision[]> {
  const rows = await postgres.query<{ working: Decision }>(
    'SELECT working FROM decision WHERE conversation_id = $1 ORDER BY step DESC, id DESC LIMIT 100',
    [conversationId],
  );
  return rows.map((row) => row.working);
}

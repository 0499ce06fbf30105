/** All SQL of decisions, and of how a decided conversation stands. */
import type { AgentId, ConversationId, ConversationState, Decision, Standard } from '@trunkline/contracts';
import { newId } from '@trunkline/contracts';
import type { Postgres, Tx } from '@trunkline/platform';
import type { Final, Folded } from './fold-outcomes.ts';
import { joinJson } from './join-json.ts';
import type { HeldRow } from './taken.ts';

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

/** Locks them in the order of their ids; messages may go on being stored. */
export async function holdDecided(tx: Tx, ids: ConversationId[]): Promise<Map<ConversationId, HeldRow>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.query<HeldRow>(
    `SELECT id, routing_version AS "routingVersion", version, queue, channel, standard
       FROM conversation WHERE id = ANY($1::uuid[]) ORDER BY id FOR NO KEY UPDATE`,
    [ids],
  );
  return new Map(rows.map((row) => [row.id, row]));
}

export async function insertDecisions(tx: Tx, decisions: Folded['decisions']): Promise<void> {
  if (decisions.length === 0) return;
  await tx.query(
    `INSERT INTO decision (id, conversation_id, step, policy_version, kind, agent_id, working)
     SELECT id, conversation, step, policy, kind, agent, working::json
       FROM ROWS FROM (unnest($1::uuid[], $2::uuid[], $3::bigint[], $4::int[], $5::text[], $6::uuid[]),
                       string_to_table($7, E'\\x1e')) AS d (id, conversation, step, policy, kind, agent, working)`,
    [
      decisions.map(({ decision }) => decision.id),
      decisions.map(({ conversationId }) => conversationId),
      decisions.map(({ decision }) => decision.step),
      decisions.map(({ decision }) => decision.policyVersion),
      decisions.map(({ decision }) => decision.kind),
      decisions.map(({ decision }) => decision.agentId),
      joinJson(decisions.map(({ decision }) => decision)),
    ],
  );
}

/** Writes how the batch left its conversations. */
export async function saveDecided(tx: Tx, finals: Final[]): Promise<void> {
  if (finals.length === 0) return;
  await tx.query(
    `UPDATE conversation c
        SET state = f.state, version = c.version + 1, agent_id = f.agent, assignment_id = f.assignment,
            offered_until = f.until, waiting_because = f.because
       FROM unnest($1::uuid[], $2::text[], $3::uuid[], $4::uuid[], $5::timestamptz[], $6::jsonb[])
         AS f (id, state, agent, assignment, until, because)
      WHERE c.id = f.id`,
    [
      finals.map(({ conversationId }) => conversationId),
      finals.map(({ kind }) => kind),
      finals.map((final) => (final.kind === 'waiting' ? null : final.agentId)),
      finals.map((final) => (final.kind === 'waiting' ? null : final.assignmentId)),
      finals.map((final) => (final.kind === 'offered' ? final.until : null)),
      finals.map((final) => (final.kind === 'waiting' ? JSON.stringify(final.because) : null)),
    ],
  );
}

/** What each fact says of its conversation: as the batch found it under the lock, and leaves it. */
export function headsAfter({ finals }: Folded, held: ReadonlyMap<string, HeldRow>): Map<ConversationId, Head> {
  const heads = [...finals.values()].flatMap((final): [ConversationId, Head][] => {
    const row = held.get(final.conversationId);
    if (!row) return [];
    const { version, queue, channel, standard } = row;
    const { conversationId, kind: state } = final;
    const agentId = final.kind === 'waiting' ? null : final.agentId;
    return [[conversationId, { conversationId, version: version + 1, state, queue, agentId, channel, standard }]];
  });
  return new Map(heads);
}

/** A line in the thread for each that was given or came back. */
export async function insertLines(tx: Tx, { finals, ended }: Folded): Promise<void> {
  const returned = ended.map(({ conversationId, agentId, because }) => {
    return { conversationId, what: 'returned', agentId, because, decisionId: null };
  });
  const given = [...finals.values()].flatMap((final) => {
    if (final.kind === 'waiting') return [];
    const { conversationId, kind, agentId, decision } = final;
    return [{ conversationId, what: kind, agentId, because: decision.because, decisionId: decision.id }];
  });
  const lines = [...returned, ...given];
  if (lines.length === 0) return;
  await tx.query(
    `INSERT INTO event (id, conversation_id, what, agent_id, because, decision_id)
     SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::uuid[], $5::jsonb[], $6::uuid[])`,
    [
      lines.map(() => newId()),
      lines.map(({ conversationId }) => conversationId),
      lines.map(({ what }) => what),
      lines.map(({ agentId }) => agentId),
      lines.map(({ because }) => JSON.stringify(because)),
      lines.map(({ decisionId }) => decisionId),
    ],
  );
}

/** Newest first, at most a hundred. */
export async function decisionsOf(postgres: Postgres, conversationId: ConversationId): Promise<Decision[]> {
  const rows = await postgres.query<{ working: Decision }>(
    'SELECT working FROM decision WHERE conversation_id = $1 ORDER BY step DESC, id DESC LIMIT 100',
    [conversationId],
  );
  return rows.map((row) => row.working);
}

/** All SQL of what the engine remembers between steps; written in the commit of the step. */
import type { ConversationId } from '@trunkline/contracts';
import type { Tx } from '@trunkline/platform';
import type { RememberedAgent, RememberedConversation } from '@trunkline/rules';
import { joinJson } from './join-json.ts';

export type Touched = {
  agents: RememberedAgent[];
  conversations: { id: ConversationId; now: RememberedConversation | null }[];
};

const rows = `ROWS FROM (unnest($1::uuid[]), string_to_table($2, E'\\x1e')) AS k (id, body)`;

export async function keepMemory(tx: Tx, { agents, conversations }: Touched): Promise<void> {
  const gone = conversations.filter((one) => one.now === null).map((one) => one.id);
  const kept = conversations.flatMap(({ now }) => now ?? []);
  await Promise.all([forget(tx, gone), keepConversations(tx, kept), keepAgents(tx, agents)]);
}

async function forget(tx: Tx, ids: ConversationId[]): Promise<void> {
  if (ids.length === 0) return;
  await tx.query('DELETE FROM remembered_conversation WHERE conversation_id = ANY($1::uuid[])', [ids]);
}

async function keepConversations(tx: Tx, kept: RememberedConversation[]): Promise<void> {
  if (kept.length === 0) return;
  await tx.query(
    `INSERT INTO remembered_conversation (conversation_id, body) SELECT id, body::json FROM ${rows}
     ON CONFLICT (conversation_id) DO UPDATE SET body = excluded.body`,
    [kept.map(({ id }) => id), joinJson(kept)],
  );
}

async function keepAgents(tx: Tx, agents: RememberedAgent[]): Promise<void> {
  if (agents.length === 0) return;
  await tx.query(
    `INSERT INTO remembered_agent (agent_id, body) SELECT id, body::json FROM ${rows}
     ON CONFLICT (agent_id) DO UPDATE SET body = excluded.body`,
    [agents.map(({ id }) => id), joinJson(agents)],
  );
}

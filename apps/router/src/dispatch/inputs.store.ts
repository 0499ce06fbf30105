/** All SQL of `dispatch_input`: what the engine must hear, in the transaction that made it true. */
import type { AgentId, ConversationId } from '@trunkline/contracts';
import type { Postgres, Tx } from '@trunkline/platform';
import type { EngineInput, InputBodies, InputKind } from '@trunkline/rules';
import { pokeDispatch } from './poke.ts';

/** `routingVersion` is the conversation's after the change; null where no conversation is meant. */
export type NewInput = {
  [Kind in InputKind]: {
    kind: Kind;
    conversationId: ConversationId | null;
    agentId: AgentId | null;
    routingVersion: number | null;
    body: InputBodies[Kind];
  };
}[InputKind];

/** What became of an input, for who waits for its step. */
export type InputOutcome =
  | { kind: 'heard' }
  | { kind: 'refused'; because: { code: string; values: Record<string, string | number> } }
  | { kind: 'parked'; detail: string };

/**
 * The caller holds the row of the conversation (or agent) and has raised its routing version. Gives the ids, in order;
 * the dispatcher is poked after the commit.
 */
export async function putInputs(tx: Tx, inputs: NewInput[]): Promise<number[]> {
  if (inputs.length === 0) return [];
  const rows = await tx.query<{ id: number }>(
    `INSERT INTO dispatch_input (kind, conversation_id, agent_id, routing_version, body)
     SELECT kind, "conversationId", "agentId", "routingVersion", body
       FROM ROWS FROM (jsonb_to_recordset($1::jsonb)
         AS (kind text, "conversationId" uuid, "agentId" uuid, "routingVersion" bigint, body jsonb))
       WITH ORDINALITY AS given (kind, "conversationId", "agentId", "routingVersion", body, place)
      ORDER BY place RETURNING id`,
    [JSON.stringify(inputs)],
  );
  tx.afterCommit(pokeDispatch);
  return rows.map((row) => Number(row.id)).sort((a, b) => a - b);
}

/** What no step has been given yet, oldest first. The step is the dispatcher's to give. */
export async function readOpenInputs(postgres: Postgres, limit: number): Promise<Omit<EngineInput, 'step'>[]> {
  return postgres.query(
    `SELECT id::float8 AS id, to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS at, kind, conversation_id AS "conversationId",
            agent_id AS "agentId", routing_version::float8 AS "routingVersion", body
       FROM dispatch_input WHERE step IS NULL ORDER BY id LIMIT $1`,
    [limit],
  );
}

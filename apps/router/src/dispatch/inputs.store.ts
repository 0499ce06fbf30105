/** All SQL of `dispatch_input`: what the engine must hear, in the transaction that made it true. */
import type { AgentId, ConversationId, InputOutcome } from '@trunkline/contracts';
import type { Postgres, Tx } from '@trunkline/platform';
import type { EngineInput, InputBodies, InputKind } from '@trunkline/rules';
import { pokeDispatch } from './poke.ts';
import type { Dropped, Taken } from './taken.ts';

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

const utc = (column: string) => `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

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

/** What no step has been given yet, oldest first, but for those in hand. The step is the dispatcher's to give. */
export async function readOpenInputs(
  postgres: Postgres,
  limit: number,
  inHand: number[] = [],
): Promise<Omit<EngineInput, 'step'>[]> {
  return postgres.query(
    `SELECT id, ${utc('at')} AS at, kind, conversation_id AS "conversationId", agent_id AS "agentId",
            routing_version AS "routingVersion", body
       FROM dispatch_input WHERE step IS NULL AND id <> ALL($2::bigint[]) ORDER BY id LIMIT $1`,
    [limit, inHand],
  );
}

/** Gives each its step, and says what became of it. */
export async function numberInputs(tx: Tx, taken: Taken[], stale: ReadonlySet<ConversationId>): Promise<void> {
  const told = taken.flatMap((one) => toldOf(one, stale));
  await Promise.all([giveSteps(tx, taken), tellOutcomes(tx, told)]);
}

async function giveSteps(tx: Tx, taken: Taken[]): Promise<void> {
  const [counted] = await tx.query<{ numbered: number }>(
    `WITH numbered AS (
       UPDATE dispatch_input d SET step = t.step, taken_at = now()
         FROM unnest($1::bigint[], $2::bigint[]) AS t (id, step) WHERE d.id = t.id AND d.step IS NULL RETURNING 1)
     SELECT count(*) AS numbered FROM numbered`,
    [taken.map(({ input }) => input.id), taken.map(({ input }) => input.step)],
  );
  if (counted!.numbered !== taken.length) throw new Error('some of these inputs have a step already');
}

type Told = { id: number; outcome: InputOutcome };

async function tellOutcomes(tx: Tx, told: Told[]): Promise<void> {
  if (told.length === 0) return;
  await tx.query(
    `UPDATE dispatch_input d SET outcome = t.outcome
       FROM unnest($1::bigint[], $2::jsonb[]) AS t (id, outcome) WHERE d.id = t.id`,
    [told.map(({ id }) => id), told.map(({ outcome }) => JSON.stringify(outcome))],
  );
}

/** Most were simply heard. A person who waits for a placing that met a change is told to look again. */
function toldOf({ input, outcome }: Taken, stale: ReadonlySet<ConversationId>): Told[] {
  const isMet = input.kind === 'place' && stale.has(input.conversationId!);
  if (isMet) return [{ id: input.id, outcome: { kind: 'refused', because: { code: 'edited-meanwhile', values: {} } } }];
  return outcome.kind === 'heard' ? [] : [{ id: input.id, outcome }];
}

/** A drop is numbered in the commit that drops; the tick that lets freed room pull again is heard next. */
export async function insertDropped(tx: Tx, { inputs, drains }: Dropped): Promise<void> {
  await tx.query(
    `INSERT INTO dispatch_input (kind, conversation_id, body, at, step, taken_at, outcome)
     SELECT 'dropped', "conversationId", body, at, step, now(), outcome
       FROM jsonb_to_recordset($1::jsonb)
         AS d ("conversationId" uuid, body jsonb, at timestamptz, step bigint, outcome jsonb)`,
    [JSON.stringify(inputs)],
  );
  if (drains.length === 0) return;
  await putInputs(tx, [{ kind: 'tick', conversationId: null, agentId: null, routingVersion: null, body: { drains } }]);
}

/** Says that time has passed, unless that is waiting to be heard already. Postgres' clock decides whether it has. */
export async function putTick(postgres: Postgres, dueAt: string): Promise<boolean> {
  const rows = await postgres.query(
    `INSERT INTO dispatch_input (kind, body) SELECT 'tick', '{}'
      WHERE $1::timestamptz <= now() AND NOT EXISTS (SELECT FROM dispatch_input WHERE step IS NULL AND kind = 'tick')
     RETURNING id`,
    [dueAt],
  );
  if (rows.length > 0) pokeDispatch();
  return rows.length > 0;
}

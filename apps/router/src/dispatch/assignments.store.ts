/** All SQL of assignments and of what agents carry, as the dispatcher changes them. */
import { isPlanted, type Tx } from '@trunkline/platform';
import { capacityOf, type EngineOutcome, type RememberedAgent } from '@trunkline/rules';
import type { Opened } from './fold-outcomes.ts';

type Ended = Extract<EngineOutcome, { kind: 'ended' }>;
type Weighs = Extract<EngineOutcome, { kind: 'weighs' }>;

export async function endAssignments(tx: Tx, ended: Ended[]): Promise<void> {
  if (ended.length === 0) return;
  await tx.query(
    `UPDATE assignment a SET state = 'ended', ended_at = now(), because = e.because
       FROM jsonb_to_recordset($1::jsonb) AS e ("assignmentId" uuid, because jsonb)
      WHERE a.id = e."assignmentId" AND a.state <> 'ended'`,
    [JSON.stringify(ended)],
  );
}

/** One active assignment a conversation: a second one breaks the unique index and nothing of the batch is written. */
export async function openAssignments(tx: Tx, opened: Opened[]): Promise<void> {
  if (opened.length === 0) return;
  const given = opened.map((one) => one.given);
  await tx.query(
    `INSERT INTO assignment (id, conversation_id, agent_id, state, weight, override, decision_id, offered_at, until,
                             accepted_at, ended_at, because)
     SELECT id, conversation, agent, state, weight, override, decision, now(), until,
            CASE WHEN state = 'accepted' THEN now() END, CASE WHEN state = 'ended' THEN now() END, because
       FROM unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[], $5::int[], $6::boolean[], $7::uuid[],
                   $8::timestamptz[], $9::jsonb[])
         AS o (id, conversation, agent, state, weight, override, decision, until, because)`,
    [
      given.map((one) => one.assignmentId),
      given.map((one) => one.conversationId),
      given.map((one) => one.agentId),
      opened.map(stateOf),
      given.map((one) => one.weight),
      given.map((one) => one.isOverride),
      given.map((one) => one.decision.id),
      given.map((one) => (one.kind === 'offered' ? one.until : null)),
      opened.map(({ endedBecause }) => endedBecause && JSON.stringify(endedBecause)),
    ],
  );
}

function stateOf({ given, endedBecause }: Opened): 'ended' | 'offered' | 'accepted' {
  if (endedBecause) return 'ended';
  return given.kind === 'offered' ? 'offered' : 'accepted';
}

/** A mail with its customer weighs nothing. */
export async function weighAssignments(tx: Tx, weighs: Weighs[]): Promise<void> {
  if (weighs.length === 0) return;
  const last = new Map(weighs.map((one) => [one.assignmentId, one]));
  await tx.query(
    `UPDATE assignment a SET weight = w.weight
       FROM jsonb_to_recordset($1::jsonb) AS w ("assignmentId" uuid, weight int) WHERE a.id = w."assignmentId"`,
    [JSON.stringify([...last.values()])],
  );
}

/** Loads change here alone, so what an order frees counts from its step on. The table checks 0 ≤ load ≤ capacity + override. */
export async function saveLoads(tx: Tx, agents: RememberedAgent[]): Promise<void> {
  if (agents.length === 0) return;
  await tx.query(
    `INSERT INTO agent_load AS l (agent_id, load, capacity, override)
     SELECT * FROM unnest($1::uuid[], $2::int[], $3::int[], $4::int[])
     ON CONFLICT (agent_id) DO UPDATE
       SET load = CASE WHEN $5::boolean THEN greatest(l.load, excluded.load) ELSE excluded.load END, capacity = excluded.capacity, override = excluded.override
       WHERE (l.load, l.capacity, l.override) IS DISTINCT FROM (excluded.load, excluded.capacity, excluded.override)`,
    [
      agents.map((agent) => agent.id),
      agents.map((agent) => agent.load),
      agents.map((agent) => capacityOf(agent)),
      agents.map((agent) => agent.override),
      isPlanted('load-not-freed'),
    ],
  );
}

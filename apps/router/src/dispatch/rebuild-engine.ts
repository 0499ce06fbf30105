/** Makes the engine anew from Postgres: after winning the lease, after a failed commit, after one nobody knows about. */
import type { AgentId, PolicyV1, StaffV1 } from '@trunkline/contracts';
import { Fenced, type Postgres } from '@trunkline/platform';
import { defaultPolicy, Engine, type RememberedAgent, type RememberedConversation } from '@trunkline/rules';
import type { Taken } from './taken.ts';

/** Who dispatches: every commit checks it first. */
export type Fence = { epoch: number; owner: string };

/** The engine, the last step it knows of, and the settings it was or will be told of. */
export type Dispatch = {
  engine: Engine;
  lastStep: number;
  fence: Fence;
  heard: { policy: PolicyV1 | null; staff: Map<AgentId, StaffV1> };
  /** Heard already while the batch before it is being written. */
  ahead?: Promise<Taken[]> | undefined;
};

/** Takes the dispatcher's row first, so that a forerunner who still believes in their lease commits nothing more. */
export async function rebuildEngine(postgres: Postgres, fence: Fence): Promise<Dispatch> {
  const [row] = await postgres.query<{ last_step: number; last_at: string }>(
    `UPDATE dispatcher SET epoch = $1, owner = $2
      WHERE epoch < $1 OR (epoch = $1 AND owner = $2) RETURNING last_step::float8 AS last_step, last_at`,
    [fence.epoch, fence.owner],
  );
  if (!row) throw new Fenced('dispatcher');
  const [told, agents, conversations] = await Promise.all([
    toldPolicy(postgres),
    remembered<RememberedAgent>(postgres, 'remembered_agent'),
    remembered<RememberedConversation>(postgres, 'remembered_conversation'),
  ]);
  const engine = new Engine(told ?? defaultPolicy);
  engine.restore({ agents, conversations }, row.last_at);
  const records = agents.flatMap(({ id, record }) => (record ? [[id, record] as const] : []));
  const heard = { policy: told, staff: new Map(records) };
  return { engine, lastStep: row.last_step, fence, heard };
}

async function toldPolicy(postgres: Postgres): Promise<PolicyV1 | null> {
  const [told] = await postgres.query<{ policy: PolicyV1 }>(
    `SELECT body->'policy' AS policy FROM dispatch_input WHERE kind = 'policy' AND step IS NOT NULL
      ORDER BY step DESC LIMIT 1`,
  );
  return told?.policy ?? null;
}

async function remembered<Body>(postgres: Postgres, table: 'remembered_agent' | 'remembered_conversation') {
  const rows = await postgres.query<{ body: Body }>(`SELECT body FROM ${table}`);
  return rows.map((row) => row.body);
}

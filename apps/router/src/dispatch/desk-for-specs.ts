/** A router's schema of one's own on the stack's Postgres, with people and conversations, for specs of dispatch. */
import { type AgentId, type ConversationId, newId, type StaffV1 } from '@trunkline/contracts';
import {
  type Held,
  Leases,
  LiveSettings,
  Log,
  migrateService,
  openPostgres,
  Postgres,
  prepareRoles,
  type RolePasswords,
  type Tx,
  urlOfService,
} from '@trunkline/platform';
import { defaultPolicy, type InputBodies } from '@trunkline/rules';
import { migrations } from '../migrations/index.ts';
import { HoldTheLease } from './hold-the-lease.ts';
import { putInputs } from './inputs.store.ts';
import { type Dispatch, rebuildEngine } from './rebuild-engine.ts';
import { takeInputs } from './take-inputs.ts';

export type DeskOnPostgres = Awaited<ReturnType<typeof openDesk>>;

type Database = { ownerUrl: string; drop(): Promise<void> };

export async function openDesk(database: Database, passwords: RolePasswords) {
  await prepareRoles({ ownerUrl: database.ownerUrl, passwords });
  await migrateService({ ownerUrl: database.ownerUrl, service: 'router', migrations });
  const url = urlOfService(database.ownerUrl, 'router', passwords.router);
  const postgres = new Postgres(await openPostgres({ url }));
  const log = new Log({ service: 'router', instance: 'spec', level: 'silent' });
  const settings = new LiveSettings(postgres, { policy: defaultPolicy }, log);
  const running: Leases[] = [];
  return {
    postgres,
    settings,
    url,
    dispatcher: (instance: string) => {
      const leases = new Leases(postgres, { name: 'router', instance }, log);
      running.push(leases);
      return { hold: new HoldTheLease(postgres, settings, leases, log), leases };
    },
    close: async () => {
      await Promise.all(running.map((leases) => leases.stop()));
      await postgres.close();
      await database.drop();
    },
  };
}

/** The lease as its holder sees it, without anybody competing. */
export async function holdByHand(postgres: Postgres, epoch: number): Promise<Held> {
  await postgres.query(
    `INSERT INTO lease VALUES ('dispatcher', 'by-hand', $1, now() + interval '1 hour')
     ON CONFLICT (name) DO UPDATE SET owner = excluded.owner, epoch = excluded.epoch, until = excluded.until`,
    [epoch],
  );
  return { name: 'dispatcher', owner: 'by-hand', epoch, signal: new AbortController().signal };
}

export const dispatchOf = (postgres: Postgres, epoch: number, owner = 'by-hand') =>
  rebuildEngine(postgres, { epoch, owner });

/** Batches until nothing is left to hear; how many inputs there were. */
export async function takeAll(postgres: Postgres, dispatch: Dispatch, parked = new Map<number, string>()) {
  let all = 0;
  for (;;) {
    const taken = await takeInputs(postgres, dispatch, { limit: 500, parked });
    if (taken === 0) return all;
    all += taken;
  }
}

const ofAgent = (agentId: AgentId) => ({ conversationId: null, agentId, routingVersion: null });

export async function comes(postgres: Postgres, name: string, rest: Partial<StaffV1> = {}): Promise<AgentId> {
  const id = rest.id ?? newId<AgentId>();
  const record: StaffV1 = {
    id,
    email: `${name}@desk.example`,
    name,
    number: '1',
    role: 'agent',
    language: 'en',
    groups: ['service'],
    skills: {},
    capacity: 6,
    standards: [],
    active: true,
    ...rest,
  };
  await postgres.transaction((tx) =>
    putInputs(tx, [
      { kind: 'staff', ...ofAgent(id), body: { record } },
      { kind: 'presence', ...ofAgent(id), body: { state: 'online', because: { code: 'signed-in' } } },
    ]),
  );
  return id;
}

/** A conversation that waits, as intake would leave it. */
export async function waits(postgres: Postgres, asked: Partial<InputBodies['waits']> = {}): Promise<ConversationId> {
  const [id] = await postgres.transaction((tx) => waitMany(tx, 1, asked));
  return id!;
}

export async function waitMany(
  tx: Tx,
  count: number,
  asked: Partial<InputBodies['waits']> = {},
): Promise<ConversationId[]> {
  const rows = Array.from({ length: count }, () => ({ id: newId<ConversationId>(), other: newId() }));
  await tx.query(
    `WITH people AS (INSERT INTO customer (id) SELECT unnest($1::uuid[])),
          places AS (INSERT INTO address (id, customer_id, channel, address)
                     SELECT id, id, 'webchat', id::text FROM unnest($1::uuid[]) AS id)
     SELECT 1`,
    [rows.map((row) => row.other)],
  );
  const arrivedAt = new Date().toISOString();
  const orderKey = Date.parse(arrivedAt) + 60_000;
  const orderKeyParts = { arrivedAt, firstResponseSeconds: 60, boosts: [], boostMinutes: 0, orderKey };
  await tx.query(
    `INSERT INTO conversation (id, address_id, thread_key, state, routing_version, channel, standard, account, live, queue,
       language, policy_version, urgency, order_key_parts, order_key, arrived_at, last_words, last_from, last_at)
     SELECT id, other, 'chat', 'waiting', 1, 'webchat', 'chat', 'demo', true, 'service', 'en', 0, 'normal', $3, $4,
            now(), 'Hello', 'customer', now()
       FROM unnest($1::uuid[], $2::uuid[]) AS c (id, other)`,
    [rows.map((row) => row.id), rows.map((row) => row.other), orderKeyParts, orderKey],
  );
  await putInputs(
    tx,
    rows.map(({ id }) => ({
      kind: 'waits',
      conversationId: id,
      agentId: null,
      routingVersion: 1,
      body: {
        queue: 'service',
        standard: 'chat',
        language: 'en',
        requires: {},
        weight: 2,
        live: true,
        orderKeyParts,
        preferredAgentId: null,
        preferredUntil: null,
        avoid: [],
        ...asked,
      },
    })),
  );
  return rows.map((row) => row.id);
}

/** What a desk order does: the row changes and the engine is told, in one transaction. */
export async function leaves(postgres: Postgres, conversationId: ConversationId): Promise<void> {
  await postgres.transaction(async (tx) => {
    const [row] = await tx.query<{ version: number }>(
      `UPDATE conversation SET state = 'solved', agent_id = NULL, assignment_id = NULL, version = version + 1,
              routing_version = routing_version + 1 WHERE id = $1 RETURNING routing_version::float8 AS version`,
      [conversationId],
    );
    await tx.query(`UPDATE assignment SET state = 'ended', ended_at = now() WHERE conversation_id = $1 AND active`, [
      conversationId,
    ]);
    const of = { conversationId, agentId: null, routingVersion: row!.version };
    await putInputs(tx, [{ kind: 'leaves', ...of, body: { because: 'solved' } }]);
  });
}

/** A router's database of one's own on the stack's Postgres: people with room, conversations that wait, inputs ready. */
import {
  LiveSettings,
  Log,
  migrateService,
  openPostgres,
  Postgres,
  prepareRoles,
  urlOfService,
} from '@trunkline/platform';
import { defaultPolicy } from '@trunkline/rules';
import pg from 'pg';
import { putInputs } from '../apps/router/dist/dispatch/inputs.store.js';
import { rebuildEngine } from '../apps/router/dist/dispatch/rebuild-engine.js';
import { takeInputs } from '../apps/router/dist/dispatch/take-inputs.js';
import { migrations } from '../apps/router/dist/migrations/index.js';

const passwords = { channels: 'bench', router: 'bench', sla: 'bench', gateway: 'bench' };
const uuid = (kind, number) => `${kind}-0000-7000-8000-${number.toString(16).padStart(12, '0')}`;
export const agentId = (number) => uuid('0190aaaa', number);
export const conversationId = (number) => uuid('0190cccc', number);
const addressId = (number) => uuid('0190dddd', number);
const ofAgent = (number) => ({ conversationId: null, agentId: agentId(number), routingVersion: null });

export async function openWaitingDesk(name) {
  await onCluster(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`, `CREATE DATABASE ${name}`);
  const ownerUrl = urlOf(name);
  await prepareRoles({ ownerUrl, passwords });
  await migrateService({ ownerUrl, service: 'router', migrations });
  return connectDesk(name);
}

/** The same as another one, to the row, which nobody is connected to meanwhile. */
export async function copyDesk(from, name) {
  await onCluster(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`, `CREATE DATABASE ${name} TEMPLATE ${from}`);
  return connectDesk(name);
}

export const dropDesk = (name) => onCluster(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);

const urlOf = (name) => Object.assign(new URL(process.env.DATABASE_URL), { pathname: `/${name}` }).href;

async function onCluster(...statements) {
  const cluster = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await cluster.connect();
  for (const statement of statements) await cluster.query(statement);
  await cluster.end();
}

async function connectDesk(name) {
  const owner = new pg.Client({ connectionString: urlOf(name) });
  await owner.connect();
  await owner.query('SET search_path = router');
  const url = urlOfService(urlOf(name), 'router', passwords.router);
  const postgres = new Postgres(await openPostgres({ url }));
  const log = new Log({ service: 'bench', instance: 'bench', level: 'silent' });
  const settings = new LiveSettings(postgres, { policy: defaultPolicy }, log);
  const leave = async () => {
    await postgres.close();
    await owner.end();
  };
  return {
    url,
    owner,
    postgres,
    settings,
    empty: () => empty(owner),
    fill: (day) => fill(owner, postgres, day),
    /** More of them, numbered on from `from`. */
    arrive: (from, count) => wait(owner, postgres, numbersFrom(from, count), 0),
    signIn: (from, count) => signIn(postgres, from, count),
    /** A dispatcher that begins: the engine as Postgres remembers it. */
    dispatch: () => takeOver(postgres),
    /** Goes, and leaves the database to be copied. */
    leave,
    close: async () => {
      await leave();
      await dropDesk(name);
    },
  };
}

const numbersFrom = (from, count) => Array.from({ length: count }, (_, at) => from + at);

const tables = [
  'dispatch_input',
  'assignment',
  'decision',
  'event',
  'outbox',
  'remembered_conversation',
  'remembered_agent',
  'agent_load',
  'agent_presence',
  'message',
  'conversation',
  'address',
  'customer',
];

async function empty(owner) {
  await owner.query(`TRUNCATE ${tables.join(', ')} RESTART IDENTITY CASCADE`);
  await owner.query(`UPDATE dispatcher SET epoch = 0, owner = '', last_step = 0, last_at = ''`);
}

/** `agents` who are `online` or not, then `waiting` conversations with an input each; `unroutable` more in front of them. */
async function fill(owner, postgres, { agents, capacity = 64, online = true, waiting, unroutable = 0 }) {
  for (let from = 0; from < agents; from += 500) {
    const count = Math.min(500, agents - from);
    const people = Array.from({ length: count }, (_, at) => record(from + at, capacity));
    await postgres.transaction((tx) =>
      putInputs(
        tx,
        people.map((person, at) => ({ kind: 'staff', ...ofAgent(from + at), body: { record: person } })),
      ),
    );
    if (online) await signIn(postgres, from, count);
  }
  await drain(postgres);
  const all = unroutable + waiting;
  for (let from = 0; from < all; from += 2_000) {
    await wait(owner, postgres, numbersFrom(from, Math.min(2_000, all - from)), unroutable);
  }
  await owner.query('ANALYZE');
  await owner.query('CHECKPOINT');
}

async function takeOver(postgres) {
  const [{ epoch }] = await postgres.query('SELECT epoch FROM dispatcher');
  return rebuildEngine(postgres, { epoch: Number(epoch) + 1, owner: 'bench' });
}

/** What was put is heard by a dispatcher that nobody measures. */
export async function drain(postgres, limit = 500) {
  const dispatch = await takeOver(postgres);
  while ((await takeInputs(postgres, dispatch, { limit, parked: new Map() })) > 0);
}

function signIn(postgres, from, count) {
  const inputs = Array.from({ length: count }, (_, at) => ({
    kind: 'presence',
    ...ofAgent(from + at),
    body: { state: 'online', because: { code: 'signed-in', values: {} } },
  }));
  return postgres.transaction((tx) => putInputs(tx, inputs));
}

const record = (number, capacity) => ({
  id: agentId(number),
  email: `a${number}@desk.test`,
  name: `Agent ${number}`,
  number: String(number),
  role: 'agent',
  language: 'en',
  groups: ['service'],
  skills: { 'lang-en': 5 },
  capacity,
  standards: [],
  active: true,
});

async function wait(owner, postgres, numbers, unroutable) {
  const arrivedAt = new Date().toISOString();
  const key = (number) => Date.parse(arrivedAt) + 60_000 + number;
  const parts = (number) => ({
    arrivedAt,
    firstResponseSeconds: 60,
    boosts: [],
    boostMinutes: 0,
    orderKey: key(number),
  });
  const ids = numbers.map(conversationId);
  const places = numbers.map(addressId);
  await owner.query('INSERT INTO customer (id) SELECT unnest($1::uuid[])', [places]);
  await owner.query(
    `INSERT INTO address (id, customer_id, channel, address) SELECT id, id, 'webchat', id::text FROM unnest($1::uuid[]) AS id`,
    [places],
  );
  await owner.query(
    `INSERT INTO conversation (id, address_id, thread_key, state, routing_version, channel, standard, account, live, queue,
       language, policy_version, urgency, order_key_parts, order_key, arrived_at, last_words, last_from, last_at)
     SELECT id, place, 'chat', 'waiting', 1, 'webchat', 'chat', 'demo', true, 'service', 'en', 0, 'normal', $3, key,
            now(), 'Hello', 'customer', now()
       FROM unnest($1::uuid[], $2::uuid[], $4::float8[]) AS c (id, place, key)`,
    [ids, places, parts(0), numbers.map(key)],
  );
  const inputs = numbers.map((number) => ({
    kind: 'waits',
    conversationId: conversationId(number),
    agentId: null,
    routingVersion: 1,
    body: {
      queue: 'service',
      standard: 'chat',
      language: 'en',
      requires: number < unroutable ? { nobody: 3 } : { 'lang-en': 3 },
      weight: 2,
      live: true,
      orderKeyParts: parts(number),
      preferredAgentId: null,
      preferredUntil: null,
      avoid: [],
    },
  }));
  await postgres.transaction((tx) => putInputs(tx, inputs));
}

/** The dispatcher's whole process is killed again and again under load: what is lost, doubled or decided otherwise, and how long nobody decides. */
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { accept } from '../apps/router/dist/desk/accept.js';
import { GiveOrder } from '../apps/router/dist/desk/give-order.js';
import { resolve as solve } from '../apps/router/dist/desk/resolve.js';
import { rebuildEngine } from '../apps/router/dist/dispatch/rebuild-engine.js';
import { readAll, replay } from '../apps/router/dist/dispatch/replay-for-specs.js';
import { drain, openWaitingDesk } from './a-waiting-desk.mjs';
import { until } from './say-at-pace.mjs';
import { seeded } from './seeded.mjs';
import { overRounds } from './sum-up.mjs';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const agents = 40;
/** The lease's own time, and what a forerunner's last renewal may add to it. */
const leaseSeconds = 4;

export async function failover({ quick, seed, kills = quick ? 3 : 20 }) {
  const desk = await openWaitingDesk('bench_failover');
  const replicas = [];
  try {
    const { gaps, counted } = await playKills(desk, { kills, seed, replicas });
    const rebuild = await timeRebuilds(desk, quick ? 2_000 : 20_000);
    const rows = [
      ...counted.map(([what, count]) => ({ what, unit: '', figure: overRounds([count]), goal: { most: 0 } })),
      {
        what: 'from the kill to the next decision',
        unit: 's',
        figure: overRounds(gaps),
        goal: { most: leaseSeconds + 2 },
      },
      { what: 'engine rebuilt', unit: 'ms', figure: overRounds(rebuild.engine) },
      { what: 'the same rows read', unit: 'ms', figure: overRounds(rebuild.raw) },
      { what: 'rebuilt ÷ read', unit: '×', figure: overRounds(rebuild.share), goal: { most: 1.5 } },
    ];
    const notes = [
      `${kills} kills with -9 of the replica that dispatches, two replicas, ${agents} agents; lease ${leaseSeconds} s.`,
    ];
    return { title: 'failover: the dispatcher is killed', seed, rows, notes };
  } finally {
    for (const child of replicas) child.kill('SIGKILL');
    await desk.close();
  }
}

async function playKills(desk, { kills, seed, replicas }) {
  await desk.empty();
  await desk.fill({ agents, capacity: 12, waiting: 200 });
  await hireAll(desk);
  for (let at = 0; at < 2; at += 1) replicas.push(await startRouter(desk));
  const load = makeLoad(desk, seed);
  const gaps = [];
  for (let kill = 0; kill < kills; kill += 1) {
    const owner = await dispatching(desk);
    const at = replicas.findIndex((child) => owner.includes(`-${child.pid}-`));
    if (at < 0) throw new Error(`nobody of ours dispatches: ${owner}`);
    gaps.push(await killAndWait(desk, replicas[at]));
    replicas[at] = await startRouter(desk);
  }
  await load.stop();
  await until(async () => (await count(desk, 'SELECT id FROM dispatch_input WHERE step IS NULL')) === 0, {
    what: 'the last input',
    withinMs: 60_000,
  });
  for (const child of replicas.splice(0)) await end(child);
  return { gaps, counted: await checkBooks(desk, load) };
}

async function killAndWait(desk, child) {
  const [{ killedAt }] = await desk.postgres.query('SELECT clock_timestamp()::text AS "killedAt"');
  child.kill('SIGKILL');
  let seconds;
  const goesOn = async () => {
    const [row] = await desk.postgres.query(
      `SELECT extract(epoch FROM min(d.taken_at) - $1::timestamptz)::float8 AS seconds
         FROM dispatch_input d WHERE d.step IS NOT NULL AND d.taken_at > $1::timestamptz + interval '300 milliseconds'`,
      [killedAt],
    );
    seconds = row.seconds;
    return seconds !== null;
  };
  await until(goesOn, { what: 'another dispatcher', withinMs: 60_000 });
  return seconds;
}

async function dispatching(desk) {
  let owner;
  const isHeld = async () => {
    const [row] = await desk.postgres.query(
      `SELECT l.owner FROM lease l JOIN dispatcher d ON d.owner = l.owner AND d.epoch = l.epoch
        WHERE l.name = 'dispatcher' AND l.until > now()`,
    );
    owner = row?.owner;
    return owner !== undefined;
  };
  await until(isHeld, { what: 'somebody who dispatches', withinMs: 60_000 });
  return owner;
}

async function startRouter(desk) {
  const env = {
    ...process.env,
    DATABASE_URL: desk.url,
    LOG_LEVEL: 'info',
    PORT: '0',
    KAFKA_TOPIC_PREFIX: `failover-${process.pid}-`,
    SERVICE_KEYS: `bench:${randomBytes(32).toString('base64url')}`,
  };
  const child = spawn(process.execPath, [join(root, 'apps/router/dist/main.js')], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const said = [];
  child.stdout.on('data', (chunk) => said.push(String(chunk)));
  const isUp = () => {
    if (child.exitCode !== null) throw new Error(`the router ended: ${said.join('').slice(-2_000)}`);
    return said.join('').includes('"msg":"listening"');
  };
  await until(isUp, { what: 'a router', withinMs: 60_000 });
  said.length = 0;
  child.stdout.removeAllListeners('data').resume();
  return child;
}

async function end(child) {
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
}

/** The people of the desk as settings, so that their orders are theirs to give. */
async function hireAll(desk) {
  await desk.owner.query(
    `INSERT INTO setting (kind, name, version, body)
     SELECT 'staff', agent_id::text, 1, body->'record' FROM remembered_agent`,
  );
  await desk.settings.refresh();
}

/** Conversations come, are accepted and solved, at a steady pace, whoever dispatches. */
function makeLoad(desk, seed) {
  const random = seeded(seed);
  const orders = new GiveOrder(desk.postgres, desk.settings);
  let isOver = false;
  let arrived = 200;
  const oneTurn = async () => {
    await desk.arrive(arrived, 3);
    arrived += 3;
    const rows = await desk.postgres.query(
      `SELECT id, state, agent_id AS by FROM conversation WHERE agent_id IS NOT NULL AND state IN ('offered', 'assigned') ORDER BY id LIMIT 60`,
    );
    for (let at = 0; at < Math.min(4, rows.length); at += 1) {
      const { id, state, by } = rows[Math.floor(random() * rows.length)];
      const order = { by, conversationId: id, does: state === 'offered' ? 'accept' : 'resolve' };
      await (state === 'offered' ? accept(orders, order) : solve(orders, order)).catch(refused);
    }
  };
  const running = (async () => {
    while (!isOver) {
      await oneTurn();
      await new Promise((next) => setTimeout(next, 30));
    }
  })();
  return {
    arrived: () => arrived,
    stop: async () => {
      isOver = true;
      await running;
    },
  };
}

const refused = (error) => {
  if (error.constructor.name !== 'Refusal') throw error;
};

const count = async (desk, sql) => (await desk.postgres.query(sql)).length;

async function checkBooks(desk, load) {
  const log = await readAll(desk.postgres, '2020-01-01T00:00:00.000Z', 2_000);
  const { different, missing, engine } = replay(log);
  const now = await rebuildEngine(desk.postgres, { epoch: 1_000_000, owner: 'bench' });
  const isOther = JSON.stringify(sorted(engine.snapshot())) === JSON.stringify(sorted(now.engine.snapshot())) ? 0 : 1;
  return [
    [
      'assigned to two',
      await count(desk, `SELECT 1 FROM assignment WHERE active GROUP BY conversation_id HAVING count(*) > 1`),
    ],
    ['agents over capacity, or whose load is not what they hold', await count(desk, books)],
    ['conversations lost', load.arrived() - (await count(desk, known))],
    ['decisions other than an unbroken replay of the numbered inputs', different.length + missing.length],
    ['memory other than after that replay', isOther],
  ];
}

const sorted = (value) =>
  JSON.parse(
    JSON.stringify(value, (_key, part) =>
      part && typeof part === 'object' && !Array.isArray(part)
        ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
        : part,
    ),
  );

const books = `SELECT l.agent_id FROM agent_load l LEFT JOIN assignment a ON a.agent_id = l.agent_id AND a.active
  GROUP BY l.agent_id, l.load, l.capacity, l.override
 HAVING l.load > l.capacity + l.override OR l.load <> coalesce(sum(a.weight), 0)`;

/** Solved, or waiting in the engine's memory as well, or with the person who has the assignment. */
const known = `SELECT c.id FROM conversation c LEFT JOIN remembered_conversation m ON m.conversation_id = c.id
  LEFT JOIN assignment a ON a.conversation_id = c.id AND a.active
 WHERE c.state = 'solved' OR (c.state = 'waiting' AND m.body->>'state' = 'waiting' AND a.id IS NULL)
    OR (c.state IN ('offered', 'assigned', 'with-customer') AND a.agent_id = c.agent_id AND m.body->>'agentId' = c.agent_id::text)`;

/** A-B-B-A: the engine made anew from Postgres, and the same rows merely read and parsed. */
async function timeRebuilds(desk, waiting) {
  await desk.empty();
  await desk.fill({ agents: 1_000, capacity: 6, waiting });
  await drain(desk.postgres);
  const engine = [];
  const raw = [];
  const rebuild = async () => engine.push(await timed(() => desk.dispatch()));
  const read = async () => raw.push(await timed(() => readRows(desk)));
  await desk.dispatch();
  await readRows(desk);
  for (let round = 0; round < 7; round += 1)
    for (const work of round % 2 ? [read, rebuild] : [rebuild, read]) await work();
  return { engine, raw, share: engine.map((ms, at) => ms / raw[at]) };
}

async function readRows(desk) {
  await desk.postgres.query('SELECT body FROM remembered_agent');
  await desk.postgres.query('SELECT body FROM remembered_conversation');
}

async function timed(work) {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

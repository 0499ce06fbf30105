/** What the house keeps and holds for each message: bytes in Postgres and on Kafka, processor time, connections, memory of a socket. */
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { now } from './now.mjs';
import { openAgent } from './open-sockets.mjs';
import { processorTime, residentMemory } from './read-process.mjs';
import { script, until } from './say-at-pace.mjs';
import { overRounds } from './sum-up.mjs';

const sizes = { quick: { messages: 3_000, sockets: 1_000 }, full: { messages: 15_000, sockets: 2_000 } };
const wordsEach = 5;
const idleMs = 10_000;
/** One person may have several tabs, and a house takes no more sockets of one in a moment than it wants. */
const openAtOnce = 25;
/** The chat's door lets in 200 a second. */
const mostAtOnce = 750;

/** `place` is an opened house with agents, `house` speaks with it. */
export async function upkeep({ quick, seed, place, house }) {
  const { messages, sockets } = sizes[quick ? 'quick' : 'full'];
  const { pids, postgres, api } = place.run;
  const sql = new pg.Client({ connectionString: postgres });
  await sql.connect();
  try {
    // plans, pools and the first pages of each table are no message's
    await house.burst(script({ name: 'warm', messages: 300, visitors: 60 }), () => {});
    const idle = await readIdle(pids);
    const before = await look(sql, pids);
    const began = now();
    const visitors = Math.ceil(messages / wordsEach);
    const rounds = Math.ceil(messages / mostAtOnce);
    for (let round = 0; round < rounds; round += 1) {
      const part = { messages: messages / rounds, visitors: visitors / rounds };
      await house.burst(script({ name: `keep-${round}`, ...part }), () => {});
    }
    await until(async () => (await waiting(sql)) === 0, { what: 'all on Kafka', withinMs: 60_000, everyMs: 200 });
    const seconds = (now() - began) / 1_000;
    const after = await look(sql, pids);
    const connections = await countConnections(sql);
    const memory = await weighSockets({ api, pid: pids.gateway, staff: place.staff, sockets });
    return {
      title: `upkeep: ${messages} messages in conversations of ${wordsEach}, answered by nobody, taken and solved by agents`,
      seed,
      rows: rowsOf(before, after, { messages, connections, memory, sockets, idle, seconds }),
      tables: eachTable(before, after, messages),
      notes,
    };
  } finally {
    await sql.end();
  }
}

const notes = [
  'Bytes are those of table, indexes and TOAST after a VACUUM; on Kafka those of the log files of this house’s topics, one copy. A replica more is so much more.',
  'Processor time of a message is without what the process takes while nobody speaks. Connections as `pg_stat_activity` shows them after the load. Memory: the gateway’s growth while so many agents’ sockets are open.',
];

async function look(sql, pids) {
  await sql.query('VACUUM ANALYZE');
  const { rows } = await sql.query(
    `SELECT schemaname AS schema, relname AS name, pg_total_relation_size(relid)::float8 AS bytes FROM pg_stat_user_tables`,
  );
  const [{ wal }] = (await sql.query("SELECT pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0')::float8 AS wal")).rows;
  const used = Object.fromEntries(measured.map((name) => [name, processorTime(pids[name])]));
  return { tables: new Map(rows.map((row) => [`${row.schema}.${row.name}`, row.bytes])), wal, used, kafka: logBytes() };
}

const measured = ['channels', 'router', 'sla', 'gateway', 'postgres', 'kafka'];

/** Kafka's own topics, where readers note their places, are compacted and left out. */
function logBytes() {
  const logs = join(process.env.TRUNKLINE_HOME, 'data/kafka/log');
  let bytes = 0;
  for (const topic of readdirSync(logs, { withFileTypes: true })) {
    if (!topic.isDirectory() || topic.name.startsWith('__')) continue;
    for (const file of readdirSync(join(logs, topic.name)))
      if (file.endsWith('.log')) bytes += statSync(join(logs, topic.name, file)).size;
  }
  return bytes;
}

/** Cores of each while nobody says anything: what is taken whatever comes, and so no message's. */
async function readIdle(pids) {
  const read = () => measured.map((name) => processorTime(pids[name]));
  await pause(3_000);
  const [before, began] = [read(), now()];
  await pause(idleMs);
  const seconds = (now() - began) / 1_000;
  return Object.fromEntries(read().map((used, at) => [measured[at], (used - before[at]) / seconds]));
}

async function waiting(sql) {
  const outboxes = ['channels', 'router', 'sla', 'gateway'].map(
    (one) => `(SELECT count(*) FROM ${one}.outbox WHERE published_at IS NULL)`,
  );
  return Number((await sql.query(`SELECT ${outboxes.join(' + ')} AS count`)).rows[0].count);
}

async function countConnections(sql) {
  const { rows } = await sql.query(
    `SELECT replace(usename, 'trunkline_', '') AS service, count(*)::int AS count FROM pg_stat_activity
      WHERE datname = current_database() AND usename LIKE 'trunkline\\_%' GROUP BY 1 ORDER BY 1`,
  );
  return Object.fromEntries(rows.map(({ service, count }) => [service, count]));
}

async function weighSockets({ api, pid, staff, sockets }) {
  const settle = () => pause(3_000);
  await settle();
  const before = residentMemory(pid);
  const open = [];
  while (open.length < sockets) {
    const some = Array.from({ length: Math.min(openAtOnce, sockets - open.length) }, (_, at) =>
      openAgent(api, staff[at % staff.length].token),
    );
    await Promise.all(some.map((socket) => new Promise((opened) => socket.once('changed', opened))));
    open.push(...some);
  }
  await settle();
  const after = residentMemory(pid);
  for (const socket of open) socket.disconnect();
  return { before, after };
}

const grown = (before, after, schema) =>
  [...after.tables].reduce(
    (sum, [name, bytes]) => (name.startsWith(`${schema}.`) ? sum + bytes - (before.tables.get(name) ?? 0) : sum),
    0,
  );

function rowsOf(before, after, { messages, connections, memory, sockets, idle, seconds }) {
  const one = (what, unit, value) => ({ what, unit, figure: overRounds([value]) });
  const services = ['channels', 'router', 'sla', 'gateway'];
  const kept = services.map((service) => grown(before, after, service) / messages);
  return [
    ...services.map((service, at) => one(`Postgres, schema ${service}`, 'bytes a message', kept[at])),
    one(
      'Postgres, together',
      'bytes a message',
      kept.reduce((sum, bytes) => sum + bytes, 0),
    ),
    one('Postgres, write-ahead log', 'bytes a message', (after.wal - before.wal) / messages),
    one('Kafka, one copy', 'bytes a message', (after.kafka - before.kafka) / messages),
    ...measured.map((name) =>
      one(
        `processor time of ${name}`,
        'ms a message',
        ((after.used[name] - before.used[name] - idle[name] * seconds) / messages) * 1_000,
      ),
    ),
    ...measured.map((name) => one(`while nobody speaks: ${name}`, '% of a core', idle[name] * 100)),
    ...Object.entries(connections).map(([service, count]) => one(`connections of ${service}`, 'a replica', count)),
    one('gateway before the sockets', 'MiB', memory.before),
    one(`an agent’s socket at the gateway, of ${sockets}`, 'KiB', ((memory.after - memory.before) * 1024) / sockets),
  ];
}

/** By table, the largest first: kept with the results, not printed. */
function eachTable(before, after, messages) {
  const all = [...after.tables].map(([name, bytes]) => [name, (bytes - (before.tables.get(name) ?? 0)) / messages]);
  return Object.fromEntries(all.filter(([, bytes]) => bytes >= 1).sort((a, b) => b[1] - a[1]));
}

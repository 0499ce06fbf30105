/** What each stage of the throw-away chain starts from: Postgres, Kafka, copied rows, an outbox that is passed on. */
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import { PlainHops } from '@trunkline/platform';
import { Pool } from 'pg';

const pollMs = 500;
const takeAtMost = 500;
/** As the house's relay gathers. */
const gather = { leastMs: 5, eachRowMs: 0.5, mostMs: 40 };

export function openStage(service) {
  Logger.overrideLogger(false);
  const { BENCH_DATABASE_URL, KAFKA_BROKERS, BENCH_PREFIX, BENCH_ROWS } = process.env;
  const kafka = new PlainHops({ service: `bench-${service}`, brokers: KAFKA_BROKERS.split(',') });
  // as on the services' own roles: set-based statements planned on empty tables keep sequential scans
  const options = `-c search_path=${service} -c enable_seqscan=off -c enable_hashjoin=off -c enable_mergejoin=off`;
  const pool = new Pool({ connectionString: BENCH_DATABASE_URL, max: 6, options });
  process.on('disconnect', () => process.exit(0));
  const rows = JSON.parse(readFileSync(BENCH_ROWS, 'utf8'));
  return { kafka, pool, rows, topic: (name) => `${BENCH_PREFIX}${name}`, tell: (said) => process.send(said) };
}

export async function inTransaction({ pool, rows }, work) {
  const client = await pool.connect();
  const run = (name, text, ...values) => client.query({ name, text, values });
  try {
    await client.query('BEGIN');
    const answer = await work({
      run,
      insert: (name, fillings, then) => insert(run, { name, ...rows[name] }, fillings, then),
    });
    await client.query('COMMIT');
    return answer;
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  } finally {
    client.release();
  }
}

/** A copy of the sampled row for each filling, in one statement. */
async function insert(run, { name, table, columns, row }, fillings, then = 'ON CONFLICT DO NOTHING') {
  if (fillings.length === 0) return;
  const list = columns.map((column) => `"${column}"`).join(', ');
  const text = `INSERT INTO ${table} (${list}) SELECT ${list} FROM jsonb_populate_recordset(NULL::${table}, $1::jsonb) ${then}`;
  await run(name, text, `[${fillings.map((filling) => fill(row, filling)).join(',')}]`);
}

const fill = (row, filling) =>
  row.replace(/@(\w+)@/g, (_, place) => (place === 'new' ? randomUUID() : String(filling[place])));

/** Runs `take` as long as it finds something, then rests until it is poked or the poll comes round. */
export function keepTaking(take, rest = pollMs) {
  let wake = () => {};
  let poked = false;
  (async () => {
    for (;;) {
      const took = await take();
      if (took > 0) await delay(Math.min(gather.mostMs, Math.max(gather.leastMs, took * gather.eachRowMs)));
      else if (!poked) await Promise.race([new Promise((resolve) => (wake = resolve)), delay(rest)]);
      poked = false;
    }
  })();
  return () => {
    poked = true;
    wake();
  };
}

/** The outbox goes to `topic`; gives the poke that follows a commit. */
export function passOn({ kafka, pool }, topic) {
  return keepTaking(async () => {
    const { rows } = await pool.query({
      name: 'waiting',
      text: `SELECT id, event_id, key, type, at, body FROM outbox WHERE published_at IS NULL ORDER BY shard, id LIMIT ${takeAtMost}`,
    });
    if (rows.length === 0) return 0;
    await kafka.send(topic, rows.map(recordOf));
    const text = `UPDATE outbox SET published_at = now(), cluster_id = 'raw', partition = 0, "offset" = id WHERE id = ANY($1::bigint[])`;
    await pool.query({ name: 'passed', text, values: [rows.map(({ id }) => id)] });
    return rows.length;
  });
}

const recordOf = ({ event_id, key, type, at, body }) => ({
  key,
  value: body,
  headers: {
    ce_specversion: '1.0',
    ce_id: event_id,
    ce_type: type,
    ce_source: '/trunkline/bench',
    ce_time: at.toISOString(),
    'content-type': 'application/json',
  },
});

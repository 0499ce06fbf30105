/** What each stage of the throw-away chain starts from: Postgres, Kafka, transactions, an outbox that is passed on. */
import { setTimeout as delay } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import { PlainHops } from '@trunkline/platform';
import { Pool } from 'pg';

const pollMs = 100;
const gatherMs = 5;
const takeAtMost = 500;

export function openStage(service) {
  Logger.overrideLogger(false);
  const { BENCH_DATABASE_URL, KAFKA_BROKERS, BENCH_PREFIX } = process.env;
  const kafka = new PlainHops({ service, brokers: KAFKA_BROKERS.split(',') });
  // as on the services' own roles: set-based statements planned on empty tables keep sequential scans
  const options = '-c enable_seqscan=off -c enable_hashjoin=off -c enable_mergejoin=off';
  const pool = new Pool({ connectionString: BENCH_DATABASE_URL, max: 6, options });
  process.on('disconnect', () => process.exit(0));
  return { kafka, pool, topic: (name) => `${BENCH_PREFIX}${name}`, tell: (said) => process.send(said) };
}

export async function inTransaction(pool, work) {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    const answer = await work(client);
    await client.query('COMMIT');
    return answer;
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  } finally {
    client.release();
  }
}

/** Runs `take` as long as it finds something, then rests until it is poked or the poll comes round. */
export function keepTaking(take, rest = pollMs) {
  let wake = () => {};
  let poked = false;
  (async () => {
    for (;;) {
      const took = await take();
      if (took > 0) await delay(took < takeAtMost ? gatherMs : 0);
      else if (!poked) await Promise.race([new Promise((resolve) => (wake = resolve)), delay(rest)]);
      poked = false;
    }
  })();
  return () => {
    poked = true;
    wake();
  };
}

/** The outbox of `stage` goes to `topic`; gives the poke that follows a commit. */
export function passOn({ kafka, pool }, stage, topic) {
  return keepTaking(async () => {
    const { rows } = await pool.query({
      name: 'waiting',
      text: `SELECT id, key, body FROM outbox_${stage} WHERE published_at IS NULL ORDER BY id LIMIT ${takeAtMost}`,
    });
    if (rows.length === 0) return 0;
    await kafka.send(
      topic,
      rows.map(({ key, body }) => ({ key, value: body })),
    );
    const text = `UPDATE outbox_${stage} SET published_at = now() WHERE id = ANY($1::bigint[])`;
    await pool.query({ name: 'passed', text, values: [rows.map(({ id }) => id)] });
    return rows.length;
  });
}

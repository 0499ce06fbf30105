/** Second stage, stock: a transaction for each message, then straight to Kafka. */
import { randomUUID } from 'node:crypto';
import { listen, openEmitter, openPool, tell } from './stage.mjs';

const pool = openPool();
const emit = await openEmitter('stock-intake');

await listen('inbound', 'intake', async ({ id, visitor, text }) => {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    await client.query(
      `INSERT INTO conversation AS known (id, last_words, last_at) VALUES ($1, $2, now())
       ON CONFLICT (id) DO UPDATE SET version = known.version + 1, last_words = $2, last_at = now()`,
      [visitor, text],
    );
    const insert =
      'INSERT INTO message (id, conversation, receipt, text) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING';
    await client.query(insert, [randomUUID(), visitor, id, text]);
    await client.query('COMMIT');
  } finally {
    client.release();
  }
  await emit('conversations', visitor, JSON.stringify({ id: visitor, message: id }));
});
tell({ ready: true });

/** First stage, stock: a row and its commit for each message, then straight to Kafka. */
import { randomUUID } from 'node:crypto';
import { openEmitter, openPool, tell } from './stage.mjs';

const pool = openPool();
const emit = await openEmitter('stock-door');

process.on('message', async ({ mark, visitor, text }) => {
  const id = randomUUID();
  await pool.query('INSERT INTO receipt (id, key, text) VALUES ($1, $2, $3)', [id, mark, text]);
  await emit('inbound', visitor, JSON.stringify({ id, mark, visitor, text }));
  tell({ acknowledged: mark });
});
tell({ ready: true });

/** First stage: what waits is stored with one commit (receipt, line, outbox row), then acknowledged and passed on. */
import { randomUUID } from 'node:crypto';
import { inTransaction, openStage, passOn } from './stage.mjs';

const stage = openStage('bench-door');
const poke = passOn(stage, 'door', stage.topic('inbound'));
const waiting = [];
let busy = false;

process.on('message', (said) => {
  waiting.push({ ...said, id: randomUUID() });
  setImmediate(drain);
});
stage.tell({ ready: true });

async function drain() {
  if (busy) return;
  busy = true;
  while (waiting.length > 0) {
    const batch = waiting.splice(0, 200);
    await inTransaction(stage.pool, (tx) => store(tx, batch));
    poke();
    for (const { mark } of batch) stage.tell({ acknowledged: mark });
  }
  busy = false;
}

async function store(tx, batch) {
  const said = JSON.stringify(batch);
  await tx.query({
    name: 'receipts',
    text: `INSERT INTO receipt (id, key, raw, whole)
           SELECT id, mark, convert_to(text, 'UTF8'), convert_to(text, 'UTF8')
           FROM jsonb_to_recordset($1::jsonb) AS said (id uuid, mark text, text text) ON CONFLICT DO NOTHING`,
    values: [said],
  });
  const of = `jsonb_to_recordset($1::jsonb) AS said (visitor text, text text)`;
  await tx.query({
    name: 'sessions',
    text: `INSERT INTO session (id) SELECT DISTINCT visitor FROM ${of} ORDER BY visitor ON CONFLICT DO NOTHING`,
    values: [said],
  });
  await tx.query({
    name: 'lines',
    text: `WITH moved AS (
             UPDATE session SET last_sequence = last_sequence + many
             FROM (SELECT visitor, count(*)::int AS many FROM ${of} GROUP BY 1) AS counted WHERE id = visitor
             RETURNING id, last_sequence - many AS before)
           INSERT INTO line (session, sequence, text)
           SELECT id, before + row_number() OVER (PARTITION BY id), text FROM ${of} JOIN moved ON id = visitor`,
    values: [said],
  });
  await tx.query({
    name: 'outbox',
    text: 'INSERT INTO outbox_door (key, body) SELECT * FROM unnest($1::text[], $2::text[])',
    values: [batch.map(({ visitor }) => visitor), batch.map((one) => JSON.stringify(one))],
  });
}

/** The door of providers without logic: the signature, one receipt and one outbox row a request, what waits shares a commit. */
import { createHmac, randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import { Pool } from 'pg';

const { BENCH_DATABASE_URL, BENCH_SECRET } = process.env;
const pool = new Pool({ connectionString: BENCH_DATABASE_URL, max: 2 });
const waiting = [];
let isBusy = false;

await pool.query('DROP SCHEMA IF EXISTS bare CASCADE; CREATE SCHEMA bare');
for (const table of ['inbound_receipt', 'outbox'])
  await pool.query(`CREATE TABLE bare.${table} (LIKE channels.${table} INCLUDING ALL)`);
// the rows that the house wrote for one webhook are the pattern of ours
const sample = async (table, order) =>
  (await pool.query(`SELECT to_jsonb(one) AS row FROM channels.${table} one ORDER BY ${order} DESC LIMIT 1`)).rows[0]
    .row;
const receipt = await sample('inbound_receipt', 'received_at');
const fact = await sample('outbox', 'id');
const { id: _, ...columns } = fact;
const list = Object.keys(columns)
  .map((name) => `"${name}"`)
  .join(', ');

const server = createServer((request, response) => {
  const chunks = [];
  request.on('data', (chunk) => chunks.push(chunk));
  request.on('end', () => {
    const body = Buffer.concat(chunks);
    const signature = `sha256=${createHmac('sha256', BENCH_SECRET).update(body).digest('hex')}`;
    if (signature !== request.headers['x-hub-signature-256']) return response.writeHead(401).end();
    const { id } = JSON.parse(body).entry[0].changes[0].value.messages[0];
    waiting.push({ key: id, response });
    setImmediate(drain);
  });
});
server.listen(0, '127.0.0.1', () => process.send({ ready: true, url: `http://127.0.0.1:${server.address().port}/` }));
process.on('disconnect', () => process.exit(0));

async function drain() {
  if (isBusy) return;
  isBusy = true;
  while (waiting.length > 0) {
    const batch = waiting.splice(0, 200);
    await store(batch);
    for (const { response } of batch) response.writeHead(200).end();
  }
  isBusy = false;
}

async function store(batch) {
  const client = await pool.connect();
  const received_at = new Date().toISOString();
  const receipts = batch.map(({ key }) => ({ ...receipt, id: randomUUID(), provider_key: key, received_at }));
  const facts = batch.map(() => ({ ...columns, event_id: randomUUID(), at: received_at, published_at: null }));
  await client.query('BEGIN');
  await client.query({
    name: 'receipts',
    text: `INSERT INTO bare.inbound_receipt SELECT * FROM jsonb_populate_recordset(NULL::bare.inbound_receipt, $1::jsonb)
      ON CONFLICT DO NOTHING`,
    values: [JSON.stringify(receipts)],
  });
  await client.query({
    name: 'facts',
    text: `INSERT INTO bare.outbox (${list}) SELECT ${list} FROM jsonb_populate_recordset(NULL::bare.outbox, $1::jsonb)`,
    values: [JSON.stringify(facts)],
  });
  await client.query('COMMIT');
  client.release();
}

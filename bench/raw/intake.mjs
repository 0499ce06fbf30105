/** Second stage: a batch of records becomes rows and outbox rows in one commit; what opens is then given to somebody. */
import { inTransaction, keepTaking, openStage, passOn } from './stage.mjs';

const stage = openStage('bench-intake');
const poke = passOn(stage, 'intake', stage.topic('conversations'));
const pokeDispatch = keepTaking(giveOut, 25);

await stage.kafka.listen(stage.topic('inbound'), stage.topic('intake'), async (values) => {
  const batch = values.map((value) => JSON.parse(value));
  await inTransaction(stage.pool, (tx) => takeIn(tx, batch));
  poke();
  if (batch.some(({ opens }) => opens)) pokeDispatch();
});
stage.tell({ ready: true });

async function takeIn(tx, batch) {
  const ids = batch.map(({ id }) => id);
  await tx.query({ name: 'known', text: 'SELECT receipt FROM message WHERE receipt = ANY($1::uuid[])', values: [ids] });
  const opened = batch.filter(({ opens }) => opens);
  if (opened.length > 0) await open(tx, JSON.stringify(opened));
  const said = JSON.stringify(batch.map(({ id, visitor, text }) => ({ id, visitor, text })));
  const of = 'jsonb_to_recordset($1::jsonb) AS said (id uuid, visitor text, text text)';
  await tx.query({
    name: 'touch',
    text: `UPDATE conversation SET version = version + 1, last_words = said.text, last_at = now() FROM ${of}
           WHERE conversation.id = said.visitor`,
    values: [said],
  });
  const insert = 'INSERT INTO message (id, conversation, receipt, text)';
  await tx.query({
    name: 'messages',
    text: `${insert} SELECT gen_random_uuid(), visitor, id, text FROM ${of}`,
    values: [said],
  });
  await tell(tx, 'stored', batch);
  await tell(tx, 'opened', opened);
}

async function open(tx, opened) {
  const of = 'jsonb_to_recordset($1::jsonb) AS said (visitor text, text text)';
  const run = (name, text) => tx.query({ name, text, values: [opened] });
  await run(
    'owners',
    `WITH owner AS (INSERT INTO customer (id) SELECT gen_random_uuid() FROM ${of} RETURNING id)
     INSERT INTO address (id, customer, name) SELECT gen_random_uuid(), id, id::text FROM owner`,
  );
  await run('open', `INSERT INTO conversation (id, state) SELECT visitor, 'waiting' FROM ${of} ON CONFLICT DO NOTHING`);
  await run(
    'inputs',
    `INSERT INTO input (conversation, body) SELECT visitor, jsonb_build_object('kind', 'waits') FROM ${of}`,
  );
}

/** To the same agent, whoever it is: rows and commit as the dispatcher's, and nothing weighed. */
async function giveOut() {
  const { rows } = await stage.pool.query(
    'SELECT id, conversation FROM input WHERE step IS NULL ORDER BY id LIMIT 500',
  );
  if (rows.length === 0) return 0;
  await inTransaction(stage.pool, async (tx) => {
    const ids = rows.map(({ id }) => id);
    const of = rows.map(({ conversation }) => conversation);
    await tx.query('UPDATE dispatcher SET last_step = last_step + $1', [rows.length]);
    await tx.query('SELECT id FROM conversation WHERE id = ANY($1) ORDER BY id FOR UPDATE', [of]);
    await tx.query('UPDATE input SET step = id WHERE id = ANY($1::bigint[])', [ids]);
    const each = 'SELECT gen_random_uuid(), one';
    await tx.query(`INSERT INTO assignment (id, conversation, agent) ${each}, 'agent' FROM unnest($1::text[]) AS one`, [
      of,
    ]);
    await tx.query(`INSERT INTO decision (id, conversation, working) ${each}, '{}' FROM unnest($1::text[]) AS one`, [
      of,
    ]);
    await tx.query(`INSERT INTO event (id, conversation, what) ${each}, 'offered' FROM unnest($1::text[]) AS one`, [
      of,
    ]);
    await tx.query(`UPDATE conversation SET state = 'offered', version = version + 1 WHERE id = ANY($1)`, [of]);
    await tell(
      tx,
      'offered',
      of.map((visitor) => ({ visitor })),
    );
  });
  poke();
  return rows.length;
}

async function tell(tx, what, about) {
  if (about.length === 0) return;
  await tx.query({
    name: 'outbox',
    text: 'INSERT INTO outbox_intake (key, body) SELECT * FROM unnest($1::text[], $2::text[])',
    values: [
      about.map(({ visitor }) => visitor),
      about.map(({ visitor, mark }) => JSON.stringify({ what, mark, visitor })),
    ],
  });
}

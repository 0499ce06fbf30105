/** Second stage, as the router: a batch of records becomes rows in one commit; what opens is then given to somebody. */
import { randomUUID } from 'node:crypto';
import { inTransaction, keepTaking, openStage, passOn } from './stage.mjs';

const stage = openStage('router');
const poke = passOn(stage, stage.topic('conversations'));
const pokeDispatch = keepTaking(giveOut);
/** Who spoke before. */
const known = new Map();
const agents = Array.from({ length: 6 }, () => randomUUID());

await stage.kafka.listen(stage.topic('inbound'), stage.topic('intake'), async (values) => {
  const batch = values.map(read);
  await inTransaction(stage, (tx) => takeIn(tx, batch));
  poke();
  if (batch.some(({ opens }) => opens)) pokeDispatch();
});
await stage.kafka.listen(stage.topic('deadlines'), stage.topic('due'), async (values) => {
  const due = values.map((value) => JSON.parse(value));
  await inTransaction(stage, async ({ run }) => {
    const ids = due.map(({ conversationId }) => conversationId);
    await run('due-held', 'SELECT id FROM conversation WHERE id = ANY($1::uuid[]) ORDER BY id FOR UPDATE', ids);
    const text = `UPDATE conversation c SET next_due_at = n.due_at FROM unnest($1::uuid[], $2::timestamptz[]) AS n (id, due_at)
      WHERE c.id = n.id`;
    await run(
      'due',
      text,
      ids,
      due.map(({ dueAt }) => dueAt),
    );
  });
});
stage.tell({ ready: true });

function read(value) {
  const { receiptId: message, from, text } = JSON.parse(value);
  const visitor = from.address.slice(2);
  const opens = !known.has(visitor);
  if (opens) known.set(visitor, { customer: randomUUID(), address: randomUUID() });
  return { message, visitor, text, opens, ...known.get(visitor) };
}

async function takeIn({ run, insert }, batch) {
  const visitors = [...new Set(batch.map(({ visitor }) => visitor))].sort();
  const addresses = [...new Set(batch.map(({ address }) => address))];
  const {
    rows: [{ now: _now }],
  } = await run('now', 'SELECT now()');
  await run(
    'addresses',
    'SELECT id, customer_id FROM address WHERE id = ANY($1::uuid[]) ORDER BY id FOR UPDATE',
    addresses,
  );
  await run(
    'known-receipts',
    'SELECT receipt_id FROM message WHERE receipt_id = ANY($1::uuid[])',
    batch.map(({ message }) => message),
  );
  await run('held', 'SELECT * FROM conversation WHERE id = ANY($1::uuid[]) ORDER BY id FOR UPDATE', visitors);
  const opened = batch.filter(({ opens }) => opens);
  await insert('customer', opened);
  await insert('address', opened);
  await insert('conversation', opened);
  const last = new Map(batch.filter(({ opens }) => !opens).map((one) => [one.visitor, one]));
  const touch = `UPDATE conversation SET version = version + 1, last_words = said.text, last_at = now(), unread = unread + 1
    FROM unnest($1::uuid[], $2::text[]) AS said (id, text) WHERE conversation.id = said.id`;
  if (last.size > 0)
    await run(
      'touch',
      touch,
      [...last.keys()],
      [...last.values()].map(({ text }) => text),
    );
  await insert('message', batch);
  await insert('input', opened);
  await insert('opened', opened);
  await insert('stored', batch);
}

/** To whoever is next: rows and commit as the dispatcher's, and nothing weighed. */
async function giveOut() {
  const { rows } = await stage.pool.query({
    name: 'open-inputs',
    text: 'SELECT id, conversation_id AS visitor, body FROM dispatch_input WHERE step IS NULL ORDER BY id LIMIT 500',
  });
  if (rows.length === 0) return 0;
  const given = rows.map((row, at) => ({
    ...row,
    agent: agents[at % agents.length],
    assignment: randomUUID(),
    decision: randomUUID(),
  }));
  await inTransaction(stage, async ({ run, insert }) => {
    const visitors = given.map(({ visitor }) => visitor);
    await run('fence', 'UPDATE dispatcher SET last_step = last_step + $1', given.length);
    await run('held', 'SELECT * FROM conversation WHERE id = ANY($1::uuid[]) ORDER BY id FOR UPDATE', visitors);
    const number = `UPDATE dispatch_input SET step = id, taken_at = now(), outcome = '{"kind": "heard"}' WHERE id = ANY($1::bigint[])`;
    await run(
      'number',
      number,
      given.map(({ id }) => id),
    );
    await insert('assignment', given);
    await insert('decision', given);
    const busy = [...new Map(given.map((one) => [one.agent, one])).values()];
    await insert('load', busy, 'ON CONFLICT (agent_id) DO UPDATE SET capacity = excluded.capacity');
    await insert('rememberedConversation', given);
    await insert('rememberedAgent', busy, 'ON CONFLICT (agent_id) DO UPDATE SET body = excluded.body');
    const offer = `UPDATE conversation SET state = 'offered', version = version + 1, agent_id = one.agent, assignment_id = one.assignment,
      offered_until = now() FROM unnest($1::uuid[], $2::uuid[], $3::uuid[]) AS one (id, agent, assignment) WHERE conversation.id = one.id`;
    await run(
      'offer',
      offer,
      visitors,
      given.map(({ agent }) => agent),
      given.map(({ assignment }) => assignment),
    );
    await insert('event', given);
    await insert('offered', given);
  });
  poke();
  return rows.length;
}

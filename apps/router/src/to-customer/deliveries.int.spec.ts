/** What became of our words, on a real Postgres: states only go forward, whatever order the news comes in. */
import { type ConversationId, type MessageId, newId } from '@trunkline/contracts';
import { freshDatabase, testPasswords } from '@trunkline/testing';
import { type DeskOnPostgres, openDesk, waits } from '../dispatch/desk-for-specs.ts';
import { recordDeliveries } from './deliveries.consumer.ts';

type Batch = Parameters<typeof recordDeliveries>[1];
type What = 'sent' | 'delivered' | 'read' | 'failed' | 'unknown';

let desk: DeskOnPostgres;
let conversationId: ConversationId;

beforeAll(async () => {
  desk = await openDesk(await freshDatabase(), testPasswords);
  conversationId = await waits(desk.postgres);
});
afterAll(() => desk?.close());

async function aReply(attempt = 1): Promise<MessageId> {
  const id = newId<MessageId>();
  await desk.postgres.query(
    `INSERT INTO message (id, conversation_id, spoken_by, kind, text, shown_at, delivery_state, delivery_at, attempt)
     VALUES ($1, $2, 'agent', 'reply', 'Hello', now(), 'queued', now(), $3)`,
    [id, conversationId, attempt],
  );
  return id;
}

function fact(messageId: MessageId, what: What, attempt = 1): Batch[number] {
  const more = {
    sent: { reference: `<${messageId}@desk.test>`, socketOf: null },
    failed: { because: 'bounced', detail: '550 no such user' },
    unknown: { detail: 'cut off' },
    delivered: {},
    read: {},
  }[what];
  const data = { messageId, conversationId, channel: 'email', attempt, ...more };
  return { id: newId(), type: `delivery.${what}`, at: new Date().toISOString(), data } as never;
}
const record = (batch: Batch) => desk.postgres.transaction((tx) => recordDeliveries(tx, batch));
const look = async (id: MessageId) => {
  const [row] = await desk.postgres.query<{ state: string; because: object | null; reference: string | null }>(
    'SELECT delivery_state AS state, delivery_because AS because, reference FROM message WHERE id = $1',
    [id],
  );
  return row!;
};

/** Later beats earlier here; among these, what is further right stands. */
const lattice: What[] = ['unknown', 'sent', 'failed', 'delivered', 'read'];

test('of every two pieces of news the further one stands, in either order, in one batch or in two', async () => {
  for (const [at, nearer] of lattice.entries()) {
    for (const further of lattice.slice(at)) {
      const [apart, turned, together] = [await aReply(), await aReply(), await aReply()];
      await record([fact(apart, nearer)]);
      await record([fact(apart, further)]);
      await record([fact(turned, further)]);
      await record([fact(turned, nearer)]);
      await record([fact(together, further), fact(together, nearer), fact(together, further)]);
      const states = await Promise.all([apart, turned, together].map(async (id) => (await look(id)).state));
      expect([nearer, ...states]).toEqual([nearer, further, further, further]);
    }
  }
});

test('the reference is kept even where the arrival was told before the sending', async () => {
  const id = await aReply();
  await record([fact(id, 'delivered')]);
  await record([fact(id, 'sent')]);
  expect(await look(id)).toMatchObject({ state: 'delivered', reference: `<${id}@desk.test>` });
});

test('what failed says why, and what arrived after all no longer does', async () => {
  const id = await aReply();
  await record([fact(id, 'failed')]);
  expect(await look(id)).toMatchObject({ state: 'failed', because: { code: 'bounced', values: {} } });
  await record([fact(id, 'delivered')]);
  expect(await look(id)).toMatchObject({ state: 'delivered', because: null });
});

test('news of an earlier attempt says nothing of the one that was made since', async () => {
  const id = await aReply(2);
  await record([fact(id, 'failed', 1)]);
  expect(await look(id)).toMatchObject({ state: 'queued' });
  await record([fact(id, 'sent', 2)]);
  expect(await look(id)).toMatchObject({ state: 'sent' });
});

test('screens are told once for each conversation that changed, and not at all where nothing did', async () => {
  const told = async () =>
    (await desk.postgres.query(`SELECT 1 FROM outbox WHERE type = 'message.moved' AND key = $1`, [conversationId]))
      .length;
  const [one, other] = [await aReply(), await aReply()];
  const before = await told();
  await record([fact(one, 'sent'), fact(other, 'sent'), fact(one, 'delivered')]);
  expect(await told()).toBe(before + 1);
  await record([fact(one, 'sent')]);
  expect(await told()).toBe(before + 1);
});

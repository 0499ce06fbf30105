/** A44 on a real Postgres: taken by one, tried three times, under a clock, and then another way and the supervisor. */
import {
  type AgentId,
  type CallBack,
  type CallBackId,
  type ConversationId,
  NewCallBack,
  newId,
  type StaffV1,
} from '@trunkline/contracts';
import { Refusal } from '@trunkline/platform';
import { anAgent, freshDatabase, testPasswords } from '@trunkline/testing';
import { GiveOrder } from '../desk/give-order.ts';
import { type DeskOnPostgres, openDesk, waits } from '../dispatch/desk-for-specs.ts';
import { CallBackQuery, listCallBacks } from './list-call-backs.ts';
import { type OrderAsked, orderCallBack } from './order-call-back.ts';
import { planByHand } from './plan-by-hand.ts';
import { settleCallBacks } from './settle-call-backs.ts';

let desk: DeskOnPostgres;
let orders: GiveOrder;
const ann = anAgent('ann', { number: '1001' });
const ben = anAgent('ben', { number: '1002', role: 'call-back-agent' });
const sue = anAgent('sue', { number: '2001', role: 'supervisor' });
const stranger = anAgent('eve', { number: '4001', groups: ['payments'] });
const monitor = anAgent('mo', { number: '3001', role: 'monitor' });
beforeAll(async () => {
  desk = await openDesk(await freshDatabase(), testPasswords);
  orders = new GiveOrder(desk.postgres, desk.settings);
  for (const record of [ann, ben, sue, stranger, monitor]) {
    const values = [record.id, JSON.stringify(record)];
    await desk.postgres.query(`INSERT INTO setting (kind, name, version, body) VALUES ('staff', $1, 1, $2)`, values);
  }
  await desk.settings.refresh();
}, 60_000);
afterAll(() => desk?.close());

const number = () => `+49157${Math.floor(1e7 + Math.random() * 9e7)}`;
/** A promise to call a number of theirs, from a conversation in a chat. */
async function owed(
  asked: object = {},
): Promise<{ id: CallBackId; conversationId: ConversationId; planned: CallBack }> {
  const conversationId = await waits(desk.postgres);
  const plan = NewCallBack.parse({ number: number(), ...asked });
  const planned = await planByHand(orders, { by: ann.id, conversationId, does: 'plan-call-back', plan });
  return { id: planned.id, conversationId, planned };
}
const give = (by: StaffV1, id: CallBackId, order: OrderAsked, note = '') =>
  orderCallBack(orders, { by: by.id, id, order, note });
const take = { kind: 'take' } as const;
const tried = (isReached: boolean, dueAt: string | null = null) => ({ kind: 'attempt', isReached, dueAt }) as const;
const no = (asked: Promise<unknown>) =>
  asked.then(
    () => 'yes',
    (error) => (error instanceof Refusal ? error.code : Promise.reject(error)),
  );
const facts = (id: ConversationId, type: string) =>
  desk.postgres
    .query<{ body: string }>('SELECT body FROM outbox WHERE key = $1 AND type = $2 ORDER BY id', [id, type])
    .then((rows) => rows.map(({ body }) => JSON.parse(body)));
const open = async () =>
  (await listCallBacks(desk.postgres, ben, CallBackQuery.parse({ open: '1', limit: 200 }))).items.map(({ id }) => id);
/** A second address of the same customer, from which they have written before. */
async function alsoWrites(conversationId: ConversationId, channel: string, standard: string, address: string) {
  await desk.postgres.query(
    `WITH known AS (SELECT c.*, a.customer_id FROM conversation c JOIN address a ON a.id = c.address_id WHERE c.id = $1),
          place AS (INSERT INTO address (id, customer_id, channel, address) SELECT $2, customer_id, $3, $5 FROM known RETURNING id)
     INSERT INTO conversation (id, address_id, thread_key, channel, account, standard, live, queue, state, arrived_at, language,
       urgency, order_key, order_key_parts, policy_version, last_words, last_from, last_at, last_customer_at, solved_at)
     SELECT gen_random_uuid(), place.id, 'thread-2', $3, 'desk', $4, false, queue, 'solved', arrived_at, language, urgency, order_key,
       order_key_parts, policy_version, '', 'customer', arrived_at - interval '1 day', arrived_at, now() FROM known, place`,
    [conversationId, newId(), channel, standard, address],
  );
}

test('A44 one takes it, and nobody else calls meanwhile; given back anybody may; a supervisor frees it', async () => {
  const { id, conversationId, planned } = await owed();
  expect(planned).toMatchObject({ takenBy: null, version: 1, channel: 'phone' });
  expect(await give(ann, id, take)).toMatchObject({ takenBy: ann.id, version: 2 });
  const refused = await give(ben, id, take).catch((error: Refusal) => error);
  expect(refused).toMatchObject({ code: 'call-back-taken', status: 409, values: { agent: ann.name } });
  expect(await no(give(ben, id, tried(true)))).toBe('call-back-taken');
  await give(sue, id, { kind: 'give-back' });
  expect(await give(ben, id, take)).toMatchObject({ takenBy: ben.id });
  expect([await no(give(stranger, id, take)), await no(give(monitor, id, take))]).toEqual(['not-found', 'not-allowed']);
  const said = await facts(conversationId, 'call-back.changed');
  expect(said.map(({ takenBy, isDone }) => [takenBy, isDone])).toEqual([
    [ann.id, false],
    [null, false],
    [ben.id, false],
  ]);
});

test('A44 two who take it at once: one has it', async () => {
  const { id } = await owed();
  const outcomes = await Promise.all([no(give(ann, id, take)), no(give(ben, id, take))]);
  expect(outcomes.sort()).toEqual(['call-back-taken', 'yes']);
});

test('A44 it stands under a clock that moves with it and ends with it', async () => {
  const { id, conversationId, planned } = await owed();
  const [set] = await facts(conversationId, 'alarm.set');
  expect(set).toMatchObject({ kind: 'call-back', aboutId: id, escalates: true });
  expect(Date.parse(set.dueAt)).toBe(Date.parse(planned.dueAt));
  const dueAt = new Date(Date.now() + 7_200_000).toISOString();
  const moved = await give(ann, id, { kind: 'move', dueAt }, 'After lunch');
  expect([Date.parse(moved.dueAt), moved.orderKey > planned.orderKey]).toEqual([Date.parse(dueAt), true]);
  expect((await facts(conversationId, 'alarm.set')).map((one) => Date.parse(one.dueAt))).toEqual([
    Date.parse(planned.dueAt),
    Date.parse(dueAt),
  ]);
  await give(ann, id, take);
  expect(await facts(conversationId, 'alarm.set')).toHaveLength(2);
  await give(ann, id, tried(true), 'Settled');
  expect(await facts(conversationId, 'alarm.off')).toHaveLength(1);
  expect(await open()).not.toContain(id);
});

test('A44 the third in vain: the customer is written to by another way, and the supervisor is told', async () => {
  const { id, conversationId } = await owed();
  await alsoWrites(conversationId, 'email', 'mail', 'her@x.test');
  const next = new Date(Date.now() + 3_600_000).toISOString();
  expect(await give(ann, id, tried(false, next), 'Engaged')).toMatchObject({
    takenBy: null,
    dueAt: expect.any(String),
  });
  await give(ben, id, tried(false), 'Nobody');
  expect(await facts(conversationId, 'reply.written')).toEqual([]);
  expect(await give(ann, id, tried(false), 'Nobody again')).toMatchObject({ result: 'not-reached' });
  const [letter, ...more] = await facts(conversationId, 'reply.written');
  expect(more).toEqual([]);
  expect(letter).toMatchObject({ channel: 'email', to: { address: 'her@x.test' }, kind: 'notice' });
  expect(letter.text).toMatch(/tried to call you/i);
  expect(await facts(conversationId, 'conversation.escalated')).toMatchObject([
    { because: 'call-back-not-reached', by: ann.id },
  ]);
  expect(await no(give(ann, id, tried(true)))).toBe('call-backs-used-up');
});

test('A44 with no other way the supervisor is told all the same', async () => {
  const { id, conversationId } = await owed();
  await desk.postgres.query(`UPDATE conversation SET standard = 'call', channel = 'phone' WHERE id = $1`, [
    conversationId,
  ]);
  for (let nth = 0; nth < 3; nth += 1) await give(ann, id, tried(false));
  expect(await facts(conversationId, 'reply.written')).toEqual([]);
  expect(await facts(conversationId, 'conversation.escalated')).toHaveLength(1);
});

test('A44 what nobody need call any more leaves the list and its clock, and says why', async () => {
  const [one, other] = [await owed(), await owed()];
  await give(ann, one.id, { kind: 'withdraw' }, 'She wrote that it is solved');
  expect(await facts(one.conversationId, 'alarm.off')).toHaveLength(1);
  await give(ben, other.id, take);
  await desk.postgres.transaction((tx) => settleCallBacks(tx, { id: other.id }));
  const [off, said] = [
    await facts(other.conversationId, 'alarm.off'),
    await facts(other.conversationId, 'call-back.changed'),
  ];
  expect([off.length, said.at(-1)]).toMatchObject([1, { isDone: true, takenBy: null }]);
  expect(await open()).not.toEqual(expect.arrayContaining([one.id, other.id]));
});

test('A44 the accused neither sees it nor takes it', async () => {
  const { id, conversationId } = await owed();
  expect(await open()).toContain(id);
  await desk.postgres.query(`UPDATE conversation SET hidden_from = $2 WHERE id = $1`, [
    conversationId,
    [ben.id as AgentId],
  ]);
  expect(await open()).not.toContain(id);
  expect(await no(give(ben, id, take))).toBe('not-found');
});

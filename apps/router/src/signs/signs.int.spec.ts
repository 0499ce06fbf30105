/** Signs on a real Postgres: flagged once, also when heard again; seen; taken back; the third bad end; one incident. */
import { type ConversationId, newId, type SignId, type StaffV1 } from '@trunkline/contracts';
import { defaultPolicy } from '@trunkline/rules';
import { anAgent, freshDatabase, testPasswords } from '@trunkline/testing';
import { GiveOrder } from '../desk/give-order.ts';
import { resolve } from '../desk/resolve.ts';
import { showConversation } from '../desk/show-conversation.ts';
import { type DeskOnPostgres, openDesk } from '../dispatch/desk-for-specs.ts';
import { aReceivedMessage } from '../intake/a-received-message.ts';
import { takeIn } from '../intake/take-in.ts';
import { judgeText } from '../understand/judge-text.ts';
import { firstIdAt, showIncidents } from './incidents.store.ts';
import { listSigns, signsOf } from './list-signs.ts';
import { markSensitive } from './mark-sensitive.ts';
import { sayOutcome } from './say-outcome.ts';
import { showMatter } from './show-matter.ts';
import { takeBack } from './take-back.ts';
import { tieMatter } from './tie-matter.ts';
import { WatchSpikes } from './watch-spikes.ts';

let desk: DeskOnPostgres;
let orders: GiveOrder;

const groups = defaultPolicy.queues.map(({ code }) => code);
const person = (name: string, rest: Partial<StaffV1> = {}) => anAgent(name, { groups, ...rest });
const ann = person('ann');
const sue = person('sue', { role: 'supervisor' });
const elsewhere = person('eve', { role: 'supervisor', groups: ['nowhere'] });

beforeAll(async () => {
  judgeText('the first text fits the classifier, which takes seconds', defaultPolicy);
  desk = await openDesk(await freshDatabase(), testPasswords);
  orders = new GiveOrder(desk.postgres, desk.settings);
  for (const record of [ann, sue, elsewhere]) {
    const values = [record.id, JSON.stringify(record)];
    await desk.postgres.query(`INSERT INTO setting (kind, name, version, body) VALUES ('staff', $1, 1, $2)`, values);
  }
  await desk.settings.refresh();
}, 120_000);
afterAll(() => desk?.close());

const take = (...batch: ReturnType<typeof aReceivedMessage>[]) =>
  desk.postgres.transaction((tx) => takeIn(tx, batch, { policy: defaultPolicy }));
const chat = (address: string, text: string) =>
  aReceivedMessage({ channel: 'webchat', standard: 'chat', live: true, from: { address }, thread: { key: '' }, text });
const idOf = async (address: string) => {
  const [row] = await desk.postgres.query<{ id: ConversationId }>(
    `SELECT c.id FROM conversation c JOIN address a ON a.id = c.address_id WHERE a.address = $1
      ORDER BY c.arrived_at DESC, c.id DESC LIMIT 1`,
    [address],
  );
  return row!.id;
};
const by = (who: StaffV1, conversationId: ConversationId) => ({ by: who.id, conversationId });
const factsOf = async (key: string, type: string) => {
  const rows = await desk.postgres.query<{ body: string }>(
    'SELECT body FROM outbox WHERE key = $1 AND type = $2 ORDER BY id',
    [key, type],
  );
  return rows.map(({ body }) => (typeof body === 'string' ? JSON.parse(body) : body));
};
const inputsOf = (id: ConversationId) =>
  desk.postgres.query<{
    kind: string;
    body: { orderKeyParts: { boostMinutes: number; boosts: { because: string }[] } };
  }>('SELECT kind, body FROM dispatch_input WHERE conversation_id = $1 ORDER BY id', [id]);

test('A24 a first message that is sensitive is flagged once, waits with its weight, and alerts with its words', async () => {
  const message = chat('first', '我要投诉,你们的态度太差了');
  await take(message, message);
  await take(message);
  const id = await idOf('first');
  expect(await signsOf(desk.postgres, id)).toMatchObject([
    { kind: 'tends-to-complain', by: 'detection', words: expect.arrayContaining(['投诉']), seenAt: null },
  ]);
  const [waits, ...more] = await inputsOf(id);
  expect(more).toEqual([]);
  expect(waits!.body.orderKeyParts.boosts).toContainEqual(
    expect.objectContaining({ because: 'is-sensitive', minutes: 60, words: expect.arrayContaining(['投诉']) }),
  );
  const shown = await showConversation(desk.postgres, id);
  expect(shown.orderKeyParts).toEqual(waits!.body.orderKeyParts);
  expect(shown.orderKey).toBe(shown.orderKeyParts.orderKey);
  expect(shown.events).toContainEqual(expect.objectContaining({ what: 'flagged' }));
  expect(await factsOf(id, 'conversation.flagged')).toMatchObject([{ kind: 'tends-to-complain', by: 'detection' }]);
  expect(await listSigns(desk.postgres, sue, true)).toContainEqual(
    expect.objectContaining({ conversationId: id, conversation: expect.objectContaining({ id }) }),
  );
  expect(await listSigns(desk.postgres, elsewhere, true)).toEqual([]);
});

test('A24 one that waits already moves forward once, however often it is said', async () => {
  await take(chat('later', 'Where is my parcel?'));
  const id = await idOf('later');
  const before = await showConversation(desk.postgres, id);
  await take(chat('later', 'I want to file a complaint'), chat('later', 'I will complain to the ombudsman'));
  await take(chat('later', 'I want to file a complaint'));
  const after = await showConversation(desk.postgres, id);
  expect(before.orderKey - after.orderKey).toBe(60 * 60_000);
  const inputs = await inputsOf(id);
  expect(inputs.map(({ kind }) => kind)).toEqual(['waits', 'warned']);
  const [row] = await desk.postgres.query<{ routing: number }>(
    'SELECT routing_version::int AS routing FROM conversation WHERE id = $1',
    [id],
  );
  expect(row).toEqual({ routing: 2 });
  expect(await factsOf(id, 'conversation.flagged')).toHaveLength(1);
});

test('a quiet batch costs no statement about signs', async () => {
  const asked: string[] = [];
  await desk.postgres.transaction((tx) => {
    const query = ((sql: string, params?: unknown[]) => {
      asked.push(sql);
      return tx.query(sql, params);
    }) as typeof tx.query;
    return takeIn({ ...tx, query }, [chat('quiet', 'How do I set it up?')], { policy: defaultPolicy });
  });
  expect(asked.filter((sql) => /conversation_sign|outcome/.test(sql))).toEqual([]);
});

test('A27 a stated profession, a customer’s tag, an amount: flagged with what says so, and listed to those who lead alone', async () => {
  const costlyFrom = defaultPolicy.signs.costlyFrom ?? 10_000;
  const policy = { ...defaultPolicy, signs: { ...defaultPolicy.signs, costlyFrom } };
  const says = (address: string, text: string) =>
    desk.postgres.transaction((tx) => takeIn(tx, [chat(address, text)], { policy }));
  await says('reporter', '我是電視台的記者，想了解你們的退貨規定');
  await says('tagged', 'Hello');
  await desk.postgres.query(
    `UPDATE customer SET tags = '["journalist"]' WHERE id = (SELECT customer_id FROM address WHERE address = 'tagged')`,
  );
  await says('tagged', 'What are your opening hours?');
  await says('costly', `Your driver ruined goods worth $${costlyFrom * 2}`);
  const of = async (address: string) =>
    (await signsOf(desk.postgres, await idOf(address))).map(({ kind, words }) => [kind, words.length > 0]);
  expect([await of('reporter'), await of('tagged'), await of('costly')]).toEqual([
    [['in-the-media', true]],
    [['in-the-media', true]],
    expect.arrayContaining([['rare-and-costly', true]]),
  ]);
  const listed = (await listSigns(desk.postgres, sue, true)).map(({ conversationId }) => conversationId);
  expect(listed).toEqual(expect.arrayContaining([await idOf('reporter'), await idOf('tagged'), await idOf('costly')]));
});

test('A24 a person marks with one click, beside detection; marked twice is one mark', async () => {
  await take(chat('marked', 'Hello'));
  const id = await idOf('marked');
  const sign = { kind: 'may-leave', note: 'sounded tired' } as const;
  const first = await markSensitive(orders, { ...by(ann, id), does: 'mark-sensitive', sign });
  const again = await markSensitive(orders, { ...by(ann, id), does: 'mark-sensitive', sign });
  expect(again.id).toBe(first.id);
  await take(chat('marked', 'I will never buy anything here again'));
  expect((await signsOf(desk.postgres, id)).map((one) => [one.kind, one.by])).toEqual([
    ['may-leave', 'person'],
    ['may-leave', 'detection'],
  ]);
  const { orderKeyParts } = await showConversation(desk.postgres, id);
  expect(orderKeyParts.boosts.filter(({ because }) => because === 'is-sensitive')).toHaveLength(1);
});

test('a sign that a supervisor took back weighs nothing, says why, and is not found again; an agent may not', async () => {
  await take(chat('back', 'I want to file a complaint'));
  const id = await idOf('back');
  const [sign] = await signsOf(desk.postgres, id);
  const order = { signId: sign!.id as SignId, reason: 'was a joke', does: 'unmark-sensitive' as const };
  await expect(takeBack(orders, { ...by(ann, id), ...order })).rejects.toMatchObject({ code: 'not-allowed' });
  await takeBack(orders, { ...by(sue, id), ...order });
  await expect(takeBack(orders, { ...by(sue, id), ...order })).rejects.toMatchObject({ code: 'not-found' });
  await take(chat('back', 'I want to file a complaint'));
  expect(await signsOf(desk.postgres, id)).toEqual([]);
  const { orderKeyParts, events } = await showConversation(desk.postgres, id);
  expect(orderKeyParts.boosts.some(({ because }) => because === 'is-sensitive')).toBe(false);
  expect(events).toContainEqual(
    expect.objectContaining({
      what: 'unflagged',
      because: { code: 'sign-taken-back', values: { note: 'was a joke' } },
    }),
  );
  expect(await factsOf(id, 'conversation.unflagged')).toHaveLength(1);
});

const solve = (id: ConversationId) => resolve(orders, { ...by(sue, id), does: 'resolve' });
const again = async (address: string) =>
  (await signsOf(desk.postgres, await idOf(address))).filter(({ kind }) => kind === 'unsatisfied-again');

test('A25 the third time that it is reopened is flagged, exactly once; thanks are no complaint', async () => {
  const text = 'My order A-10023 does not work';
  await take(chat('again', text));
  const id = await idOf('again');
  for (let round = 1; round <= 4; round += 1) {
    await solve(id);
    await take(chat('again', text));
    expect(await again('again')).toHaveLength(round < 3 ? 0 : 1);
  }
  await solve(id);
  await take(chat('again', 'Thank you!'));
  const [row] = await desk.postgres.query('SELECT count(*)::int AS outcomes FROM outcome WHERE conversation_id = $1', [
    id,
  ]);
  expect(row).toEqual({ outcomes: 4 });
  expect(await factsOf(id, 'conversation.flagged')).toHaveLength(1);
  expect((await again('again'))[0]).toMatchObject({ because: { code: 'contacts-unsatisfied', values: { count: 3 } } });
});

test('A25 over channels of one customer, by what agents say and tie; a satisfied end begins anew', async () => {
  const said = (address: string, satisfied: boolean) => async () => {
    const outcome = { satisfied, reason: satisfied ? '' : 'still broken' };
    return sayOutcome(orders, { ...by(sue, await idOf(address)), does: 'say-outcome', outcome });
  };
  const addresses = ['t1', 't2', 't3', 't4'];
  const texts = ['The kettle leaks', 'Card declined abroad', 'Where may I park?', '新闻推送太多怎么关'];
  await take(...addresses.map((address, at) => chat(address, texts[at]!)));
  await desk.postgres.query(
    `UPDATE address SET customer_id = (SELECT customer_id FROM address WHERE address = 't1') WHERE address = ANY($1)`,
    [addresses],
  );
  const [one, two, three, four] = await Promise.all(addresses.map(idOf));
  const tie = (conversationId: ConversationId, tied = true) =>
    tieMatter(orders, { ...by(sue, four!), does: 'tie-matter', said: { conversationId, tied } });
  await said('t1', false)();
  await said('t2', false)();
  await said('t3', true)();
  await said('t4', false)();
  await tie(one!);
  await tie(two!);
  expect(await again('t4')).toHaveLength(1);
  const matter = await showMatter(desk.postgres, four!, defaultPolicy);
  expect(
    matter.items
      .filter(({ kind }) => kind === 'same')
      .map(({ conversationId }) => conversationId)
      .sort(),
  ).toEqual([one!, two!].sort());
  await tie(three!);
  await said('t4', false)();
  expect(await again('t4')).toHaveLength(1);
});

test('A26 many report the same, rising: one incident with members, none besides while it is open, and it ends', async () => {
  const spikes = new WatchSpikes(desk.postgres, desk.settings, undefined as never, undefined as never);
  // the newest of each window comes a minute before its end
  const counts = [2, 2, 2, 2, 3, 5, 8];
  const ids: ConversationId[] = [];
  for (const [at, count] of counts.entries()) {
    for (let n = 0; n < count; n += 1)
      ids.push(await arrived('where-is-my-order', (counts.length - 1 - at) * 10 + 1 + n / 10));
  }
  await spikes.look();
  const open = () =>
    showIncidents(desk.postgres, { personId: sue.id, seesAll: false, groups: sue.groups }, { isOpenOnly: true });
  const [incident, ...others] = await open();
  expect(others).toEqual([]);
  expect(incident).toMatchObject({ label: 'where-is-my-order', count: 8, queues: ['service'], memberCount: 16 });
  expect(await factsOf(incident!.id, 'incident.opened')).toMatchObject([{ count: 8, label: 'where-is-my-order' }]);
  const newest = ids.at(-1)!;
  expect(await signsOf(desk.postgres, newest)).toMatchObject([{ kind: 'many-report-it', incidentId: incident!.id }]);
  expect((await listSigns(desk.postgres, sue, true)).some(({ conversationId }) => conversationId === newest)).toBe(
    false,
  );
  await arrived('where-is-my-order', 0.5);
  await spikes.look();
  await spikes.look();
  expect(await open()).toMatchObject([{ id: incident!.id, count: 9, memberCount: 17 }]);
  expect(await factsOf(incident!.id, 'incident.opened')).toHaveLength(1);
  await desk.postgres.query(
    `UPDATE conversation SET arrived_at = arrived_at - interval '1 hour' WHERE label = 'where-is-my-order'`,
  );
  await spikes.look();
  expect(await open()).toEqual([]);
  expect(await factsOf(incident!.id, 'incident.closed')).toMatchObject([{ because: 'back-to-usual' }]);
});

test('A26 a high load that is as ever raises nothing', async () => {
  const spikes = new WatchSpikes(desk.postgres, desk.settings, undefined as never, undefined as never);
  for (let window = 0; window < 15; window += 1) {
    for (let n = 0; n < 9; n += 1) await arrived('invoice', window * 10 + 1 + n / 10);
  }
  await spikes.look();
  expect(await showIncidents(desk.postgres, { personId: sue.id, seesAll: true, groups: [] }, {})).not.toContainEqual(
    expect.objectContaining({ label: 'invoice' }),
  );
});

/** A waiting conversation as intake would have left it so many minutes ago. */
async function arrived(label: string, minutesAgo: number): Promise<ConversationId> {
  const start = firstIdAt(Date.now() - minutesAgo * 60_000).slice(0, 14);
  const id = `${start}${newId().slice(14)}` as ConversationId;
  const other = newId();
  const parts = {
    arrivedAt: new Date().toISOString(),
    firstResponseSeconds: 60,
    boosts: [],
    boostMinutes: 0,
    orderKey: 1,
  };
  await desk.postgres.query(
    `WITH p AS (INSERT INTO customer (id) VALUES ($1))
    INSERT INTO address (id, customer_id, channel, address) VALUES ($1, $1, 'webchat', $2)`,
    [other, other],
  );
  await desk.postgres.query(
    `INSERT INTO conversation (id, address_id, thread_key, state, routing_version, channel, standard, account, live, queue,
       language, label, policy_version, urgency, order_key_parts, order_key, arrived_at, last_words, last_from, last_at)
     VALUES ($1, $2, '', 'waiting', 1, 'webchat', 'chat', 'demo', true, 'service', 'en', $3, 0, 'normal', $4, 1,
       now() - make_interval(secs => $5), 'Where is it?', 'customer', now())`,
    [id, other, label, parts, minutesAgo * 60],
  );
  return id;
}

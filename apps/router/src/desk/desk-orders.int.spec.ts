/** Desk orders on a real Postgres with the dispatcher running: each guard, its reason, and what is said once. */
import { type AgentId, type ConversationId, newId, type StaffV1 } from '@trunkline/contracts';
import { Refusal } from '@trunkline/platform';
import { type Act, defaultPolicy } from '@trunkline/rules';
import { anAgent, freshDatabase, testPasswords } from '@trunkline/testing';
import { type DeskOnPostgres, openDesk } from '../dispatch/desk-for-specs.ts';
import { aReceivedMessage } from '../intake/a-received-message.ts';
import { takeIn } from '../intake/take-in.ts';
import { changePresence } from '../presence/change-presence.ts';
import { judgeText } from '../understand/judge-text.ts';
import { accept } from './accept.ts';
import { close } from './close.ts';
import { decline } from './decline.ts';
import { GiveOrder } from './give-order.ts';
import { ListQuery, listConversations } from './list-conversations.ts';
import { listMessages } from './list-messages.ts';
import { markRead } from './mark-read.ts';
import { reopen } from './reopen.ts';
import { reply } from './reply.ts';
import { resolve } from './resolve.ts';
import { showConversation } from './show-conversation.ts';
import { transfer } from './transfer.ts';

let desk: DeskOnPostgres;
let orders: GiveOrder;

const skills = { 'lang-en': 5, 'lang-zh': 5 };
const person = (name: string, rest: Partial<StaffV1> = {}) => anAgent(name, { skills, ...rest });
const ann = person('ann');
const bob = person('bob');
const monitor = person('mo', { role: 'monitor' });
const stranger = person('eve', { groups: ['payments'] });

beforeAll(async () => {
  judgeText('the first text fits the classifier, which takes seconds', defaultPolicy);
  desk = await openDesk(await freshDatabase(), testPasswords);
  orders = new GiveOrder(desk.postgres, desk.settings);
  for (const record of [ann, bob, monitor, stranger]) {
    const values = [record.id, JSON.stringify(record)];
    await desk.postgres.query(`INSERT INTO setting (kind, name, version, body) VALUES ('staff', $1, 1, $2)`, values);
  }
  await desk.settings.refresh();
  desk.dispatcher('spec').hold.onApplicationBootstrap();
  await changePresence(desk.postgres, { agent: ann, state: 'online', seconds: 600 });
}, 120_000);
afterAll(() => desk?.close());

const chat = (address: string, text: string) =>
  aReceivedMessage({ channel: 'webchat', standard: 'chat', live: true, from: { address }, thread: { key: '' }, text });
const says = (address: string, text = 'Hello, how do I set it up?') =>
  desk.postgres.transaction((tx) => takeIn(tx, [chat(address, text)], { policy: defaultPolicy }));

async function comesTrue(isSo: () => Promise<boolean>): Promise<void> {
  const giveUpAt = performance.now() + 10_000;
  while (!(await isSo())) {
    if (performance.now() > giveUpAt) throw new Error('it never came true');
    await new Promise((next) => setTimeout(next, 10));
  }
}

const idOf = async (address: string): Promise<ConversationId> => {
  const [row] = await desk.postgres.query<{ id: ConversationId }>(
    `SELECT c.id FROM conversation c JOIN address a ON a.id = c.address_id WHERE a.address = $1 ORDER BY c.arrived_at DESC`,
    [address],
  );
  return row!.id;
};
const stateOf = async (id: ConversationId) => (await showConversation(desk.postgres, id)).state;
const order = (by: StaffV1, conversationId: ConversationId, does: Act) => ({ by: by.id, conversationId, does });

/** A chat that rings at Ann. */
async function ringing(address = `visitor-${newId()}`): Promise<ConversationId> {
  await says(address);
  const id = await idOf(address);
  await comesTrue(async () => (await stateOf(id)) === 'offered');
  return id;
}
async function taken(): Promise<ConversationId> {
  const id = await ringing();
  await accept(orders, order(ann, id, 'accept'));
  return id;
}
const words = (id: ConversationId, text: string, more: { by?: StaffV1; key?: string; seenVersion?: number } = {}) =>
  reply(orders, {
    ...order(more.by ?? ann, id, 'reply'),
    message: { text, kind: 'reply', ...(more.seenVersion === undefined ? {} : { seenVersion: more.seenVersion }) },
    idempotencyKey: more.key ?? null,
  });
const no = (asked: Promise<unknown>) =>
  asked.then(
    () => 'yes',
    (error) => (error instanceof Refusal ? error.code : Promise.reject(error)),
  );

test('an offer is taken by the one it rings for, once, and twice is a yes', async () => {
  const id = await ringing();
  expect(await no(accept(orders, order(bob, id, 'accept')))).toBe('offer-is-over');
  expect(await no(words(id, 'Hello'))).toBe('not-taken-yet');
  await Promise.all([accept(orders, order(ann, id, 'accept')), accept(orders, order(ann, id, 'accept'))]);
  expect(await showConversation(desk.postgres, id)).toMatchObject({ state: 'assigned', agentId: ann.id });
  expect(await no(decline(orders, { ...order(ann, id, 'decline'), note: '' }))).toBe('offer-is-over');
});

test('what was declined is over for whoever declined it', async () => {
  const id = await ringing();
  await decline(orders, { ...order(ann, id, 'decline'), note: 'not mine' });
  expect(await no(accept(orders, order(ann, id, 'accept')))).toBe('offer-is-over');
  const { events } = await showConversation(desk.postgres, id);
  expect(events.find(({ what }) => what === 'declined')).toMatchObject({ because: { values: { note: 'not mine' } } });
});

test('V7 another group gives no order and a monitor no reply', async () => {
  const id = await taken();
  for (const act of [accept, resolve, close, reopen]) {
    expect(await no(act(orders, order(stranger, id, 'accept')))).toBe('not-your-group');
  }
  expect(await no(words(id, 'Hello', { by: stranger }))).toBe('not-your-group');
  expect(await no(words(id, 'Hello', { by: monitor }))).toBe('not-allowed');
  expect(await no(words(id, 'Hello', { by: bob }))).toBe('not-yours');
  expect(await no(words(id, '  '))).toBe('nothing-to-send');
});

/** What went out to the customer, in its order. */
const saidTo = async (id: ConversationId) => {
  const written = await desk.postgres.query<{ text: string }>(
    `SELECT body::jsonb->>'text' AS text FROM outbox WHERE type = 'reply.written' AND key = $1 ORDER BY id`,
    [id],
  );
  return written.map(({ text }) => text);
};

test('A33 whoever takes it greets with their number, once, and the customer is still owed an answer', async () => {
  const id = await taken();
  await accept(orders, order(ann, id, 'accept'));
  const greeting = 'Hello, this is Trunkline Desk. My name is ann, number 1, and I am glad to help you.';
  expect(await saidTo(id)).toEqual([greeting]);
  expect(await showConversation(desk.postgres, id)).toMatchObject({ state: 'assigned', unread: 1 });
});

test('a note stays in the house, a reply goes out and takes the unread count away', async () => {
  const id = await taken();
  const note = { text: 'Careful', kind: 'note' as const };
  await reply(orders, { ...order(monitor, id, 'write-note'), message: note, idempotencyKey: null });
  await words(id, 'Good morning');
  expect(await saidTo(id)).toEqual([expect.stringContaining('number 1,'), 'Good morning']);
  expect(await showConversation(desk.postgres, id)).toMatchObject({ state: 'with-customer', unread: 0 });
  const { items } = await listMessages(orders, id, undefined);
  expect(items.map(({ kind, authorName }) => [kind, authorName])).toEqual([
    ['message', null],
    ['notice', null],
    ['note', 'mo'],
    ['reply', 'ann'],
  ]);
});

test('L2 two posts with one key at once are one message with one answer; another key is another', async () => {
  const id = await taken();
  const same = await Promise.all(Array.from({ length: 8 }, () => words(id, 'Once', { key: 'k-once' })));
  expect(new Set(same.map((message) => message.id)).size).toBe(1);
  expect((await words(id, 'Once', { key: 'k-once' })).id).toBe(same[0]!.id);
  expect((await words(id, 'Twice', { key: 'k-twice' })).id).not.toBe(same[0]!.id);
  const rows = await desk.postgres.query(`SELECT text FROM message WHERE conversation_id = $1 AND kind = 'reply'`, [
    id,
  ]);
  expect(rows).toHaveLength(2);
});

test('only words of the customer that came since one looked make one read on first', async () => {
  const address = `visitor-${newId()}`;
  const id = await ringing(address);
  const { version: seenVersion } = await accept(orders, order(ann, id, 'accept'));
  const note = { text: 'A note raises the version', kind: 'note' as const };
  await reply(orders, { ...order(bob, id, 'write-note'), message: note, idempotencyKey: null });
  expect(await no(words(id, 'Hello', { seenVersion }))).toBe('yes');
  await says(address, 'Are you there?');
  expect(await no(words(id, 'Hello', { seenVersion }))).toBe('read-on-first');
  await markRead(orders, order(ann, id, 'read-messages'));
  expect(await no(words(id, 'Hello', { seenVersion }))).toBe('read-on-first');
  const now = await showConversation(desk.postgres, id);
  expect(await no(words(id, 'Yes', { seenVersion: now.version }))).toBe('yes');
});

test('what the holder has read is told once, and a colleague’s look takes nothing away', async () => {
  const id = await taken();
  const moved = async () =>
    (await desk.postgres.query(`SELECT 1 FROM outbox WHERE type = 'message.moved' AND key = $1`, [id])).length;
  await markRead(orders, order(bob, id, 'read-messages'));
  expect([await moved(), (await showConversation(desk.postgres, id)).unread]).toEqual([0, 1]);
  await markRead(orders, order(ann, id, 'read-messages'));
  await markRead(orders, order(ann, id, 'read-messages'));
  expect([await moved(), (await showConversation(desk.postgres, id)).unread]).toEqual([1, 0]);
});

test('solving, closing and opening again keep their order, each no with its reason', async () => {
  const id = await taken();
  expect(await no(reopen(orders, order(ann, id, 'reopen')))).toBe('still-open');
  await resolve(orders, order(ann, id, 'resolve'));
  expect((await resolve(orders, order(ann, id, 'resolve'))).state).toBe('solved');
  expect(await no(words(id, 'One more thing'))).toBe('already-solved');
  expect(await no(transfer(orders, { ...order(ann, id, 'transfer'), transfer: { to: { queue: 'service' } } }))).toBe(
    'already-solved',
  );
  expect((await reopen(orders, order(ann, id, 'reopen'))).state).not.toBe('solved');
  await close(orders, order(ann, id, 'close'));
  expect((await close(orders, order(ann, id, 'close'))).state).toBe('closed');
  for (const act of [reopen, resolve]) expect(await no(act(orders, order(ann, id, 'reopen')))).toBe('already-closed');
  expect(await no(words(id, 'Hello?'))).toBe('already-closed');
});

test('whoever it only rang for is not remembered as the one who had it', async () => {
  const id = await ringing();
  const solved = await resolve(orders, order(bob, id, 'resolve'));
  expect(solved).toMatchObject({ state: 'solved', agentId: null });
});

test('a hand-over to a queue that is not there, or to nobody, is refused; to another queue it waits there', async () => {
  const id = await taken();
  const to = (target: { queue: string } | { agent: AgentId }) =>
    transfer(orders, {
      ...order(ann, id, 'transfer'),
      transfer: { to: target, note: 'please', consent: 'given', how: 'in words' },
    });
  expect(await no(to({ queue: 'nowhere' }))).toBe('no-such-queue');
  expect(await no(to({ agent: newId<AgentId>() }))).toBe('no-such-agent');
  expect(await no(to({ agent: bob.id }))).toBe('agent-not-there');
  expect(await to({ queue: 'payments' })).toMatchObject({ queue: 'payments', agentId: null });
});

const list = (query: Partial<ListQuery>, by = ann) =>
  listConversations(desk.postgres, by, ListQuery.parse({ ...query }));

test('lists are filtered by group, state and holder, and pages hold each one once', async () => {
  for (let n = 0; n < 5; n += 1) await taken();
  const mine = await list({ assignee: 'me', state: 'assigned,with-customer' });
  expect(new Set(mine.items.map(({ agentId }) => agentId))).toEqual(new Set([ann.id]));
  expect((await list({}, stranger)).items.every(({ queue }) => queue === 'payments')).toBe(true);
  const seen: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await list({ limit: 2, state: 'assigned,with-customer,solved', ...(cursor ? { cursor } : {}) });
    seen.push(...page.items.map(({ id }) => id));
    cursor = page.next ?? undefined;
  } while (cursor);
  expect(new Set(seen).size).toBe(seen.length);
  expect(seen.length).toBeGreaterThanOrEqual(5);
});

test('V24 odd filters and cursors are refused, not failed at', async () => {
  for (const assignee of ['x', "' OR 1=1 --"]) expect(ListQuery.safeParse({ assignee }).success).toBe(false);
  for (const cursor of ['x', '1_x', `1_${'-'.repeat(36)}`, '__'])
    expect(await no(list({ cursor }))).toBe('bad-request');
  const id = await taken();
  expect(await no(listMessages(orders, id, '200'))).toBe('bad-request');
});

test('search finds words in Chinese and in English, numbers, names, and nothing of other groups', async () => {
  await says('search-en@x.test', 'The umbrella handle cracked on Tuesday');
  await says('search-zh@x.test', '我买的雨伞手柄开裂了,想问一下怎么安装');
  const found = async (q: string, by = ann) => (await list({ q }, by)).items.map(({ customer }) => customer.address);
  expect(await found('umbrella cracked')).toEqual(['search-en@x.test']);
  expect(await found('UMBRELLA')).toEqual(['search-en@x.test']);
  expect(await found('雨伞')).toEqual(['search-zh@x.test']);
  expect(await found('手柄开裂')).toEqual(['search-zh@x.test']);
  expect(await found('search-en@')).toEqual(['search-en@x.test']);
  expect(await found('umbrella unheard')).toEqual([]);
  expect(await found('umbrella', stranger)).toEqual([]);
});

test.each([
  `'`,
  `''`,
  `\\`,
  `\\'`,
  `' | '`,
  `a & b`,
  `!a`,
  `a:*`,
  `(`,
  `<->`,
  `%`,
  `_`,
  `%_%`,
  `'); DROP TABLE message; --`,
  `$1`,
  `雨' & '伞`,
  '😀',
  `\ud83d`,
  ' ',
  `${'a'.repeat(200)}`,
])('V6 a search for %j is a search, and nothing else', async (q) => {
  expect((await list({ q })).items.length).toBeLessThanOrEqual(50);
  expect(await desk.postgres.query('SELECT 1 FROM message LIMIT 1')).toHaveLength(1);
});

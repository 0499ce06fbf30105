/** Splitting and merging on a real Postgres: undone by each other, safe when many try, and later mails follow. */
import { type ConversationId, type MessageReceivedV1, newId } from '@trunkline/contracts';
import { Refusal } from '@trunkline/platform';
import { defaultPolicy } from '@trunkline/rules';
import { anAgent, freshDatabase, testPasswords } from '@trunkline/testing';
import { GiveOrder } from '../desk/give-order.ts';
import { listMessages } from '../desk/list-messages.ts';
import { showConversation } from '../desk/show-conversation.ts';
import { type DeskOnPostgres, openDesk } from '../dispatch/desk-for-specs.ts';
import { aReceivedMessage } from '../intake/a-received-message.ts';
import { takeIn } from '../intake/take-in.ts';
import { judgeText } from '../understand/judge-text.ts';
import { mergeConversations } from './merge-conversations.ts';
import { splitConversation } from './split-conversation.ts';

let desk: DeskOnPostgres;
let orders: GiveOrder;
const ann = anAgent('ann', { groups: ['service', 'mail', 'payments', 'complaints'] });
const stranger = anAgent('eve', { groups: ['nowhere'] });

beforeAll(async () => {
  judgeText('the first text fits the classifier, which takes seconds', defaultPolicy);
  desk = await openDesk(await freshDatabase(), testPasswords);
  orders = new GiveOrder(desk.postgres, desk.settings);
  for (const record of [ann, stranger]) {
    const values = [record.id, JSON.stringify(record)];
    await desk.postgres.query(`INSERT INTO setting (kind, name, version, body) VALUES ('staff', $1, 1, $2)`, values);
  }
  await desk.settings.refresh();
}, 120_000);
afterAll(() => desk?.close());

const take = (batch: MessageReceivedV1[]) =>
  desk.postgres.transaction((tx) => takeIn(tx, batch, { policy: defaultPolicy }));
let minute = 0;
type Mail = { key?: string; answers?: string; text?: string; to?: ConversationId };
const mail = (address: string, { key = `<${newId()}@x>`, answers, text = 'words', to }: Mail = {}) => {
  minute += 1;
  const at = new Date(Date.parse('2026-11-22T10:00:00.000Z') + minute * 60_000).toISOString();
  const thread = { key, reference: key, answers: answers ? [answers] : [], conversationId: to ?? null };
  return aReceivedMessage({ from: { address }, thread, text, subject: null, receivedAt: at });
};
const person = () => `p${newId()}@x.test`;
const talksOf = async (address: string) =>
  (
    await desk.postgres.query<{ id: ConversationId }>(
      'SELECT c.id FROM conversation c JOIN address a ON a.id = c.address_id WHERE a.address = $1 ORDER BY c.id',
      [address],
    )
  ).map(({ id }) => id);
const textsOf = async (id: ConversationId) => (await listMessages(desk, id, undefined)).items.map(({ text }) => text);
const show = (id: ConversationId) => showConversation(desk.postgres, id);
const split = (id: ConversationId, at: number, by = ann) =>
  listMessages(desk, id, undefined).then(({ items }) =>
    splitConversation(orders, { by: by.id, conversationId: id, fromMessageId: items[at]!.id }),
  );
const merge = (id: ConversationId, into: ConversationId, by = ann) =>
  mergeConversations(orders, { by: by.id, conversationId: id, into });
const no = (asked: Promise<unknown>) =>
  asked.then(
    () => 'yes',
    (error) => (error instanceof Refusal ? error.code : Promise.reject(error)),
  );

/** One thread of three mails: a, b, c. */
async function thread() {
  const address = person();
  const [a, b, c] = ['a', 'b', 'c'].map((name) => `<${name}-${newId()}@x>`) as [string, string, string];
  await take([mail(address, { key: a, text: 'a' })]);
  await take([mail(address, { key: b, answers: a, text: 'b' }), mail(address, { key: c, answers: b, text: 'c' })]);
  const [id] = await talksOf(address);
  return { address, id: id!, a, b, c };
}

test('split off, messages wait in a conversation of their own; merged back, all is as it was', async () => {
  const { id } = await thread();
  const off = await split(id, 1);
  expect([await textsOf(id), await textsOf(off.id)]).toEqual([['a'], ['b', 'c']]);
  expect(off).toMatchObject({ state: 'waiting', lastWords: 'c', unread: 1 });
  expect((await show(id)).lastWords).toBe('a');
  const inputs = await desk.postgres.query(`SELECT kind FROM dispatch_input WHERE conversation_id = $1`, [off.id]);
  expect(inputs).toEqual([{ kind: 'waits' }]);
  await merge(off.id, id);
  expect([await textsOf(id), await textsOf(off.id), (await show(off.id)).state]).toEqual([
    ['a', 'b', 'c'],
    [],
    'closed',
  ]);
  const moved = await desk.postgres.query(
    'SELECT 1 FROM message WHERE conversation_id = $1 AND first_conversation_id IS NOT NULL',
    [id],
  );
  expect(moved).toEqual([]);
});

test('merged, one ends and the other has both; split from what came, exactly that goes back', async () => {
  const address = person();
  await take([mail(address, { text: 'one' })]);
  await take([mail(address, { text: 'two' })]);
  await take([mail(address, { text: 'three' })]);
  const [first, second] = await talksOf(address);
  const merged = await merge(second!, first!);
  expect([merged.id, await textsOf(first!), (await show(second!)).state]).toEqual([first, ['one', 'two'], 'closed']);
  const back = await split(first!, 1);
  expect([back.id, back.state, await textsOf(first!), await textsOf(second!)]).toEqual([
    second,
    'waiting',
    ['one'],
    ['two'],
  ]);
  expect((await show(first!)).events.map(({ what }) => what)).toEqual(expect.arrayContaining(['merged', 'split']));
});

test('a later mail follows what it answers, and a merged conversation’s reply address leads on', async () => {
  const { address, id, a, c } = await thread();
  const off = await split(id, 2);
  await take([mail(address, { answers: c, to: id, text: 'to c, by the old reply address' })]);
  await take([mail(address, { answers: a, text: 'to a' })]);
  expect([await textsOf(id), await textsOf(off.id)]).toEqual([
    ['a', 'b', 'to a'],
    ['c', 'to c, by the old reply address'],
  ]);
  await merge(off.id, id);
  await take([mail(address, { to: off.id, text: 'by the merged one’s address' })]);
  expect((await textsOf(id)).at(-1)).toBe('by the merged one’s address');
});

test('what may not be split or merged is refused with its reason', async () => {
  const [one, other] = [await thread(), await thread()];
  expect(await no(split(one.id, 0))).toBe('nothing-to-split');
  expect(await textsOf(one.id)).toEqual(['a', 'b', 'c']);
  expect(await no(merge(one.id, one.id))).toBe('into-itself');
  expect(await no(merge(one.id, other.id))).toBe('other-address');
  expect([await no(split(one.id, 1, stranger)), await no(merge(one.id, other.id, stranger))]).toEqual([
    'not-your-group',
    'not-your-group',
  ]);
  expect(await no(splitConversation(orders, { by: ann.id, conversationId: one.id, fromMessageId: newId() }))).toBe(
    'not-found',
  );
});

test('many who split and merge at once leave every message in exactly one conversation', async () => {
  const { address, id } = await thread();
  await take([mail(address, { text: 'other' })]);
  const second = (await talksOf(address)).find((one) => one !== id)!;
  const tries = await Promise.all([
    ...[1, 2, 1, 2].map((at) => no(split(id, at))),
    ...[1, 2, 3].flatMap(() => [no(merge(second, id)), no(merge(id, second))]),
  ]);
  expect(tries).toContain('yes');
  const all = (await Promise.all((await talksOf(address)).map(textsOf))).flat();
  expect(all.sort()).toEqual(['a', 'b', 'c', 'other']);
  for (const talk of await talksOf(address)) {
    const { state } = await show(talk);
    expect((await textsOf(talk)).length > 0 || state === 'closed').toBe(true);
  }
});

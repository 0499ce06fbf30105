/** What visitors on a page hear of their waiting, and of what was said, on a real Postgres. */
import { newId } from '@trunkline/contracts';
import { Refusal } from '@trunkline/platform';
import { defaultPolicy } from '@trunkline/rules';
import { anAgent, freshDatabase, testPasswords } from '@trunkline/testing';
import { listMessages } from '../desk/list-messages.ts';
import { type DeskOnPostgres, openDesk } from '../dispatch/desk-for-specs.ts';
import { aReceivedMessage } from '../intake/a-received-message.ts';
import { takeIn } from '../intake/take-in.ts';
import { mailTranscript } from './mail-transcript.ts';
import { tellWaits } from './tell-waits.ts';

let desk: DeskOnPostgres;
const visitor = (address: string) => ({ channel: 'webchat', account: 'shop', address });
const says = (address: string, text: string, minute: number) => {
  const at = new Date(Date.parse('2026-11-22T10:00:00.000Z') + minute * 60_000).toISOString();
  return aReceivedMessage({
    ...visitor(address),
    standard: 'chat',
    live: true,
    text,
    sentAt: at,
    receivedAt: at,
    from: { address, name: null },
    thread: { key: '' },
  });
};
const asked = (address: string, to = 'me@customer.test') => ({
  ...visitor(address),
  by: { channel: 'email', account: 'support@desk.test' },
  to,
  language: 'en' as const,
});

beforeAll(async () => {
  desk = await openDesk(await freshDatabase(), testPasswords);
  const batch = [
    says('v:one', 'Where is my parcel?', 0),
    says('v:two', 'Where is mine?', 1),
    says('v:one', 'And when?', 2),
    says('v:three', 'In her hands', 3),
  ];
  await desk.postgres.transaction((tx) => takeIn(tx, batch, { policy: defaultPolicy }));
});
afterAll(() => desk?.close());

test('where nobody is there nobody can say how long, and who waits hears their place all the same', async () => {
  const { items, newcomer } = await tellWaits(desk, [visitor('v:one'), visitor('v:stranger'), visitor('v:two')]);
  expect(items).toEqual([{ position: 1, wait: null }, null, { position: 2, wait: null }]);
  expect(newcomer).toBeNull();
});

test('who waits hears their place in the order of coming, a stranger nothing, and one who writes now stands behind both', async () => {
  const ann = anAgent('Ann', {
    groups: defaultPolicy.queues.map(({ code }) => code),
    skills: { 'lang-en': 5, 'lang-zh': 5 },
  });
  const agent = ann.id;
  await desk.postgres.query(`INSERT INTO setting (kind, name, version, body) VALUES ('staff', $1, 1, $2)`, [
    agent,
    JSON.stringify(ann),
  ]);
  await desk.settings.refresh();
  await desk.postgres.query(
    `INSERT INTO agent_presence (agent_id, state, since, because) VALUES ($1, 'online', now(), '{"code":"signed-in"}')
     ON CONFLICT (agent_id) DO UPDATE SET state = 'online'`,
    [agent],
  );
  await finishedLately(agent);
  // a look at the floor serves for two seconds: this is another desk's
  const { items, newcomer } = await tellWaits({ ...desk, postgres: Object.create(desk.postgres) }, [
    visitor('v:two'),
    visitor('v:stranger'),
    visitor('v:one'),
  ]);
  expect(items.map((item) => item?.position ?? null)).toEqual([2, null, 1]);
  expect(newcomer!.high).toBeGreaterThanOrEqual(items[0]!.wait!.high);
});

test('the transcript goes out by mail with every word in its order, and stands in the thread as a line of the desk', async () => {
  await desk.postgres.transaction((tx) => mailTranscript(tx, asked('v:one'), defaultPolicy));
  const sql = `SELECT body FROM outbox WHERE type = 'reply.written' ORDER BY id DESC LIMIT 1`;
  const [row] = await desk.postgres.query<{ body: string }>(sql);
  const word = JSON.parse(row!.body);
  expect(word).toMatchObject({ channel: 'email', account: 'support@desk.test', to: { address: 'me@customer.test' } });
  expect(word.kind).toBe('reply'); // asked for by a person: its mail is not marked as automatic or in bulk
  expect(word.text.indexOf('Where is my parcel?')).toBeLessThan(word.text.indexOf('And when?'));
  expect(word.text).not.toContain('Where is mine?');
  const { items } = await listMessages(desk, word.conversationId, undefined);
  expect(items.some(({ text, from }) => from === 'desk' && text.includes('me@customer.test'))).toBe(true);
});

test('a transcript longer than a mail takes keeps what was said last', async () => {
  const long = Array.from({ length: 12 }, (_, at) => says('v:long', `${at}: ${'word '.repeat(1_500)}`, 10 + at));
  await desk.postgres.transaction((tx) => takeIn(tx, long, { policy: defaultPolicy }));
  await desk.postgres.transaction((tx) => mailTranscript(tx, asked('v:long'), defaultPolicy));
  const sql = `SELECT body FROM outbox WHERE type = 'reply.written' ORDER BY id DESC LIMIT 1`;
  const { text } = JSON.parse((await desk.postgres.query<{ body: string }>(sql))[0]!.body);
  expect(text.length).toBeLessThanOrEqual(60_010);
  expect(text.startsWith('…')).toBe(true);
  expect(text).toContain('11: word');
  expect(text).not.toMatch(/^0: word/m);
});

test('a visitor who has said nothing gets no transcript, and the reason', async () => {
  const asking = desk.postgres.transaction((tx) => mailTranscript(tx, asked(`v:${newId()}`), defaultPolicy));
  await expect(asking).rejects.toBeInstanceOf(Refusal);
});

/** Twenty that took her two minutes each, and one in hand: enough to say how long. */
async function finishedLately(agent: string): Promise<void> {
  const [held] = await desk.postgres.query<{ id: string }>(
    `UPDATE conversation SET state = 'assigned' WHERE last_words = 'In her hands' RETURNING id`,
  );
  const values = [held!.id, agent];
  await desk.postgres.query(
    `INSERT INTO assignment (id, conversation_id, agent_id, state, weight, offered_at, accepted_at, ended_at)
     SELECT gen_random_uuid(), $1, $2, 'ended', 0, now() - interval '10 minutes', now() - interval '10 minutes', now() - interval '8 minutes'
       FROM generate_series(1, 20)`,
    values,
  );
  await desk.postgres.query(
    `INSERT INTO assignment (id, conversation_id, agent_id, state, weight, offered_at, accepted_at)
     VALUES (gen_random_uuid(), $1, $2, 'accepted', 2, now(), now())`,
    values,
  );
}

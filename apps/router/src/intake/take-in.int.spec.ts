/** Batches of messages on a real Postgres: once, in one commit, one conversation whoever comes at once. */
import type { MessageReceivedV1 } from '@trunkline/contracts';
import { defaultPolicy } from '@trunkline/rules';
import { freshDatabase, testPasswords } from '@trunkline/testing';
import { type DeskOnPostgres, openDesk } from '../dispatch/desk-for-specs.ts';
import { judgeText } from '../understand/judge-text.ts';
import { aReceivedMessage } from './a-received-message.ts';
import { takeIn } from './take-in.ts';

let desk: DeskOnPostgres;

beforeAll(async () => {
  judgeText('the first text fits the classifier, which takes seconds', defaultPolicy);
  desk = await openDesk(await freshDatabase(), testPasswords);
}, 120_000);
afterAll(() => desk?.close());

const take = (batch: MessageReceivedV1[]) =>
  desk.postgres.transaction((tx) => takeIn(tx, batch, { policy: defaultPolicy }));
const everything = async () => {
  const tables = ['customer', 'address', 'conversation', 'message', 'event', 'dispatch_input', 'outbox'];
  const counts = tables.map((table) => `(SELECT count(*) FROM ${table})::int AS ${table}`);
  const versions = '(SELECT sum(version)::int FROM conversation) AS versions';
  return (await desk.postgres.query(`SELECT ${counts.join(', ')}, ${versions}`))[0];
};
const conversationsOf = (address: string) =>
  desk.postgres.query<{ id: string; unread: number; last_words: string }>(
    `SELECT c.id, c.unread, c.last_words FROM conversation c JOIN address a ON a.id = c.address_id WHERE a.address = $1`,
    [address],
  );

test('L2 the same batch heard twice, and twice in one batch, changes nothing', async () => {
  const batch = ['a@x.test', 'b@x.test', 'a@x.test'].map((address) => aReceivedMessage({ from: { address } }));
  await take([...batch, ...batch]);
  const after = await everything();
  await take(batch);
  await take([batch[2]!]);
  expect(await everything()).toEqual(after);
  expect(after).toMatchObject({ conversation: 2, message: 3 });
});

test('first messages of one address in two transactions at once open one conversation', async () => {
  for (let round = 0; round < 10; round += 1) {
    const from = { address: `at-once-${round}@x.test` };
    await Promise.all([take([aReceivedMessage({ from })]), take([aReceivedMessage({ from })])]);
    expect(await conversationsOf(from.address)).toMatchObject([{ unread: 2 }]);
  }
});

test('L2 the same batch in two transactions at once is stored once, and neither fails', async () => {
  const batch = Array.from({ length: 20 }, (_, n) => aReceivedMessage({ from: { address: `twice-${n}@x.test` } }));
  await Promise.all([take(batch), take(batch)]);
  const rows = await desk.postgres.query('SELECT 1 FROM message WHERE receipt_id = ANY($1)', [
    batch.map((message) => message.receiptId),
  ]);
  expect(rows).toHaveLength(20);
});

describe('a mail that names no earlier one', () => {
  const mail = (from: string, n: number, change: Partial<MessageReceivedV1> = {}) =>
    aReceivedMessage({
      from: { address: from },
      thread: { key: `<${from}-${n}>`, reference: `<${from}-${n}>` },
      receivedAt: new Date().toISOString(),
      ...change,
    });

  test('joins the sender’s own one of its subject, and the thread says so', async () => {
    await take([mail('alike@x.test', 1, { subject: 'Parcel is late' })]);
    await take([mail('alike@x.test', 2, { subject: 'Re: Parcel is late' })]);
    const [joined, ...more] = await conversationsOf('alike@x.test');
    expect([joined!.unread, more]).toEqual([2, []]);
    const lines = await desk.postgres.query('SELECT what, because FROM event WHERE conversation_id = $1', [joined!.id]);
    const because = { code: 'looks-like-its-thread', values: { score: 80 } };
    expect(lines).toEqual([{ what: 'joined-by-likeness', because }]);
  });

  test('never meets another person’s answer to the same newsletter', async () => {
    const answers = ['<newsletter@news.test>'];
    const replies = Array.from({ length: 20 }, (_, n) => {
      const reply = mail(`reader-${n}@x.test`, 1, { subject: 'Re: News of May' });
      return { ...reply, thread: { ...reply.thread, answers } };
    });
    await take(replies.slice(0, 10));
    for (const reply of replies.slice(10)) await take([reply]);
    for (let n = 0; n < 20; n += 1) expect(await conversationsOf(`reader-${n}@x.test`)).toMatchObject([{ unread: 1 }]);
  });

  test('of a forged sender stays its own, and the next true one does not join it', async () => {
    const failed = { result: 'fail', domain: 'x.test' } as const;
    const checks = { spf: failed, dkim: failed, dmarc: failed, by: 'us' };
    await take([mail('victim@x.test', 1, { subject: 'My refund' })]);
    await take([mail('victim@x.test', 2, { subject: 'Re: My refund', checks })]);
    await take([mail('victim@x.test', 3, { subject: 'Re: My refund' })]);
    expect((await conversationsOf('victim@x.test')).map(({ unread }) => unread).sort()).toEqual([1, 2]);
  });
});

test('half an emoji at a line’s cut, a lone half and a NUL are stored without them', async () => {
  const from = { address: 'emoji@x.test' };
  await take([aReceivedMessage({ from, text: `${'x'.repeat(159)}😀 \ud83d y\0z`, subject: 'a\ud800b' })]);
  expect(await conversationsOf(from.address)).toMatchObject([{ last_words: 'x'.repeat(159) }]);
});

test('five hundred messages are one commit', async () => {
  const batch = Array.from({ length: 500 }, (_, n) =>
    aReceivedMessage({ from: { address: `crowd-${n % 250}@x.test` }, text: `Where is my parcel number ${n}?` }),
  );
  const before = performance.now();
  await take(batch);
  process.stdout.write(
    `intake: 500 messages of 250 customers in one commit: ${Math.round(performance.now() - before)} ms\n`,
  );
  const [row] = await desk.postgres.query<{ commits: number; messages: number }>(
    `SELECT count(DISTINCT xmin::text)::int AS commits, count(*)::int AS messages FROM message
      WHERE receipt_id = ANY($1)`,
    [batch.map((message) => message.receiptId)],
  );
  expect(row).toEqual({ commits: 1, messages: 500 });
});

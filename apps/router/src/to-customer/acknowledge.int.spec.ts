/** Acknowledgements on a real Postgres: one a mailbox and day, to people alone, with nothing of a stranger's in them. */
import type { MessageReceivedV1 } from '@trunkline/contracts';
import { defaultPolicy } from '@trunkline/rules';
import { freshDatabase, testPasswords } from '@trunkline/testing';
import { type DeskOnPostgres, openDesk } from '../dispatch/desk-for-specs.ts';
import { aReceivedMessage } from '../intake/a-received-message.ts';
import { takeIn } from '../intake/take-in.ts';
import { judgeText } from '../understand/judge-text.ts';

const policy = { ...defaultPolicy, mail: { ...defaultPolicy.mail, acknowledges: true } };
let desk: DeskOnPostgres;
let mails = 0;

beforeAll(async () => {
  judgeText('the first text fits the classifier, which takes seconds', defaultPolicy);
  desk = await openDesk(await freshDatabase(), testPasswords);
}, 120_000);
afterAll(() => desk?.close());

const take = (...batch: MessageReceivedV1[]) => desk.postgres.transaction((tx) => takeIn(tx, batch, { policy }));
const mail = (address: string, change: Partial<MessageReceivedV1> = {}) => {
  mails += 1;
  const key = `<${mails}-buy-now.example@evil.test>`;
  return aReceivedMessage({
    from: { address, name: 'Buy now at evil.test' },
    thread: { key, reference: key },
    subject: `Cheap pills ${mails}`,
    text: 'Visit evil.test',
    ...change,
  });
};
const saidTo = async (like: string) =>
  (
    await desk.postgres.query<{ body: string }>(
      `SELECT body FROM outbox WHERE type = 'reply.written' AND body::jsonb->'to'->>'address' LIKE $1`,
      [like],
    )
  ).map(({ body }) => body);

test('V2 a thousand forms that name one victim bring it one mail, without a byte of theirs', async () => {
  const names = ['victim@x.test', 'Victim+a@x.test'.toLowerCase(), 'victim+b@x.test'];
  const forms = Array.from({ length: 1_000 }, (_, n) => mail(names[n % names.length]!));
  await Promise.all([take(...forms.slice(0, 300)), take(...forms.slice(300, 600))]);
  await take(...forms.slice(600));
  const [only, ...more] = await saidTo('victim%');
  expect(more).toEqual([]);
  const { thread, ...said } = JSON.parse(only!); // its key stays in the house
  expect(JSON.stringify([said, thread.references])).not.toMatch(/evil|pills|Visit|Buy/);
  expect(said).toMatchObject({ kind: 'greeting', subject: 'We have your message', attempt: 1 });
}, 60_000);

test('V3 automatic mail, a forged one and one without a sender are never acknowledged', async () => {
  const failed = { result: 'fail', domain: 'x.test' } as const;
  await take(
    mail('machine@x.test', { automatic: 'auto-replied' }),
    mail('list@x.test', { automatic: 'bulk' }),
    mail('forged@x.test', { checks: { spf: failed, dkim: failed, dmarc: failed, by: 'us' } }),
    mail(''),
  );
  for (const address of ['machine@x.test', 'list@x.test', 'forged@x.test', ''])
    expect(await saidTo(address)).toEqual([]);
});

test('what the customer said stays in the lists, nothing counts as answered, and a day later it is said again', async () => {
  await take(mail('li@y.test'));
  const [row] = await desk.postgres.query(
    `SELECT c.last_words, c.last_from, c.first_reply_at, c.state FROM conversation c JOIN address a ON a.id = c.address_id
      WHERE a.address = 'li@y.test'`,
  );
  expect(row).toEqual({ last_words: 'Visit evil.test', last_from: 'customer', first_reply_at: null, state: 'waiting' });
  await take(mail('li@y.test'));
  expect(await saidTo('li@y.test')).toHaveLength(1);
  await desk.postgres.query(`UPDATE acknowledgement SET at = at - interval '25 hours' WHERE mailbox = 'li@y.test'`);
  await take(mail('li@y.test'));
  expect(await saidTo('li@y.test')).toHaveLength(2);
});

test('V2 a flood of strangers does not become a flood of ours', async () => {
  await desk.postgres.query(`INSERT INTO acknowledgement SELECT 'old-' || n FROM generate_series(1, 1000) n`);
  await take(mail('late@z.test'));
  expect(await saidTo('late@z.test')).toEqual([]);
});

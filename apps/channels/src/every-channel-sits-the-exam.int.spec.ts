/** The exam in front of a real Postgres: every channel of the registry, by whatever way its customers speak. */
import { existsSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { type FactBody, newId } from '@trunkline/contracts';
import { freshDatabase, testPasswords } from '@trunkline/testing';
import { Client } from 'pg';
import type { AnyChannel, WebhookRequest } from './channel.ts';
import { channels } from './channels.ts';
import type { Examinee, ExamProvider, Mouth, Outcome, Said } from './examinee-for-specs.ts';
import { freePort, type GivenChannels, givenChannels, migrateChannels, until } from './given-channels.ts';
import { OutboundConsumer } from './outbound.consumer.ts';

const fileOf = ({ name }: AnyChannel) => join(import.meta.dirname, name, 'examinee-for-specs.ts');

test('every channel of the registry sits the exam', () => {
  expect(channels.filter((channel) => !existsSync(fileOf(channel))).map(({ name }) => name)).toEqual([]);
});

const sitting = channels.filter((channel) => existsSync(fileOf(channel)));
const examinees = await Promise.all(
  sitting.map(
    async (channel) => [channel.name, channel, (await import(fileOf(channel))).examinee as Examinee] as const,
  ),
);

describe.each(examinees)('%s', (name, channel, examinee) => {
  let database: Awaited<ReturnType<typeof freshDatabase>>;
  let desk: GivenChannels;
  let provider: ExamProvider;
  let mouth: Mouth;
  let publicUrl: string;
  let start: () => Promise<GivenChannels>;

  beforeAll(async () => {
    database = await freshDatabase();
    await migrateChannels(database.ownerUrl, testPasswords);
    provider = (await examinee.provider?.()) ?? (await givenProvider());
    provider.answers = (asked) => examinee.lists?.([], asked) ?? examinee.takes?.(asked) ?? notThere;
    const port = await freePort();
    publicUrl = `http://127.0.0.1:${port}`;
    const settings = { ...examinee.settings({ provider: provider.url, publicUrl }), CHANNELS_PUBLIC_URL: publicUrl };
    start = () => givenChannels({ ownerUrl: database.ownerUrl, passwords: testPasswords, settings, port });
    desk = await start();
    const place = { url: () => desk.url, postgres: () => desk.postgres, restart };
    mouth = (await examinee.open?.(place)) ?? post();
  }, 90_000);

  afterAll(async () => {
    await mouth?.close();
    await desk?.stop();
    await provider?.close();
    await database?.drop();
  });

  const restart = async (meanwhile?: () => void) => {
    await desk.stop();
    meanwhile?.();
    desk = await start();
  };
  const said = (text: string, more: Partial<Said> = {}): Said => ({
    customer: 0,
    id: newId(),
    text,
    at: new Date(),
    ...more,
  });

  /** What was written of a text that was said, oldest first. */
  async function factsWith(text: string): Promise<Record<string, unknown>[]> {
    const sql = 'SELECT body FROM outbox WHERE type = $1 ORDER BY id';
    const rows = await desk.postgres.query<{ body: string }>(sql, [examinee.fact]);
    return rows.map(({ body }) => JSON.parse(body)).filter((body) => examinee.read(body).includes(text));
  }
  const receipts = async () =>
    Number((await desk.postgres.query<{ count: string }>('SELECT count(*) FROM inbound_receipt'))[0]!.count);

  const requestOf = (one: Said, now = new Date()): WebhookRequest => examinee.request!(one, { publicUrl, now });
  const post = (): Mouth => ({ say: (one) => hand(requestOf(one)), close: async () => undefined });

  test('1 what is said is taken in, with its words and who said them', async () => {
    const one = said(`Where is my parcel ${newId()}?`);
    expect(await mouth.say(one)).toEqual({ taken: true });
    const [fact, ...more] = await factsWith(one.text);
    expect(more).toEqual([]);
    expect(fact).toMatchObject({ channel: name });
  });

  test('2 handed over five times, also at once, it is one', async () => {
    const one = said(`again ${newId()}`);
    expect(await mouth.say(one)).toEqual({ taken: true });
    const outcomes = await Promise.all(Array.from({ length: 4 }, () => mouth.say(one)));
    expect(outcomes).toEqual(outcomes.map(() => ({ taken: true })));
    expect(await factsWith(one.text)).toHaveLength(1);
  });

  test('3 handed over in the wrong order both are there, with their own times', async () => {
    const mark = newId();
    const second = said(`second ${mark}`, { at: new Date(Date.now() - 60_000) });
    const first = said(`first ${mark}`, { at: new Date(Date.now() - 120_000) });
    await mouth.say(second);
    await mouth.say(first);
    const both = await factsWith(mark);
    expect(both).toHaveLength(2);
    const times = both.map(({ sentAt, at }) => Date.parse((sentAt ?? at ?? '') as string)).filter(Number.isFinite);
    if (times.length === 2) expect(times[0]! - times[1]!).toBeGreaterThan(30_000);
  });

  (examinee.request ? describe : describe.skip)('posted by its provider', () => {
    test.each<[string, (request: WebhookRequest) => WebhookRequest]>([
      ['without a signature', (request) => ({ ...request, headers: bare(request.headers) })],
      [
        'with a changed body',
        (request) => ({ ...request, body: Buffer.from(String(request.body).replace('bad', 'BAD')) }),
      ],
      ['with an empty signature', (request) => ({ ...request, headers: changed(request.headers, () => '') })],
      [
        'with a cut signature',
        (request) => ({ ...request, headers: changed(request.headers, (it) => it.slice(0, -2)) }),
      ],
    ])('4 %s it is refused, and nothing is kept', async (what, spoil) => {
      if (what.includes('body') && signsNoBody(requestOf(said('a')), requestOf(said('b')))) return;
      const one = said(`bad ${newId()}`);
      const before = await receipts();
      expect(await hand(spoil(requestOf(one)))).toEqual({ taken: false, reason: 'wrong-signature' });
      expect(await receipts()).toBe(before);
      expect(await factsWith(one.text)).toEqual([]);
    });

    test('5 an old one is refused, one from the future too; replayed within its time it changes nothing', async () => {
      const one = said(`old ${newId()}`);
      const request = requestOf(one);
      expect(await hand(request)).toEqual({ taken: true });
      expect(await hand(request)).toEqual({ taken: true });
      expect(await factsWith(one.text)).toHaveLength(1);
      if (!examinee.signsTime) return;
      for (const minutes of [-6, 6]) {
        const other = said(`minutes ${minutes} ${newId()}`);
        const outcome = await hand(requestOf(other, new Date(Date.now() + minutes * 60_000)));
        expect(outcome).toMatchObject({ taken: false });
        expect(await factsWith(other.text)).toEqual([]);
      }
    });

    test('12 cut off before the answer and handed over again, it is one', async () => {
      const one = said(`cut ${newId()}`);
      await cutOff(requestOf(one));
      expect(await hand(requestOf(one))).toEqual({ taken: true });
      await until('it is there', async () => (await factsWith(one.text)).length > 0);
      expect(await factsWith(one.text)).toHaveLength(1);
    });

    test('a body that is no sentence of the provider’s is answered, never with a failure of ours', async () => {
      const { url, headers } = requestOf(said('x'));
      for (const body of ['', '{}', '[]', 'null', '{"a":', '\u0000', '"x"', '['.repeat(50_000)]) {
        const { status } = await send({ method: 'POST', url, headers, body: Buffer.from(body) });
        expect(status).toBeLessThan(500);
      }
    });
  });

  test('6 while the database is slow nothing is acknowledged; afterwards it is there once', async () => {
    const one = said(`slow ${newId()}`);
    const lock = new Client({ connectionString: database.ownerUrl });
    await lock.connect();
    await lock.query('BEGIN; LOCK TABLE channels.inbound_receipt IN ACCESS EXCLUSIVE MODE');
    let acknowledged = false;
    const saying = mouth.say(one).then((outcome) => {
      acknowledged = true;
      return outcome;
    });
    await until('somebody waits for the table', () => hasWaiter(lock));
    expect(acknowledged).toBe(false);
    await lock.query('COMMIT');
    await lock.end();
    const outcome = await saying;
    // what was refused as "try again" is handed over again by its provider
    if (!outcome.taken) expect(await mouth.say(one)).toEqual({ taken: true });
    expect(await factsWith(one.text)).toHaveLength(1);
  }, 30_000);

  test('7 too much at once is refused with its reason, or kept whole', async () => {
    const mark = newId();
    const outcome = await mouth.say(said(`${mark} ${'long '.repeat(Math.ceil(examinee.tooLong / 5))}`));
    expect(outcome).toEqual(outcomeOf(examinee.oversize));
    expect(await mouth.say(said(`after ${mark}`))).toEqual({ taken: true });
  }, 60_000);

  test('8 no words at all are answered', async () => {
    expect(await mouth.say(said(''))).toEqual(outcomeOf(examinee.empty));
  });

  test.each([
    ['9 emoji', '👩‍👩‍👧‍👦 🇨🇳 😀', '👩‍👩‍👧‍👦 🇨🇳 😀'],
    ['10 right-to-left', 'שלום \u202Eabc\u202C مرحبا', 'שלום'],
    ['11 NUL and half a character', 'before\u0000after \ud83d', 'beforeafter'],
    ['Chinese', '我的包裹在哪里？轉人工', '我的包裹在哪里？轉人工'],
  ])('%s comes as it was said', async (_what, text, kept) => {
    const mark = newId();
    expect(await mouth.say(said(`${mark} ${text}`))).toEqual({ taken: true });
    const [fact] = await factsWith(mark);
    expect(examinee.read(fact!)).toContain(kept);
    expect(JSON.stringify(fact)).not.toContain('\\u0000');
  });

  test('13 what came while nobody listened is there afterwards, once', async () => {
    const missed = [said(`missed 1 ${newId()}`), said(`missed 2 ${newId()}`)];
    provider.answers = (asked) => examinee.lists?.(missed, asked) ?? examinee.takes?.(asked) ?? notThere;
    let early: Promise<PromiseSettledResult<Outcome>[]>;
    await restart(() => {
      early = Promise.allSettled(missed.map((one) => mouth.say(one)));
    });
    for (const [at, one] of missed.entries()) {
      const { status } = (await early!)[at]!;
      // who is not heard repeats it, unless the channel asks for what it missed
      if (status === 'rejected' && !examinee.lists) expect(await mouth.say(one)).toEqual({ taken: true });
      await until(one.text, async () => (await factsWith(one.text)).length > 0);
      expect(await factsWith(one.text)).toHaveLength(1);
    }
  }, 60_000);

  (examinee.open ? test : test.skip)(
    '12 the service goes in the middle of it, and it is there once',
    async () => {
      const one = said(`in the middle ${newId()}`);
      const saying = mouth.say(one).catch(() => undefined);
      await restart();
      if (!(await saying)) expect(await mouth.say(one)).toEqual({ taken: true });
      expect(await factsWith(one.text)).toHaveLength(1);
    },
    60_000,
  );

  const goesOut = examinee.takes ? test : test.skip;

  goesOut(
    '14 cut between hand-over and answer it is unknown, and is never sent again by itself',
    async () => {
      const taking = provider.answers;
      const texts: string[] = [];
      const word = aWord(`ambiguous ${newId()}`);
      provider.answers = (asked) => {
        if (!decoded(asked.body).includes(word.text)) return taking(asked);
        texts.push(asked.path);
        return 'cut';
      };
      await sendWord(word);
      await until('unknown', async () => (await became(word)).includes('delivery.unknown'));
      provider.answers = taking;
      await sendWord(aWord(`afterwards ${newId()}`));
      expect(texts).toHaveLength(1);
    },
    30_000,
  );

  goesOut(
    'what the provider refuses is failed with a reason; what it is too busy for is sent later',
    async () => {
      const taking = provider.answers;
      const [busy, refused] = [aWord(`busy ${newId()}`), aWord(`refused ${newId()}`)];
      let tries = 0;
      provider.answers = (asked) => {
        const body = decoded(asked.body);
        if (body.includes(refused.text)) return { status: 400, body: { message: 'no' } };
        if (body.includes(busy.text) && ++tries === 1) return { status: 429, body: { message: 'slow down' } };
        return taking(asked);
      };
      await sendWord(refused);
      await sendWord(busy);
      await until('failed', async () => (await became(refused)).includes('delivery.failed'));
      await until('sent later', async () => (await became(busy)).includes('delivery.sent'));
      provider.answers = taking;
    },
    30_000,
  );

  goesOut(
    'what a customer may choose from goes out with the question',
    async () => {
      const word = { ...aWord(`May I? ${newId()}`), choices: [aChoice('Yes, please'), aChoice('No, stay here')] };
      const taking = provider.answers;
      const bodies: string[] = [];
      provider.answers = (asked) => {
        bodies.push(decoded(asked.body));
        return taking(asked);
      };
      await sendWord(word);
      await until('sent', async () => (await became(word)).includes('delivery.sent'));
      provider.answers = taking;
      const asked = bodies.filter((body) => body.includes(word.text));
      expect(asked).toHaveLength(1);
      expect(asked[0]).toMatch(/Yes, please.*No, stay here/s);
    },
    30_000,
  );

  (examinee.tooLate ? test : test.skip)(
    '15 a word that comes after the window is failed as such',
    async () => {
      const taking = provider.answers;
      provider.answers = (asked) => examinee.tooLate!(asked);
      const word = aWord(`late ${newId()}`);
      await sendWord(word);
      await until('failed', async () => (await became(word)).includes('delivery.failed'));
      const [fact] = await deliveries(word);
      expect(JSON.parse(fact!.body).because).toBe('reply-window-closed');
      provider.answers = taking;
    },
    30_000,
  );

  type Word = FactBody<'reply.written'>;
  const aWord = (text: string): Word => ({
    messageId: newId(),
    conversationId: newId(),
    channel: name,
    account: examinee.account,
    to: { address: examinee.to, name: null },
    kind: 'reply',
    author: null,
    subject: null,
    text,
    attachments: [],
    thread: { key: '', references: [] },
    attempt: 1,
  });
  const aChoice = (label: string) => ({ code: label, label });
  const sendWord = (data: Word) => desk.app.get(OutboundConsumer).queue([{ type: 'reply.written', data }] as never);
  const deliveries = (word: Word) =>
    desk.postgres.query<{ type: string; body: string }>('SELECT type, body FROM outbox WHERE key = $1 ORDER BY id', [
      word.conversationId,
    ]);
  const became = async (word: Word) => (await deliveries(word)).map(({ type }) => type);
  void channel;
});

const outcomeOf = (what: string): Outcome => (what === 'taken' ? { taken: true } : { taken: false, reason: what });
const notThere = { status: 404, body: {} };

async function hand(request: WebhookRequest): Promise<Outcome> {
  const { status, reason } = await send(request);
  return status === 200 ? { taken: true } : { taken: false, reason };
}

async function send({ method, url, headers, body }: WebhookRequest): Promise<{ status: number; reason: string }> {
  const answer = await fetch(url, { method, headers, body: new Uint8Array(body) });
  const text = await answer.text();
  const reason = text.startsWith('{') ? ((JSON.parse(text) as { reason?: string }).reason ?? '') : '';
  return { status: answer.status, reason };
}

/** The request is there in whole, and nobody waits for the answer. */
async function cutOff({ method, url, headers, body }: WebhookRequest): Promise<void> {
  const { request } = await import('node:http');
  await new Promise<void>((done) => {
    const asked = request(url, { method, headers: { ...headers, 'content-length': String(body.length) } });
    asked.on('error', () => done());
    asked.end(body, () => asked.destroy());
    asked.on('close', () => done());
  });
}

const signs = /signature|token|hmac/i;
const bare = (headers: Record<string, string>) =>
  Object.fromEntries(Object.entries(headers).filter(([header]) => !signs.test(header)));
const changed = (headers: Record<string, string>, change: (it: string) => string) =>
  Object.fromEntries(Object.entries(headers).map(([header, it]) => [header, signs.test(header) ? change(it) : it]));
/** Some providers send a word agreed instead of a signature: it says nothing of the body. */
const signsNoBody = (one: WebhookRequest, other: WebhookRequest) =>
  Object.keys(one.headers).every((header) => one.headers[header] === other.headers[header]);

const hasWaiter = async (client: Client) =>
  (
    await client.query(
      `SELECT 1 FROM pg_locks WHERE NOT granted AND relation = 'channels.inbound_receipt'::regclass LIMIT 1`,
    )
  ).rows.length > 0;

const decoded = (body: string) =>
  `${body}\n${decodeURIComponent(body.replaceAll('+', ' ').replace(/%(?![\da-f]{2})/gi, '%25'))}`;

/** A server that answers as the exam tells it, or takes everything and hangs up. */
async function givenProvider(): Promise<ExamProvider> {
  const server: Server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk) => chunks.push(chunk));
    request.on('end', () => {
      const { method = '', url = '', headers } = request;
      const answer = given.answers({ method, path: url, headers, body: Buffer.concat(chunks).toString('utf8') });
      if (answer === 'cut') return response.destroy();
      response.writeHead(answer.status, { 'content-type': 'application/json' }).end(JSON.stringify(answer.body));
    });
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const given: ExamProvider = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    answers: () => notThere,
    close: () =>
      new Promise((done) => {
        server.closeAllConnections();
        server.close(() => done());
      }),
  };
  return given;
}

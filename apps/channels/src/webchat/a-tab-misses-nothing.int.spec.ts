/** Real sockets on two replicas, real Kafka and Postgres: nothing missing, nothing twice, nothing to strangers. */
import { randomBytes, randomUUID } from 'node:crypto';
import { type ChatAck, type ChatLine, type ChatWelcome, type FactBody, newId } from '@trunkline/contracts';
import { Fleeting, KAFKA, KafkaBatches, prepareTopics, Relay, writeFacts } from '@trunkline/platform';
import { freshDatabase, testPasswords } from '@trunkline/testing';
import { SignJWT } from 'jose';
import { io, type Socket } from 'socket.io-client';
import { WebSocket } from 'ws';
import { type GivenChannels, givenChannels, migrateChannels, until } from '../given-channels.ts';

const origin = 'https://shop.example';
const [shopKey, bankKey] = ['shop-'.repeat(8), 'bank-'.repeat(8)];
const settings = {
  KAFKA_BROKERS: process.env.KAFKA_BROKERS as string,
  KAFKA_TOPIC_PREFIX: `spec${process.env.JEST_WORKER_ID}-${randomUUID().slice(0, 8)}.`,
  WEBCHAT_VISITOR_KEYS: `v:${randomBytes(32).toString('base64url')}`,
  WEBCHAT_SITES: JSON.stringify([
    { site: 'shop', origins: [origin], key: shopKey },
    { site: 'bank', origins: ['https://bank.example'], key: bankKey },
  ]),
};
let database: Awaited<ReturnType<typeof freshDatabase>>;
let replicas: GivenChannels[];
const sockets: Socket[] = [];

beforeAll(async () => {
  database = await freshDatabase();
  await migrateChannels(database.ownerUrl, testPasswords);
  const open = async () => givenChannels({ ownerUrl: database.ownerUrl, passwords: testPasswords, settings });
  replicas = [await open(), await open()];
  await prepareTopics(replicas[0]!.app.get(KAFKA));
  for (const { app } of replicas) {
    app.connectMicroservice({ strategy: app.get(KafkaBatches) }, { inheritAppConfig: false });
    await app.startAllMicroservices();
    app.get(Relay).start();
  }
  await until('both replicas hear Kafka', () => replicas.every(({ app }) => app.get(KafkaBatches).joined()));
}, 90_000);

afterEach(() => {
  for (const socket of sockets.splice(0)) socket.disconnect();
});

afterAll(async () => {
  await Promise.all(replicas?.map((replica) => replica.stop()) ?? []);
  await database?.drop();
});

type Tab = { socket: Socket; lines: ChatLine[]; welcome: ChatWelcome; typed: () => number };

/** A tab that was let in; `lines` go on growing. */
async function openTab(auth: Record<string, unknown>, at = 0): Promise<Tab> {
  const socket = knock(auth, at);
  const lines: ChatLine[] = [];
  let typed = 0;
  socket.on('line', (line: ChatLine) => lines.push(line));
  socket.on('typing', () => typed++);
  const welcome = await new Promise<ChatWelcome>((resolve, reject) => {
    socket.on('welcome', resolve);
    socket.on('connect_error', reject);
  });
  return { socket, lines, welcome, typed: () => typed };
}

function knock(auth: Record<string, unknown>, at = 0, from: string | undefined = origin): Socket {
  const socket = io(replicas[at]!.url, {
    path: '/chat/live',
    transports: ['websocket'],
    reconnection: false,
    forceNew: true,
    auth: { site: 'shop', ...auth },
    extraHeaders: { origin: from },
  });
  sockets.push(socket);
  return socket;
}

/** Why nobody was let in, and how many frames came all the same. */
async function turnedAway(auth: Record<string, unknown>, from?: string): Promise<{ reason: string; frames: number }> {
  const socket = knock(auth, 0, from);
  let frames = 0;
  socket.onAny(() => frames++);
  const reason = await new Promise<string>((resolve, reject) => {
    socket.on('connect_error', (error) => resolve((error as Error & { data: { reason: string } }).data.reason));
    socket.on('connect', () => reject(new Error('it was let in')));
  });
  return { reason, frames };
}

const say = (tab: Pick<Tab, 'socket'>, text: string, txnId: string = randomUUID()): Promise<ChatAck> =>
  tab.socket.timeout(10_000).emitWithAck('say', { txnId, text });
const addressOf = async (): Promise<string> => {
  const [row] = await replicas[0]!.postgres.query('SELECT address FROM chat_session ORDER BY begun_at DESC LIMIT 1');
  return row.address;
};
const token = (claims: Record<string, unknown>, key = shopKey) =>
  new SignJWT(claims).setProtectedHeader({ alg: 'HS256' }).sign(new TextEncoder().encode(key));
const inAWhile = () => Math.floor(Date.now() / 1000) + 600;

/** As the router would say it: over Kafka, to whichever replica claims it. */
async function answer(address: string, text: string): Promise<string> {
  const messageId = newId<FactBody<'reply.written'>['messageId']>();
  const conversationId = newId<FactBody<'reply.written'>['conversationId']>();
  const data: FactBody<'reply.written'> = {
    messageId,
    conversationId,
    channel: 'webchat',
    account: 'shop',
    to: { address, name: null },
    kind: 'reply',
    author: { agentId: newId(), name: 'Mei' },
    subject: null,
    text,
    attachments: [],
    thread: { key: '', references: [] },
    attempt: 1,
  };
  const { postgres } = replicas[0]!;
  await postgres.transaction((tx) => writeFacts(tx, [{ type: 'reply.written', key: conversationId, data }]));
  return messageId;
}
const factsOf = (type: string, like: string) =>
  replicas[0]!.postgres.query<{ body: string }>('SELECT body FROM outbox WHERE type = $1 AND body LIKE $2', [
    type,
    `%${like}%`,
  ]);

test('what is said in one tab stands in the other, on another replica, and an answer reaches both', async () => {
  const first = await openTab({});
  const ack = await say(first, 'Where is my parcel?');
  expect(ack).toMatchObject({ ok: true, sequence: 1 });
  const second = await openTab({ visitor: first.welcome.visitor }, 1);
  expect(second.welcome.last).toBe(1);
  await say(first, 'Hello?');
  await until('the other tab has both', () => second.lines.length === 2);
  await answer(await addressOf(), 'It comes tomorrow.');
  await until('both have the answer', () => [first, second].every(({ lines }) => lines.length === 3));
  expect(first.lines).toEqual(second.lines);
  expect(second.lines.at(-1)).toMatchObject({ sequence: 3, from: 'agent', name: 'Mei', text: 'It comes tomorrow.' });
});

test('the same words twice under one name are one receipt, one line, one answer', async () => {
  const tab = await openTab({});
  const txnId = randomUUID();
  const acks = await Promise.all([say(tab, 'once', txnId), say(tab, 'once', txnId)]);
  const other = await openTab({ visitor: tab.welcome.visitor }, 1);
  acks.push(await say(other, 'once', txnId));
  expect(new Set(acks.map((ack) => JSON.stringify(ack))).size).toBe(1);
  expect(await factsOf('message.received', await addressOf())).toHaveLength(1);
  await until('the other tab has it', () => other.lines.length === 1);
});

test('tabs that come and go in a storm end with every line, once and in order', async () => {
  const first = await openTab({});
  await say(first, 'line 1');
  const { visitor } = first.welcome;
  const address = await addressOf();
  let over = false;
  const storm = Array.from({ length: 12 }, async (_, nth) => {
    const seen: number[] = [];
    for (let turn = 0; !over; turn++) {
      const after = seen.at(-1) ?? 0;
      const tab = await openTab({ visitor, after }, (nth + turn) % 2);
      if (tab.welcome.last > after) await until('a line came', () => tab.lines.length > 0);
      tab.socket.disconnect();
      seen.push(...tab.lines.map(({ sequence }) => sequence));
    }
    return seen;
  });
  for (let nth = 2; nth <= total; nth++) {
    if (nth % 3 === 0) expect(await say(first, `line ${nth}`)).toMatchObject({ ok: true });
    else await answer(address, `word ${nth}`);
  }
  await until('all are in the first tab', () => first.lines.length === total);
  over = true;
  const all = Array.from({ length: total }, (_, at) => at + 1);
  expect(first.lines.map(({ sequence }) => sequence)).toEqual(all);
  for (const seen of await Promise.all(storm)) {
    const rest = seen.length === total ? [] : await caughtUp(visitor, seen.at(-1) ?? 0);
    expect([...seen, ...rest.map(({ sequence }) => sequence)]).toEqual(all);
  }
}, 60_000);

const total = 50;

async function caughtUp(visitor: string, after: number): Promise<ChatLine[]> {
  const tab = await openTab({ visitor, after });
  await until('the tab has caught up', () => tab.lines.at(-1)?.sequence === total);
  return tab.lines;
}

/** A socket that speaks the wire's own language, and what came over it. */
function stranger(says?: string): { frames: string[]; shut: Promise<number> } {
  const frames: string[] = [];
  const socket = new WebSocket(`${replicas[0]!.url.replace('http', 'ws')}/chat/live/?EIO=4&transport=websocket`, {
    origin,
  });
  socket.on('message', (frame) => frames.push(String(frame)));
  const began = Date.now();
  const shut = new Promise<number>((resolve) => socket.on('close', () => resolve(Date.now() - began)));
  if (says) socket.on('open', () => socket.send(says));
  return { frames, shut };
}

test('V12 who says no hello, or speaks before it, gets no frame of the chat and is shown out within 5 s', async () => {
  const talker = await openTab({});
  const strangers = [
    stranger(),
    stranger('42["say",{"txnId":"12345678","text":"let me in"}]'),
    stranger('40{"site":"shop","visitor":"x"}'),
  ];
  const traffic = setInterval(() => void say(talker, 'meanwhile').catch(() => undefined), 600);
  const shutAfter = await Promise.all(strangers.map(({ shut }) => shut));
  clearInterval(traffic);
  expect(Math.max(...shutAfter)).toBeLessThan(6_500);
  const [silent, eager, wrong] = strangers.map(({ frames }) => frames.filter((frame) => frame.startsWith('4')));
  expect([silent, eager]).toEqual([[], []]);
  expect(wrong).toEqual([expect.stringContaining('"reason":"wrong-token"')]);
});

test('V11 a wrong token, an expired one, another site’s key or page: nobody is let in, no frame goes out', async () => {
  const owner = await openTab({ jwt: await token({ sub: '4711', exp: inAWhile() }) });
  await say(owner, 'my secret');
  const refusals = [
    await turnedAway({ visitor: 'v.aaaaaaaaaaaaaaaaaaaaaa.aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa' }),
    await turnedAway({ jwt: await token({ sub: '4711', exp: inAWhile() - 700 }) }),
    await turnedAway({ jwt: await token({ sub: '4711', exp: inAWhile() }, bankKey) }),
  ];
  expect(refusals).toEqual(refusals.map(() => ({ reason: 'wrong-token', frames: 0 })));
  expect(await turnedAway({}, 'https://shop.example.evil.test')).toEqual({ reason: 'foreign-origin', frames: 0 });
  expect(await turnedAway({ site: 'bank' })).toEqual({ reason: 'foreign-origin', frames: 0 });
  const namesake = knock(
    { site: 'bank', jwt: await token({ sub: '4711', exp: inAWhile() }, bankKey) },
    0,
    'https://bank.example',
  );
  const welcome = await new Promise<ChatWelcome>((resolve) => namesake.on('welcome', resolve));
  expect(welcome.last).toBe(0);
  const again = await openTab({ jwt: await token({ sub: '4711', exp: inAWhile() }) }, 1);
  await until('the owner reads it on', () => again.lines.length === 1);
});

test('a host site’s word for somebody ends when it said so, also on an open socket', async () => {
  const tab = await openTab({ jwt: await token({ sub: 'short', exp: Math.ceil(Date.now() / 1000) + 1 }) });
  await new Promise((resolve) => tab.socket.on('disconnect', resolve));
  expect(tab.socket.connected).toBe(false);
});

test('too long, too fast, empty: refused with a sentence, and the chat goes on', async () => {
  const tab = await openTab({ language: 'zh-Hans' });
  expect(await say(tab, 'x'.repeat(10_001))).toEqual({
    ok: false,
    reason: 'too-large',
    detail: '内容过大，上限为 10,000 字。',
  });
  expect(await say(tab, ' \n ')).toMatchObject({ ok: false, reason: 'nothing-to-send' });
  expect(await say(tab, '好'.repeat(10_000))).toMatchObject({ ok: true, sequence: 1 });
  const many = await Promise.all(Array.from({ length: 25 }, (_, nth) => say(tab, `fast ${nth}`)));
  expect(many.filter((ack) => ack.ok)).toHaveLength(19);
  expect(many.find((ack) => !ack.ok)).toMatchObject({ reason: 'too-many' });
  const shut = new Promise((resolve) => tab.socket.on('disconnect', resolve));
  tab.socket.emit('say', { txnId: randomUUID(), text: 'x'.repeat(70_000) });
  await shut;
});

test('what was on the screen is read once, however often it is seen', async () => {
  const tab = await openTab({});
  await say(tab, 'hello');
  const messageId = await answer(await addressOf(), 'Good morning!');
  await until('the answer came', () => tab.lines.length === 2);
  tab.socket.emit('seen', { sequence: 2 }).emit('seen', { sequence: 2 }).emit('seen', { sequence: 900 });
  await until('it is read', async () => (await factsOf('delivery.read', messageId)).length > 0);
  await say(tab, 'thanks');
  expect(await factsOf('delivery.read', messageId)).toHaveLength(1);
});

test('an agent’s typing reaches the visitor’s tabs, a customer’s does not come back', async () => {
  const tab = await openTab({}, 1);
  await say(tab, 'hello');
  const address = await addressOf();
  const fleeting = replicas[0]!.app.get(Fleeting);
  const typing = { channel: 'webchat', account: 'shop', address, conversationId: null };
  tab.socket.emit('typing');
  fleeting.send('typing.started', `webchat:${address}`, { ...typing, who: 'agent' });
  await until('it is seen', () => tab.typed() === 1);
});

/** Web chat without a socket: who is let in, what is said, what is shown, what is refused. */
import { createHmac, randomBytes } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import type { ReplyWrittenV1 } from '@trunkline/contracts';
import { readConfig } from '@trunkline/platform';
import { defaultPolicy } from '@trunkline/rules';
import { SignJWT } from 'jose';
import { admitVisitor } from './admit-visitor.ts';
import { readWebchatConfig, variables, type WebchatConfig } from './config.ts';
import { format } from './format.ts';
import { webchat } from './index.ts';
import { keepPace } from './keep-pace.ts';
import { parse } from './parse.ts';
import { shedJoins } from './shed-joins.ts';
import { newVisitorId, readVisitor, signVisitor } from './sign-visitor.ts';
import { tellHours } from './tell-hours.ts';

const [shopKey, otherKey] = ['shop-'.repeat(8), 'bank-'.repeat(8)];
const visitorKeys = `old:${randomBytes(32).toString('base64url')},new:${randomBytes(32).toString('base64url')}`;
const origin = 'https://shop.example';
const settings = (sites: unknown[]) =>
  readWebchatConfig(readConfig(variables, { WEBCHAT_SITES: JSON.stringify(sites), WEBCHAT_VISITOR_KEYS: visitorKeys }));
const config = settings([
  { site: 'shop', name: 'Shop', origins: [origin], keys: [shopKey] },
  { site: 'bank', origins: ['https://bank.example'], key: otherKey },
]) as WebchatConfig;
const now = new Date('2026-11-22T09:00:00Z');
const at = (seconds: number) => Math.floor(now.getTime() / 1000) + seconds;
const token = (claims: Record<string, unknown>, key = shopKey) =>
  new SignJWT(claims).setProtectedHeader({ alg: 'HS256' }).sign(new TextEncoder().encode(key));
const admit = (auth: unknown, from: string | undefined = origin) => admitVisitor(auth, { origin: from, now }, config);

const samples = readdirSync(`${import.meta.dirname}/samples`).filter((name) => !name.endsWith('.expected.json'));
test.each(samples)('the sample %s is read as it was agreed, twice the same', async (name) => {
  const raw = readFileSync(`${import.meta.dirname}/samples/${name}`);
  const agreed = JSON.parse(
    readFileSync(`${import.meta.dirname}/samples/${name.replace('.json', '.expected.json')}`, 'utf8'),
  );
  expect(await parse(raw)).toEqual(agreed);
  expect(await webchat.parse(raw, config as never)).toEqual(agreed);
});

test('what is no JSON is unreadable, and never an error', async () => {
  expect(await parse(Buffer.from('{'))).toMatchObject({ kind: 'unreadable', because: 'not-json' });
});

const word = (change: Partial<ReplyWrittenV1>) =>
  ({ kind: 'reply', author: null, text: '<b>hi</b>', attachments: [], ...change }) as ReplyWrittenV1;
test.each([
  ['an agent speaks by name', { author: { agentId: 'a', name: 'Mei' } }, { from: 'agent', name: 'Mei' }],
  ['an answer without an author is the bot’s', {}, { from: 'bot', name: null }],
  ['a notice is the desk’s', { kind: 'notice' }, { from: 'desk', name: null }],
])('%s, and nothing of the text is lost', (_title, change, shown) =>
  expect(format(word(change as Partial<ReplyWrittenV1>))).toEqual({
    ...shown,
    text: '<b>hi</b>',
    attachments: [],
    choices: [],
  }),
);

test('a new visitor gets a token of 128 random bits, and it brings the same visitor back', async () => {
  const first = await admit({ site: 'shop' });
  if (first.kind !== 'admitted') throw new Error(first.because);
  expect(first.visitor.from).toMatchObject({ vouchedBy: null, address: expect.stringMatching(/^v:[\w-]{22}$/) });
  const again = await admit({ site: 'shop', visitor: first.visitor.token });
  expect(again).toMatchObject({ kind: 'admitted', visitor: { from: first.visitor.from } });
});

test('a token signed by the older key still holds, one of another site or with one bit changed does not', () => {
  const id = newVisitorId();
  const older = signVisitor('shop', id, [...config.visitorKeys].reverse());
  expect(readVisitor('shop', older, config.visitorKeys)).toBe(id);
  expect(readVisitor('bank', older, config.visitorKeys)).toBeNull();
  const changed = older.replace(/.(?=.$)/, (char) => (char === 'A' ? 'B' : 'A'));
  expect(readVisitor('shop', changed, config.visitorKeys)).toBeNull();
});

test('a host site vouches for its own user, whose token is then a new one', async () => {
  const jwt = await token({ sub: '4711', exp: at(600), name: '林梅', email: 'Mei@Customer.test' });
  const before = signVisitor('shop', newVisitorId(), config.visitorKeys);
  const admission = await admit({ site: 'shop', jwt, visitor: before, language: 'zh-Hant' });
  expect(admission).toMatchObject({
    kind: 'admitted',
    visitor: {
      from: { address: 'sub:shop:4711', name: '林梅', vouchedBy: 'host-site', email: 'mei@customer.test' },
      until: new Date(at(600) * 1000),
      language: 'zh',
    },
  });
  expect(admission.kind === 'admitted' && admission.visitor.token).not.toBe(before);
});

const unsigned = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${Buffer.from(JSON.stringify({ sub: '1', exp: at(60) })).toString('base64url')}.`;
const bare = createHmac('sha256', shopKey).update('4711').digest('hex');
test.each([
  ['expired a minute ago', () => token({ sub: '1', exp: at(-60) })],
  ['of another site’s key', () => token({ sub: '1', exp: at(60) }, otherKey)],
  ['without an end', () => token({ sub: '1' })],
  ['that lives longer than an hour', () => token({ sub: '1', exp: at(7200) })],
  ['that names nobody', () => token({ exp: at(60) })],
  ['not valid yet', () => token({ sub: '1', exp: at(600), nbf: at(300) })],
  ['without a signature', () => unsigned],
  ['that is a bare mark of an id', () => bare],
])('a token %s opens nothing', async (_title, make) =>
  expect(await admit({ site: 'shop', jwt: await make() })).toMatchObject({ kind: 'refused', because: 'wrong-token' }),
);

test.each([
  'null',
  'https://shop.example.evil.test',
  'https://evil-shop.example',
  'http://shop.example',
  'https://shop.example:8443',
  'https://SHOP.example',
  'https://shop.example/',
  'https://bank.example',
  '',
  'https://shop.example.',
  'https://www.shop.example',
  'https://shop.example:443',
  'https://user@shop.example',
  'https://shop.example#',
  'https://shop.example?',
  ' https://shop.example',
  'https://shop.examp1e',
  'https://shoр.example',
  'file://',
  'chrome-extension://shop.example',
])('a page of origin "%s" may not talk to the shop’s desk', async (from) =>
  expect(await admit({ site: 'shop' }, from)).toMatchObject({ kind: 'refused', because: 'foreign-origin' }),
);

test('a site nobody set up is foreign, and a hello that is none is a bad request', async () => {
  expect(await admit({ site: 'nowhere' })).toMatchObject({ kind: 'refused', because: 'foreign-origin' });
  expect(await admit({ language: 'zh-TW' })).toMatchObject({ because: 'bad-request', language: 'zh' });
  expect(await admit(undefined)).toMatchObject({ because: 'bad-request' });
});

test('without a site web chat is off, and what cannot work is refused with a sentence', () => {
  expect(settings([])).toBeNull();
  expect(() => readWebchatConfig({ WEBCHAT_SITES: [{ site: 'a', origins: [origin] }] })).toThrow(
    'WEBCHAT_VISITOR_KEYS',
  );
  expect(() => settings([{ site: 'a', origins: ['https://shop.example/path'] }])).toThrow('scheme://host:port');
  expect(() => settings([{ site: 'a', origins: [origin], key: 'short' }])).toThrow('32 bytes');
});

test('who speaks too fast is told how long to wait, and is heard again after it', () => {
  const mayGoOn = keepPace({ most: 2, withinMs: 10_000 });
  expect([0, 1000, 2000].map((ms) => mayGoOn('a', ms).kind)).toEqual(['fine', 'fine', 'too-many']);
  expect(mayGoOn('a', 2500)).toEqual({ kind: 'too-many', seconds: 8 });
  expect(mayGoOn('b', 2500).kind).toBe('fine');
  expect(mayGoOn('a', 10_001).kind).toBe('fine');
});

test('what came to nothing does not count against whoever tried', () => {
  const mayGoOn = keepPace({ most: 1, withinMs: 60_000 });
  const first = mayGoOn('a', 0);
  expect(mayGoOn('a', 10).kind).toBe('too-many');
  if (first.kind === 'fine') first.takeBack();
  expect([mayGoOn('a', 20).kind, mayGoOn('a', 30).kind]).toEqual(['fine', 'too-many']);
});

test('of a storm so many come in each second, and each is told when its turn comes', () => {
  const mayJoin = shedJoins({ most: 2, withinMs: 1_000 });
  const told = Array.from({ length: 8 }, () => mayJoin(0)).map((join) => (join.kind === 'fine' ? 0 : join.seconds));
  expect(told).toEqual([0, 0, 1, 1, 2, 2, 3, 3]);
  expect([mayJoin(1_500).kind, mayJoin(1_500).kind]).toEqual(['fine', 'fine']);
  expect(mayJoin(1_600)).toEqual({ kind: 'too-many', seconds: 2 });
  expect(mayJoin(60_000).kind).toBe('fine');
});

test('the desk is open while a queue is, and else says when the first opens', () => {
  const visitor = { site: config.sites.get('bank')!, language: 'zh' as const };
  const office = { tz: 'Asia/Shanghai', hours: { mon: [['09:00', '18:00']] } };
  const queues = [{ ...defaultPolicy.queues[0]!, calendar: 'office' }];
  const rest = { holidays: [], holidaysYearly: [], special: {}, breaks: {} };
  const policy = { ...defaultPolicy, queues, calendars: { office: { ...office, ...rest } as never } };
  expect(tellHours(visitor, policy, Date.parse('2026-11-22T09:00:00Z'))).toEqual({
    name: defaultPolicy.desk.name.zh,
    isOpen: false,
    opensAt: '2026-11-23T01:00:00.000Z',
  });
  expect(tellHours(visitor, policy, Date.parse('2026-11-23T05:00:00Z')).isOpen).toBe(true);
});

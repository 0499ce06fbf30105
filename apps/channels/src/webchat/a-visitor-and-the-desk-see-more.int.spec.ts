/** Files, quick replies, forms, the trail and the storm, in a real browser and over sockets, against a real channels. */
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import type { ChatAck, Visitor } from '@trunkline/contracts';
import { newId } from '@trunkline/contracts';
import { defaultPolicy } from '@trunkline/rules';
import { freshDatabase, testPasswords } from '@trunkline/testing';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { io, type Socket } from 'socket.io-client';
import { AttachmentsStore } from '../attachments.store.ts';
import { type Desk, deskOf } from '../channel.ts';
import { freePort, type GivenChannels, givenChannels, migrateChannels, until } from '../given-channels.ts';
import { keepFile } from '../keep-file.ts';
import { roomOf } from './chat-room.ts';
import { storeWord, type Whose } from './chats.store.ts';
import type { WebchatConfig } from './config.ts';
import { readVisitorOf } from './visitors.store.ts';

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAoAAAAKCAYAAACNMs+9AAAAFUlEQVR42mNk+M9Qz0AEYBxVSF+FABJADveWkH6oAAAAAElFTkSuQmCC',
  'base64',
);
let port = 0;
let origin = '';
let database: Awaited<ReturnType<typeof freshDatabase>>;
let channels: GivenChannels;
let browser: Browser;
let desk: Desk<WebchatConfig>;

beforeAll(async () => {
  port = await freePort();
  origin = `http://127.0.0.1:${port}`;
  database = await freshDatabase();
  await migrateChannels(database.ownerUrl, testPasswords);
  channels = await givenChannels({
    ownerUrl: database.ownerUrl,
    passwords: testPasswords,
    port,
    settings: {
      WEBCHAT_VISITOR_KEYS: `v:${randomBytes(32).toString('base64url')}`,
      WEBCHAT_SITES: JSON.stringify([{ site: 'demo', name: 'Hearth & Leaf', origins: [origin] }]),
      DEMO: 'on',
    },
  });
  desk = channels.app.get(deskOf('webchat'));
  browser = await chromium.launch({ executablePath: await findChromium(), args: ['--no-sandbox', '--disable-gpu'] });
}, 90_000);

afterAll(async () => {
  await browser?.close();
  await channels?.stop();
  await database?.drop();
});
afterEach(() => setChat({}));

async function findChromium(): Promise<string> {
  for (const path of [process.env.CHROMIUM, '/usr/bin/chromium']) if (path && existsSync(path)) return path;
  process.env.AWS_EXECUTION_ENV ??= 'AWS_Lambda_nodejs20.x';
  const { default: packaged } = await import('@sparticuz/chromium');
  return packaged.executablePath();
}

/** As a version of the policy that came by `settings` would set it. */
function setChat(chat: Partial<typeof defaultPolicy.chat>, isOpen = true): void {
  const settings = desk.settings as { policy: typeof defaultPolicy };
  const calendars = isOpen ? defaultPolicy.calendars : { ...defaultPolicy.calendars, always: shut };
  Object.defineProperty(settings, 'policy', {
    configurable: true,
    value: { ...defaultPolicy, calendars, chat: { ...defaultPolicy.chat, ...chat } },
  });
}
const soon = (new Date().getUTCDay() + 2) % 7;
const shut = {
  ...defaultPolicy.calendars.always!,
  hours: Object.fromEntries(
    Object.keys(defaultPolicy.calendars.always!.hours).map((day, at) => [day, at === soon ? [['09:00', '17:00']] : []]),
  ),
} as (typeof defaultPolicy.calendars)[string];

async function openShop(options: BrowserContextOptions = {}, language = 'en'): Promise<Page> {
  const context = await browser.newContext({ locale: 'en-GB', viewport: { width: 1280, height: 800 }, ...options });
  const page = await context.newPage();
  await page.goto(`${origin}/demo?lang=${language}`);
  await page.locator('trunkline-chat .bubble').click();
  await page.locator('trunkline-chat .panel').waitFor();
  return page;
}

async function newest(): Promise<Whose> {
  const [chat] = await channels.postgres.query<Whose>(
    'SELECT account, address FROM chat_session ORDER BY begun_at DESC LIMIT 1',
  );
  return chat!;
}

async function factOfLast(): Promise<Record<string, unknown>> {
  const [row] = await channels.postgres.query<{ body: string }>(
    `SELECT body FROM outbox WHERE type = 'message.received' ORDER BY id DESC LIMIT 1`,
  );
  return JSON.parse(row!.body);
}

async function answer(text: string, more: Partial<Parameters<typeof storeWord>[2]> = {}): Promise<string> {
  const chat = await newest();
  const messageId = newId();
  const word = { from: 'agent' as const, name: 'Mei', text, attachments: [], choices: [], messageId, ...more };
  await channels.postgres.transaction((tx) => storeWord(tx, chat, word));
  roomOf(desk).moved(chat);
  return messageId;
}

test('files go both ways: chosen, sent as they really are, shown small, and nobody else’s pass opens them', async () => {
  const page = await openShop();
  await page
    .locator('trunkline-chat input[type=file]')
    .setInputFiles([{ name: 'broken.png', mimeType: 'text/html', buffer: png }]);
  await page.locator('trunkline-chat textarea').fill('It arrived like this');
  await page.locator('trunkline-chat .send:enabled').click();
  await page.locator('trunkline-chat .own:not(.waiting) .picture img').waitFor();
  const { attachments } = (await factOfLast()) as { attachments: { sha256: string; type: string; name: string }[] };
  expect(attachments).toMatchObject([{ type: 'image/png', name: 'broken.png' }]);
  const given = await keepFile({ name: 'label.pdf', type: '', content: Buffer.from('%PDF-1.7\n1') });
  await channels.postgres.transaction((tx) =>
    channels.app.get(AttachmentsStore).keep(tx, [{ ...given, objectKey: null }]),
  );
  const { content: _content, ...file } = given;
  await answer('Here is a label', { attachments: [file] });
  const saved = page.waitForEvent('download');
  await page.locator('trunkline-chat .agent .file').click();
  expect((await saved).suggestedFilename()).toBe('label.pdf');
  for (const pass of [
    '',
    'v.e30.x',
    `v.${Buffer.from('["demo","v:x",9e15]').toString('base64url')}.${'A'.repeat(43)}`,
  ]) {
    const headers = { authorization: `Bearer ${pass}` };
    expect((await fetch(`${origin}/chat/files/${file.sha256}`, { headers })).status).toBe(401);
    expect((await fetch(`${origin}/chat/files?name=x`, { method: 'POST', headers, body: 'x' })).status).toBe(401);
  }
  await page.context().close();
}, 60_000);

test('a file too large is refused with a sentence before it leaves the browser, and can be taken away', async () => {
  const page = await openShop();
  const buffer = Buffer.alloc(10 * 1024 * 1024 + 1);
  await page
    .locator('trunkline-chat input[type=file]')
    .setInputFiles([{ name: 'film.mov', mimeType: 'video/mp4', buffer }]);
  await page.getByText('Too large: at most 10 MB.').waitFor();
  await page.getByLabel('Remove film.mov').click();
  expect(await page.locator('trunkline-chat .enclosed').count()).toBe(0);
  await page.context().close();
}, 60_000);

test('what the form asks comes with the first word, as answers and as evidence; quick replies are pressed once', async () => {
  const name = { en: 'Your e-mail', zh: '您的邮箱' };
  setChat({
    form: [{ code: 'mail', name, kind: 'email', isRequired: true, choices: [] }],
    firstReplies: [{ code: 'parcel', name: { en: 'Where is my parcel?', zh: '我的包裹在哪里？' } }],
  });
  const page = await openShop();
  await page.getByLabel('Your e-mail').fill('Li@Example.test');
  await page.getByText('Start the chat').click();
  await page.getByText('Where is my parcel?').last().click();
  await page.locator('trunkline-chat .own:not(.waiting)').waitFor();
  expect(await factOfLast()).toMatchObject({
    text: 'Where is my parcel?',
    chosen: 'parcel',
    form: { mail: 'Li@Example.test' },
    from: { evidence: [{ kind: 'email', value: 'li@example.test', by: 'customer' }] },
  });
  await answer('Did it come?', {
    choices: [
      { code: 'yes', label: 'Yes' },
      { code: 'no', label: 'No, not yet' },
    ],
  });
  await page.getByText('No, not yet').click();
  await until('it is told', async () => (await factOfLast()).chosen === 'no');
  expect(await page.locator('trunkline-chat .choice').count()).toBe(0);
  await page.context().close();
}, 60_000);

test('the way over the page is told with the chat and from then on within two seconds, and not at all where it is off', async () => {
  const page = await openShop({ extraHTTPHeaders: {} });
  await page.locator('trunkline-chat textarea').fill('hello');
  await page.locator('trunkline-chat textarea').press('Enter');
  await page.locator('trunkline-chat .own:not(.waiting)').waitFor();
  const whose = await newest();
  const begun = Date.now();
  await page.evaluate(
    `history.pushState({}, '', '/demo?lang=en&basket=1'); trunkline('event', 'basket', { items: 2 })`,
  );
  const seen = async () => (await readVisitorOf(channels.postgres, whose)) as unknown as Visitor & { row: Visitor };
  await until('both steps are there', async () => (await seen()).steps.length >= 3);
  expect(Date.now() - begun).toBeLessThan(2_000);
  const { row, steps } = await seen();
  expect(row).toMatchObject({ isHere: true, visits: 1, device: expect.stringContaining('Chrome') });
  expect(steps.find(({ kind }) => kind === 'event')).toMatchObject({ name: 'basket', values: { items: 2 } });
  await page.context().close();
  await until('they left', async () => !(await seen()).row.isHere);
}, 60_000);

test('out of hours a message is left that goes on by mail; where no mail is switched on, that is said', async () => {
  setChat({}, false);
  const page = await openShop();
  await page.getByLabel('Your name').fill('Li');
  await page.getByLabel('Your e-mail').fill('li@example.test');
  await page.getByLabel('Your message').fill('The pot is cracked.');
  await page.getByText('Send the message').click();
  await page.getByText('Mail is not switched on at this desk.').waitFor();
  await page.context().close();
}, 60_000);

const join = (): Socket =>
  io(origin, {
    path: '/chat/live',
    transports: ['websocket'],
    forceNew: true,
    reconnection: false,
    extraHeaders: { origin },
    auth: { site: 'demo' },
  });

test('A38 a thousand that come at once all come in, whoever is asked to come a little later', async () => {
  const begun = Date.now();
  const sockets = await Promise.all(
    Array.from({ length: 1_000 }, () => {
      const socket = join();
      return new Promise<Socket>((resolve, reject) => {
        socket.on('welcome', () => resolve(socket));
        socket.on('connect_error', ({ data }: Error & { data?: { reason: string; seconds: number } }) => {
          if (data && data.reason !== 'too-many') reject(new Error(JSON.stringify(data)));
          setTimeout(() => socket.connect(), (data?.seconds ?? 1) * 1_000 + Math.random() * 5_000);
        });
      });
    }),
  );
  const seconds = (Date.now() - begun) / 1000;
  for (const socket of sockets) socket.disconnect();
  expect({ came: sockets.length, isSoon: seconds < 40 }).toEqual({ came: 1_000, isSoon: true });
}, 90_000);

test('a frame that nobody knows is answered with a reason, and a flood of them ends the line', async () => {
  const socket = join();
  await new Promise((resolve) => socket.on('welcome', resolve));
  const ack: ChatAck = await socket.timeout(5_000).emitWithAck('gossip', {});
  expect(ack).toMatchObject({ ok: false, reason: 'bad-request' });
  const shut = new Promise((resolve) => socket.on('disconnect', resolve));
  for (let nth = 0; nth < 30; nth += 1) socket.emit('gossip', {});
  await shut;
}, 30_000);

/** The chat bubble in a real browser, on the shop's page, against a real channels: words go both ways, markup stays text. */
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { newId } from '@trunkline/contracts';
import { freshDatabase, testPasswords } from '@trunkline/testing';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { deskOf } from '../channel.ts';
import { type GivenChannels, givenChannels, migrateChannels, until } from '../given-channels.ts';
import { roomOf } from './chat-room.ts';
import { storeWord } from './chats.store.ts';

const port = 20_000 + Math.floor(Math.random() * 20_000);
let database: Awaited<ReturnType<typeof freshDatabase>>;
let channels: GivenChannels;
let browser: Browser;

beforeAll(async () => {
  const built = join(import.meta.dirname, '../../../widget/dist/widget.js');
  if (!existsSync(built)) throw new Error('the widget is not built: run npm run build');
  database = await freshDatabase();
  await migrateChannels(database.ownerUrl, testPasswords);
  channels = await openChannels();
  browser = await chromium.launch({ executablePath: await findChromium(), args: ['--no-sandbox', '--disable-gpu'] });
}, 90_000);

afterAll(async () => {
  await browser?.close();
  await channels?.stop();
  await database?.drop();
});

const openChannels = () =>
  givenChannels({
    ownerUrl: database.ownerUrl,
    passwords: testPasswords,
    port,
    settings: {
      WEBCHAT_VISITOR_KEYS: keys,
      WEBCHAT_SITES: JSON.stringify([{ site: 'demo', name: 'Hearth & Leaf', origins: [`http://127.0.0.1:${port}`] }]),
      DEMO: 'on',
    },
  });
const keys = `v:${randomBytes(32).toString('base64url')}`;

async function findChromium(): Promise<string> {
  for (const path of [process.env.CHROMIUM, '/usr/bin/chromium']) if (path && existsSync(path)) return path;
  // it unpacks its own libraries only where it believes to be there, and it looks when it is imported
  process.env.AWS_EXECUTION_ENV ??= 'AWS_Lambda_nodejs20.x';
  const { default: packaged } = await import('@sparticuz/chromium');
  return packaged.executablePath();
}

type Shop = { page: Page; troubles: string[]; foreign: string[] };

async function openShop(language: string, options: BrowserContextOptions = {}): Promise<Shop> {
  const context = await browser.newContext({ locale: 'en-GB', viewport: { width: 1280, height: 800 }, ...options });
  const page = await context.newPage();
  const troubles: string[] = [];
  const foreign: string[] = [];
  page.on('pageerror', (error) => troubles.push(String(error)));
  page.on('dialog', (dialog) => {
    troubles.push(`a dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('request', (request) => {
    if (!/^(http|ws):\/\/127\.0\.0\.1:|^data:/.test(request.url())) foreign.push(request.url());
  });
  await page.goto(`http://127.0.0.1:${port}/demo?lang=${language}`);
  await page.locator('trunkline-chat .bubble').click();
  await page.locator('trunkline-chat .panel').waitFor();
  return { page, troubles, foreign };
}

async function write(page: Page, text: string): Promise<void> {
  const field = page.locator('trunkline-chat textarea');
  await field.fill(text);
  await field.press('Enter');
}

/** What the desk says, into the newest chat; the hint that Kafka would bring is given by hand. */
async function answer(text: string, name: string, attachment?: string): Promise<void> {
  const { postgres } = channels;
  const [chat] = await postgres.query('SELECT account, address FROM chat_session ORDER BY begun_at DESC LIMIT 1');
  const attachments = attachment ? [{ sha256: 'a'.repeat(64), name: attachment, type: 'text/html', bytes: 12 }] : [];
  await postgres.transaction((tx) =>
    storeWord(tx, chat, { from: 'agent', name, text, attachments, messageId: newId() }),
  );
  roomOf(channels.app.get(deskOf('webchat'))).moved(chat);
}

test('a visitor writes, gets the tick, reads the answer, and finds all of it again after a reload', async () => {
  const { page, troubles } = await openShop('en');
  await write(page, 'Where is my parcel?');
  await page.getByText('Sent', { exact: false }).waitFor();
  await answer('It left our house this morning.', 'Mei Lin');
  await page.locator('trunkline-chat').getByText('It left our house this morning.').waitFor({ timeout: 20_000 });
  await page.getByText('Seen', { exact: false }).waitFor();
  await page.reload();
  await page.locator('trunkline-chat .bubble').click();
  await page.locator('trunkline-chat').getByText('It left our house this morning.').waitFor();
  expect(await page.locator('trunkline-chat .said').count()).toBe(2);
  expect(troubles).toEqual([]);
  await page.context().close();
}, 60_000);

test('what is written while the desk is away is kept over a reload, and goes out once it is back', async () => {
  const { page } = await openShop('en');
  await write(page, 'before the cut');
  await page.getByText('Sent', { exact: false }).waitFor();
  await channels.stop();
  await page.getByText('No connection', { exact: false }).waitFor();
  await write(page, 'written in the dark');
  await page.getByText('Sending', { exact: true }).waitFor();
  channels = await openChannels();
  await page.reload();
  await page.locator('trunkline-chat .bubble').click();
  await until('it is taken in', async () => {
    const found = await channels.postgres.query(`SELECT 1 FROM chat_line WHERE text = 'written in the dark'`);
    return found.length === 1;
  });
  await page.getByText('Sent', { exact: false }).waitFor();
  await page.context().close();
}, 60_000);

const payloads = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<svg/onload=alert(1)>',
  '"><iframe src=javascript:alert(1)>',
  'javascript:alert(1)',
  'http://evil.test/"onmouseover="alert(1)',
  '<a href="javascript:alert(1)">x</a>',
  '{{constructor.constructor("alert(1)")()}}',
  '<style>@import "http://evil.test/x.css"</style>',
  '<img src="http://evil.test/pixel.png">',
  '</textarea><script>alert(1)</script>',
  '<math><mtext></p><style><!--</style><img src=x onerror=alert(1)>',
];
test('V4 markup in any field runs nothing, asks nobody else, and is read as it was written', async () => {
  const { page, troubles, foreign } = await openShop('en');
  for (const payload of payloads) await write(page, payload);
  await until(
    'all are said',
    async () => (await page.locator('trunkline-chat .own .said').count()) === payloads.length,
  );
  for (const payload of payloads) await answer(payload, payload, payload);
  await until('all came', async () => (await page.locator('trunkline-chat .agent .said').count()) === payloads.length);
  const shown = await page.locator('trunkline-chat .agent .said').evaluateAll((all) => all.map((it) => it.textContent));
  for (const payload of payloads) expect(shown.join('\n')).toContain(payload);
  for (const link of await page.locator('trunkline-chat .log a').all())
    expect(await link.getAttribute('href')).toMatch(/^http:\/\/evil\.test\//);
  expect([troubles, foreign]).toEqual([[], []]);
  await page.context().close();
}, 60_000);

test.each([
  ['en', 'light', 1280],
  ['zh-Hans', 'dark', 1280],
  ['zh-Hant', 'light', 390],
  ['en', 'dark', 390],
] as const)(
  'axe finds nothing in %s, %s, %i px wide',
  async (language, colorScheme, width) => {
    const { page } = await openShop(language, {
      colorScheme,
      viewport: { width, height: 800 },
      reducedMotion: 'reduce',
    });
    await write(page, 'https://shop.example/parcel 有吗?');
    await page.locator('trunkline-chat .own:not(.waiting)').waitFor();
    await answer('Yes: https://shop.example/parcel', 'Mei', 'note.pdf');
    await page.locator('trunkline-chat .agent .said').waitFor({ timeout: 20_000 });
    const { violations } = await new AxeBuilder({ page })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
      .analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
    await page.context().close();
  },
  60_000,
);

test('the keyboard alone opens it, writes, and closes it, and the focus comes back to the bubble', async () => {
  const { page } = await openShop('en');
  const bubbleInFocus = page.locator('trunkline-chat .bubble:focus');
  await page.keyboard.press('Escape');
  expect(await bubbleInFocus.count()).toBe(1);
  await page.keyboard.press('Enter');
  await page.locator('trunkline-chat textarea').waitFor();
  await page.keyboard.type('by keyboard');
  await page.keyboard.press('Enter');
  await page.getByText('Sent', { exact: false }).waitFor();
  await page.keyboard.press('Escape');
  expect(await page.locator('trunkline-chat .panel').count()).toBe(0);
  expect(await bubbleInFocus.count()).toBe(1);
  await page.context().close();
}, 60_000);

test('a page with a strict policy of its own takes the bubble, and a stranger’s path gets nothing', async () => {
  const at = (path: string) => fetch(`http://127.0.0.1:${port}${path}`);
  const loader = await at('/chat/widget.js');
  expect(loader.headers.get('access-control-allow-origin')).toBe('*');
  expect((await at('/demo')).headers.get('content-security-policy')).toContain("default-src 'self'");
  for (const path of ['/chat/assets/..%2fwidget.js', '/demo/..%2f..%2fpackage.json', '/chat/assets/none.js'])
    expect((await at(path)).status).toBe(404);
});

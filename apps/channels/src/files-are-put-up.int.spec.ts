/** Files that staff put up: kept by content, sent by whoever put them up, and never shown as a page. */
import { createHash, randomBytes } from 'node:crypto';
import { type Attachment, attachmentMaxBytes } from '@trunkline/contracts';
import { readConfig, setting, signServiceToken } from '@trunkline/platform';
import { freshDatabase, testPasswords } from '@trunkline/testing';
import { type GivenChannels, givenChannels, migrateChannels, testKeys } from './given-channels.ts';

const { keys } = readConfig({ keys: setting.keys({ help: '' }) }, { keys: testKeys });
let database: Awaited<ReturnType<typeof freshDatabase>>;
let channels: GivenChannels;

async function ask(path: string, { by = 'li', ...init }: RequestInit & { by?: string } = {}) {
  const token = await signServiceToken(keys, { from: 'gateway', to: 'channels', sub: by });
  const headers = { 'content-type': 'application/octet-stream', ...init.headers, authorization: `Bearer ${token}` };
  return fetch(`${channels.url}/internal/attachments${path}`, { ...init, headers });
}
const putUp = async (content: Buffer | string, { name = 'a.txt', type = 'text/plain', by = 'li' } = {}) =>
  ask(`?name=${encodeURIComponent(name)}`, {
    method: 'POST',
    body: Buffer.from(content),
    headers: { 'x-file-type': type },
    by,
  });
const mine = async (files: unknown[], by = 'li') =>
  ask('/mine', {
    method: 'POST',
    body: JSON.stringify({ files }),
    headers: { 'content-type': 'application/json' },
    by,
  });

beforeAll(async () => {
  database = await freshDatabase();
  await migrateChannels(database.ownerUrl, testPasswords);
  channels = await givenChannels({ ownerUrl: database.ownerUrl, passwords: testPasswords });
}, 60_000);

afterAll(async () => {
  await channels?.stop();
  await database?.drop();
});

test('a file is kept by its content, under a clean name and a kind that harms nobody', async () => {
  const page = '<html><script>alert(1)</script></html>';
  const answer = await putUp(page, { name: '../../etc/\u202epass\nwd.html', type: 'text/html' });
  expect(answer.status).toBe(201);
  const sha256 = createHash('sha256').update(page).digest('hex');
  expect(await answer.json()).toEqual({
    sha256,
    name: 'passwd.html',
    type: 'application/octet-stream',
    bytes: page.length,
  });
});

test.each(['<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>', '<!doctype html><p>x', '{"a":1}', '%PDF-1.7'])(
  'V5 %s is handed out as a download, whatever it says it is',
  async (content) => {
    const { sha256 } = (await (await putUp(content, { type: 'image/svg+xml' })).json()) as Attachment;
    const { headers } = await ask(`/${sha256}?name=x.svg`);
    expect(headers.get('content-disposition')).toMatch(/^attachment;/);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('content-security-policy')).toContain('sandbox');
    expect(headers.get('content-type')).not.toMatch(/html|svg|xml|javascript/);
  },
);

test('only who put a file up may send it, and by its true size and kind', async () => {
  const { sha256 } = (await (await putUp('a bill', { by: 'li' })).json()) as Attachment;
  const claimed = { sha256, name: 'bill.txt', type: 'text/html', bytes: 1 };
  expect(await (await mine([claimed])).json()).toEqual({ files: [{ ...claimed, type: 'text/plain', bytes: 6 }] });
  const foreign = await mine([claimed], 'wang');
  expect(foreign.status).toBe(422);
  expect(await foreign.json()).toMatchObject({ reason: 'file-gone' });
});

test('a file at the limit is taken, one above it and an empty one are refused with their reason', async () => {
  const big = randomBytes(attachmentMaxBytes + 1);
  expect((await putUp(big.subarray(1))).status).toBe(201);
  expect(await (await putUp(big)).json()).toMatchObject({
    reason: 'too-large',
    detail: expect.stringContaining('25 MiB'),
  });
  expect(await (await putUp('')).json()).toMatchObject({ reason: 'nothing-to-send' });
});

/** Journey: a desk stands in a file; it is shown, applied, found unchanged, brought back, and a wrong file changes nothing. */
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { buffer as bytes } from 'node:stream/consumers';
import { promisify } from 'node:util';
import type { PolicyV1, RosterDays, StaffV1 } from '@trunkline/contracts';
import { parse, stringify } from 'yaml';
import { openBrowser } from './browser.ts';
import { askApi, changePolicy, type Desk, hire, signIn, signInAsAdministrator } from './desk.ts';
import { type House, startHouse } from './start-house.ts';

const trunkline = resolve(import.meta.dirname, '../apps/cli/bin/trunkline.mjs');
const example = resolve(import.meta.dirname, '../docs/run/desk-example.yaml');
const tom = 'tom.huang@lamps.example';
let house: House;
let administrator: Desk;
let folder: string;

beforeAll(async () => {
  house = await startHouse();
  administrator = await signInAsAdministrator(house);
  folder = await mkdtemp(join(tmpdir(), 'trunkline-'));
}, 180_000);
afterAll(() => house?.stop(), 60_000);

const call = (...words: string[]) => callAt(house.run.api, words);

/** Through a line on which something happens before a write; what gives true cuts the line there. */
async function callThrough(before: (path: string) => Promise<unknown>, ...words: string[]) {
  const line = createServer(async (asked, answer) => {
    if (asked.method !== 'GET' && (await before(asked.url!)) === true) return asked.destroy();
    const body = asked.method === 'GET' ? undefined : await bytes(asked);
    const { 'content-type': type = '', authorization = '', 'if-match': match } = asked.headers;
    const headers = { 'content-type': type, authorization, ...(match && { 'if-match': match }) };
    const given = await fetch(`${house.run.api}${asked.url}`, { method: asked.method!, headers, body: body as never });
    answer.writeHead(given.status, { 'content-type': given.headers.get('content-type') ?? '' }).end(await given.text());
  });
  await new Promise<void>((ready) => line.listen(0, '127.0.0.1', ready));
  const { port } = line.address() as AddressInfo;
  return callAt(`http://127.0.0.1:${port}`, words).finally(() => line.close());
}

async function callAt(url: string, words: string[]): Promise<{ code: number; out: string }> {
  const env = { TRUNKLINE_URL: url, TRUNKLINE_TOKEN: administrator.token };
  return promisify(execFile)(process.execPath, [trunkline, ...words], { env, maxBuffer: 2 ** 26 }).then(
    ({ stdout }) => ({ code: 0, out: stdout }),
    (failed: { code: number; stdout: string; stderr: string }) => ({
      code: failed.code,
      out: failed.stdout + failed.stderr,
    }),
  );
}
type File = Record<string, unknown> & { queues: Record<string, unknown>[]; staff: Record<string, unknown>[] };
async function variant(change: (file: File) => void): Promise<string> {
  const file = parse(await readFile(example, 'utf8')) as File;
  change(file);
  const name = join(folder, 'desk.yaml');
  await writeFile(name, stringify(file));
  return name;
}
const published = async () =>
  (await administrator.ask<{ items: { version: number }[] }>('/policies')).items[0]!.version;
const newest = async () => administrator.ask<PolicyV1>(`/policies/${await published()}`);
const person = async (email: string) =>
  (await administrator.ask<{ items: StaffV1[] }>('/staff')).items.find((one) => one.email === email);

test('a dry run shows everything and changes nothing: exit 2', async () => {
  const before = await published();
  const { code, out } = await call('apply', '-f', example, '--dry-run');
  expect({ code, out }).toMatchObject({ code: 2 });
  expect(out).toContain('~ policy.priority.vip  15 → 20');
  expect(out).toMatch(/^\+ queues\[refunds\] .*by-ability/m);
  expect(out).toContain(`+ staff[${tom}]`);
  expect(out).toMatch(/^\? queues {2}service, .*: is not in the file, and stays$/m);
  expect([await published(), await person(tom)]).toEqual([before, undefined]);
  expect(await call('apply', '-f', join(folder, 'nowhere.yaml'), '--dry-run')).toMatchObject({ code: 1 });
}, 60_000);

test('applied, it is the desk: who is new gets a link once and sets a password by it', async () => {
  const body = { password: 'lamps-and-more-lamps' };
  const { code, out } = await call('apply', '-f', example);
  expect({ code, out }).toMatchObject({ code: 0 });
  const policy = await newest();
  expect(policy.queues.map(({ code: queue }) => queue)).toEqual(expect.arrayContaining(['refunds', 'service']));
  expect(policy.priority.vip).toBe(20);
  expect(await person(tom)).toMatchObject({ role: 'agent', skills: { 'lang-zh': 5, refunds: 3 }, active: true });
  const { items } = await administrator.ask<RosterDays>('/roster?from=2026-12-01&to=2026-12-01&queue=refunds');
  expect(items[0]?.shifts.map(({ from }) => from)).toEqual(['2026-12-01T07:00:00.000Z', '2026-12-01T09:00:00.000Z']);
  const linkOfTom = /added tom.*\n\s+link, shown this once: (\S+)/.exec(out)?.[1];
  const page = await (await openBrowser()).newPage();
  await page.goto(linkOfTom!);
  await page.getByRole('textbox', { name: /new password/i }).fill(body.password);
  await page.getByRole('button', { name: /set the password/i }).click();
  await page.waitForURL(/sign-in/);
  await page.context().close();
  const again = askApi(house.run.api, '/set-up/password', {
    method: 'POST',
    body: { ...body, token: new URL(linkOfTom!).searchParams.get('token') },
  });
  await expect(again).rejects.toThrow('wrong-token');
  expect((await signIn(house, tom, body.password)).person.name).toBe('Tom Huang');
}, 120_000);

test('a second time there is nothing to change, and no new version', async () => {
  const before = await published();
  const again = await call('apply', '-f', example);
  expect({ code: again.code, out: again.out }).toEqual({ code: 0, out: expect.stringContaining('nothing to change') });
  expect(await call('apply', '-f', example, '--dry-run')).toMatchObject({ code: 0 });
  expect(await published()).toBe(before);
}, 60_000);

test('what somebody changed on the desk is shown as drift and brought back', async () => {
  await changePolicy(administrator, (policy) => ({ ...policy, priority: { ...policy.priority, vip: 3 } }));
  const { id } = (await person(tom))!;
  await administrator.ask(`/staff/${id}`, { method: 'PATCH', body: { capacity: 1, active: false } });
  const { code, out } = await call('apply', '-f', example, '--dry-run');
  expect(code).toBe(2);
  expect(out).toContain('~ policy.priority.vip  3 → 20');
  expect(out).toContain(`~ staff[${tom}].capacity  1 → 6`);
  expect(out).toContain(`~ staff[${tom}].active  false → true`);
  expect(await call('apply', '-f', example)).toMatchObject({ code: 0 });
  expect([(await newest()).priority.vip, (await person(tom))!.capacity]).toEqual([20, 6]);
}, 60_000);

test('a wrong file is refused with its place, and nothing of it is applied', async () => {
  const before = await published();
  const wrong: [(file: File) => void, RegExp][] = [
    [(file) => Object.assign(file.queues[0]!, { mode: 'random' }), /desk\.yaml:\d+:\d+ queues\[refunds\]\.mode: /],
    [
      (file) => Object.assign(file.queues[0]!, { widensTo: 'gone' }),
      /desk\.yaml:\d+:\d+ queues\[refunds\]\.widensTo: /,
    ],
    [(file) => Object.assign(file.staff[1]!, { groups: ['gone'] }), /staff\[tom\.huang@lamps\.example\]\.groups: /],
    [(file) => Object.assign(file.staff[1]!, { password: 'secret-secret' }), /password/],
  ];
  for (const [spoil, place] of wrong) {
    const name = await variant((file) => {
      file.policy = { priority: { vip: 99 } };
      Object.assign(file.staff[0]!, { capacity: 9 });
      spoil(file);
    });
    const { code, out } = await call('apply', '-f', name);
    expect({ code, out }).toEqual({ code: 1, out: expect.stringMatching(place) });
  }
  expect([await published(), (await person('iris.beck@lamps.example'))!.capacity]).toEqual([before, 4]);
}, 60_000);

test('two at a time: neither overwrites the other, and who came second is told so', async () => {
  const files = { vip: 33, complaint: 44 };
  const [first, second] = await Promise.all(
    Object.entries(files).map(async ([what, minutes]) => {
      const name = join(folder, `${what}.yaml`);
      await writeFile(name, stringify({ trunkline: 1, policy: { priority: { [what]: minutes } } }));
      return name;
    }),
  );
  const before = await published();
  // the second looks, the first looks and writes, and only then the second writes
  const late = await callThrough(() => call('apply', '-f', first!), 'apply', '-f', second!);
  expect(late).toMatchObject({ code: 1, out: expect.stringMatching(/nothing was changed \(edited-meanwhile\)/) });
  expect(await published()).toBe(before + 1);
  expect((await newest()).priority).toMatchObject({ vip: 33 });
  expect(await call('apply', '-f', second!)).toMatchObject({ code: 0 });
  expect((await newest()).priority).toMatchObject(files);
}, 60_000);

test('where the line breaks half-way it says what was done and what was not, and applying again completes it', async () => {
  const name = await variant((file) => {
    for (const part of ['queues', 'calendars', 'roster']) delete file[part];
    file.policy = { priority: { vip: 21 } };
    for (const one of ['Uma', 'Vic'])
      file.staff.push({ email: `${one}@lamps.example`, name: one, number: one, role: 'agent', groups: ['service'] });
  });
  let people = 0;
  const { code, out } = await callThrough(async (path) => path === '/v1/staff' && ++people === 2, 'apply', '-f', name);
  expect({ code, out }).toMatchObject({ code: 1 });
  expect(out).toMatch(/done: 2 of 3; not done: added Vic@lamps\.example\napply the file again to complete it/);
  expect([(await newest()).priority.vip, (await person('Uma@lamps.example'))?.name]).toEqual([21, 'Uma']);
  expect(await person('Vic@lamps.example')).toBeUndefined();
  const again = await call('apply', '-f', name);
  expect(again).toMatchObject({ code: 0, out: expect.stringMatching(/^added Vic@lamps\.example$/m) });
  expect(again.out).not.toContain('Uma@');
}, 60_000);

test('pruned, who is not in the file works here no more, except who asks', async () => {
  const stray = await hire(house, administrator, { groups: [] });
  const { items } = await administrator.ask<{ items: StaffV1[] }>('/staff');
  const name = await variant((file) => {
    for (const part of ['queues', 'calendars', 'policy', 'roster']) delete file[part];
    file.staff = items.flatMap(({ email, active }) =>
      active && email !== stray.person.email && email !== administrator.person.email ? [{ email }] : [],
    );
  });
  const kept = await call('apply', '-f', name);
  expect(kept).toMatchObject({ code: 0, out: expect.stringContaining(`${stray.person.email}`) });
  expect((await person(stray.person.email))!.active).toBe(true);
  expect(await call('apply', '-f', name, '--prune')).toMatchObject({ code: 0 });
  expect((await person(stray.person.email))!.active).toBe(false);
  expect((await person(administrator.person.email))!.active).toBe(true);
}, 60_000);

test('what is exported is the desk: applied again it changes nothing', async () => {
  const { code, out } = await call('export');
  expect(code).toBe(0);
  const name = join(folder, 'exported.yaml');
  await writeFile(name, out);
  expect(await call('apply', '-f', name, '--dry-run')).toEqual({ code: 0, out: 'nothing to change\n' });
}, 60_000);

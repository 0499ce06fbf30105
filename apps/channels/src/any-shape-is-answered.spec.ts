/** Whatever a provider posts, of any shape: it is answered, what it says keeps the contract, and nothing throws. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { MessageReceivedV1, newId, reasons } from '@trunkline/contracts';
import { readConfig } from '@trunkline/platform';
import fc from 'fast-check';
import type { AnyChannel, OpenedRequest } from './channel.ts';
import { channels } from './channels.ts';
import type { Examinee } from './examinee-for-specs.ts';
import { fitKey } from './fit-key.ts';

const seed = Number(process.env.SEED ?? Date.now() % 1_000_000_000);
const runs = Number(process.env.RUNS ?? 120);
const publicUrl = 'https://desk.test';
const examineeOf = async ({ name }: AnyChannel) =>
  (await import(join(import.meta.dirname, name, 'examinee-for-specs.ts'))).examinee as Examinee;
const posted = channels.filter(
  ({ name, readRequest }) => readRequest && existsSync(join(import.meta.dirname, name, 'examinee-for-specs.ts')),
);
const settingsOf = ({ config }: AnyChannel) => config.read(readConfig(config.variables, config.sample ?? {})) as never;

/** Values that break parsers: ids that are numbers, texts with NUL and half characters, far times, deep nests. */
const odd = fc.oneof(
  fc.jsonValue({ maxDepth: 2 }),
  fc.constantFrom<unknown>('', '\u0000', '\ud83d', null, [], {}, -1, 1e308, 'a'.repeat(2_000), '9'.repeat(40), true),
  fc.string({ unit: 'binary' }),
);

/** A real body with some of its values replaced, dropped or doubled. */
function spoiled(body: unknown): fc.Arbitrary<unknown> {
  const paths = pathsIn(body);
  const change = fc.tuple(fc.nat(paths.length - 1), fc.constantFrom('put', 'drop', 'double'), odd);
  return fc.array(change, { minLength: 1, maxLength: 4 }).map((changes) => {
    const copy = structuredClone({ root: body }) as Record<string, unknown>;
    for (const [at, how, value] of changes) spoil(copy, { path: paths[at]!, how, value });
    return copy.root;
  });
}

type Path = (string | number)[];
function pathsIn(value: unknown, path: Path = ['root']): Path[] {
  if (value === null || typeof value !== 'object') return [path];
  return [path, ...Object.entries(value).flatMap(([name, one]) => pathsIn(one, [...path, name]))];
}

function spoil(root: Record<string, unknown>, { path, how, value }: { path: Path; how: string; value: unknown }): void {
  let at: Record<string, unknown> = root;
  for (const name of path.slice(0, -1)) {
    const next = at[name];
    if (next === null || typeof next !== 'object') return;
    at = next as Record<string, unknown>;
  }
  const last = path.at(-1)!;
  // an earlier change may have put a list where fields were: its length is not a field
  if (Array.isArray(at) && typeof last === 'string') return;
  if (how === 'drop') delete at[last];
  // copies: what is put in twice would be changed in itself
  else at[last] = structuredClone(how === 'double' ? [at[last], at[last]] : value);
}

async function hold(channel: AnyChannel, opened: OpenedRequest): Promise<void> {
  if (opened.kind === 'refused') return;
  for (const { account, key, raw } of opened.items) {
    expect(fitKey(account) + fitKey(key)).not.toContain('\u0000');
    expect(fitKey(key).length).toBeLessThanOrEqual(512);
    const parsed = await channel.parse(raw, settingsOf(channel));
    if (parsed.kind === 'unreadable') expect(reasons).toHaveProperty(parsed.because);
    if (parsed.kind !== 'message') continue;
    const { name, standard, live } = channel;
    const rest = { receiptId: newId(), channel: name, standard, live, receivedAt: new Date(0).toISOString() };
    const said = MessageReceivedV1.safeParse({ ...parsed, ...rest, account: account.slice(0, 255), attachments: [] });
    expect(said.error?.issues ?? []).toEqual([]);
    expect(parsed.text).not.toContain('\u0000');
  }
  for (const { to } of opened.moved) expect(['sent', 'delivered', 'read', 'failed']).toContain(to);
}

describe.each(posted.map((channel) => [channel.name, channel] as const))('%s', (name, channel) => {
  const asJson = (bytes: Buffer): unknown => {
    try {
      return JSON.parse(bytes.toString());
    } catch {
      return Object.fromEntries(new URLSearchParams(bytes.toString()));
    }
  };
  /** As a sender would write it: a drawn object may have no `toString` to ask. */
  const asField = (value: unknown) => (typeof value === 'string' ? value : (JSON.stringify(value) ?? ''));
  const read = (url: string, body: Buffer) =>
    channel.readRequest!({ method: 'POST', url, headers: {}, body }, settingsOf(channel));

  test(`seed ${seed}: a real request that is spoiled anywhere is read or parked, never thrown`, async () => {
    const said = { customer: 1, id: newId(), text: 'Where is it? 😀', at: new Date() };
    const request = (await examineeOf(channel)).request!(said, { publicUrl, now: new Date() });
    const isForm = /urlencoded/.test(request.headers['content-type'] ?? '');
    const property = fc.asyncProperty(spoiled(asJson(request.body)), async (body) => {
      const bytes = isForm
        ? new URLSearchParams(
            Object.entries(Object(body) as object).map(([field, value]) => [field, asField(value)] as [string, string]),
          ).toString()
        : (JSON.stringify(body) ?? '');
      await hold(channel, read(request.url, Buffer.from(bytes)));
    });
    await fc.assert(property, { seed, numRuns: runs });
  });

  test(`seed ${seed}: each documented item, spoiled anywhere, is read or parked, never thrown`, async () => {
    const folder = join(import.meta.dirname, name, 'samples');
    const items = readdirSync(folder)
      .filter((file) => !file.includes('.expected.'))
      .map((file) => asJson(readFileSync(join(folder, file))));
    const property = fc.asyncProperty(fc.constantFrom(...items).chain(spoiled), async (item) => {
      const raw = Buffer.from(JSON.stringify(item) ?? '');
      await hold(channel, { kind: 'opened', items: [{ account: 'a', key: 'k', raw }], moved: [] });
    });
    await fc.assert(property, { seed, numRuns: runs });
  });

  test(`seed ${seed}: bytes of any kind are answered`, async () => {
    const property = fc.asyncProperty(fc.uint8Array({ maxLength: 2_000 }), async (bytes) => {
      await hold(channel, read(`${publicUrl}/hooks/${name}`, Buffer.from(bytes)));
    });
    await fc.assert(property, { seed, numRuns: Math.ceil(runs / 4) });
  });
});

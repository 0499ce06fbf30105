/** The exam that every line of the registry sits: what a channel must do, whatever it talks to. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { MessageReceivedV1, newId, reasons } from '@trunkline/contracts';
import { readConfig } from '@trunkline/platform';
import type { AnyChannel, Desk, Parsed, Word } from './channel.ts';
import { channels } from './channels.ts';

const source = import.meta.dirname;
const folders = readdirSync(source).filter(
  (name) => statSync(join(source, name)).isDirectory() && !['tables', 'migrations'].includes(name),
);
const settingsOf = ({ config }: AnyChannel) => config.read(readConfig(config.variables, config.sample ?? {}));
const samplesOf = ({ name }: AnyChannel) => {
  const folder = join(source, name, 'samples');
  const names = existsSync(folder) ? readdirSync(folder).filter((file) => !file.endsWith('.expected.json')) : [];
  return names.map((file) => ({
    file,
    raw: readFileSync(join(folder, file)),
    expected: join(folder, file.replace(/\.[a-z]+$/, '.expected.json')),
  }));
};
/** As it stands in an expected file: the bytes of files are left out, their hash says enough. */
const asJson = (parsed: Parsed) =>
  JSON.parse(JSON.stringify(parsed, (key, value) => (key === 'content' ? undefined : value)));

test('each folder is a line of the registry, and each line a folder', () => {
  expect(channels.map(({ name }) => name).sort()).toEqual(folders.sort());
});

test('no file outside its folder names a channel', () => {
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.spec.ts') && file !== 'channels.ts')
    .filter((file) => !folders.includes(file.split('/')[0]!));
  const breaches = files.flatMap((file) => {
    const text = readFileSync(join(source, file), 'utf8');
    return channels
      .filter(({ name }) => new RegExp(`['"\`/]${name}['"\`/]`).test(text))
      .map(({ name }) => `${file}: ${name}`);
  });
  expect(breaches).toEqual([]);
});

describe.each(channels.map((channel) => [channel.name, channel] as const))('%s', (_name, channel) => {
  const samples = samplesOf(channel);

  test('has a name for people in both languages, and at least three samples', () => {
    expect(channel.label.en && channel.label.zh).toBeTruthy();
    expect(samples.length).toBeGreaterThanOrEqual(3);
  });

  test('is off in an empty environment, without a complaint', () => {
    expect(channel.config.read(readConfig(channel.config.variables, {}))).toBeNull();
  });

  test.each(samples.map((sample) => [sample.file, sample] as const))(
    '%s says what was agreed, twice the same',
    async (_file, sample) => {
      const settings = settingsOf(channel) as never;
      const first = asJson(await channel.parse(sample.raw, settings));
      expect(asJson(await channel.parse(sample.raw, settings))).toEqual(first);
      expect(first).toEqual(JSON.parse(readFileSync(sample.expected, 'utf8')));
    },
  );

  test('what it parses keeps the contract of message.received, and nothing of the text is lost', async () => {
    for (const { raw } of samples) {
      const parsed = await channel.parse(raw, settingsOf(channel) as never);
      if (parsed.kind !== 'message') {
        if (parsed.kind === 'unreadable') expect(reasons).toHaveProperty(parsed.because);
        continue;
      }
      MessageReceivedV1.parse({
        ...asJson(parsed),
        receiptId: newId(),
        channel: channel.name,
        standard: channel.standard,
        live: channel.live,
        account: 'exam',
        attachments: parsed.files,
        receivedAt: new Date(0).toISOString(),
      });
      const whole = parsed.whole?.text ?? parsed.text;
      const words = (text: string) => text.split(/\s+/).filter(Boolean);
      expect(words(whole)).toEqual(expect.arrayContaining(words(parsed.text)));
      expect(parsed.hasMore || words(whole).length === words(parsed.text).length).toBe(true);
    }
  });

  test.each([
    ['nothing', ''],
    ['a NUL and half a character', '\u0000\ud83d'],
    ['noise', Buffer.from(Array.from({ length: 4_096 }, (_, at) => (at * 7919) % 256)).toString('latin1')],
    ['brackets without end', '['.repeat(100_000)],
    ['a header without end', `Subject: ${'=?utf-8?B?'.repeat(20_000)}`],
  ])('%s is answered, never thrown', async (_what, text) => {
    const parsed = await channel.parse(Buffer.from(text), settingsOf(channel) as never);
    expect(['message', 'bounce', 'unreadable']).toContain(parsed.kind);
  });

  const providerOff = channel.config.sample && settingsOf(channel);
  (providerOff ? test : test.skip)(
    'a provider that is away is a retry or a failure with a reason, never a throw',
    async () => {
      const nothing = { query: async () => [] };
      const desk = { config: providerOff, readFile: async () => undefined, postgres: nothing } as unknown as Desk;
      const sent = await channel.send(aWord(channel.name), desk as never);
      expect(['retry', 'failed', 'unknown']).toContain(sent.kind);
      if (sent.kind === 'retry' || sent.kind === 'failed') expect(reasons).toHaveProperty(sent.because);
    },
  );

  const open = channel.openRequest;
  (open ? test : test.skip)('an unsigned and an altered request are refused, whatever stands in them', () => {
    const settings = settingsOf(channel) as never;
    const url = `https://desk.test/hooks/${channel.name}`;
    for (const { raw } of [...samples, { raw: Buffer.alloc(0) }, { raw: Buffer.from('\u0000\ufffd{[') }]) {
      const forged = { method: 'POST', url, headers: {}, body: raw };
      expect(open!(forged, settings, 0)).toMatchObject({ kind: 'refused' });
      const wrong = { signature: 'x', 'x-signature': 'x', 'x-twilio-signature': 'eA==', authorization: 'x' };
      expect(open!({ ...forged, headers: wrong }, settings, 0)).toMatchObject({ kind: 'refused' });
    }
  });
});

const aWord = (channel: string): Word => ({
  messageId: newId(),
  conversationId: newId(),
  channel,
  account: 'exam',
  to: { address: 'alice@customer.test', name: null },
  kind: 'reply',
  author: null,
  subject: null,
  text: 'An answer.',
  attachments: [],
  thread: { key: '', references: [] },
  attempt: 1,
});

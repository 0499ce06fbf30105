/** Recorded requests of every provider that posts: what they say, and what is refused, as the command line tells it. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { newId } from '@trunkline/contracts';
import { readConfig } from '@trunkline/platform';
import { channels } from './channels.ts';
import type { Examinee } from './examinee-for-specs.ts';
import { parseRecorded } from './parse-recorded.ts';

const publicUrl = 'https://desk.test';
const fileOf = (name: string) => join(import.meta.dirname, name, 'examinee-for-specs.ts');
const posted = channels.filter(({ name, readRequest }) => readRequest && existsSync(fileOf(name)));

describe.each(posted.map((channel) => [channel.name, channel] as const))('%s', (name, channel) => {
  const text = 'Where is my parcel? 在哪里？😀';
  const given = async (now = new Date()) => {
    const { examinee } = (await import(fileOf(name))) as { examinee: Examinee };
    const settings = {
      ...examinee.settings({ provider: 'http://127.0.0.1:1', publicUrl }),
      CHANNELS_PUBLIC_URL: publicUrl,
    };
    const config = channel.config.read(readConfig(channel.config.variables, settings));
    const request = examinee.request!({ customer: 1, id: newId(), text, at: now }, { publicUrl, now });
    const parse = (change: object = {}) => {
      const { method, url, headers, body } = request;
      const recorded = { method, url, headers, body: body.toString(), ...change };
      return parseRecorded(channel, config, Buffer.from(JSON.stringify(recorded)));
    };
    return { examinee, config, request, parse };
  };
  const fact = { kind: expect.stringMatching(/^(message|call)$/) };

  test('a request as it was recorded says what stands in it', async () => {
    const { parse, examinee } = await given();
    const [said, ...more] = await parse();
    expect(more).toEqual([]);
    expect(said).toMatchObject(fact);
    if (examinee.fact === 'message.received') expect(said).toMatchObject({ text, attachments: [] });
  });

  test('unsigned it is refused, and changed by a sign too', async () => {
    const { parse, request } = await given();
    expect(await parse({ headers: {} })).toMatchObject([{ kind: 'refused', because: 'wrong-signature' }]);
    const signature = Object.entries(request.headers).filter(([header]) => header !== 'content-type');
    const cut = Object.fromEntries(signature.map(([header, value]) => [header, value.slice(0, -1)]));
    expect(await parse({ headers: cut })).toMatchObject([{ kind: 'refused' }]);
  });

  test('the provider’s bare body says the same', async () => {
    const { config, request, examinee } = await given();
    const [said] = await parseRecorded(channel, config, request.body);
    expect(said).toMatchObject(fact);
    if (examinee.fact === 'message.received') expect(said).toMatchObject({ text });
  });

  test('one whose signature carries its time is judged by the moment that is given with it', async () => {
    const { examinee, parse } = await given(new Date('2026-01-01T00:00:00Z'));
    if (!examinee.signsTime) return;
    expect(await parse()).toMatchObject([{ kind: 'refused' }]);
    for (const now of ['2026-01-01T00:01:00Z', 1_767_225_660, 1_767_225_660_000, '1767225660'])
      expect(await parse({ now })).toMatchObject([fact]);
    expect(await parse({ now: '2026-01-01T00:06:00Z' })).toMatchObject([{ kind: 'refused' }]);
  });
});

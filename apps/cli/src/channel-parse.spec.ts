/** A recorded item goes in, what it says comes out: read by channels itself, without network or database. */
import { readdirSync, readFileSync } from 'node:fs';
import { callTrunkline } from './call-trunkline.ts';

const channels = new URL('../../channels/src/', import.meta.url);
const folders = readdirSync(channels, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && readdirSync(new URL(entry.name, channels)).includes('samples'))
  .map(({ name }) => name);

test.each(folders)(
  'the samples of %s say through the pipe what channels says of them',
  async (channel) => {
    const samples = new URL(`${channel}/samples/`, channels);
    const names = readdirSync(samples).filter((name) => !name.endsWith('.expected.json'));
    for (const name of names.slice(0, 3)) {
      const expected = JSON.parse(readFileSync(new URL(name.replace(/\.[a-z]+$/, '.expected.json'), samples), 'utf8'));
      const input = readFileSync(new URL(name, samples));
      const { code, out, complaint } = await callTrunkline(['channel', 'parse', '--channel', channel], { input });
      expect({ name, code, complaint }).toEqual({ name, code: expected.kind === 'unreadable' ? 1 : 0, complaint: '' });
      const { kind, subject, text, because } = expected;
      const said = JSON.parse(out);
      expect({ kind: said.kind, subject: said.subject, text: said.reply, because: said.because }).toEqual({
        kind,
        subject,
        text,
        because,
      });
    }
  },
  120_000,
);

test('a channel that is none is used wrongly, and those there are are named', async () => {
  const { code, out, complaint } = await callTrunkline(['channel', 'parse', '--channel', 'pigeon']);
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(complaint).toContain('no channel "pigeon"; there are');
  for (const folder of folders) expect(complaint).toContain(folder);
}, 60_000);

/** The thread that parses: a mail that blocks or grows costs itself, and nobody else. */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { readConfig } from '@trunkline/platform';
import { type EmailConfig, readEmailConfig, sampleSettings, variables } from './config.ts';
import { openParser } from './parse-apart.ts';

const config = readEmailConfig(readConfig(variables, sampleSettings)) as EmailConfig;
const good = Buffer.from('From: a@customer.test\r\nSubject: good\r\n\r\nHello');
const header = 'From: a@customer.test\r\nSubject: heavy\r\n';

test('V13 a mail that takes too long is put aside, the loop stays free, and the next one is read', async () => {
  const limits = { ms: 100, heapMiB: 256 };
  const parser = openParser(config, limits);
  const delay = monitorEventLoopDelay({ resolution: 10 });
  const toil = `<p>${'<b>x</b> '.repeat(1_500_000)}</p>`;
  const heavy = Buffer.from(`${header}Content-Type: text/html\r\n\r\n${toil}`);
  delay.enable();
  expect(await parser.parse(heavy)).toMatchObject({ kind: 'unreadable', because: 'unreadable-mail' });
  delay.disable();
  expect(delay.max / 1e6).toBeLessThan(500);
  limits.ms = 10_000;
  expect(await parser.parse(good)).toMatchObject({ kind: 'message', subject: 'good' });
  await parser.stop();
});

test('V13 a mail that grows beyond the memory of the thread is put aside, and the next one is read', async () => {
  const parser = openParser(config, { ms: 10_000, heapMiB: 12 });
  const heavy = Buffer.from(`${header}Content-Type: text/html\r\n\r\n${'<b>x</b>'.repeat(1_500_000)}`);
  expect(await parser.parse(heavy)).toMatchObject({ kind: 'unreadable' });
  await parser.stop();
  const next = openParser(config);
  expect(await next.parse(good)).toMatchObject({ kind: 'message', subject: 'good' });
  await next.stop();
});

test('files come out of the thread as they went in', async () => {
  const parser = openParser(config);
  const parts =
    '--b\r\nContent-Type: text/plain\r\n\r\nHi\r\n--b\r\nContent-Disposition: attachment; filename=a.bin\r\n\r\n\u0001\u0002\r\n--b--';
  const parsed = await parser.parse(Buffer.from(`${header}Content-Type: multipart/mixed; boundary=b\r\n\r\n${parts}`));
  expect(parsed).toMatchObject({ kind: 'message', files: [{ name: 'a.bin', content: Buffer.from([1, 2]) }] });
  await parser.stop();
});

/** E: whatever arrives is one message, one bounce or one thing to park: nothing is thrown, nothing silent, and the loop stays free. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { MessageReceivedV1, newId, reasons } from '@trunkline/contracts';
import { readConfig } from '@trunkline/platform';
import type { Parsed } from '../channel.ts';
import { type EmailConfig, readEmailConfig, sampleSettings, variables } from './config.ts';
import { mangle, randomFrom } from './mangle-for-specs.ts';
import { openParser } from './parse-apart.ts';

const config = readEmailConfig(readConfig(variables, sampleSettings)) as EmailConfig;
const samples = join(import.meta.dirname, 'samples');
const mails = readdirSync(samples)
  .filter((name) => name.endsWith('.eml'))
  .map((name) => readFileSync(join(samples, name)));
const many = Number(process.env.TORTURED_MAILS ?? 200);
const seed = Number(process.env.SEED ?? Date.now() % 1_000_000);

/** What is no message that the contract takes, no bounce and nothing with a reason would be lost on its way. */
function endOf(parsed: Parsed): string {
  if (parsed.kind !== 'message')
    return parsed.kind === 'unreadable' && !(parsed.because in reasons) ? 'silent' : parsed.kind;
  const given = {
    receiptId: newId(),
    channel: 'email',
    standard: 'mail',
    live: false,
    account: 'x',
    receivedAt: new Date().toISOString(),
  };
  const attachments = parsed.files.map(({ sha256, name, type, bytes }) => ({ sha256, name, type, bytes }));
  const { success, error } = MessageReceivedV1.safeParse({ ...parsed, ...given, attachments });
  return success && !parsed.text.includes('\0') ? 'message' : `refused: ${error}`;
}

test(`${many} tortured mails of seed ${seed}: each ends, and the loop stays free`, async () => {
  const random = randomFrom(seed);
  const parser = openParser({ ...config, trustedServers: [] });
  const ends = new Map<string, number>();
  await parser.parse(mails[0]!);
  const delay = monitorEventLoopDelay({ resolution: 10 });
  delay.enable();
  for (let at = 0; at < many; at += 1) {
    const end = endOf(await parser.parse(mangle(mails[at % mails.length]!, random)));
    ends.set(end, (ends.get(end) ?? 0) + 1);
  }
  delay.disable();
  await parser.stop();
  process.stderr.write(
    `seed ${seed}: ${JSON.stringify([...ends])}, loop held at most ${Math.round(delay.max / 1e6)} ms\n`,
  );
  expect([...ends.keys()].filter((end) => !['message', 'bounce', 'unreadable'].includes(end))).toEqual([]);
  expect(delay.max / 1e6).toBeLessThan(500);
}, 600_000);

/** Pictures and files of an SMS: fetched from Twilio with our token before the message is taken in. */
import type { Desk, ReceivedFile, ReceivedMessage } from '../channel.ts';
import { keepFile } from '../keep-file.ts';
import { askTwilio } from './ask-twilio.ts';
import type { SmsConfig } from './config.ts';

const mostFiles = 10;
/** Twilio's own limit for what it takes in. */
const mostBytes = 5 * 1024 * 1024;

/** Only addresses below our own account at Twilio are asked. Rejects where Twilio is away: it is asked again. */
export async function fetchFiles({ raw }: ReceivedMessage, desk: Desk<SmsConfig>): Promise<ReceivedFile[]> {
  const form = new URLSearchParams(raw.toString('utf8'));
  const count = Math.min(Number(form.get('NumMedia')) || 0, mostFiles);
  const files: ReceivedFile[] = [];
  for (let at = 0; at < count; at += 1) {
    const path = pathOf(form.get(`MediaUrl${at}`), desk.config);
    const content = path && (await read(desk.config, path));
    if (content)
      files.push(await keepFile({ name: `file-${at + 1}`, type: form.get(`MediaContentType${at}`) ?? '', content }));
  }
  return files;
}

function pathOf(address: string | null, { api, account }: SmsConfig): string | undefined {
  if (!address || !URL.canParse(address)) return undefined;
  const { origin, pathname } = new URL(address);
  const isOurs = origin === new URL(api).origin && pathname.startsWith(`/2010-04-01/Accounts/${account}/`);
  return isOurs ? pathname : undefined;
}

/** Undefined where it is gone or larger than Twilio takes. */
async function read(config: SmsConfig, path: string): Promise<Buffer | undefined> {
  const answer = await askTwilio(config, path, { follows: true });
  if (answer.status === 404 || answer.status === 410) return undefined;
  if (!answer.ok || !answer.body) throw new Error(`Twilio answered ${answer.status}`);
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of answer.body) {
    bytes += chunk.length;
    if (bytes > mostBytes) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

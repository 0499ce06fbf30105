/** Files of a message: fetched once from Slack with our token, and kept at hand while Slack asks again. */
import type { Desk, ReceivedFile, ReceivedMessage } from '../channel.ts';
import { keepFile } from '../keep-file.ts';
import { readJson } from '../read-json.ts';
import type { SlackConfig } from './config.ts';
import { OneMessage, type SlackFile } from './event.ts';

const mostFiles = 20;
const mostBytes = 25 * 1024 * 1024;
const longestMs = 60_000;
/** Slack wants its answer within three seconds, and posts again where it does not come; the file is at hand by then. */
const waitMs = 1_500;
const keptMs = 10 * 60_000;

const underWay = new Map<string, Promise<ReceivedFile | null>>();

/** Rejects where a file is not there in time: Slack will post again, or the catch-up takes it. */
export async function fetchFiles({ raw }: ReceivedMessage, { config }: Desk<SlackConfig>): Promise<ReceivedFile[]> {
  const { message } = OneMessage.parse(readJson(raw));
  const files = (message.files ?? []).slice(0, mostFiles).filter(({ size }) => (size ?? 0) <= mostBytes);
  if (files.length === 0) return [];
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('files of Slack take longer')), waitMs);
  });
  const all = Promise.all(files.map((file) => fetchOnce(file, config)));
  all.catch(() => {}); // whoever asks again sees it
  const fetched = await Promise.race([all, tooLong]).finally(() => clearTimeout(timer));
  return fetched.filter((file) => file !== null);
}

function fetchOnce(file: SlackFile, config: SlackConfig): Promise<ReceivedFile | null> {
  const key = `${config.api} ${file.id}`;
  const held = underWay.get(key);
  if (held) return held;
  const fetching = fetchFile(file, config);
  underWay.set(key, fetching);
  fetching.then(
    () => setTimeout(() => underWay.delete(key), keptMs).unref(),
    () => underWay.delete(key),
  );
  return fetching;
}

/** Null where it is gone, is no file of Slack's, or is longer than what is kept. */
async function fetchFile(file: SlackFile, config: SlackConfig): Promise<ReceivedFile | null> {
  const address = file.url_private_download ?? file.url_private ?? '';
  if (!isSlacks(address, config)) return null;
  const answer = await fetch(address, {
    headers: { authorization: `Bearer ${config.token}` },
    signal: AbortSignal.timeout(longestMs),
    redirect: 'error',
  });
  if (answer.status >= 400 && answer.status < 500 && answer.status !== 429) return null;
  if (!answer.ok || !answer.body) throw new Error(`Slack answered ${answer.status}`);
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of answer.body) {
    bytes += chunk.length;
    if (bytes > mostBytes) return null;
    chunks.push(chunk);
  }
  return keepFile({ name: file.name ?? 'file', type: file.mimetype ?? '', content: Buffer.concat(chunks) });
}

/** The token travels along: to nobody but Slack. */
function isSlacks(address: string, { api }: SlackConfig): boolean {
  if (!URL.canParse(address)) return false;
  const { hostname, protocol, origin } = new URL(address);
  const isLocal = (name: string) => name.replace('localhost', '127.0.0.1');
  return (
    isLocal(origin) === isLocal(new URL(api).origin) || (protocol === 'https:' && /(^|\.)slack\.com$/.test(hostname))
  );
}

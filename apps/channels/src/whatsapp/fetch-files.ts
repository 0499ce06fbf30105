/** A picture, voice or document: its address is asked for by its id, then its bytes, before the message is taken in. */
import type { Desk, ReceivedFile, ReceivedMessage } from '../channel.ts';
import { fetchAgain } from '../fetch-again.ts';
import { keepFile } from '../keep-file.ts';
import { askGraph } from '../meta-graph.ts';
import { readJson } from '../read-json.ts';
import type { WhatsappConfig } from './config.ts';
import { mediaOf, OneMessage } from './payload.ts';

const mostBytes = 100 * 1024 * 1024;

/** Rejects where Meta is away: it will post again. */
export async function fetchFiles({ raw }: ReceivedMessage, { config }: Desk<WhatsappConfig>): Promise<ReceivedFile[]> {
  const { message } = OneMessage.parse(readJson(raw));
  const media = mediaOf(message);
  if (!media) return [];
  const about = await fetchAgain(() => askGraph(config, encodeURIComponent(media.id)));
  if (about.status === 404) return [];
  if (!about.ok) throw new Error(`Meta answered ${about.status}`);
  const { url, file_size: size = 0 } = (await about.json()) as { url?: string; file_size?: number };
  if (!url || !isMetas(url, config) || size > mostBytes) return [];
  const answer = await fetchAgain(() => askGraph(config, url));
  if (!answer.ok) throw new Error(`Meta answered ${answer.status}`);
  const content = Buffer.from(await answer.arrayBuffer());
  return [await keepFile({ name: media.filename ?? `file`, type: media.mime_type ?? '', content })];
}

/** The token travels along: to nobody but Meta. */
function isMetas(address: string, { api }: WhatsappConfig): boolean {
  if (!URL.canParse(address)) return false;
  const { hostname, protocol, origin } = new URL(address);
  return (
    origin === new URL(api).origin ||
    (protocol === 'https:' && /(^|\.)(fbsbx|facebook|whatsapp)\.(com|net)$/.test(hostname))
  );
}

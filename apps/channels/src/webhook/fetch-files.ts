/** Files that a message names by their address: fetched from the public net alone, or what is not had is said. */
import type { Desk, ReceivedFile, ReceivedMessage } from '../channel.ts';
import { fetchOutside } from '../fetch-outside.ts';
import { keepFile } from '../keep-file.ts';
import { readJson } from '../read-json.ts';
import type { WebhookConfig } from './config.ts';
import { type SaidFile, SaidMessage } from './said.ts';

/** Rejects where the server is away: the request is answered 503, and posted again. */
export async function fetchFiles(
  { raw, account }: ReceivedMessage,
  { config }: Desk<WebhookConfig>,
): Promise<ReceivedFile[]> {
  const { files } = SaidMessage.parse(readJson(raw));
  const insideHosts = config.accounts.get(account)?.insideHosts ?? [];
  const outside = files.filter(({ url }) => url !== undefined);
  return Promise.all(outside.map((file) => fetchOne(file, insideHosts)));
}

async function fetchOne({ name, type, url }: SaidFile, insideHosts: string[]): Promise<ReceivedFile> {
  const fetched = await fetchOutside(url!, { insideHosts });
  if (fetched.kind === 'fetched') return keepFile({ name, type: type || fetched.type, content: fetched.content });
  // an agent sees that there was one, where it lies, and why it is not here
  const content = Buffer.from(`${url}\n${fetched.detail}\n`);
  return keepFile({ name: `${name}.txt`, type: 'text/plain', content });
}

/** A picture, voice or document of a message, fetched before it is taken in; the Bot API gives at most 20 MB. */
import type { Desk, ReceivedFile, ReceivedMessage } from '../channel.ts';
import { fetchAgain } from '../fetch-again.ts';
import { keepFile } from '../keep-file.ts';
import { readJson } from '../read-json.ts';
import { askTelegram, fileOf } from './ask-telegram.ts';
import type { TelegramConfig } from './config.ts';
import { fileOfMessage, Message } from './update.ts';

/** Rejects where Telegram is away: it will post again. */
export async function fetchFiles({ raw }: ReceivedMessage, { config }: Desk<TelegramConfig>): Promise<ReceivedFile[]> {
  const message = Message.safeParse(readJson(raw)).data;
  const file = message && fileOfMessage(message);
  if (!file) return [];
  const about = await fetchAgain(() => askTelegram(config, 'getFile', { file_id: file.file_id }));
  if (about.status >= 400 && about.status < 500 && about.status !== 429) return []; // too big for bots, or gone
  if (!about.ok) throw new Error(`Telegram answered ${about.status}`);
  const { result } = (await about.json()) as { result?: { file_path?: string } };
  const path = result?.file_path ?? '';
  if (!/^[\w./-]{1,300}$/.test(path) || path.includes('..')) return [];
  const answer = await fetchAgain(() => fileOf(config, path));
  if (!answer.ok) throw new Error(`Telegram answered ${answer.status}`);
  const content = Buffer.from(await answer.arrayBuffer());
  return [
    await keepFile({ name: file.file_name ?? path.split('/').at(-1) ?? 'file', type: file.mime_type ?? '', content }),
  ];
}

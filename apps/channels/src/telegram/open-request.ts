/** Telegram's requests: whether they carry the word agreed, and the message in them. Pure. */
import type { OpenedRequest, WebhookRequest } from '../channel.ts';
import { isSame } from '../compare-secrets.ts';
import { readJson } from '../read-json.ts';
import type { TelegramConfig } from './config.ts';
import { Message, Update } from './update.ts';

export function openRequest({ headers, body }: WebhookRequest, { bot, secrets }: TelegramConfig): OpenedRequest {
  const given = headers['x-telegram-bot-api-secret-token'] ?? '';
  if (!secrets.some((secret) => isSame(given, secret)))
    return { kind: 'refused', because: 'wrong-signature', detail: 'the word agreed with Telegram is missing' };
  const update = Update.safeParse(readJson(body)).data;
  if (!update) return opened({ account: bot, key: `raw:${body.toString('base64url').slice(0, 400)}`, raw: body });
  // edits, polls, joins: nothing that asks for an answer
  if (update.message === undefined) return opened();
  const message = Message.safeParse(update.message).data;
  if (message && (message.chat.type !== 'private' || message.from?.is_bot)) return opened();
  const key = message ? `${message.chat.id}:${message.message_id}` : `update:${update.update_id}`;
  return opened({ account: bot, key, raw: Buffer.from(JSON.stringify(update.message)) });
}

type Item = { account: string; key: string; raw: Buffer };
const opened = (...items: Item[]): OpenedRequest => ({ kind: 'opened', items, moved: [] });

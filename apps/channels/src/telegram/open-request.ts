/** Telegram's requests: whether they carry the word agreed, and the message in them. Pure. */
import type { OpenedRequest, WebhookRequest } from '../channel.ts';
import { isSame } from '../compare-secrets.ts';
import { readJson } from '../read-json.ts';
import type { TelegramConfig } from './config.ts';
import { Message, Pressed, Update } from './update.ts';

export function openRequest(request: WebhookRequest, config: TelegramConfig): OpenedRequest {
  const given = request.headers['x-telegram-bot-api-secret-token'] ?? '';
  if (!config.secrets.some((secret) => isSame(given, secret)))
    return { kind: 'refused', because: 'wrong-signature', detail: 'the word agreed with Telegram is missing' };
  return readRequest(request, config);
}

export function readRequest({ body }: WebhookRequest, { bot }: TelegramConfig): OpenedRequest {
  const update = Update.safeParse(readJson(body)).data;
  if (!update) return opened({ account: bot, key: `raw:${body.toString('base64url').slice(0, 400)}`, raw: body });
  return opened(...itemsOf(update, bot));
}

type Item = { account: string; key: string; raw: Buffer };

/** Groups, other bots, reactions, polls and joins are nothing that asks the desk for an answer. */
function itemsOf(update: Update, account: string): Item[] {
  const pressed = Pressed.safeParse(update).data?.callback_query;
  if (pressed) {
    const isPrivate = (pressed.message?.chat.type ?? 'private') === 'private';
    const raw = Buffer.from(JSON.stringify({ callback_query: pressed }));
    return isPrivate ? [{ account, key: `button:${pressed.id}`, raw }] : [];
  }
  const given = update.message ?? update.edited_message;
  if (given === undefined) return [];
  const message = Message.safeParse(given).data;
  const raw = Buffer.from(JSON.stringify(given));
  if (!message) return [{ account, key: `update:${update.update_id}`, raw }];
  if (message.chat.type !== 'private' || message.from?.is_bot) return [];
  const edit = message.edit_date === undefined ? '' : `:edit:${message.edit_date}`;
  return [{ account, key: `${message.chat.id}:${message.message_id}${edit}`, raw }];
}

const opened = (...items: Item[]): OpenedRequest => ({ kind: 'opened', items, moved: [] });

/** Hands a word to the bot, part by part. */
import type { Desk, Sent, Word } from '../channel.ts';
import { handOver } from '../hand-over.ts';
import { sendParts } from '../send-parts.ts';
import { askTelegram } from './ask-telegram.ts';
import type { TelegramConfig } from './config.ts';
import { format } from './format.ts';

export const send = (word: Word, { config }: Desk<TelegramConfig>): Promise<Sent> =>
  sendParts(format(word), (part) => handOver(() => askTelegram(config, 'sendMessage', part), readAnswer));

type Answer = { ok?: boolean; result?: { message_id?: number }; description?: string };

function readAnswer(body: unknown, status: number): Sent | undefined {
  const { ok, result, description = '' } = (body ?? {}) as Answer;
  if (ok && result?.message_id) return { kind: 'sent', reference: String(result.message_id) };
  const detail = `Telegram ${status}: ${description}`;
  // blocked by the customer, or a chat that is gone
  if (status === 403 || /chat not found|user is deactivated/i.test(description))
    return { kind: 'failed', because: 'address-refused', detail };
  return undefined;
}

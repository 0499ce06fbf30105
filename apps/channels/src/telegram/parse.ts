/** One message of a private chat with the bot → what it says. Pure. */
import type { Parsed } from '../channel.ts';
import { readJson } from '../read-json.ts';
import { Message } from './update.ts';

export async function parse(raw: Buffer): Promise<Parsed> {
  const message = Message.safeParse(readJson(raw)).data;
  if (!message) return { kind: 'unreadable', because: 'unreadable-item', detail: 'it is no message of Telegram' };
  const { from, chat, message_id: id, reply_to_message: answered } = message;
  const name = [from?.first_name, from?.last_name].filter(Boolean).join(' ') || from?.username || null;
  return {
    kind: 'message',
    from: { address: String(chat.id), name: name?.slice(0, 255) ?? null, vouchedBy: null, email: null },
    thread: {
      key: '',
      conversationId: null,
      reference: String(id),
      answers: answered ? [String(answered.message_id)] : [],
    },
    subject: null,
    text: wordsOf(message).replaceAll('\u0000', ''),
    hasMore: false,
    files: [],
    automatic: null,
    sentAt: new Date(message.date * 1000).toISOString(),
    whole: null,
  };
}

function wordsOf({ text, caption, location, contact, sticker }: Message): string {
  if (text !== undefined) return text;
  if (location) return `${location.latitude}, ${location.longitude}`;
  if (contact) return [contact.first_name, contact.phone_number].filter(Boolean).join(' ');
  return caption ?? sticker?.emoji ?? '';
}

/** One message of a private chat with the bot, or a button of ours that was pressed → what it says. Pure. */
import type { Parsed } from '../channel.ts';
import { readJson } from '../read-json.ts';
import { fileOfMessage, Message, Pressed } from './update.ts';
import { wordsOf } from './words-of.ts';

type ParsedMessage = Extract<Parsed, { kind: 'message' }>;

export async function parse(raw: Buffer): Promise<Parsed> {
  const json = readJson(raw);
  const pressed = Pressed.safeParse(json).data?.callback_query;
  if (pressed) return ofButton(pressed);
  const message = Message.safeParse(json).data;
  if (!message) return { kind: 'unreadable', because: 'unreadable-item', detail: 'it is no message of Telegram' };
  const { from, chat, message_id: id, reply_to_message: answered } = message;
  const file = fileOfMessage(message);
  const named = { name: file?.file_name ?? 'file', type: file?.mime_type ?? '' };
  return {
    ...said({ address: String(chat.id), name: nameOf(from), text: wordsOf(message) }),
    thread: {
      key: '',
      conversationId: null,
      reference: String(id),
      answers: answered ? [String(answered.message_id)] : [],
    },
    ...(file ? { named: [named] } : {}),
    sentAt: new Date(message.date * 1000).toISOString(),
  };
}

/** What stood on the button is what was said. */
function ofButton({ from, message, data = '' }: Pressed): Parsed {
  const buttons = message?.reply_markup?.inline_keyboard.flat() ?? [];
  const label = buttons.find((button) => button.callback_data === data)?.text ?? data;
  const answers = message ? [String(message.message_id)] : [];
  return {
    ...said({ address: String(message?.chat.id ?? from.id), name: nameOf(from), text: label }),
    thread: { key: '', conversationId: null, reference: null, answers },
    ...(data.length > 0 && data.length <= 64 ? { chosen: data } : {}),
  };
}

type Person = { first_name?: string | undefined; last_name?: string | undefined; username?: string | undefined };
const nameOf = (person: Person | undefined) =>
  ([person?.first_name, person?.last_name].filter(Boolean).join(' ') || person?.username || null)?.slice(0, 255) ??
  null;

const said = ({ address, name, text }: { address: string; name: string | null; text: string }): ParsedMessage => ({
  kind: 'message',
  from: { address, name, vouchedBy: null, email: null },
  thread: { key: '', conversationId: null, reference: null, answers: [] },
  subject: null,
  text,
  hasMore: false,
  files: [],
  automatic: null,
  sentAt: null,
  whole: null,
});

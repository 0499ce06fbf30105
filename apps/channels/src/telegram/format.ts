/** A word → the calls that the Bot API takes, each text at most 4,096 characters. Pure; joined they are the text. */
import type { Word } from '../channel.ts';
import { cutIntoParts } from '../cut-into-parts.ts';

const longest = 4_096;

export function format({ to, text, thread }: Word): object[] {
  const answered = Number(thread.references.at(-1));
  const answers =
    Number.isInteger(answered) && answered > 0
      ? { reply_parameters: { message_id: answered, allow_sending_without_reply: true } }
      : {};
  return cutIntoParts(text, longest).map((part, at) => ({
    chat_id: to.address,
    text: part,
    ...(at === 0 ? answers : {}),
  }));
}

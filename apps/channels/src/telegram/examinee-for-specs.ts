/** For the exam: updates as the Bot API posts them, with the word agreed. */
import type { Examinee } from '../examinee-for-specs.ts';

const word = 'the-word-of-the-exam';
/** Message ids are whole numbers there. */
const numberOf = (id: string) => [...id].reduce((sum, sign) => (sum * 31 + sign.charCodeAt(0)) % 2_000_000_011, 7);

export const examinee: Examinee = {
  settings: ({ provider }) => ({
    TELEGRAM_TOKEN: '123456:exam',
    TELEGRAM_SECRET: word,
    TELEGRAM_URL: provider,
  }),
  account: '123456',
  to: '5000000',
  fact: 'message.received',
  read: ({ text }) => text as string,
  request({ customer, id, text, at }, { publicUrl }) {
    const chat = { id: 5_000_000 + customer, type: 'private', first_name: `Customer ${customer}` };
    const message = {
      message_id: numberOf(id),
      date: Math.floor(at.getTime() / 1000),
      chat,
      from: { id: chat.id, is_bot: false, first_name: chat.first_name },
      text,
    };
    const body = Buffer.from(JSON.stringify({ update_id: numberOf(`update ${id}`), message }));
    const headers = { 'content-type': 'application/json', 'x-telegram-bot-api-secret-token': word };
    return { method: 'POST', url: `${publicUrl}/hooks/telegram`, headers, body };
  },
  tooLong: 2 * 1024 * 1024,
  empty: 'taken',
  oversize: 'too-large',
  takes: ({ path }) =>
    path.endsWith('/sendMessage')
      ? { status: 200, body: { ok: true, result: { message_id: Math.ceil(Math.random() * 1e9) } } }
      : { status: 200, body: { ok: true, result: true } },
};

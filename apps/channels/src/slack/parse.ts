/** One message in Slack → what it says. Pure; names of people come later (`complete.ts`). */
import type { Parsed } from '../channel.ts';
import { readJson } from '../read-json.ts';
import { OneMessage, type SlackFile } from './event.ts';
import { textOfMrkdwn } from './text-of-mrkdwn.ts';

export async function parse(raw: Buffer): Promise<Parsed> {
  const one = OneMessage.safeParse(readJson(raw)).data;
  if (!one?.message.user)
    return { kind: 'unreadable', because: 'unreadable-item', detail: 'it is no message of Slack' };
  const { channel, message } = one;
  const { ts, user, thread_ts: thread } = message;
  return {
    kind: 'message',
    from: { address: user!, name: null, vouchedBy: null, email: null },
    thread: {
      // a direct message goes on for ever; in a support channel each thread is a matter of its own
      key: channel.startsWith('D') ? channel : `${channel}:${thread ?? ts}`,
      conversationId: null,
      reference: [channel, ts, ...(thread ? [thread] : [])].join(':'),
      answers: [],
    },
    subject: null,
    text: wordsOf(one),
    hasMore: false,
    files: [],
    ...(message.files?.length ? { named: message.files.map(nameOf) } : {}),
    automatic: null,
    sentAt: new Date(Math.floor(Number(ts) * 1000)).toISOString(),
    whole: null,
  };
}

const nameOf = ({ name, mimetype }: SlackFile) => ({ name: name ?? 'file', type: mimetype ?? '' });

/** An edit says so by a pencil: the words before it are told already. */
export function wordsOf({ message, isEdit }: OneMessage, names?: ReadonlyMap<string, string>): string {
  const text = textOfMrkdwn(message.text ?? '', names).replaceAll('\u0000', '');
  return isEdit ? `✎ ${text}` : text;
}

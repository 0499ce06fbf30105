/** A word → what Slack's `chat.postMessage` takes, each text at most 4,000 characters. Pure; joined they are the text. */
import type { Word } from '../channel.ts';
import { cutIntoParts } from '../cut-into-parts.ts';
import { ourMark } from './event.ts';
import { escapeForSlack } from './text-of-mrkdwn.ts';

const longest = 4_000;

export type Place = { channel: string; thread_ts?: string };

/** In a support channel its thread; a direct message where it was said; else whoever it is for. */
export function placeOf({ thread, to }: Pick<Word, 'thread' | 'to'>): Place {
  const [channel, root] = thread.key.split(':');
  if (!channel) return { channel: to.address };
  if (root) return { channel, thread_ts: root };
  const [of, , inThread] = (thread.references.at(-1) ?? '').split(':');
  return of === channel && inThread ? { channel, thread_ts: inThread } : { channel };
}

/** An agent's words are plain: nothing in them is markup. The metadata lets a cut sending be found again. */
export const format = (word: Word): object[] =>
  cutIntoParts(word.text, longest).map((part, at) => ({
    ...placeOf(word),
    text: escapeForSlack(part),
    mrkdwn: false,
    unfurl_links: false,
    metadata: { event_type: ourMark, event_payload: { id: word.messageId, attempt: word.attempt, part: at + 1 } },
  }));

/** Asks Slack whether a word whose sending was cut is there: our id stands in its metadata. */
import type { Desk, Sent, Word } from '../channel.ts';
import type { SlackConfig } from './config.ts';
import { ourMark } from './event.ts';
import { format, placeOf } from './format.ts';
import { readHistory } from './read-history.ts';

const backSeconds = 24 * 3_600;

/** Nothing of it is there: surely not taken. Part of it: nobody may send the whole again by himself. */
export async function lookUp(word: Word, { config }: Desk<SlackConfig>): Promise<Sent> {
  const { channel, thread_ts: thread } = placeOf(word);
  const sinceSeconds = Date.now() / 1000 - backSeconds;
  const listed = await readHistory(config, { channel, thread, sinceSeconds }).catch(() => undefined);
  if (!listed) return { kind: 'unknown', detail: 'Slack could not be asked' };
  const ours = listed.filter(({ metadata }) => {
    const { id, attempt } = metadata?.event_payload ?? {};
    return metadata?.event_type === ourMark && id === word.messageId && Number(attempt) === word.attempt;
  });
  if (ours.length === 0) return { kind: 'retry', because: 'provider-away', detail: 'Slack never took it' };
  if (ours.length < format(word).length || word.attachments.length > 0)
    return { kind: 'unknown', detail: `${ours.length} part(s) of it are there` };
  return { kind: 'sent', reference: `${channel}:${ours.map(({ ts }) => ts).sort()[0]}` };
}

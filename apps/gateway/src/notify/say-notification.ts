/** Puts a notification into words: what, which queue, since when, which level, how long to acknowledge, where. Pure. */
import type { PolicyV1 } from '@trunkline/contracts';
import { offsetAt } from '@trunkline/rules';
import type { ToSay } from './to-say.ts';
import { words } from './words.ts';

export type Saying = {
  said: ToSay;
  policy: Pick<PolicyV1, 'desk' | 'queues' | 'calendars'>;
  language: 'en' | 'zh';
  /** Where people reach the console; empty: nobody said, and the text names the conversation instead. */
  publicUrl: string;
  /** From the second on it says that it may be there twice. */
  attempt: number;
};
export type Text = { title: string; lines: string[]; link: string | null };

export function sayNotification({ said, policy, language, publicUrl, attempt }: Saying): Text {
  const say = words[language];
  const desk = policy.desk.name[language];
  if (said.kind === 'test') return { title: desk, lines: [say.test], link: null };
  const queue = policy.queues.find(({ code }) => code === said.queue);
  const tz = (queue && policy.calendars[queue.calendar]?.tz) ?? 'UTC';
  const local = (instant: string) => {
    const at = Date.parse(instant);
    return new Date(at + offsetAt(tz, at)).toISOString().slice(0, 16).replace('T', ' ');
  };
  const minutes = Math.max(1, Math.round((Date.parse(said.acknowledgeBy) - Date.parse(said.raisedAt)) / 60_000));
  const link = publicUrl === '' ? null : `${publicUrl.replace(/\/+$/, '')}/inbox/groups/${said.conversationId}`;
  const what = (said.trigger && say.triggers[said.trigger]) ?? say.otherwise;
  return {
    title: `${desk} · ${fill(say.level, { level: said.level })} · ${what}`,
    lines: [
      fill(say.queue, { queue: queue?.name[language] ?? said.queue }),
      fill(say.since, { at: local(said.raisedAt), tz }),
      fill(say.acknowledge, { minutes, at: local(said.acknowledgeBy).slice(11) }),
      fill(say.conversation, { link: link ?? said.conversationId }),
      ...(attempt > 1 ? [fill(say.again, { attempt })] : []),
    ],
    link,
  };
}

const fill = (text: string, values: Record<string, string | number>) =>
  text.replace(/\{(\w+)\}/g, (_hole, name: string) => String(values[name] ?? ''));

/** What the customer is told of a delay: the policy's text, its new time in words, the second notice said otherwise. */
import type { PolicyV1, Standard } from '@trunkline/contracts';
import { texts as shipped } from '../policy/texts.ts';
import { fillText } from '../words/fill-text.ts';
import { sayInstant } from '../words/say-instant.ts';

export type DelayToWord = {
  queue: string;
  standard: Standard;
  /** The conversation's; a third one is answered in the desk's. */
  language: string;
  subject: string | null;
  /** An instant; null: no time may be promised. */
  newTime: string | null;
  nth: number;
  /** An instant. */
  now: string;
};

/** Empty where the desk has switched the text off. The zone is that of the hours in which the desk serves them. */
export function wordDelay(delay: DelayToWord, policy: PolicyV1): string {
  const { standard, subject, newTime, nth } = delay;
  const language = delay.language === 'zh' || delay.language === 'en' ? delay.language : policy.desk.defaultLanguage;
  const key = `delay-notice${nth > 1 ? '-again' : ''}${newTime === null ? '-without-time' : ''}`;
  const text = (policy.texts[key] ?? shipped[key])?.[language] ?? '';
  const queue = policy.queues.find(({ code }) => code === delay.queue);
  const calendar = policy.time.channelCalendars[standard] ?? queue?.calendar ?? '';
  const tz = policy.calendars[calendar]?.tz ?? 'UTC';
  const at = newTime && sayInstant({ at: Date.parse(newTime), now: Date.parse(delay.now), tz, language });
  return fillText(text, { desk: policy.desk.name[language], subject, newTime: at, until: at });
}

/** What a customer is told about their complaint: the first contact, an earlier result, patience, a released promise. */
import type { EarlierComplaint, PolicyV1 } from '@trunkline/contracts';
import { sayInstant } from '../words/say-instant.ts';
import { wordText } from '../words/word-text.ts';

const longest = 300;
/** It stands between quotation marks within a sentence. */
const shortened = (text: string) =>
  text.length > longest ? `${text.slice(0, longest - 1)}…` : text.trim().replace(/[.。!！]+$/, '');

export const wordFirstContact = (told: { content: string; number: string; language: string }, policy: PolicyV1) =>
  wordText('complaint-first-contact', told.language, policy, {
    complaint: shortened(told.content),
    ticket: told.number,
  });

type Earlier = Pick<EarlierComplaint, 'number' | 'standing' | 'result'>;

/** Empty where nothing is known of it: the supervisor has to say. */
export function wordEarlier({ number, standing, result }: Earlier, language: string, policy: PolicyV1): string {
  if (standing === 'none') return '';
  const key = standing === 'result' ? 'complaint-earlier-result' : 'complaint-patience';
  return wordText(key, language, policy, { ticket: number, result: result ?? '' });
}

/** To be said instead of a time. */
export const wordNoTime = (language: string, policy: PolicyV1) => wordText('complaint-no-time', language, policy);

type Promised = { number: string; until: string; now: string; tz: string; language: string };

export function wordPromise({ number, until, now, tz, language }: Promised, policy: PolicyV1): string {
  const spoken = language === 'zh' || language === 'en' ? language : policy.desk.defaultLanguage;
  const at = sayInstant({ at: Date.parse(until), now: Date.parse(now), tz, language: spoken });
  return wordText('complaint-promise', language, policy, { ticket: number, until: at });
}

/** How much speaks for a mail that names no reference belonging to a conversation of its sender: 0 to 100. */
import { numbersIn } from '../sensitive/numbers-in.ts';
import { wordsOf } from '../words/words-of.ts';
import { stripSubject } from './strip-subject.ts';

/** What is compared of a mail and of a conversation. `at` is ISO; of a conversation, when anybody last wrote in it. */
export type Likened = {
  subject: string | null;
  /** What the customer said, the newest 2,000 characters of it. */
  text: string;
  name: string | null;
  account: string;
  at: string;
};
export type Likeness = { score: number; evidence: LikenessSign[] };
export type LikenessSign =
  | 'same-subject'
  | 'says-it-answers'
  | 'lately'
  | 'same-number'
  | 'other-number'
  | 'other-name'
  | 'other-door'
  | 'long-ago';

/**
 * From here on it joins. A subject alone never does, however alike and recent: forms send the words of many people from
 * one address. It takes a `Re:` that lost its references, or a number that both name.
 */
export const likenessJoinsFrom = 75;

const weights: Record<LikenessSign, number> = {
  'same-subject': 50,
  'says-it-answers': 20,
  lately: 10,
  'same-number': 40,
  'other-number': -60,
  'other-name': -60,
  'other-door': -30,
  'long-ago': -30,
};
const lateHours = 7 * 24;
const longHours = 30 * 24;

export function weighLikeness(mail: Likened, conversation: Likened): Likeness {
  const evidence = signsOf(mail, conversation);
  const sum = evidence.reduce((total, sign) => total + weights[sign], 0);
  return { score: Math.max(0, Math.min(100, sum)), evidence };
}

function signsOf(mail: Likened, conversation: Likened): LikenessSign[] {
  const subject = stripSubject(mail.subject);
  if (!isTelling(subject.bare) || subject.bare !== stripSubject(conversation.subject).bare) return [];
  const hours = (Date.parse(mail.at) - Date.parse(conversation.at)) / 3_600_000;
  const mine = numbersIn(`${mail.subject ?? ''}\n${mail.text}`);
  const theirs = numbersIn(`${conversation.subject ?? ''}\n${conversation.text}`);
  const isShared = mine.some((number) => theirs.includes(number));
  const isOther = !isShared && mine.length > 0 && theirs.length > 0;
  const said: [LikenessSign, boolean][] = [
    ['same-subject', true],
    ['says-it-answers', subject.answers],
    ['lately', hours <= lateHours],
    ['same-number', isShared],
    ['other-number', isOther],
    ['other-name', isOtherName(mail.name, conversation.name)],
    ['other-door', mail.account !== conversation.account],
    ['long-ago', hours > longHours],
  ];
  return said.flatMap(([sign, holds]) => (holds ? [sign] : []));
}

/** "Hi" and "question" stand over everything. */
const isTelling = (bare: string): boolean => wordsOf(bare).length >= 2;

const isOtherName = (one: string | null, other: string | null): boolean =>
  one !== null && other !== null && !wordsOf(one).some((word) => wordsOf(other).includes(word));

/** What each room does with the customer's answer to its question: one line a kind. */
import type { PolicyV1 } from '@trunkline/contracts';
import type { Tx } from '@trunkline/platform';
import type { AskedQuestion, ReadAnswer } from '@trunkline/rules';
import { onAnythingElse, onSurvey, onSurveyOffer } from '../closing/on-closing-answers.ts';
import type { HeldConversation } from '../intake/conversations.store.ts';
import { onConsentAnswered } from '../transfers/settle-consent.ts';
import type { OpenQuestion } from './questions.store.ts';

export type Answered = {
  question: OpenQuestion;
  answer: Exclude<ReadAnswer, { kind: 'other' }>;
  /** The words as they came. */
  text: string;
  /** Under its row lock. */
  held: HeldConversation;
  policy: PolicyV1;
};
export type OnAnswered = (tx: Tx, answered: Answered) => Promise<void>;

export const onAnswered: Partial<Record<AskedQuestion, OnAnswered>> = {
  consent: onConsentAnswered,
  'anything-else': onAnythingElse,
  'survey-offer': onSurveyOffer,
  survey: onSurvey,
};

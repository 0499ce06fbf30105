/** What each room does with the customer's answer to its question: one line a kind. */
import type { AskedQuestion } from '@trunkline/rules';
import { onAnythingElse, onSurvey, onSurveyOffer } from '../closing/on-closing-answers.ts';
import { onConsentAnswered } from '../transfers/settle-consent.ts';
import type { OnAnswered } from './answered.ts';

export const onAnswered: Partial<Record<AskedQuestion, OnAnswered>> = {
  consent: onConsentAnswered,
  'anything-else': onAnythingElse,
  'survey-offer': onSurveyOffer,
  survey: onSurvey,
  // intake has read it already: a yes closes, a no opens it again
  solved: async () => {},
};

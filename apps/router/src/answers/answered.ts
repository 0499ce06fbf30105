/** What a room is told when the customer answers its question. */
import type { PolicyV1 } from '@trunkline/contracts';
import type { Tx } from '@trunkline/platform';
import type { ReadAnswer } from '@trunkline/rules';
import type { HeldConversation } from '../intake/conversations.store.ts';
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

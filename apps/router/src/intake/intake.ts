/** What intake starts from, and what it makes true. */
import type { ConversationId, newId as NewId, PolicyV1 } from '@trunkline/contracts';
import type { NewFact } from '@trunkline/platform';
import type { OpenQuestion } from '../answers/questions.store.ts';
import type { NewInput } from '../dispatch/inputs.store.ts';
import type { Classifier } from '../understand/hold-classifier.ts';
import type { OpenedConversation, Places, TouchedConversation } from './conversations.store.ts';
import type { KnownAddresses } from './known-addresses.ts';
import type { EventRow, MessageRow } from './messages.store.ts';

export type IntakeBasis = {
  addresses: KnownAddresses;
  places: Places;
  policy: PolicyV1;
  classifier?: Classifier | undefined;
  /** What stands open for customers to answer. */
  questions?: ReadonlyMap<ConversationId, OpenQuestion> | undefined;
  /** Postgres' `now()` of the transaction. */
  now: string;
  newId: typeof NewId;
};

export type Intake = {
  opened: OpenedConversation[];
  touched: TouchedConversation[];
  messages: MessageRow[];
  events: EventRow[];
  inputs: NewInput[];
  facts: NewFact[];
  /** Solved ones whose customer says so. */
  confirmed: ConversationId[];
};

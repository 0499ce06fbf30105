/** A conversation with its clocks as they are known in memory, and what is done to them there. */
import type { ConversationId, PolicyV1 } from '@trunkline/contracts';
import type { NewFact } from '@trunkline/platform';
import { type Followed, notFollowed } from '@trunkline/rules';
import type { Clock } from './clock.ts';

/** `clocks`: the newest of each kind, of promises the newest of each ticket; ended ones too. */
export type Case = {
  conversationId: ConversationId;
  followed: Followed;
  clocks: Clock[];
  /** How many delays the customer was told of. */
  notices: number;
};

/** A deadline that was moved while it ran. */
export type Move = {
  clock: Clock;
  from: { dueAt: number; limit: string; policyVersion: number };
  because: string;
};
export type Outcome = {
  /** Rows to be written, in the order in which they came about: what ended stands before what began after it. */
  touched: Set<Clock>;
  /** Of these the timers are set anew, or taken away. */
  timed: Set<Clock>;
  stopped: Clock[];
  moves: Move[];
  /** What a look brings onto the ladder. */
  triggers: { clock: Clock; trigger: 'limit-near' | 'delay-told-enough' }[];
  facts: NewFact[];
};
/** What everything here is decided by. */
export type Given = { policy: PolicyV1; outcome: Outcome };

export const newCase = (conversationId: ConversationId): Case => ({
  conversationId,
  followed: notFollowed,
  clocks: [],
  notices: 0,
});
export const newOutcome = (): Outcome => ({
  touched: new Set(),
  timed: new Set(),
  stopped: [],
  moves: [],
  triggers: [],
  facts: [],
});

/** The newest clock of a kind about something. */
export const newestOf = (one: Case, policy: Clock['policy'], about: string): Clock | undefined =>
  one.clocks.find((clock) => clock.policy === policy && clock.about === about);

/** Takes the place of the one before it. */
export function putClock(one: Case, clock: Clock): void {
  const others = one.clocks.filter(({ policy, about }) => policy !== clock.policy || about !== clock.about);
  one.clocks = [...others, clock];
}

export const nextCycle = (one: Case, policy: Clock['policy']): number =>
  1 + Math.max(0, ...one.clocks.filter((clock) => clock.policy === policy).map(({ cycle }) => cycle));

/** A clock in memory, and what a batch of facts makes of it. */
import type { ClockId, ConversationId, Deadline, Standard } from '@trunkline/contracts';
import type { NewFact } from '@trunkline/platform';
import type { ClockPolicy } from '@trunkline/rules';

/** Instants in ms. */
export type Clock = {
  id: ClockId;
  conversationId: ConversationId;
  policy: ClockPolicy;
  cycle: number;
  standard: Standard;
  queue: string;
  calendar: string;
  policyVersion: number;
  limitSeconds: number;
  working: Deadline['working'];
  startedAt: number;
  warnAt: number | null;
  dueAt: number;
  warnedAt: number | null;
  missedAt: number | null;
  metAt: number | null;
  metBecause: string | null;
};
export type Stop = { at: number; because: string };

export const iso = (ms: number): string => new Date(ms).toISOString();

/** What every fact about a clock begins with. */
export function headOf({ id, conversationId, policy, standard, queue, cycle, dueAt }: Clock) {
  return { clockId: id, conversationId, policy, standard, queue, cycle, dueAt: iso(dueAt) };
}

export function sayStarted(clock: Clock): NewFact {
  const { startedAt, warnAt } = clock;
  const data = { ...headOf(clock), startedAt: iso(startedAt), warnAt: warnAt === null ? null : iso(warnAt) };
  return { type: 'deadline.set', key: clock.conversationId, data };
}

export function sayMet(clock: Clock, stop: Stop): NewFact {
  const data = { ...headOf(clock), metAt: iso(stop.at), because: stop.because };
  return { type: 'deadline.met', key: clock.conversationId, data };
}

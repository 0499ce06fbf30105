/** A clock in memory, how the arithmetic sees it, and what is said of it. */
import type {
  Calendar,
  ClockId,
  ClockKind,
  ConversationId,
  Deadline,
  FactBody,
  PolicyV1,
  Standard,
  TicketId,
} from '@trunkline/contracts';
import type { NewFact } from '@trunkline/platform';
import { type Carried, calendarNamed, type Pause, type Timed } from '@trunkline/rules';

/** Instants in ms. What each is stands at `ClockRow`. */
export type Clock = {
  id: ClockId;
  conversationId: ConversationId;
  policy: ClockKind;
  about: string;
  cycle: number;
  limit: string;
  standard: Standard;
  queue: string;
  calendar: string;
  policyVersion: number;
  limitSeconds: number;
  workingDays: number | null;
  working: Deadline['working'];
  begunAt: number;
  startedAt: number;
  pauses: Pause[];
  pausedAt: number | null;
  carried: Carried | null;
  warnAt: number | null;
  dueAt: number;
  warnedAt: number | null;
  missedAt: number | null;
  metAt: number | null;
  metBecause: string | null;
  tookSeconds: number | null;
  forecastAt: number | null;
  toldAt: number | null;
  newTime: number | null;
  /** The next look at it; null: none is left. Not kept: its timer is. */
  lookAt?: number | null;
};
export type Stop = { at: number; because: string };

export const iso = (ms: number): string => new Date(ms).toISOString();
const instant = (ms: number | null): string | null => (ms === null ? null : iso(ms));

export const isRunning = ({ metAt }: Clock): boolean => metAt === null;

export function timedBy(hours: Calendar, { startedAt, pauses, limitSeconds, carried }: Clock): Timed {
  return { hours, startedAt, pauses, limitSeconds, carried };
}

/** Undefined where the policy has its calendar no more: it is carried over soon. */
export function timedOf(clock: Clock, policy: PolicyV1): Timed | undefined {
  const hours = calendarNamed(clock.calendar, policy);
  return hours && timedBy(hours, clock);
}

/** What every fact about a clock begins with. */
export function headOf({ id, conversationId, policy, about, limit, standard, queue, cycle, dueAt }: Clock) {
  const ticketId = policy === 'promise' ? (about as TicketId) : null;
  const head = { clockId: id, conversationId, policy, limit, standard, queue, cycle, dueAt: iso(dueAt) };
  return ticketId === null ? head : { ...head, ticketId };
}

type Said =
  | 'deadline.set'
  | 'deadline.met'
  | 'deadline.paused'
  | 'deadline.resumed'
  | 'deadline.moved'
  | 'deadline.warned'
  | 'deadline.missed'
  | 'deadline.reached'
  | 'delay.foreseen';
type Particular<Type extends Said> = Omit<FactBody<Type>, keyof ReturnType<typeof headOf>>;

/** The fact of a type, with what is particular to it. */
export function say<Type extends Said>(type: Type, clock: Clock, more: Particular<Type>): NewFact {
  return { type, key: clock.conversationId, data: { ...headOf(clock), ...more } } as unknown as NewFact;
}

export function sayStarted(clock: Clock): NewFact {
  return say('deadline.set', clock, { startedAt: iso(clock.startedAt), warnAt: instant(clock.warnAt) });
}

/** Carries a running clock over into a changed limit or calendar: what was used stays used, the rest runs by the new one. */
import type { Calendar, DeadlineWorking } from '@trunkline/contracts';
import type { NoTime } from './business-time.ts';
import { type Due, dueAt, inOrder, type Limit } from './due-at.ts';
import { type Pause, showWorking } from './show-working.ts';
import { usedSeconds } from './used-seconds.ts';

/** Instants in ms. */
export type CarryAsked = {
  startedAt: number;
  dueAt: number;
  calendar: Calendar;
  limit: Limit;
  /** All pauses since its start; one that lasts ends at `at`. */
  pauses?: readonly Pause[];
  /** Where it was carried over before: its open seconds until then, which stay used. */
  carried?: Carried | null;
  changed: { calendar: Calendar; limit: Limit /** When the change came into force. */; at: number };
};
/** From `at` on the clock counts by what is in force now, and `usedSeconds` of its limit are gone. */
export type Carried = { at: number; usedSeconds: number };
export type CarriedOver =
  | { kind: 'stays'; dueAt: number; because: 'already-due' | 'nothing-changed' }
  | {
      kind: 'moves' | 'keeps-its-time';
      dueAt: number;
      working: DeadlineWorking[];
      because: 'limit-changed' | 'calendar-changed';
      /** To be kept at the clock: what it needs when it is paused, resumed or carried over again. Null: counted from its start. */
      carried: Carried | null;
    }
  | { kind: 'impossible'; because: NoTime['because'] };

type Carrying = (Extract<Due, { ok: true }> & { carried?: Carried }) | NoTime;

/**
 * A clock that is due by the time of the change is never moved. Where the new limit is used up already, it is due at the
 * change, not before. A limit in working days is counted whole, from the clock's start.
 */
export function carryOver(asked: CarryAsked): CarriedOver {
  const { startedAt, changed } = asked;
  if (asked.dueAt <= changed.at) return { kind: 'stays', dueAt: asked.dueAt, because: 'already-due' };
  const because = whatChanged(asked);
  if (because === undefined) return { kind: 'stays', dueAt: asked.dueAt, because: 'nothing-changed' };
  const pauses = inOrder(asked.pauses ?? []);
  const { calendar, limit } = changed;
  const found: Carrying =
    'seconds' in limit ? goOn(asked, limit.seconds, pauses) : dueAt({ calendar, startedAt, limit, pauses });
  if (!found.ok) return { kind: 'impossible', because: found.because };
  const isOver = found.dueAt < changed.at;
  const due = isOver ? changed.at : found.dueAt;
  const working = isOver ? showWorking(calendar, startedAt, due, pauses) : found.working;
  return {
    kind: due === asked.dueAt ? 'keeps-its-time' : 'moves',
    dueAt: due,
    working,
    because,
    carried: found.carried ?? null,
  };
}

/** The due instant of a clock that was carried over before, with pauses since. */
export function dueCarried(asked: {
  calendar: Calendar;
  limitSeconds: number;
  carried: Carried;
  pauses?: readonly Pause[];
}): Due {
  const seconds = Math.max(0, asked.limitSeconds - asked.carried.usedSeconds);
  const pauses = asked.pauses ?? [];
  if (seconds === 0) return { ok: true, dueAt: asked.carried.at, working: [] };
  return dueAt({ calendar: asked.calendar, startedAt: asked.carried.at, limit: { seconds }, pauses });
}

function whatChanged({ calendar, limit, changed }: CarryAsked): 'limit-changed' | 'calendar-changed' | undefined {
  if (JSON.stringify(limit) !== JSON.stringify(changed.limit)) return 'limit-changed';
  return JSON.stringify(calendar) === JSON.stringify(changed.calendar) ? undefined : 'calendar-changed';
}

function goOn(asked: CarryAsked, limitSeconds: number, pauses: readonly Pause[]): Carrying {
  const { calendar, changed } = asked;
  const since = asked.carried?.at ?? asked.startedAt;
  const used = usedSeconds(calendar, since, changed.at, pauses);
  if (!used.ok) return used;
  const carried = { at: changed.at, usedSeconds: (asked.carried?.usedSeconds ?? 0) + used.value };
  const rest = dueCarried({ calendar: changed.calendar, limitSeconds, carried, pauses });
  if (!rest.ok) return rest;
  return { ...rest, working: [...showWorking(calendar, since, changed.at, pauses), ...rest.working], carried };
}

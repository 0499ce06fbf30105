/** Is the customer told of a delay now, before it happens, and with which new time? `domain.md` §5. */
import type { Calendar, ClockKind, PolicyV1 } from '@trunkline/contracts';
import { addOpenTime, isOpenAt, nextOpen } from './business-time.ts';
import type { Kind } from './followed.ts';
import type { Foreseen } from './foresee.ts';
import { mayBeTold } from './looks-of.ts';
import { offsetAt } from './zone-offsets.ts';

export type DelayAsked = {
  clock: ClockKind;
  limitSeconds: number;
  usedSeconds: number;
  /** ms */
  dueAt: number;
  now: number;
  hours: Calendar;
  forecast: Foreseen;
  /** Told of this clock already. */
  isTold: boolean;
  /** How many notices the conversation had. */
  notices: number;
  /** Of what it is about: a complaint about an event is promised no time. */
  kinds: readonly Kind[];
};
export type TellDelay =
  /** ms; null: no time may be promised. */
  | { kind: 'tells'; because: 'late-by-forecast' | 'nearly-used'; newTime: number | null; nth: number }
  | { kind: 'told-enough'; because: 'delay-told-enough'; notices: number }
  | {
      kind: 'silent';
      because:
        | 'clock-not-told'
        | 'limit-too-short'
        | 'told-already'
        | 'missed-already'
        | 'not-yet'
        | 'in-time-by-forecast';
    };

export function tellDelay(asked: DelayAsked, rules: PolicyV1['time']['delays']): TellDelay {
  if (!mayBeTold(asked.clock)) return { kind: 'silent', because: 'clock-not-told' };
  if (asked.limitSeconds < rules.fromSeconds) return { kind: 'silent', because: 'limit-too-short' };
  if (asked.isTold) return { kind: 'silent', because: 'told-already' };
  if (asked.now >= asked.dueAt) return { kind: 'silent', because: 'missed-already' };
  // An instant is a whole number of ms: what lies a ms short of a share has come to it.
  const percent = ((asked.usedSeconds + 0.001) / asked.limitSeconds) * 100;
  if (percent < rules.foreseenFromPercent) return { kind: 'silent', because: 'not-yet' };
  const isLate = asked.forecast.kind === 'foreseen' && asked.forecast.likelyAt > asked.dueAt;
  if (!isLate && percent < rules.surelyFromPercent) return { kind: 'silent', because: 'in-time-by-forecast' };
  const { notices } = asked;
  if (notices >= rules.mostInConversation) return { kind: 'told-enough', because: 'delay-told-enough', notices };
  const newTime = asked.kinds.includes('complaint-event') ? null : newTimeOf(asked, rules.roundToMinutes);
  return { kind: 'tells', because: isLate ? 'late-by-forecast' : 'nearly-used', newTime, nth: notices + 1 };
}

/** After the limit in any case; where the pace says nothing, half of the limit more. */
function newTimeOf({ forecast, dueAt, hours, limitSeconds }: DelayAsked, minutes: number): number {
  const more = addOpenTime(hours, dueAt, limitSeconds / 2);
  const guessed = more.ok ? more.value : dueAt;
  const upperAt = forecast.kind === 'foreseen' ? Math.max(forecast.upperAt, dueAt + 1) : guessed;
  return roundUp(upperAt, minutes, hours);
}

/** To whole quarters of an hour by the calendar's own clocks, within its open hours. */
export function roundUp(at: number, minutes: number, hours: Calendar): number {
  const step = minutes * 60_000;
  const round = (instant: number) => {
    const offset = offsetAt(hours.tz, instant);
    return Math.ceil((instant + offset) / step) * step - offset;
  };
  const rounded = round(at);
  const open = isOpenAt(hours, rounded - 1);
  if (open.ok && open.value) return rounded;
  const opening = nextOpen(hours, rounded);
  if (!opening.ok) return rounded;
  return round(opening.value + 1);
}

/** Answers one question about open time, as `trunkline deadline` and the settings page ask it. */
import type { Calendar, DeadlineWorking } from '@trunkline/contracts';
import { addWorkingDays } from './add-working-days.ts';
import {
  type Found,
  isOpenAt,
  nextClosing,
  nextOpen,
  openSecondsBetween,
  previousOpen,
  takeOpenTime,
} from './business-time.ts';
import { dueAt, inOrder, type Limit } from './due-at.ts';
import { type Pause, showWorking } from './show-working.ts';
import { usedSeconds } from './used-seconds.ts';

/** `add` and `sub` take `seconds` or `workingDays`, `between` takes `end`; instants are ISO. */
export type DeadlineQuestion = {
  op: string;
  calendar: Calendar;
  start: string;
  end?: string;
  seconds?: number;
  workingDays?: number;
  pauses?: readonly (readonly [string, string])[];
};
export type DeadlineAnswer =
  | { due: string; working: DeadlineWorking[] }
  | { seconds: number }
  | { open: boolean }
  | { error: string };

export function answerDeadline(question: DeadlineQuestion): DeadlineAnswer {
  const start = Date.parse(question.start);
  const pauses = inOrder((question.pauses ?? []).map(([from, to]) => [Date.parse(from), Date.parse(to)] as const));
  if (Number.isNaN(start) || pauses.flat().some(Number.isNaN) || !question.calendar) return { error: 'bad-request' };
  const asked = { ...question, start, pauses };
  const answer = Object.hasOwn(answers, question.op) ? answers[question.op]?.(asked) : undefined;
  return answer ?? { error: 'bad-request' };
}

type Asked = Omit<DeadlineQuestion, 'start' | 'pauses'> & { start: number; pauses: Pause[] };

const answers: Record<string, (asked: Asked) => DeadlineAnswer | undefined> = {
  add: (asked) => {
    const limit = limitOf(asked);
    if (!limit) return undefined;
    if ('seconds' in limit ? limit.seconds < 0 : limit.workingDays < 0) return answers.sub?.(turned(asked));
    const due = dueAt({ calendar: asked.calendar, startedAt: asked.start, limit, pauses: asked.pauses });
    return due.ok ? { due: zulu(due.dueAt), working: due.working } : { error: due.because };
  },
  sub: (asked) => {
    const limit = limitOf(asked);
    if (!limit) return undefined;
    if ('seconds' in limit ? limit.seconds < 0 : limit.workingDays < 0) return answers.add?.(turned(asked));
    return withWorking(
      asked,
      'seconds' in limit ? takeAroundPauses(asked, limit.seconds) : takeDays(asked, limit.workingDays),
    );
  },
  between: (asked) => {
    const end = Date.parse(asked.end ?? '');
    return Number.isNaN(end) ? undefined : secondsBetween(asked, end);
  },
  next: (asked) => withWorking(asked, nextOpen(asked.calendar, asked.start)),
  prev: (asked) => withWorking(asked, previousOpen(asked.calendar, asked.start)),
  close: (asked) => withWorking(asked, nextClosing(asked.calendar, asked.start)),
  open: (asked) => {
    const open = isOpenAt(asked.calendar, asked.start);
    return open.ok ? { open: open.value } : { error: open.because };
  },
};

function limitOf({ seconds, workingDays }: Asked): Limit | undefined {
  if (workingDays !== undefined) return { workingDays };
  return seconds === undefined ? undefined : { seconds };
}

/** The same asked the other way round. */
const turned = ({ seconds = 0, workingDays, ...asked }: Asked): Asked =>
  workingDays === undefined ? { ...asked, seconds: -seconds } : { ...asked, workingDays: -workingDays };

function withWorking({ calendar, start, pauses }: Asked, found: Found<number>): DeadlineAnswer {
  if (!found.ok) return { error: found.because };
  const [from, to] = [Math.min(start, found.value), Math.max(start, found.value)];
  return { due: zulu(found.value), working: showWorking(calendar, from, to, pauses) };
}

function takeAroundPauses({ calendar, start, pauses }: Asked, seconds: number): Found<number> {
  let at = start;
  let left = seconds;
  for (const [from, to] of pauses.toReversed()) {
    if (from >= at) continue;
    const used = openSecondsBetween(calendar, Math.min(at, to), at);
    if (!used.ok) return used;
    if (used.value >= left) break;
    left -= used.value;
    at = from;
  }
  return takeOpenTime(calendar, at, left);
}

function secondsBetween({ calendar, start, pauses }: Asked, end: number): DeadlineAnswer {
  const used = usedSeconds(calendar, start, end, pauses);
  return used.ok ? { seconds: used.value } : { error: used.because };
}

function takeDays({ calendar, start, pauses }: Asked, days: number): Found<number> {
  let due: Found<number> = days === 0 ? takeOpenTime(calendar, start, 0) : addWorkingDays(calendar, start, -days);
  for (const [from, to] of pauses.toReversed()) {
    if (!due.ok) return due;
    if (from >= start) continue;
    const left = openSecondsBetween(calendar, due.value, Math.min(to, start));
    const stood = openSecondsBetween(calendar, from, Math.min(to, start));
    if (!left.ok || !stood.ok || left.value <= 0) break;
    if (stood.value > 0) due = takeOpenTime(calendar, due.value, stood.value);
  }
  return due;
}

/** Whole seconds are written without a fraction. */
const zulu = (ms: number) => new Date(ms).toISOString().replace('.000Z', 'Z');

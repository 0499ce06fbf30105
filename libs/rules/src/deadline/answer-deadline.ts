/** Answers one question about open time, as `trunkline deadline` and the settings page ask it. */
import type { Calendar, Deadline } from '@trunkline/contracts';
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

/** `add` and `sub` take `seconds` (`add` also `workingDays`), `between` takes `end`; instants are ISO. */
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
  | { due: string; working: Deadline['working'] }
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
    if ('seconds' in limit && limit.seconds < 0) return answers.sub?.({ ...asked, seconds: -limit.seconds });
    const due = dueAt({ calendar: asked.calendar, startedAt: asked.start, limit, pauses: asked.pauses });
    return due.ok ? { due: zulu(due.dueAt), working: due.working } : { error: due.because };
  },
  sub: (asked) => {
    if (asked.seconds === undefined) return undefined;
    if (asked.seconds < 0) return answers.add?.({ ...asked, seconds: -asked.seconds });
    return withWorking(asked, takeAroundPauses(asked, asked.seconds));
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
  const all = openSecondsBetween(calendar, start, end);
  if (!all.ok) return { error: all.because };
  const [first, last] = [Math.min(start, end), Math.max(start, end)];
  let stood = 0;
  for (const [from, to] of pauses) {
    const part = openSecondsBetween(calendar, Math.max(from, first), Math.max(first, Math.min(to, last)));
    if (part.ok) stood += Math.max(0, part.value);
  }
  return { seconds: all.value < 0 ? all.value + stood : all.value - stood };
}

/** Whole seconds are written without a fraction. */
const zulu = (ms: number) => new Date(ms).toISOString().replace('.000Z', 'Z');

/** Asks the arithmetic and the minute-by-minute oracle the same drawn questions, and says where they differ. */
import type { DeadlineWorking } from '@trunkline/contracts';
import type { Random } from '../simulate/draw.ts';
import { answerDeadline, type DeadlineAnswer } from './answer-deadline.ts';
import { type DrawnTime, drawTime } from './draw-time.ts';
import { type LocalClock, MinuteOracle } from './minute-oracle.ts';

export type HeldTime = { cases: number; questions: number; beyond: number; differences: string[] };
/** What the world says of zones; given, for rules take no package. */
export type Zones = { clock: LocalClock; changes: (tz: string) => readonly number[] };

/** `beyond`: answers that lie outside the weeks the oracle looks at; not compared. Stops at the tenth difference. */
export function holdAgainstMinutes(random: Random, cases: number, { clock, changes }: Zones): HeldTime {
  const held: HeldTime = { cases: 0, questions: 0, beyond: 0, differences: [] };
  for (; held.cases < cases && held.differences.length < 10; held.cases += 1) {
    const drawn = drawTime(random, changes);
    const oracle = new MinuteOracle(drawn.calendar, drawn.from, drawn.minutes, clock);
    drawn.start = startOf(drawn, oracle);
    for (const { question, expected } of questionsOf(drawn, oracle)) {
      held.questions += 1;
      if (expected === null) {
        held.beyond += 1;
        continue;
      }
      const asked = { calendar: drawn.calendar, ...question };
      const wrong = whatIsWrong(answerDeadline(asked), expected, question);
      if (wrong) held.differences.push(`case ${held.cases}: ${JSON.stringify(asked)}: ${wrong}`);
    }
  }
  return held;
}

type Question = {
  op: string;
  start: string;
  end?: string;
  seconds?: number;
  workingDays?: number;
  pauses?: [string, string][];
};
type Asking = { question: Question; expected: number | boolean | null };

const zulu = (second: number) => new Date(second * 1000).toISOString().replace('.000Z', 'Z');

/** Left where it was drawn if its edge lies at the end of what is drawn. */
function startOf({ start, edge, from, minutes }: DrawnTime, oracle: MinuteOracle): number {
  const moved = edge === null ? null : oracle[edge](start);
  const isWithin = moved !== null && moved > (from + 1440) * 60 && moved < (from + minutes - 1440) * 60;
  return isWithin ? moved : start;
}

function questionsOf(drawn: DrawnTime, oracle: MinuteOracle): Asking[] {
  const { start, pauses, days, share, from, minutes } = drawn;
  const last = (from + minutes) * 60 - 60;
  const end = start + Math.floor(share * (last - start));
  const before = start - Math.floor(share * (start - from * 60));
  const ahead = oracle.between(start, end, pauses);
  const behind = oracle.between(before, start, pauses);
  const asked = {
    start: zulu(start),
    pauses: pauses.map(([begin, stop]): [string, string] => [zulu(begin), zulu(stop)]),
  };
  const plain = { start: zulu(start) };
  return [
    { question: { ...asked, op: 'between', end: zulu(end) }, expected: ahead },
    {
      question: { ...asked, op: 'between', start: zulu(start), end: zulu(before) },
      expected: behind === 0 ? 0 : -behind,
    },
    { question: { ...asked, op: 'add', seconds: ahead }, expected: oracle.add(start, ahead, pauses) },
    { question: { ...asked, op: 'sub', seconds: behind }, expected: oracle.sub(start, behind, pauses) },
    { question: { ...plain, op: 'next' }, expected: oracle.next(start) },
    { question: { ...plain, op: 'prev' }, expected: oracle.prev(start) },
    { question: { ...plain, op: 'close' }, expected: oracle.close(start) },
    { question: { ...plain, op: 'open' }, expected: oracle.isOpen(start) },
    { question: { ...plain, op: 'add', workingDays: days }, expected: oracle.workingDays(start, days) },
    { question: { ...plain, op: 'sub', workingDays: days }, expected: oracle.workingDays(start, -days) },
    { question: { ...asked, op: 'add', workingDays: days }, expected: daysAround(oracle, drawn) },
  ];
}

/** A pause in working days: the open time it took is added behind. */
function daysAround(oracle: MinuteOracle, { start, pauses, days }: DrawnTime): number | null {
  let due = oracle.workingDays(start, days);
  let passed = start;
  for (const [from, to] of [...pauses].sort((a, b) => a[0] - b[0])) {
    if (due === null || from >= due) break;
    if (to <= passed) continue;
    if (oracle.between(Math.max(from, passed), due, []) === 0) break;
    const stood = oracle.between(Math.max(from, passed), Math.max(to, passed), []);
    if (stood > 0) due = oracle.add(due, stood, []);
    passed = Math.max(passed, to);
  }
  return due;
}

function whatIsWrong(answer: DeadlineAnswer, expected: number | boolean, asked: Question): string | undefined {
  if ('due' in answer && typeof expected === 'number') {
    if (answer.due !== zulu(expected)) return `${answer.due}, by the minutes ${zulu(expected)}`;
    return whatDoesNotAddUp(answer.working, Math.abs(Date.parse(asked.start) / 1000 - expected), asked.seconds);
  }
  const [value] = Object.values(answer);
  return value === expected || (value === 0 && expected === 0)
    ? undefined
    : `${JSON.stringify(value)}, by the minutes ${expected}`;
}

/** Every second stands in one step, and as many count as were asked for. */
function whatDoesNotAddUp(
  working: DeadlineWorking[],
  elapsed: number,
  seconds: number | undefined,
): string | undefined {
  const sum = (steps: DeadlineWorking[]) => steps.reduce((all, step) => all + step.seconds, 0);
  const [all, counted] = [sum(working), sum(working.filter((step) => step.counted))];
  if (all !== elapsed) return `the working holds ${all} s of ${elapsed}`;
  return seconds === undefined || counted === seconds ? undefined : `the working counts ${counted} s of ${seconds}`;
}

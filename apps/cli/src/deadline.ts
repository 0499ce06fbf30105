/** `trunkline deadline`: a question about open time a line, an answer a line; a bad line costs only its own answer. */
import { createInterface } from 'node:readline';
import { Calendar } from '@trunkline/contracts';
import { answerDeadline, type DeadlineAnswer, type DeadlineQuestion, lintCalendar } from '@trunkline/rules';
import { say } from './say.ts';
import type { ExitCode } from './verb.ts';

export async function deadline(): Promise<ExitCode> {
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (line.trim() !== '') await say(JSON.stringify(answerLine(line)));
  }
  return 0;
}

function answerLine(line: string): DeadlineAnswer {
  try {
    const asked = JSON.parse(line) as DeadlineQuestion;
    const given = readGiven(asked.calendar);
    if ('error' in given) return given;
    return isAnswerable(asked) ? answerDeadline({ ...asked, calendar: given.calendar }) : badRequest;
  } catch {
    return badRequest; // not JSON, or not a question at all
  }
}

const badRequest = { error: 'bad-request' };
type Given = { calendar: Calendar } | { error: string };

/** The same calendar asked again is the same object: what was worked out for it stays known. */
let last: { text: string; given: Given } | undefined;
function readGiven(calendar: unknown): Given {
  const text = JSON.stringify(calendar) ?? '';
  if (last?.text !== text) last = { text, given: readCalendar(calendar) };
  return last.given;
}

/** As strict as when a policy is published. */
function readCalendar(given: unknown): Given {
  const { data, error } = Calendar.safeParse(given);
  if (!data) return error.issues.every(isNoDate) ? { error: 'date-does-not-exist' } : badRequest;
  const fault = lintCalendar(data).find(({ severity }) => severity === 'error');
  return fault ? { error: fault.because.code } : { calendar: data };
}

/** Written as a date, but of no calendar. */
const isNoDate = ({ path: [place, at], code }: { path: PropertyKey[]; code: string }) =>
  (place === 'holidays' && typeof at === 'number' && code === 'invalid_format') ||
  ((place === 'special' || place === 'breaks') && code === 'invalid_key');

const ops = ['add', 'sub', 'between', 'next', 'prev', 'close', 'open'];
/** What no desk asks for is not worked out: centuries away, or more than ten years of open time. */
const earliest = Date.UTC(1900, 0);
const latest = Date.UTC(2200, 0);
const mostSeconds = 10 * 366 * 86_400;
const mostDays = 10 * 366;

function isAnswerable({ op, start, end, seconds, workingDays, pauses = [] }: DeadlineQuestion): boolean {
  return (
    ops.includes(op) &&
    [start, end ?? start, ...pauses.flat()].every(isNear) &&
    pauses.every((pause) => pause.length === 2) &&
    (seconds === undefined || (Number.isFinite(seconds) && Math.abs(seconds) <= mostSeconds)) &&
    (workingDays === undefined || (Number.isInteger(workingDays) && Math.abs(workingDays) <= mostDays))
  );
}

const isNear = (instant: unknown) =>
  typeof instant === 'string' && Date.parse(instant) >= earliest && Date.parse(instant) < latest;

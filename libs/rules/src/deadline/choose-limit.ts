/** Which limit counts for a clock: of those of its standard and of `time.limits` that match, the one that is due first. */
import type { Calendar, ClockKind, Deadline, PolicyV1, TimeLimit } from '@trunkline/contracts';
import type { Found } from './business-time.ts';
import { dueAt, inOrder, type Limit } from './due-at.ts';
import type { TimedMatter } from './matter-of.ts';
import type { Pause } from './show-working.ts';
import { usedSeconds } from './used-seconds.ts';

export type LimitAsked = {
  clock: ClockKind;
  matter: TimedMatter;
  /** ms */
  startedAt: number;
  pauses?: readonly Pause[];
};
export type ChosenLimit = {
  kind: 'limit';
  limit: string;
  /** Of open time; of working days, what they come to from here. */
  seconds: number;
  workingDays: number | null;
  calendar: string;
  hours: Calendar;
  dueAt: number;
  working: Deadline['working'];
  others: { limit: string; dueAt: number }[];
};
export type LimitChoice =
  | ChosenLimit
  | { kind: 'none'; because: 'no-limit' }
  | { kind: 'fault'; because: 'calendar-never-open'; calendar: string };

/** Elapsed time: a calendar of no policy. */
export const elapsed = 'elapsed';
const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
const always: Calendar = {
  tz: 'UTC',
  hours: Object.fromEntries(days.map((day) => [day, [['00:00', '24:00']]])) as Calendar['hours'],
  holidays: [],
  holidaysYearly: [],
  special: {},
  breaks: {},
};

export function calendarNamed(code: string, policy: PolicyV1): Calendar | undefined {
  return code === elapsed ? always : policy.calendars[code];
}

export function chooseLimit(asked: LimitAsked, policy: PolicyV1): LimitChoice {
  const found: ChosenLimit[] = [];
  for (const candidate of candidatesOf(asked, policy)) {
    const hours = calendarNamed(candidate.calendar, policy);
    const one = hours && weigh(candidate, hours, asked);
    if (!one) return { kind: 'fault', because: 'calendar-never-open', calendar: candidate.calendar };
    found.push(one);
  }
  const [first, ...others] = found.sort((a, b) => a.dueAt - b.dueAt);
  if (!first) return { kind: 'none', because: 'no-limit' };
  return { ...first, others: others.map(({ limit, dueAt: due }) => ({ limit, dueAt: due })) };
}

const openIn = (found: Found<number>): number => (found.ok ? found.value : 0);

type Candidate = { code: string; limit: Limit; calendar: string };

function weigh({ code, limit, calendar }: Candidate, hours: Calendar, asked: LimitAsked): ChosenLimit | undefined {
  const { startedAt, pauses = [] } = asked;
  const due = dueAt({ calendar: hours, startedAt, limit, pauses });
  if (!due.ok) return undefined;
  const workingDays = 'workingDays' in limit ? limit.workingDays : null;
  const { dueAt: at, working } = due;
  const seconds = 'seconds' in limit ? limit.seconds : openIn(usedSeconds(hours, startedAt, at, inOrder(pauses)));
  return { kind: 'limit', limit: code, seconds, workingDays, calendar, hours, dueAt: at, working, others: [] };
}

function candidatesOf({ clock, matter }: LimitAsked, policy: PolicyV1): Candidate[] {
  const calendar = calendarOf(matter, policy);
  const special = policy.time.limits
    .filter((limit) => limit.clock === clock && matches(limit, matter))
    .map((limit) => ({ code: limit.code, limit: lengthOf(limit), calendar: limit.calendar ?? calendar }));
  return [...standardLimit(clock, matter, { policy, calendar }), ...special];
}

function standardLimit(
  clock: ClockKind,
  { standard }: TimedMatter,
  { policy, calendar }: { policy: PolicyV1; calendar: string },
): Candidate[] {
  const { firstResponseSeconds, nextResponseSeconds, resolutionSeconds } = policy.standards[standard];
  const seconds = {
    'first-response': firstResponseSeconds,
    'next-response': nextResponseSeconds,
    resolution: resolutionSeconds,
  };
  if (clock in seconds) {
    return [{ code: `standard-${standard}`, limit: { seconds: seconds[clock as keyof typeof seconds] }, calendar }];
  }
  if (clock !== 'auto-close') return [];
  const hours = policy.time.closeAfterSilenceHours[standard];
  return [{ code: `silence-${standard}`, limit: { seconds: hours * 3600 }, calendar: elapsed }];
}

const lengthOf = ({ seconds, workingDays }: TimeLimit): Limit =>
  seconds === undefined ? { workingDays: workingDays ?? 1 } : { seconds };

function matches({ when }: TimeLimit, matter: TimedMatter): boolean {
  const { standard, account, queue, topic, label, kind, urgency, tier } = when;
  return (
    (standard === undefined || standard === matter.standard) &&
    (account === undefined || account === matter.account) &&
    (queue === undefined || queue === matter.queue) &&
    (topic === undefined || topic === matter.topic) &&
    (label === undefined || label === matter.label) &&
    (kind === undefined || matter.kinds.includes(kind)) &&
    (urgency === undefined || urgency === matter.urgency) &&
    (tier === undefined || matter.tiers.includes(tier))
  );
}

/** The channel's, else the queue's; a queue that is gone keeps the hours of the one that takes what no rule names. */
function calendarOf({ standard, queue: code }: TimedMatter, policy: PolicyV1): string {
  const queue =
    policy.queues.find((each) => each.code === code) ??
    policy.queues.find((each) => each.code === policy.routing.otherwise) ??
    policy.queues[0];
  return policy.time.channelCalendars[standard] ?? queue?.calendar ?? '';
}

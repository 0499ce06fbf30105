/** Starts a clock: which limit, which calendar, due when, warned of when. */
import { type ClockId, type ConversationId, newId, type PolicyV1 } from '@trunkline/contracts';
import { PermanentError } from '@trunkline/platform';
import { type ClockPolicy, dueAt, type Followed, warnAt } from '@trunkline/rules';
import type { Clock } from './clock.ts';

type Starting = {
  conversationId: ConversationId;
  followed: Followed;
  policy: ClockPolicy;
  startedAt: number;
  cycle: number;
};

export function startClock(starting: Starting, policy: PolicyV1): Clock {
  const { followed, startedAt } = starting;
  const limits = policy.standards[followed.standard];
  const seconds = starting.policy === 'first-response' ? limits.firstResponseSeconds : limits.nextResponseSeconds;
  const calendar = calendarOf(followed.queue, policy);
  const asked = { calendar: calendar.hours, startedAt, limit: { seconds } };
  const due = dueAt(asked);
  const warn = warnAt(asked, policy.time.warnAtPercent);
  if (!due.ok) throw new PermanentError(`calendar ${calendar.code} of queue ${followed.queue}`, due.because);
  return {
    id: newId<ClockId>(),
    conversationId: starting.conversationId,
    policy: starting.policy,
    cycle: starting.cycle,
    standard: followed.standard,
    queue: followed.queue,
    calendar: calendar.code,
    policyVersion: policy.version,
    limitSeconds: seconds,
    working: due.working,
    startedAt,
    warnAt: warn.ok ? warn.value : null,
    dueAt: due.dueAt,
    warnedAt: null,
    missedAt: null,
    metAt: null,
    metBecause: null,
  };
}

/** A queue that the policy no longer has keeps the hours of the one that takes what no rule names. */
function calendarOf(code: string, policy: PolicyV1) {
  const queue =
    policy.queues.find((each) => each.code === code) ??
    policy.queues.find((each) => each.code === policy.routing.otherwise) ??
    policy.queues[0];
  const hours = queue && policy.calendars[queue.calendar];
  if (!hours) throw new PermanentError(`queue ${code} has no calendar`, 'calendar-never-open');
  return { code: queue.calendar, hours };
}

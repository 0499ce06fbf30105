/** What an open complaint wants next: the earlier one told first, then its steps in their order. */
import type { ComplaintStand, ComplaintStep, Conversation, NextStep } from '@trunkline/contracts';

export function complaintStepsOf({ complaints = [], state, consults = [] }: Conversation): NextStep[] {
  if (state === 'closed') return [];
  const isAsked = consults.some((one) => one.answeredAt === null && one.overAt === null);
  return complaints.flatMap((one) => [...earlierOf(one, isAsked), ...nextOf(one)]);
}

function earlierOf({ number, earlier }: ComplaintStand, isAsked: boolean): NextStep[] {
  if (!earlier || earlier.standing === 'none' || earlier.satisfied !== null || isAsked) return [];
  const values = { number, earlier: earlier.number };
  const step = (code: string, act: string, isRequired: boolean): NextStep[] => [
    { because: { code, values }, act, for: 'assignee', isRequired },
  ];
  if (earlier.toldAt === null) return step(`step-tell-earlier-${earlier.standing}`, 'complaint-earlier', true);
  return step('step-hear-earlier', 'complaint-earlier-heard', false);
}

/** The customer's own step is theirs to take when they like: it is not pressed. */
const waits: readonly ComplaintStep[] = ['agree', 'follow-up'];

function nextOf({ number, next }: ComplaintStand): NextStep[] {
  if (next === null) return [];
  const because = { code: `step-complaint-${next}`, values: { number } };
  return [{ because, act: 'complaint-step', for: 'assignee', isRequired: !waits.includes(next) }];
}

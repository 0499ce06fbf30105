/** What the flow of a sensitive matter wants next: an untold result before all else (`domain.md` §5). */
import type { Because, Conversation, NextStep, PolicyV1, Submission } from '@trunkline/contracts';

type Step = Omit<NextStep, 'because'>;
/** A result that was told lately is asked about; one from long ago is history. */
const stillAsked = (one: Submission, page: Conversation): boolean =>
  one.toldIn === page.id || one.conversationId === page.id;

export function submissionSteps(page: Conversation, policy: PolicyV1): NextStep[] {
  const all = page.submissions ?? [];
  if (page.state === 'closed') return [];
  const untold = all.filter(({ resultAt, toldAt }) => resultAt !== null && toldAt === null);
  const last = all.filter((one) => one.toldAt !== null && isLastOfTicket(one, all) && stillAsked(one, page));
  return [
    ...untold.map((one, at) => tell(one, at === 0)),
    ...untold.slice(0, 1).flatMap((one) => deliver(one)),
    ...last.flatMap((one) => afterTold(one, policy)),
  ];
}

/** One after the other, in the order in which they came. */
const tell = (one: Submission, isFirst: boolean): NextStep =>
  step('step-tell-result', one, { act: isFirst ? 'tell-result' : null, for: 'assignee', isRequired: true });

const deliver = (one: Submission): NextStep[] =>
  one.delivery === null
    ? [step('step-deliver-result', one, { act: 'deliver-result', for: 'supervisor', isRequired: false })]
    : [];

function afterTold(one: Submission, { complaints }: PolicyV1): NextStep[] {
  if (one.satisfied === true) return [];
  if (one.satisfied === null) {
    return [step('step-hear-result', one, { act: 'hear-result', for: 'assignee', isRequired: true })];
  }
  if (one.turn < complaints.maxSubmissions) {
    return [step('step-submit-again', one, { act: 'submit-again', for: 'assignee', isRequired: false })];
  }
  const who = complaints.onlySupervisorCloses ? 'supervisor' : 'assignee';
  return [step('step-end-unsatisfied', one, { act: 'end-unsatisfied', for: who, isRequired: false })];
}

const isLastOfTicket = (one: Submission, all: readonly Submission[]): boolean =>
  all.every((other) => other.ticketId !== one.ticketId || other.submittedAt <= one.submittedAt);

function step(code: string, { number, department }: Submission, rest: Step): NextStep {
  const because: Because = { code, values: { number, department } };
  return { because, ...rest };
}

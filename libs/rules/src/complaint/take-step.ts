/** May this step of a complaint be taken now (`domain.md` §5)? They stand in order; none is skipped. */
import type { ComplaintStep, ComplaintStepTaken, NewComplaintStep } from '@trunkline/contracts';
import { wordsOf } from '../words/words-of.ts';
import { apologises } from './apologises.ts';

export type StepRefused =
  | 'complaint-step-first'
  | 'complaint-step-taken'
  | 'complaint-is-through'
  | 'complaint-step-lacks'
  | 'first-contact-apologises'
  | 'first-contact-restates'
  | 'agreement-lies-ahead';
export type StepWeighed =
  | { kind: 'taken'; next: ComplaintStep | null }
  /** `first`: the step that is to be taken now. */
  | { kind: 'refused'; because: StepRefused; first: ComplaintStep | null };

type Taken = Pick<ComplaintStepTaken, 'step' | 'agreement' | 'result'>;
const order: readonly ComplaintStep[] = [
  'receive',
  'record',
  'first-contact',
  'classify',
  'investigate',
  'plan',
  'agree',
  'carry-out',
  'answer',
  'follow-up',
];

/** A plan that is not agreed is made anew; a customer who is not satisfied has it investigated anew. */
export function nextComplaintStep(taken: readonly Taken[]): ComplaintStep | null {
  const last = taken.at(-1);
  if (!last) return order[0]!;
  if (last.step === 'agree' && last.agreement?.agreed === false) return 'plan';
  if (last.step === 'follow-up' && last.result === 'unsatisfied') return 'investigate';
  if (last.step === 'follow-up' && last.result === 'not-reached') return 'follow-up';
  return order[order.indexOf(last.step) + 1] ?? null;
}

type Asked = {
  taken: readonly Taken[];
  asked: NewComplaintStep;
  /** What the customer complains of. */
  content: string;
  /** An instant. */
  now: string;
};

export function takeStep({ taken, asked, content, now }: Asked): StepWeighed {
  const first = nextComplaintStep(taken);
  const refused = (because: StepRefused): StepWeighed => ({ kind: 'refused', because, first });
  if (first === null) return refused('complaint-is-through');
  if (asked.step !== first) {
    return refused(order.indexOf(asked.step) < order.indexOf(first) ? 'complaint-step-taken' : 'complaint-step-first');
  }
  if (lacks(asked)) return refused('complaint-step-lacks');
  if (asked.step === 'first-contact' && !apologises(asked.text)) return refused('first-contact-apologises');
  if (asked.step === 'first-contact' && !restates(asked.text, content)) return refused('first-contact-restates');
  if (asked.agreement && Date.parse(asked.agreement.at) > Date.parse(now)) return refused('agreement-lies-ahead');
  return { kind: 'taken', next: nextComplaintStep([...taken, asked]) };
}

function lacks({ step, text, severity, agreement, result }: NewComplaintStep): boolean {
  if (step === 'classify') return severity === undefined;
  if (step === 'agree') return agreement === undefined;
  if (step === 'follow-up') return result === undefined;
  return text.trim() === '';
}

/** Says some of the customer's own words back to them. */
function restates(text: string, content: string): boolean {
  const theirs = new Set(wordsOf(content).filter((word) => !/^[a-z]{1,3}$/.test(word)));
  const said = new Set(wordsOf(text));
  const common = [...theirs].filter((word) => said.has(word)).length;
  return common >= Math.min(2, theirs.size);
}

/** What somebody has filled in of a step, and what is sent of it. */
import type { Agreement, ComplaintStand, ComplaintStep, NewComplaintStep } from '@trunkline/contracts';

export type StepDraft = {
  text: string;
  severity: NonNullable<NewComplaintStep['severity']>;
  agreed: boolean | null;
  how: Agreement['how'];
  /** Of a field of date and time, in this machine's zone. */
  at: string;
  words: string;
  result: NonNullable<NewComplaintStep['result']> | null;
};

const minuteOf = (ms: number) => new Date(ms - new Date(ms).getTimezoneOffset() * 60_000).toISOString().slice(0, 16);

export function newDraft({ contactText }: ComplaintStand, step: ComplaintStep, now = Date.now()): StepDraft {
  const text = step === 'first-contact' ? contactText : '';
  return { text, severity: 'high', agreed: null, how: 'here', at: minuteOf(now), words: '', result: null };
}

export function isWhole(step: ComplaintStep, { text, agreed, at, words, result }: StepDraft): boolean {
  if (step === 'classify') return true;
  if (step === 'agree') return agreed !== null && at !== '' && words.trim() !== '';
  if (step === 'follow-up') return result !== null;
  return text.trim() !== '';
}

export function stepOf(step: ComplaintStep, draft: StepDraft): NewComplaintStep {
  const { severity, agreed, how, at, result } = draft;
  const [text, words] = [draft.text.trim(), draft.words.trim()];
  if (step === 'classify') return { step, text, severity };
  if (step === 'agree') {
    return { step, text: '', agreement: { agreed: agreed === true, how, at: new Date(at).toISOString(), words } };
  }
  if (step === 'follow-up' && result) return { step, text, result };
  return { step, text };
}

/** What the procedure wants next of a conversation, and why: the most pressing first. */
import type { Conversation, NextStep, PolicyV1 } from '@trunkline/contracts';
import { closingSteps } from '../closing/closing-steps.ts';
import { wrapUpSteps } from '../closing/wrap-up-steps.ts';
import { complaintStepsOf } from '../complaint/complaint-steps.ts';
import { formSteps } from '../form/form-steps.ts';
import { submissionSteps } from '../submission/submission-steps.ts';
import { consultSteps } from './consult-steps.ts';
import { transferSteps } from './transfer-steps.ts';

/** Reads the page alone: what a procedure knows of a conversation stands on its page. */
export type StepsOf = (page: Conversation, policy: PolicyV1) => NextStep[];

/** In the order in which they press: what is owed to a person's safety and anger comes before what tidies up. */
const procedures: readonly StepsOf[] = [
  submissionSteps,
  consultSteps,
  complaintStepsOf,
  formSteps,
  closingSteps,
  wrapUpSteps,
  transferSteps,
];

export function nextSteps(page: Conversation, policy: PolicyV1): NextStep[] {
  const steps = procedures.flatMap((stepsOf) => stepsOf(page, policy));
  return [...steps.filter(({ isRequired }) => isRequired), ...steps.filter(({ isRequired }) => !isRequired)];
}

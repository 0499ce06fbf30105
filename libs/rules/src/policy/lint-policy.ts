/** Finds what in a policy does not hold together, before it is published: each with its place and reason. */
import type { PolicyV1 } from '@trunkline/contracts';
import type { Fault } from './fault.ts';
import { lintCalendars } from './lint-calendars.ts';
import { lintDepartments } from './lint-departments.ts';
import { lintForms } from './lint-forms.ts';
import type { LintGiven } from './lint-given.ts';
import { lintGuides } from './lint-guides.ts';
import { lintLadder } from './lint-ladder.ts';
import { lintLimits } from './lint-limits.ts';
import { lintProcedures } from './lint-procedures.ts';
import { lintQueues } from './lint-queues.ts';
import { lintRouting } from './lint-routing.ts';
import { lintServing } from './lint-serving.ts';
import { lintTaxonomy } from './lint-taxonomy.ts';
import { lintTexts } from './lint-texts.ts';

/** Errors first; none of them where the policy holds. */
export function lintPolicy(policy: PolicyV1, given: LintGiven = {}): Fault[] {
  const found = [
    ...lintTaxonomy(policy, given.refusesPattern),
    ...lintRouting(policy),
    ...lintQueues(policy),
    ...(given.staff ? lintServing(policy, given.staff, given.inForce) : []),
    ...lintLimits(policy),
    ...lintLadder(policy, given),
    ...lintCalendars(policy),
    ...lintDepartments(policy, given.staff),
    ...lintForms(policy),
    ...lintGuides(policy),
    ...lintProcedures(policy),
    ...lintTexts(policy),
  ];
  return [...found.filter(isError), ...found.filter((fault) => !isError(fault))];
}

const isError = ({ severity }: Fault) => severity === 'error';

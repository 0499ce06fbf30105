/** Looks a policy through as somebody wrote it: schema, then rules, with the people who work here and what is in force. */
import { type PolicyProblem, type PolicyV1, readPolicy, type StaffV1, sayProblem } from '@trunkline/contracts';
import { Refusal } from '@trunkline/platform';
import { lintPolicy } from '@trunkline/rules';
import { refusePattern } from './refuse-pattern.ts';

/** Without the staff nothing is said of who could be served, without the targets' codes nothing of who hears. */
type Around = { staff?: StaffV1[]; targets?: string[]; inForce: PolicyV1 };
/** `policy` is null where the schema refuses it. */
export type Judged = { policy: PolicyV1 | null; problems: PolicyProblem[] };

export function judgePolicy(draft: unknown, { staff, targets, inForce }: Around): Judged {
  const read = readPolicy(draft);
  if (!read.ok) return { policy: null, problems: read.problems };
  const problems = lintPolicy(read.policy, { staff, targets, inForce, refusesPattern: refusePattern }).map(sayProblem);
  return { policy: read.policy, problems };
}

/** The policy where it holds; warnings are no obstacle. */
export function demandPolicy(draft: unknown, around: Around): PolicyV1 {
  const { policy, problems } = judgePolicy(draft, around);
  const errors = problems.filter(({ severity }) => severity === 'error');
  const [first] = errors;
  if (policy && !first) return policy;
  throw new Refusal('policy-does-not-hold', {
    values: { detail: first ? `${first.path}: ${first.en}` : '' },
    issues: errors.map(({ path, en, because }) => ({ path, message: en, because })),
  });
}

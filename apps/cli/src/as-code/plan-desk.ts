/** The whole plan of a file: everything is judged before the first write. Pure. */
import { sayProblem } from '@trunkline/contracts';
import { lintPolicy } from '@trunkline/rules';
import { stepsOf } from './file-steps.ts';
import type { Asked, Plan, Problem } from './plan.ts';
import { planPolicy } from './plan-policy.ts';
import { planRoster } from './plan-roster.ts';
import { planStaff } from './plan-staff.ts';

export function planDesk({ file, present, prune, refusesPattern }: Asked): Plan {
  const policy = planPolicy(file, present.policy, prune);
  const staff = planStaff(file, { present, policy: policy.wanted, prune });
  const roster = planRoster(file, { present, policy: policy.wanted, staff: staff.wanted });
  const differences = [...policy.differences, ...staff.differences, ...roster.differences];
  const given = { targets: present.targets, inForce: present.policy, refusesPattern };
  const changes = policy.differences.length > 0;
  const lint = (people: typeof staff.wanted) => (changes ? lintPolicy(policy.wanted, { ...given, staff: people }) : []);
  const found = lint(staff.wanted).map((fault): Problem => {
    const { path, severity, because, en } = sayProblem(fault);
    return { steps: stepsOf(file, path, policy.wanted), severity, because: because.code, sentence: en };
  });
  return {
    differences,
    onlyOnDesk: [...policy.onlyOnDesk, ...staff.onlyOnDesk],
    problems: [...policy.problems, ...found, ...staff.problems, ...roster.problems],
    policy: changes ? { base: present.policy.version, wanted: policy.wanted } : null,
    people: staff.people,
    peopleFirst: lint(present.staff).some(({ severity }) => severity === 'error'),
    days: roster.days,
  };
}

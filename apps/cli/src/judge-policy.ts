/** Looks a policy of a file through: schema, then rules, with the people of a list where one is given. */
import { type PolicyProblem, type PolicyV1, readPolicy, StaffV1, sayProblem } from '@trunkline/contracts';
import { lintPolicy } from '@trunkline/rules';
import { readJson } from './read-json.ts';
import { refusePattern } from './refuse-pattern.ts';
import { SaidNo, WrongUse } from './refused.ts';

export type Judged = { policy: PolicyV1 | null; problems: PolicyProblem[] };

export async function judgePolicy(name: string, staffFile?: string): Promise<Judged> {
  const read = readPolicy(await readJson(name));
  if (!read.ok) return { policy: null, problems: read.problems };
  const staff = staffFile === undefined ? undefined : await readStaff(staffFile);
  return {
    policy: read.policy,
    problems: lintPolicy(read.policy, { staff, refusesPattern: refusePattern }).map(sayProblem),
  };
}

/** The policy where it holds: what does not, never leaves this machine. */
export async function demandPolicy(name: string): Promise<PolicyV1> {
  const { policy, problems } = await judgePolicy(name);
  const errors = problems.filter(({ severity }) => severity === 'error');
  if (!policy || errors.length > 0) throw new SaidNo(errors.map(inWords).join('\n'), 'policy-does-not-hold');
  return policy;
}

export const inWords = ({ path, severity, en }: PolicyProblem): string =>
  `${severity} ${path === '' ? 'policy' : path}: ${en}`;

/** A list of records, or the answer of `GET /v1/staff`. */
async function readStaff(name: string): Promise<StaffV1[]> {
  const read = (await readJson(name)) as { items?: unknown };
  const { success, data } = StaffV1.array().safeParse(Array.isArray(read) ? read : read?.items);
  if (!success) throw new WrongUse(`${name} is not a list of staff records`);
  return data;
}

/** What the file makes of the policy in force. Pure. */
import { type DeskFile, type PolicyChange, type PolicyV1, policyParts, readPolicy } from '@trunkline/contracts';
import { comparePolicies, patchJson } from '@trunkline/rules';
import { stepsOf } from './file-steps.ts';
import type { OnlyOnDesk, Problem } from './plan.ts';
import { setAside } from './set-aside.ts';

export type PlannedPolicy = {
  wanted: PolicyV1;
  differences: PolicyChange[];
  onlyOnDesk: OnlyOnDesk[];
  problems: Problem[];
};

export function planPolicy(file: DeskFile, inForce: PolicyV1, prune: boolean): PlannedPolicy {
  const patch = patchOf(file);
  const { kept, extra } = setAside(inForce, patch);
  const read = readPolicy(patchJson(prune ? kept : inForce, patch));
  const onlyOnDesk = extra.map(({ path, names }) => ({ path: inFile(path), names }));
  if (!read.ok) {
    const problems = read.problems.map(({ path, en, because }): Problem => {
      return { steps: stepsOf(file, path, inForce), severity: 'error', sentence: en, because: because.code };
    });
    return { wanted: inForce, differences: [], onlyOnDesk, problems };
  }
  const wanted = { ...read.policy, version: inForce.version };
  const differences = comparePolicies(inForce, wanted).map((change) => ({ ...change, path: inFile(change.path) }));
  return { wanted, differences, onlyOnDesk, problems: [] };
}

const patchOf = ({ policy = {}, queues, calendars, departments }: DeskFile) => ({
  ...policy,
  ...(queues && { queues }),
  ...(calendars && { calendars }),
  ...(departments && { departments }),
});

/** A place of the policy as the file calls it. */
const inFile = (path: string) => (policyParts.some((part) => isIn(path, part)) ? path : `policy.${path}`);
const isIn = (path: string, part: string) =>
  path === part || path.startsWith(`${part}.`) || path.startsWith(`${part}[`);

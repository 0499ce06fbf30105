/** Where on the ladder a trigger begins, and whether it wakes people (`domain.md` §6). */
import type { PolicyV1, Trigger } from '@trunkline/contracts';
import { defaultPolicy } from '../policy/default-policy.ts';

export type BeginsAt =
  /** `after`: one below the first level that is told. */
  { kind: 'begins'; after: number } | { kind: 'off'; because: 'trigger-is-off' };
type Policy = { time: Pick<PolicyV1['time'], 'ladder' | 'triggers'> };

/** A level that the ladder does not have any more is its highest; nothing is lost between two versions. */
export function beginsAt(trigger: Trigger, policy: Policy): BeginsAt {
  const level = ruleOf(trigger, policy)?.level;
  if (level === null || level === undefined) return { kind: 'off', because: 'trigger-is-off' };
  const highest = Math.max(...policy.time.ladder.map((one) => one.level));
  return { kind: 'begins', after: Math.min(level, highest) - 1 };
}

export const wakes = (trigger: Trigger, policy: Policy): boolean => ruleOf(trigger, policy)?.wakes === true;

/** What a policy does not say is as it ships. */
const ruleOf = (trigger: Trigger, { time }: Policy) => time.triggers[trigger] ?? defaultPolicy.time.triggers[trigger];

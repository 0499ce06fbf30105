/** What a conversation asks of an agent at its ring: levels relax by one a ring, then another group may take it too. */
import type { PolicyV1, Queue } from '@trunkline/contracts';
import type { RememberedConversation } from './remembered.ts';

export type RequiredNow = {
  groups: string[];
  /** Skill and least level, by name of the skill. */
  skills: [string, number][];
};

const isLanguage = (skill: string) => skill.startsWith('lang-');
const ringsOfLevels = (requires: Record<string, number>) =>
  Math.max(0, ...Object.values(requires).map((level) => level - 1));

export const queueOf = (policy: PolicyV1, code: string): Queue | undefined =>
  policy.queues.find((one) => one.code === code);

/** `spoken`: languages that anybody of a group has; a desk that keeps none of them is not held up by them. */
export function requiredNow(
  conversation: Pick<RememberedConversation, 'queue' | 'requires' | 'ring'>,
  policy: PolicyV1,
  spoken: ReadonlySet<string> | undefined,
): RequiredNow {
  const { queue, requires, ring } = conversation;
  const widensTo = queueOf(policy, queue)?.widensTo ?? null;
  const isWidened = widensTo !== null && ring > ringsOfLevels(requires);
  const asked = Object.entries(requires).filter(([skill]) => !isLanguage(skill) || spoken?.has(skill));
  const skills = asked.map(([skill, level]): [string, number] => [skill, Math.max(1, level - ring)]);
  return {
    groups: isWidened ? [queue, widensTo] : [queue],
    skills: skills.sort(([a], [b]) => (a < b ? -1 : 1)),
  };
}

/** How often it may widen until nothing is left to give way. */
export function lastRing(requires: Record<string, number>, queue: Queue | undefined): number {
  return ringsOfLevels(requires) + (queue?.widensTo ? 1 : 0);
}

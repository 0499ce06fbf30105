/** What a conversation asks of an agent at its ring: levels relax by one a ring, then another group may take it too. */
import type { PolicyV1, Queue } from '@trunkline/contracts';
import type { RememberedConversation } from './remembered.ts';

export type RequiredNow = {
  groups: string[];
  /** Skill and least level, by name of the skill. */
  skills: [string, number][];
  /** The same, as decisions show it. */
  requires: Readonly<Record<string, number>>;
};

const isLanguage = (skill: string) => skill.startsWith('lang-');
function ringsOfLevels(requires: Record<string, number>): number {
  let rings = 0;
  for (const skill in requires) rings = Math.max(rings, requires[skill]! - 1);
  return rings;
}

export function queueOf({ queues }: PolicyV1, code: string): Queue | undefined {
  for (const one of queues) if (one.code === code) return one;
  return undefined;
}

/** The group that may take it in the last ring, unless that one takes nothing more. */
function widensTo(policy: PolicyV1, queue: Queue | undefined): string | null {
  const next = queue?.widensTo ? queueOf(policy, queue.widensTo) : undefined;
  return next && !next.archived && next !== queue ? next.code : null;
}

/** `spoken`: whether anybody of a group has a language; a desk that keeps none of it is not held up by it. */
export function requiredNow(
  { queue, requires, ring }: Pick<RememberedConversation, 'queue' | 'requires' | 'ring'>,
  policy: PolicyV1,
  spoken: (language: string) => boolean,
): RequiredNow {
  const next = widensTo(policy, queueOf(policy, queue));
  const isWidened = next !== null && ring > ringsOfLevels(requires);
  const asked = Object.entries(requires).filter(([skill]) => !isLanguage(skill) || spoken(skill));
  const skills = asked.map(([skill, level]): [string, number] => [skill, Math.max(1, level - ring)]);
  skills.sort(([a], [b]) => (a < b ? -1 : 1));
  return { groups: isWidened ? [queue, next] : [queue], skills, requires: Object.fromEntries(skills) };
}

/** How often it may widen until nothing is left to give way. */
export function lastRing(requires: Record<string, number>, policy: PolicyV1, queue: string): number {
  return ringsOfLevels(requires) + (widensTo(policy, queueOf(policy, queue)) === null ? 0 : 1);
}

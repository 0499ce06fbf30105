/** Queues that nobody of the staff could ever be given from: what comes in there would wait for good. */
import type { PolicyV1, Queue, StaffV1 } from '@trunkline/contracts';
import { type Fault, isOdd, isWrong } from './fault.ts';

/**
 * As routing sees it at its widest: levels relaxed to 1, the next queue's people too. An error only where this policy
 * brings it about: a queue that lost its last agent must not stand in the way of a change of something else.
 */
export function lintServing(policy: PolicyV1, staff: readonly StaffV1[], inForce?: PolicyV1): Fault[] {
  const people = staff.filter(({ active, role }) => active && (role === 'agent' || role === 'call-back-agent'));
  const unserved = new Set(inForce?.queues.flatMap((queue) => (why(queue, inForce, people) ? [queue.code] : [])));
  const isNew = people.length > 0 ? isWrong : isOdd;
  return [
    ...policy.queues.flatMap((queue, at) => {
      if (queue.archived) return [];
      const because = why(queue, policy, people);
      if (because) return [(unserved.has(queue.code) ? isOdd : isNew)(`queues[${at}]`, because, { queue: queue.code })];
      return lacksLevel(queue, at, people);
    }),
    ...groupsWithoutQueue(policy, people),
  ];
}

function why(queue: Queue, policy: PolicyV1, people: StaffV1[]): string | null {
  const members = people.filter(({ groups }) => groups.includes(queue.code) || groups.includes(queue.widensTo ?? ''));
  if (members.length === 0) return 'queue-without-agents';
  const skilled = members.filter((one) => Object.keys(queue.requires).every((skill) => isHad(skill, one, members)));
  if (skilled.length === 0) return 'queue-without-skilled-agent';
  const lightest = (one: StaffV1) =>
    Math.min(...Object.entries(policy.standards).map(([name, { weight }]) => (takes(one, name) ? weight : Infinity)));
  return skilled.some((one) => lightest(one) <= one.capacity) ? null : 'queue-without-room';
}

/** A language that nobody of the group has is asked of nobody. */
const isHad = (skill: string, one: StaffV1, members: StaffV1[]) =>
  (one.skills[skill] ?? 0) > 0 || (skill.startsWith('lang-') && !members.some(({ skills }) => skill in skills));

const takes = ({ standards }: StaffV1, name: string) =>
  standards.length === 0 || (standards as string[]).includes(name);

/** It is served, but only once it has widened. */
function lacksLevel({ code, requires }: Queue, at: number, people: StaffV1[]): Fault[] {
  return Object.entries(requires).flatMap(([skill, level]) => {
    const members = people.filter(({ groups }) => groups.includes(code));
    const best = Math.max(0, ...members.map(({ skills }) => skills[skill] ?? 0));
    const isAsked = best > 0 || !skill.startsWith('lang-');
    return best >= level || !isAsked
      ? []
      : [isOdd(`queues[${at}].requires.${skill}`, 'nobody-at-level', { skill, level, best })];
  });
}

function groupsWithoutQueue(policy: PolicyV1, people: StaffV1[]): Fault[] {
  const codes = new Set(policy.queues.map((queue) => queue.code));
  const strays = new Map<string, number>();
  for (const group of people.flatMap(({ groups }) => groups)) {
    if (!codes.has(group)) strays.set(group, (strays.get(group) ?? 0) + 1);
  }
  return [...strays].map(([queue, count]) => isOdd('queues', 'group-without-queue', { queue, count }));
}

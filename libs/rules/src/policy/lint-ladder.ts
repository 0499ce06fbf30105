/** A ladder on which somebody stands at every level who may hear of it, and triggers that lead onto it. */
import type { LadderLevel, PolicyV1, StaffV1 } from '@trunkline/contracts';
import { mayHear } from '../escalate/tell-whom.ts';
import { type Fault, isOdd, isWrong } from './fault.ts';
import type { LintGiven } from './lint-given.ts';

/** What cannot be known without staff or targets stays silent. */
export function lintLadder(policy: PolicyV1, { staff, inForce, targets }: LintGiven = {}): Fault[] {
  const { ladder } = policy.time;
  return [
    ...ladder.flatMap((level, at) => [
      ...lintOrder(ladder, at),
      ...(targets ? lintTargets(level, at, targets) : []),
      ...lintRole(level, at),
      ...(staff ? lintPerson(level, at, { staff, inForce }) : []),
    ]),
    ...lintTriggers(policy),
    ...(staff ? lintGroups(policy, staff) : []),
  ];
}

function lintOrder(ladder: readonly LadderLevel[], at: number): Fault[] {
  const level = ladder[at]?.level as number;
  const path = `time.ladder[${at}].level`;
  const before = ladder[at - 1];
  if (ladder.findIndex((one) => one.level === level) < at) return [isWrong(path, 'level-is-there-twice', { level })];
  return before && level < before.level ? [isWrong(path, 'level-out-of-order', { level, before: before.level })] : [];
}

function lintTargets({ notify }: LadderLevel, at: number, targets: readonly string[]): Fault[] {
  return notify.flatMap((target, nth) =>
    targets.includes(target)
      ? []
      : [isWrong(`time.ladder[${at}].notify[${nth}]`, 'level-notifies-nothing', { target })],
  );
}

function lintRole({ level, role }: LadderLevel, at: number): Fault[] {
  const isLead = role === undefined || role === 'supervisor' || role === 'administrator';
  return isLead ? [] : [isWrong(`time.ladder[${at}].role`, 'level-may-not-hear', { level })];
}

type People = { staff: readonly StaffV1[]; inForce: PolicyV1 | undefined };

/** Who left since it was published does not stand in the way of a change of something else. */
function lintPerson({ level, agentId }: LadderLevel, at: number, { staff, inForce }: People): Fault[] {
  if (agentId === undefined) return [];
  const isKnown = inForce?.time.ladder.some((one) => one.level === level && one.agentId === agentId);
  const say = isKnown ? isOdd : isWrong;
  const path = `time.ladder[${at}].agentId`;
  const person = staff.find(({ id }) => id === agentId);
  if (!person?.active) return [say(path, 'level-of-nobody', { level })];
  const hears = [...person.groups, ''].some((queue) => mayHear(person, queue));
  return hears ? [] : [say(path, 'level-may-not-hear', { level })];
}

function lintTriggers({ time: { ladder, triggers } }: PolicyV1): Fault[] {
  return Object.entries(triggers).flatMap(([name, { level }]) =>
    level === null || ladder.some((one) => one.level === level)
      ? []
      : [isWrong(`time.triggers.${name}.level`, 'no-such-level', { level })],
  );
}

/** Whoever is on the ladder for a group: its supervisors, administrators, a named person who watches it. */
function lintGroups({ queues, time: { ladder } }: PolicyV1, staff: readonly StaffV1[]): Fault[] {
  const isOn = (person: StaffV1) => ladder.some(({ role, agentId }) => role === person.role || agentId === person.id);
  return queues.flatMap(({ code, archived }, at) =>
    archived || staff.some((person) => isOn(person) && mayHear(person, code))
      ? []
      : [isOdd(`queues[${at}]`, 'group-nobody-hears', { queue: code })],
  );
}

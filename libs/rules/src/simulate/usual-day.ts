/** A day to begin with, where no record and no profile is given: nine people, chats and mails, busiest at noon. */
import type { AgentId, DayProfile, Flow, PolicyV1, StaffV1 } from '@trunkline/contracts';

/** Share of the busiest hour, from midnight on. */
const course = [3, 2, 1, 1, 1, 2, 4, 9, 40, 60, 85, 95, 100, 96, 92, 90, 80, 45, 38, 30, 9, 7, 6, 4];
const early = { from: 8 * 60, to: 17 * 60 };
const late = { from: 10 * 60, to: 20 * 60 };
const night = { from: 0, to: 1440 };
const shifts = [early, early, early, early, early, late, late, late, night];

/** Everybody is in every group that one of the policies knows, with every skill that one requires. */
export function usualDay(policies: readonly PolicyV1[]): DayProfile {
  const queues = policies.flatMap((policy) => policy.queues);
  const groups = [...new Set(queues.map((queue) => queue.code))];
  const skills = Object.fromEntries(queues.flatMap((queue) => Object.keys(queue.requires)).map((skill) => [skill, 5]));
  return {
    tz: 'UTC',
    flows: [flowOf('chat', 80, 900, 600), flowOf('mail', 24, 1200, null)],
    shifts: shifts.map((shift, at) => ({ record: personOf(at + 1, { groups, skills }), ...shift })),
    acceptSeconds: 4,
    missedShare: 0.02,
  };
}

function flowOf(
  standard: Flow['standard'],
  busiest: number,
  handlingSeconds: number,
  patienceSeconds: number | null,
): Flow {
  const perHour = course.map((share) => (busiest * share) / 100);
  return {
    standard,
    account: '',
    language: 'en',
    label: null,
    perHour,
    handlingSeconds,
    handlingSpread: 1,
    patienceSeconds,
  };
}

const personOf = (number: number, rest: Pick<StaffV1, 'groups' | 'skills'>): StaffV1 => ({
  ...rest,
  id: `00000000-0000-7000-8a00-${String(number).padStart(12, '0')}` as AgentId,
  email: `agent-${number}@desk.example`,
  name: `Agent ${number}`,
  number: String(number),
  phone: String(number),
  role: 'agent',
  language: 'en',
  capacity: 6,
  standards: [],
  active: true,
});

/** Who of the staff can serve a queue, and who would if it were not for one skill. */
import type { Queue, StaffV1 } from '@trunkline/contracts';

export type Serving = { able: StaffV1[]; lacking: { person: StaffV1; skill: string; level: number }[] };

const isLanguage = (skill: string) => skill.startsWith('lang-');

/** As the router reads staff records: agents of the group who have every skill at its level. */
export function whoServes({ code, requires }: Pick<Queue, 'code' | 'requires'>, staff: readonly StaffV1[]): Serving {
  const group = staff.filter(
    ({ active, role, groups }) => active && (role === 'agent' || role === 'call-back-agent') && groups.includes(code),
  );
  const serving: Serving = { able: [], lacking: [] };
  for (const person of group) {
    const lacks = Object.entries(requires).find(
      ([skill, level]) =>
        (person.skills[skill] ?? 0) < level && !(isLanguage(skill) && group.every((one) => !one.skills[skill])),
    );
    if (lacks) serving.lacking.push({ person, skill: lacks[0], level: lacks[1] });
    else if (person.capacity > 0) serving.able.push(person);
  }
  return serving;
}

/** Every skill that anything names: the catalogue, queues, people; in that order. */
export function knownSkills(
  { skills, queues }: { skills: { code: string }[]; queues: Pick<Queue, 'requires'>[] },
  staff: readonly Pick<StaffV1, 'skills'>[],
): string[] {
  const named = [...queues.map(({ requires }) => requires), ...staff.map((person) => person.skills)];
  return [...new Set([...skills.map(({ code }) => code), ...named.flatMap((levels) => Object.keys(levels)).sort()])];
}

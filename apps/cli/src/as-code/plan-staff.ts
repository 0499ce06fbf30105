/** Who is new, who changes, who goes, and what of it cannot be. Pure. */
import type { DeskFile, PersonInFile, PolicyChange, PolicyV1, StaffV1 } from '@trunkline/contracts';
import { isSameJson } from '@trunkline/rules';
import type { OnlyOnDesk, PersonStep, Present, Problem } from './plan.ts';

export type PlannedStaff = {
  /** Everybody as they would be; who is new goes by the e-mail. */
  wanted: StaffV1[];
  people: PersonStep[];
  differences: PolicyChange[];
  onlyOnDesk: OnlyOnDesk[];
  problems: Problem[];
};
type Around = { present: Present; policy: PolicyV1; prune: boolean };

export function planStaff({ staff: named }: DeskFile, around: Around): PlannedStaff {
  const { present, policy, prune } = around;
  const plan: PlannedStaff = { wanted: [...present.staff], people: [], differences: [], onlyOnDesk: [], problems: [] };
  if (!named) return plan;
  const known = new Map(present.staff.map((person) => [person.email.toLowerCase(), person]));
  const seen = new Set<string>();
  for (const [at, person] of named.entries()) {
    const wrong = (field: string, because: string, sentence: string) =>
      plan.problems.push({ steps: ['staff', at, field], severity: 'error', because, sentence });
    const key = person.email.toLowerCase();
    if (seen.has(key)) wrong('email', 'is-there-twice', `“${person.email}” is there twice.`);
    seen.add(key);
    for (const group of person.groups ?? [])
      if (!policy.queues.some(({ code }) => code === group))
        wrong('groups', 'no-such-queue', `There is no queue “${group}”.`);
    for (const skill of Object.keys(person.skills ?? {}))
      if (policy.skills.length > 0 && !skill.startsWith('lang-') && !policy.skills.some(({ code }) => code === skill))
        wrong('skills', 'no-such-skill', `There is no skill “${skill}”.`);
    const held = known.get(key);
    if (held) change(plan, held, person);
    else if (person.active !== false) {
      for (const field of ['name', 'number', 'role'] as const)
        if (person[field] === undefined) wrong(field, 'field-is-missing', `Somebody new needs a ${field}.`);
      add(plan, person, policy);
    }
  }
  setPeopleAside(plan, { seen, present, prune });
  judgeWhoRuns(plan, { named, present });
  return plan;
}

function add(plan: PlannedStaff, person: PersonInFile, policy: PolicyV1): void {
  const { languages: _, active: __, ...told } = person;
  const body = {
    ...{ name: '', number: '', role: 'agent' as const, language: 'en' as const, groups: [], standards: [] },
    ...{ capacity: policy.assignment.defaultCapacity, ...told, skills: skillsOf(person) ?? {} },
  };
  plan.people.push({ kind: 'add', email: person.email, body });
  plan.differences.push({ path: `staff[${person.email}]`, kind: 'added', to: body });
  plan.wanted.push({ ...body, id: person.email as StaffV1['id'], active: true });
}

/** Who stands in the file works here, unless it says otherwise. */
function change(plan: PlannedStaff, held: StaffV1, person: PersonInFile): void {
  const { email: _, languages: __, skills: ___, ...told } = person;
  const wanted: Partial<StaffV1> = { active: true, ...told };
  const skills = skillsOf(person, held.skills);
  if (skills) wanted.skills = skills;
  const body: Record<string, unknown> = {};
  for (const [field, value] of Object.entries(wanted)) {
    const was = held[field as keyof StaffV1];
    if (value === undefined || isSameJson(inOrder(was), inOrder(value))) continue;
    body[field] = value;
    plan.differences.push({ path: `staff[${held.email}].${field}`, kind: 'changed', from: was, to: value });
  }
  if (Object.keys(body).length === 0) return;
  plan.people.push({ kind: 'change', email: held.email, id: held.id, body });
  plan.wanted = plan.wanted.map((one) => (one.id === held.id ? { ...one, ...body } : one));
}

/** `skills` are all of them, with `languages` beside; `languages` alone leave the others as they are. */
function skillsOf({ skills, languages }: PersonInFile, held: StaffV1['skills'] = {}): StaffV1['skills'] | undefined {
  if (!skills && !languages) return undefined;
  const spoken = Object.entries(languages ?? {}).map(([code, level]) => [`lang-${code}`, level]);
  const others = Object.entries(held).filter(([skill]) => !skill.startsWith('lang-'));
  return { ...(skills ?? Object.fromEntries(others)), ...Object.fromEntries(spoken) };
}

/** Pruning ends somebody's work here; it deletes nobody, and never who asks. */
function setPeopleAside(
  plan: PlannedStaff,
  { seen, present, prune }: { seen: ReadonlySet<string>; present: Present; prune: boolean },
): void {
  const extra = present.staff.filter(({ email, active }) => active && !seen.has(email.toLowerCase()));
  if (extra.length > 0) plan.onlyOnDesk.push({ path: 'staff', names: extra.map(({ email }) => email) });
  if (!prune) return;
  for (const { id, email } of extra) {
    if (id === present.asks) continue;
    plan.people.push({ kind: 'deactivate', email, id });
    plan.differences.push({ path: `staff[${email}].active`, kind: 'changed', from: true, to: false });
    plan.wanted = plan.wanted.map((one) => (one.id === id ? { ...one, active: false } : one));
  }
}

function judgeWhoRuns(plan: PlannedStaff, { named, present }: { named: PersonInFile[]; present: Present }): void {
  const runs = (person: StaffV1 | undefined) => person?.active === true && person.role === 'administrator';
  const asks = (staff: StaffV1[]) => staff.find(({ id }) => id === present.asks);
  const at = named.findIndex(({ email }) => email.toLowerCase() === asks(present.staff)?.email.toLowerCase());
  const wrong = (because: string, sentence: string) =>
    plan.problems.push({ steps: at < 0 ? ['staff'] : ['staff', at], severity: 'error', because, sentence });
  if (!plan.wanted.some(runs)) wrong('last-administrator', 'No administrator would be left.');
  else if (runs(asks(present.staff)) && !runs(asks(plan.wanted)))
    wrong('is-who-asks', 'Who applies the file cannot take their own rights away with it.');
}

const inOrder = (value: unknown) => (Array.isArray(value) ? [...value].sort() : value);

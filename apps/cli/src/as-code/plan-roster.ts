/** Which days of shifts change, and what of them cannot be. Pure. */
import {
  type DayInFile,
  type DeskFile,
  type PolicyChange,
  type PolicyV1,
  type StaffV1,
  sayReason,
} from '@trunkline/contracts';
import { instantOf, isSameJson, judgeShifts, type ShiftOf, zoneOf } from '@trunkline/rules';
import type { DayStep, PlannedShift, Present, Problem } from './plan.ts';

export type PlannedRoster = { days: DayStep[]; differences: PolicyChange[]; problems: Problem[] };
type Around = { present: Present; policy: PolicyV1; staff: StaffV1[] };
const dayMs = 86_400_000;

export function planRoster({ roster = [] }: DeskFile, { present, policy, staff }: Around): PlannedRoster {
  const plan: PlannedRoster = { days: [], differences: [], problems: [] };
  const people = new Map(staff.map((person) => [person.email.toLowerCase(), person]));
  const emails = new Map(staff.map(({ id, email }) => [id, email.toLowerCase()]));
  const judged: { shift: ShiftOf; steps: Problem['steps'] }[] = [];
  for (const [at, day] of roster.entries()) {
    const shifts = readShifts(day, zoneOf(policy, day.queue) ?? 'UTC');
    for (const [nth, { email, ...shift }] of shifts.entries()) {
      const agentId = people.get(email)?.id ?? (email as StaffV1['id']);
      const { queue, date } = day;
      judged.push({ shift: { ...shift, queue, date, agentId }, steps: ['roster', at, 'shifts', nth] });
    }
    const held = present.roster.find(({ queue, date }) => queue === day.queue && date === day.date);
    const was = inOrder(
      (held?.shifts ?? []).map(({ agentId, ...rest }) => ({ ...rest, email: emails.get(agentId) ?? agentId })),
    );
    if (isSameJson(was, inOrder(shifts))) continue;
    plan.days.push({ queue: day.queue, date: day.date, version: held?.version ?? 0, shifts });
    plan.differences.push({
      path: `roster[${day.queue} ${day.date}]`,
      kind: 'changed',
      from: was,
      to: inOrder(shifts),
    });
  }
  const around = { policy, people: new Map(staff.map((person) => [person.id, person])) };
  for (const { index, because } of judgeShifts(
    judged.map(({ shift }) => shift),
    around,
  )) {
    const { steps } = judged[index]!;
    plan.problems.push({
      steps,
      severity: 'error',
      because: because.code,
      sentence: sayReason(because.code, 'en', because.values),
    });
  }
  return plan;
}

/** A shift that ends before it begins is a night's. */
function readShifts({ date, shifts }: DayInFile, tz: string): PlannedShift[] {
  const midnight = Date.parse(`${date}T00:00Z`);
  const at = (clock: string, later = 0) => {
    const [hours, minutes] = clock.split(':').map(Number) as [number, number];
    return new Date(instantOf(tz, midnight + later + (hours * 60 + minutes) * 60_000)).toISOString();
  };
  return shifts.map(({ person, from, to, supervises }) => {
    const ends = to <= from ? at(to, dayMs) : at(to);
    return { email: person.toLowerCase(), from: at(from), to: ends, supervises };
  });
}

const inOrder = (shifts: PlannedShift[]) =>
  [...shifts]
    .map(({ email, from, to, supervises }) => ({ email, from: instant(from), to: instant(to), supervises }))
    .sort((a, b) => (a.from + a.email < b.from + b.email ? -1 : 1));
const instant = (text: string) => new Date(text).toISOString();

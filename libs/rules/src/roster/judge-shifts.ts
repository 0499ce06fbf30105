/** Says what of a group's shifts cannot be: who does not belong there, what ends before it begins, what overlaps. */
import type { AgentId, Because, PolicyV1, ReasonCode, RosterShift, StaffV1 } from '@trunkline/contracts';
import { offsetAt } from '../deadline/zone-offsets.ts';

export const mostShifts = 500;
const longestHours = 24;
const hourMs = 3_600_000;

export type ShiftOf = RosterShift & { queue: string; date: string };
export type ShiftFault = { index: number; because: Because };
export type Around = { policy: Pick<PolicyV1, 'queues' | 'calendars'>; people: ReadonlyMap<AgentId, StaffV1> };

/** Of shifts of any groups and days; `index` names the shift among those given. */
export function judgeShifts(shifts: readonly ShiftOf[], around: Around): ShiftFault[] {
  return [
    ...shifts.flatMap((shift, index) => judgeOne(shift, around).map((because) => ({ index, because }))),
    ...findOverlaps(shifts, around),
    ...findTooMany(shifts),
  ];
}

/** The zone in which a group's days are counted; undefined where there is no such group. */
export function zoneOf(policy: Around['policy'], queue: string): string | undefined {
  const found = policy.queues.find(({ code }) => code === queue);
  return found && (policy.calendars[found.calendar]?.tz ?? 'UTC');
}

/** The day of an instant in a zone. */
export const dayIn = (tz: string, at: number): string => new Date(at + offsetAt(tz, at)).toISOString().slice(0, 10);

function judgeOne({ queue, date, agentId, from, to, supervises }: ShiftOf, { policy, people }: Around): Because[] {
  const tz = zoneOf(policy, queue);
  if (tz === undefined) return [say('no-such-queue', { queue })];
  const person = people.get(agentId);
  if (!person?.active) return [say('no-such-person', { person: person?.name ?? agentId })];
  const faults: Because[] = [];
  const leads = person.role === 'supervisor' || person.role === 'administrator';
  if (!person.groups.includes(queue) && person.role !== 'administrator')
    faults.push(say('not-in-group', { person: person.name, queue }));
  if (supervises && !leads) faults.push(say('cannot-supervise', { person: person.name }));
  const [begins, ends] = [Date.parse(from), Date.parse(to)];
  if (ends <= begins) faults.push(say('shift-ends-first'));
  // a night in which the clocks are put back is an hour longer
  else if (ends - begins > (longestHours + 1) * hourMs) faults.push(say('shift-too-long', { hours: longestHours }));
  if (dayIn(tz, begins) !== date) faults.push(say('shift-begins-elsewhere', { date, tz }));
  return faults;
}

/** Also over midnight into the group's next day. */
function findOverlaps(shifts: readonly ShiftOf[], { people }: Around): ShiftFault[] {
  const faults: ShiftFault[] = [];
  const lastOf = new Map<string, number>();
  const inOrder = shifts
    .map(({ queue, agentId, from, to }, index) => ({
      index,
      of: `${queue} ${agentId}`,
      agentId,
      from: Date.parse(from),
      to: Date.parse(to),
    }))
    .sort((a, b) => a.from - b.from || a.index - b.index);
  for (const { index, of, agentId, from, to } of inOrder) {
    const busyUntil = lastOf.get(of) ?? Number.NEGATIVE_INFINITY;
    const person = people.get(agentId)?.name ?? agentId;
    if (from < busyUntil) faults.push({ index, because: say('shift-overlaps', { person }) });
    lastOf.set(of, Math.max(busyUntil, to));
  }
  return faults;
}

function findTooMany(shifts: readonly ShiftOf[]): ShiftFault[] {
  const count = new Map<string, number>();
  return shifts.flatMap(({ queue, date }, index) => {
    const nth = (count.get(`${queue}:${date}`) ?? 0) + 1;
    count.set(`${queue}:${date}`, nth);
    return nth === mostShifts + 1 ? [{ index, because: say('too-many-shifts', { limit: mostShifts }) }] : [];
  });
}

const say = (code: ReasonCode, values: Because['values'] = {}): Because => ({ code, values });

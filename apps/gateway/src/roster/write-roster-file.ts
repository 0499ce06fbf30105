/** Writes days of the roster as CSV that reads as the same days again. Pure. */
import type { AgentId, PolicyV1, RosterDayV1, StaffV1 } from '@trunkline/contracts';
import { instantOf, offsetAt, zoneOf } from '@trunkline/rules';
import { columns } from './read-roster-file.ts';

type Around = { policy: Pick<PolicyV1, 'queues' | 'calendars'>; people: ReadonlyMap<AgentId, StaffV1> };
const dayMs = 86_400_000;

/** People are named by e-mail, which is theirs alone. Who is not known any more is left out: nobody could read them in. */
export function writeRosterFile(days: readonly RosterDayV1[], { policy, people }: Around): string {
  const lines = days.flatMap(({ queue, date, shifts }) =>
    shifts.flatMap(({ agentId, from, to, supervises }) => {
      const person = people.get(agentId);
      if (!person?.active) return [];
      const times = writeTimes(Date.parse(from), Date.parse(to), { date, tz: zoneOf(policy, queue) ?? 'UTC' });
      return [[date, queue, person.email, ...times, supervises ? 'yes' : ''].map(quote).join(',')];
    }),
  );
  return [columns.join(','), ...lines, ''].join('\r\n');
}

/** Local times; a whole instant where they would be read as another one. */
function writeTimes(from: number, to: number, { date, tz }: { date: string; tz: string }): [string, string] {
  const midnight = Date.parse(`${date}T00:00Z`);
  const local = (at: number) => new Date(at + offsetAt(tz, at)).toISOString();
  const isPlain = (at: number, day: number) =>
    local(at).endsWith(':00.000Z') && instantOf(tz, day + (Date.parse(local(at)) % dayMs)) === at;
  const clock = (at: number) => local(at).slice(11, 16);
  const nextDay = clock(to) <= clock(from) ? dayMs : 0;
  return [
    isPlain(from, midnight) ? clock(from) : new Date(from).toISOString(),
    isPlain(from, midnight) && isPlain(to, midnight + nextDay) ? clock(to) : new Date(to).toISOString(),
  ];
}

/** A cell that begins like a formula is not calculated by whoever opens the file. */
function quote(cell: string): string {
  const safe = /^[=+\-@]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

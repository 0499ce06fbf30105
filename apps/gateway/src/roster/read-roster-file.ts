/** Reads a roster's CSV into days of shifts; every line that cannot be is named with its reason. Pure. */
import type { AgentId, Because, PolicyV1, ReasonCode, RosterDayV1, StaffV1 } from '@trunkline/contracts';
import { instantOf, judgeShifts, type ShiftOf, zoneOf } from '@trunkline/rules';
import { type CsvRow, readCsv } from './read-csv.ts';

export type FileFault = { line: number; because: Because; value: string };
export type RosterRead = { days: RosterDayV1[]; faults: FileFault[] };
export type ReadAround = { policy: PolicyV1; staff: readonly StaffV1[]; mayChange(queue: string): boolean };

export const columns = ['date', 'group', 'person', 'from', 'to', 'supervises'] as const;
type Column = (typeof columns)[number];
/** What a desk's own sheet may call them. */
const names: Record<string, Column> = {
  ...Object.fromEntries(columns.map((column) => [column, column])),
  ...{
    日期: 'date',
    技能组: 'group',
    组: 'group',
    人员: 'person',
    工号: 'person',
    开始: 'from',
    结束: 'to',
    主管: 'supervises',
  },
};
const yes = /^(yes|y|true|1|x|是)$/i;
const no = /^(no|n|false|0|否|)$/i;
const dayMs = 86_400_000;
/** A thousand people over a month; reading more would hold up whoever else is served. */
const mostLines = 40_000;
export const mostFaults = 1_000;

export function readRosterFile(text: string, around: ReadAround): RosterRead {
  const read = readCsv(text);
  if (!read.ok) return { days: [], faults: [{ line: read.line, because: say('quote-stays-open'), value: '' }] };
  const [head, ...rows] = read.rows;
  const order = head?.cells.map((cell) => names[cell.toLowerCase()]);
  if (!head || !order || columns.some((column) => column !== 'supervises' && !order.includes(column))) {
    const because = say('wrong-columns', { columns: columns.join(',') });
    return { days: [], faults: [{ line: head?.line ?? 1, because, value: head?.cells.join(',').slice(0, 200) ?? '' }] };
  }
  if (rows.length > mostLines) {
    const because = say('too-many-lines', { limit: mostLines });
    return { days: [], faults: [{ line: rows[mostLines]!.line, because, value: String(rows.length) }] };
  }
  return readRows(
    rows.map((row) => ({ row, cell: (column: Column) => row.cells[order.indexOf(column)] ?? '' })),
    around,
  );
}

type Line = { row: CsvRow; cell(column: Column): string };

function readRows(lines: Line[], around: ReadAround): RosterRead {
  const faults: FileFault[] = [];
  const find = { person: personBy(around.staff), group: groupBy(around.policy) };
  const shifts: (ShiftOf & { line: Line })[] = [];
  for (const line of lines) {
    if (faults.length >= mostFaults) break;
    const read = readLine(line, { ...around, find });
    if ('because' in read) faults.push({ line: line.row.line, ...read });
    else shifts.push({ ...read, line });
  }
  const people = new Map(around.staff.map((person) => [person.id, person]));
  for (const { index, because } of judgeShifts(shifts, { policy: around.policy, people })) {
    const { line } = shifts[index]!;
    faults.push({ line: line.row.line, because, value: line.row.cells.join(',').slice(0, 200) });
  }
  faults.sort((a, b) => a.line - b.line);
  return faults.length > 0 ? { days: [], faults: faults.slice(0, mostFaults) } : { days: gatherDays(shifts), faults };
}

type Find = { person(text: string): StaffV1 | ReasonCode; group(text: string): string | undefined };

function readLine(
  { cell }: Line,
  { policy, mayChange, find }: ReadAround & { find: Find },
): ShiftOf | Omit<FileFault, 'line'> {
  const fault = (code: ReasonCode, value: string, values: Because['values'] = { value }) => ({
    because: say(code, values),
    value: value.slice(0, 200),
  });
  const [date, group, who] = [cell('date'), cell('group'), unguard(cell('person'))];
  if (!isDate(date)) return fault('no-such-date', date);
  const queue = find.group(group);
  if (queue === undefined) return fault('no-such-queue', group, { queue: group });
  if (!mayChange(queue)) return fault('not-your-group', group, {});
  const person = find.person(who);
  if (typeof person === 'string') return fault(person, who, { person: who });
  const tz = zoneOf(policy, queue)!;
  const from = readTime(cell('from'), { date, tz });
  if (from === null) return fault('no-such-time', cell('from'));
  let to = readTime(cell('to'), { date, tz });
  if (to === null) return fault('no-such-time', cell('to'));
  // a night shift: the same clock, a day later
  if (to <= from && isClock(cell('to'))) to = readTime(cell('to'), { date: dayAfter(date), tz })!;
  const supervises = cell('supervises');
  if (!yes.test(supervises) && !no.test(supervises)) return fault('not-yes-or-no', supervises);
  const [begins, ends] = [new Date(from).toISOString(), new Date(to).toISOString()];
  return { queue, date, agentId: person.id, from: begins, to: ends, supervises: yes.test(supervises) };
}

const isDate = (text: string) =>
  /^20\d\d-\d\d-\d\d$/.test(text) && new Date(`${text}T00:00Z`).toJSON()?.startsWith(text) === true;
const dayAfter = (date: string) => new Date(Date.parse(`${date}T00:00Z`) + dayMs).toISOString().slice(0, 10);
const isClock = (text: string) => /^([01]?\d|2[0-3]):[0-5]\d$|^24:00$/.test(text);

/** A local time of day, or a whole instant where local time would not say which (the hour that comes twice). */
function readTime(text: string, { date, tz }: { date: string; tz: string }): number | null {
  if (/^20\d\d-\d\d-\d\dT[\d:.]+(Z|[+-]\d\d:\d\d)$/.test(text))
    return Number.isNaN(Date.parse(text)) ? null : Date.parse(text);
  if (!isClock(text)) return null;
  const [hours, minutes] = text.split(':').map(Number) as [number, number];
  return instantOf(tz, Date.parse(`${date}T00:00Z`) + (hours * 60 + minutes) * 60_000);
}

/** By e-mail, else by number where only one active person has it. */
function personBy(staff: readonly StaffV1[]): Find['person'] {
  const active = staff.filter((person) => person.active);
  const byEmail = new Map(active.map((person) => [person.email.toLowerCase(), person]));
  const byNumber = new Map<string, StaffV1 | null>();
  for (const person of active) byNumber.set(person.number, byNumber.has(person.number) ? null : person);
  return (text) => {
    const found = byEmail.get(text.toLowerCase()) ?? byNumber.get(text);
    return found ?? (found === null ? 'person-is-ambiguous' : 'no-such-person');
  };
}

/** By code, or by name in either language. */
function groupBy({ queues }: PolicyV1): Find['group'] {
  const codes = new Map(
    queues.flatMap(({ code, name }) => [name.zh, name.en, code].map((each) => [each.toLowerCase(), code])),
  );
  return (text) => codes.get(text.toLowerCase());
}

function gatherDays(shifts: readonly ShiftOf[]): RosterDayV1[] {
  const days = new Map<string, RosterDayV1>();
  for (const { queue, date, agentId, from, to, supervises } of shifts) {
    const day = days.get(`${queue}:${date}`) ?? { queue, date, shifts: [] };
    days.set(`${queue}:${date}`, day);
    day.shifts.push({ agentId: agentId as AgentId, from, to, supervises });
  }
  return [...days.values()];
}

/** What the export put before a cell that a spreadsheet would calculate. */
const unguard = (text: string) => text.replace(/^'(?=[=+\-@])/, '');
const say = (code: ReasonCode, values: Because['values'] = {}): Because => ({ code, values });

/** How far a zone's clocks are from UTC at an instant: found by `Intl` once per zone and year, then looked up. */

/** Instants (ms) from which an offset (ms, east positive) holds; the first holds from the year's begin. */
type Changes = { from: number[]; offset: number[]; changes: ClockChange[] };
type Zone = { format: Intl.DateTimeFormat; years: Map<number, Changes> };

const zones = new Map<string, Zone>();
const week = 7 * 86_400_000;

/** Is there such a zone? Every other function here expects that there is. */
export function isZone(tz: string): boolean {
  try {
    return zoneOf(tz) !== undefined;
  } catch {
    return false;
  }
}

export function offsetAt(tz: string, at: number): number {
  const { from, offset } = changesOf(zoneOf(tz), new Date(at).getUTCFullYear());
  let index = from.length - 1;
  while (index > 0 && (from[index] as number) > at) index -= 1;
  return offset[index] as number;
}

/**
 * The instant of a local time, given as if it were UTC. A time that the clocks skip is taken by the offset before,
 * one they show twice is the first.
 */
export function instantOf(tz: string, local: number): number {
  const before = offsetAt(tz, local - 86_400_000);
  const after = offsetAt(tz, local + 86_400_000);
  if (before === after || offsetAt(tz, local - before) === before) return local - before;
  return offsetAt(tz, local - after) === after ? local - after : local - before;
}

/** The instants of a year at which the clocks are put forward or back, with the offsets before and after. */
export type ClockChange = { at: number; before: number; after: number };

export function changesIn(tz: string, year: number): readonly ClockChange[] {
  return changesOf(zoneOf(tz), year).changes;
}

function zoneOf(tz: string): Zone {
  let zone = zones.get(tz);
  if (!zone) {
    const format = new Intl.DateTimeFormat('en-US', {
      timeZone: tz,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    zone = { format, years: new Map() };
    zones.set(tz, zone);
  }
  return zone;
}

function changesOf(zone: Zone, year: number): Changes {
  let changes = zone.years.get(year);
  if (!changes) {
    changes = findChanges(zone.format, year);
    zone.years.set(year, changes);
  }
  return changes;
}

/** Looks once a week, and halves the week in which something changed down to the second. */
function findChanges(format: Intl.DateTimeFormat, year: number): Changes {
  const end = Date.UTC(year + 1, 0, 1);
  let at = Date.UTC(year, 0, 1);
  const changes: Changes = { from: [at], offset: [readOffset(format, at)], changes: [] };
  while (at < end) {
    const next = Math.min(at + week, end);
    const known = changes.offset.at(-1) as number;
    const there = readOffset(format, next);
    if (there !== known) {
      const change = { at: findChange(format, at, next, known), before: known, after: there };
      changes.from.push(change.at);
      changes.offset.push(there);
      changes.changes.push(change);
    }
    at = next;
  }
  return changes;
}

function findChange(format: Intl.DateTimeFormat, from: number, to: number, known: number): number {
  let [same, changed] = [from, to];
  while (changed - same > 1000) {
    const middle = Math.floor((same + changed) / 2000) * 1000;
    if (readOffset(format, middle) === known) same = middle;
    else changed = middle;
  }
  return changed;
}

function readOffset(format: Intl.DateTimeFormat, at: number): number {
  const part: Record<string, number> = {};
  for (const { type, value } of format.formatToParts(at)) part[type] = Number(value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part;
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(at / 1000) * 1000;
}

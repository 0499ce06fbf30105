/** How far a zone's clocks are from UTC at an instant: found by `Intl` once per zone and year, then looked up. */

/** A stretch (ms, half open) through which a zone's clocks run evenly; `offset`: ms, east positive. Cut at each new year too. */
export type Era = { from: number; to: number; offset: number };
type Zone = { format: Intl.DateTimeFormat; years: Map<number, Era[]>; last: Era };

const zones = new Map<string, Zone>();
const week = 7 * 86_400_000;
const none: Era = { from: 0, to: 0, offset: 0 };

/** Is there such a zone? Every other function here expects that there is. */
export function isZone(tz: string): boolean {
  try {
    return zoneOf(tz) !== undefined;
  } catch {
    return false;
  }
}

export function eraAt(tz: string, at: number): Era {
  const zone = zoneOf(tz);
  if (at >= zone.last.from && at < zone.last.to) return zone.last;
  const eras = erasOf(zone, new Date(at).getUTCFullYear());
  zone.last = eras.find(({ to }) => at < to) as Era;
  return zone.last;
}

export const offsetAt = (tz: string, at: number): number => eraAt(tz, at).offset;

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
    zone = { format, years: new Map(), last: none };
    zones.set(tz, zone);
  }
  return zone;
}

function erasOf(zone: Zone, year: number): Era[] {
  let eras = zone.years.get(year);
  if (!eras) {
    eras = findEras(zone.format, year);
    zone.years.set(year, eras);
  }
  return eras;
}

/** Looks once a week, and halves the week in which something changed down to the second. */
function findEras(format: Intl.DateTimeFormat, year: number): Era[] {
  const end = Date.UTC(year + 1, 0, 1);
  const begin = Date.UTC(year, 0, 1);
  let era: Era = { from: begin, to: end, offset: readOffset(format, begin) };
  const eras = [era];
  for (let at = begin; at < end; ) {
    const next = Math.min(at + week, end - 1000);
    const there = readOffset(format, next);
    if (there !== era.offset) {
      era.to = findChange(format, at, next, era.offset);
      era = { from: era.to, to: end, offset: there };
      eras.push(era);
    }
    at = at + week;
  }
  return eras;
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

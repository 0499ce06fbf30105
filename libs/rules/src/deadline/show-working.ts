/** Shows how a deadline came about: which stretches counted, what was skipped, and why. */
import type { Calendar, Deadline } from '@trunkline/contracts';
import { dateAt, stretchesOf } from './open-hours.ts';
import { isHoliday, type ReadCalendar, readCalendar, spansBeforeBreaks } from './read-calendar.ts';
import { instantOf } from './zone-offsets.ts';

export type Pause = readonly [from: number, to: number];
type Because = Deadline['working'][number]['because'];
type Piece = { from: number; to: number; because: Because };

const day = 86_400_000;

/** Every moment from `start` to `due` stands in exactly one step; what counted adds up to the limit. */
export function showWorking(
  calendar: Calendar,
  start: number,
  due: number,
  pauses: readonly Pause[] = [],
): Deadline['working'] {
  const read = readCalendar(calendar);
  if (!read.ok || due <= start) return [];
  const pieces: Piece[] = [];
  const last = dateAt(read.calendar, due);
  for (let date = dateAt(read.calendar, start); date <= last; date += 1) {
    for (const piece of piecesOf(read.calendar, date)) {
      const clipped = { ...piece, from: Math.max(piece.from, start), to: Math.min(piece.to, due) };
      if (clipped.to > clipped.from) for (const part of aroundPauses(clipped, pauses)) append(pieces, part);
    }
  }
  return pieces.map(({ from, to, because }) => ({
    from: new Date(from).toISOString(),
    to: new Date(to).toISOString(),
    seconds: (to - from) / 1000,
    counted: because === 'open' || because === 'special',
    because,
  }));
}

function piecesOf(read: ReadCalendar, date: number): Piece[] {
  const begin = instantOf(read.tz, date * day);
  const end = instantOf(read.tz, (date + 1) * day);
  if (isHoliday(read, date)) return [{ from: begin, to: end, because: 'holiday' }];
  const open: Because = read.special.has(date) ? 'special' : 'open';
  const pieces: Piece[] = [];
  let at = begin;
  for (const [from, to] of stretchesOf(read, date)) {
    pieces.push(...gap(read, date, at, from), { from, to, because: open });
    at = to;
  }
  return [...pieces, ...gap(read, date, at, end)];
}

/** What lies between open stretches is a break where the hours alone would have been open. */
function gap(read: ReadCalendar, date: number, from: number, to: number): Piece[] {
  const hours = spansBeforeBreaks(read, date).map(([open, close]) => [
    instantOf(read.tz, date * day + open * 1000),
    instantOf(read.tz, date * day + close * 1000),
  ]);
  const cuts = [from, ...hours.flat().filter((cut) => cut > from && cut < to), to].sort((a, b) => a - b);
  return cuts.slice(1).map((cut, index) => {
    const begin = cuts[index] as number;
    const isBreak = hours.some(([open = 0, close = 0]) => open <= begin && cut <= close);
    return { from: begin, to: cut, because: isBreak ? 'break' : 'closed' };
  });
}

function aroundPauses(piece: Piece, pauses: readonly Pause[]): Piece[] {
  if (piece.because !== 'open' && piece.because !== 'special') return [piece];
  const parts: Piece[] = [];
  let at = piece.from;
  for (const [from, to] of pauses) {
    if (to <= at || from >= piece.to) continue;
    if (from > at) parts.push({ ...piece, from: at, to: from });
    parts.push({ from: Math.max(at, from), to: Math.min(to, piece.to), because: 'paused' });
    at = Math.min(to, piece.to);
  }
  if (at < piece.to) parts.push({ ...piece, from: at });
  return parts;
}

function append(pieces: Piece[], piece: Piece): void {
  const last = pieces.at(-1);
  if (last && last.because === piece.because && last.to === piece.from) last.to = piece.to;
  else pieces.push({ ...piece });
}

/** Instants as text and as ms. Most are of the same day, so the day is worked out once and the rest is counted. */

const dayMs = 86_400_000;
const two = (value: number) => String(value).padStart(2, '0');
/** The time of a day in three parts: `10:30:`, `05.`, `250Z`. */
const minutes = Array.from({ length: 1440 }, (_, value) => `${two(Math.floor(value / 60))}:${two(value % 60)}:`);
const seconds = Array.from({ length: 60 }, (_, value) => `${two(value)}.`);
const milliseconds = Array.from({ length: 1000 }, (_, value) => `${String(value).padStart(3, '0')}Z`);
const length = '2026-01-05T10:00:00.000Z'.length;
const zero = 48;

let day = Number.NaN;
let date = '';

function turnTo(newDay: number): void {
  if (newDay === day) return;
  date = new Date(newDay * dayMs).toISOString().slice(0, -'10:00:00.000Z'.length);
  day = newDay;
}

export function isoOf(instant: number): string {
  turnTo(Math.floor(instant / dayMs));
  const ms = Math.floor(instant) - day * dayMs;
  const second = Math.floor(ms / 1000);
  return date + minutes[Math.floor(second / 60)]! + seconds[second % 60]! + milliseconds[ms % 1000]!;
}

export function msOf(iso: string): number {
  if (iso.length !== length || date.length === 0 || !iso.startsWith(date)) return parse(iso);
  const hours = number(iso, 11) * 10 + number(iso, 12);
  const minutes = number(iso, 14) * 10 + number(iso, 15);
  const seconds = number(iso, 17) * 10 + number(iso, 18);
  const ms = number(iso, 20) * 100 + number(iso, 21) * 10 + number(iso, 22);
  return day * dayMs + ((hours * 60 + minutes) * 60 + seconds) * 1000 + ms;
}

/** Whether this text is how this instant is written here. */
export const isWritten = (iso: string, ms: number): boolean => Math.abs(ms) < 8.64e15 && isoOf(ms) === iso;

const number = (iso: string, at: number) => iso.charCodeAt(at) - zero;

function parse(iso: string): number {
  const ms = Date.parse(iso);
  if (!Number.isNaN(ms)) turnTo(Math.floor(ms / dayMs));
  return ms;
}

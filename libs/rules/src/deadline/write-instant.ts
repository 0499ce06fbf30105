/** Writes an instant as `toISOString` does; many of the same days, as a deadline's working holds them, at a fraction of the cost. */
import { dayMs } from './read-calendar.ts';

const two = Array.from({ length: 60 }, (_, number) => String(number).padStart(2, '0'));
let [lastDay, lastDate] = [Number.NaN, ''];
let [lastMs, lastText] = [Number.NaN, ''];

export function writeInstant(ms: number): string {
  if (ms === lastMs) return lastText;
  lastMs = ms;
  lastText = ms % 1000 === 0 ? writeSecond(ms) : new Date(ms).toISOString();
  return lastText;
}

function writeSecond(ms: number): string {
  const day = Math.floor(ms / dayMs);
  if (day !== lastDay) {
    lastDate = new Date(ms).toISOString().slice(0, -13);
    lastDay = day;
  }
  const seconds = (ms - day * dayMs) / 1000;
  const [hour, minute, second] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return `${lastDate}${two[hour]}:${two[minute]}:${two[second]}.000Z`;
}

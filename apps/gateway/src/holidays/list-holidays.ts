/** Public holidays of a country or state in a year. Loads tens of megabytes: only for a process that goes away. */
import type { Holiday, Holidays } from '@trunkline/contracts';
import type { HolidaysOf, Read } from './to-read.ts';

const dayMs = 86_400_000;
/** A day on which the clocks are put forward is this short. */
const wholeDayMs = dayMs - 3_600_000;

export async function listHolidays({ country, state, year, language }: HolidaysOf): Promise<Read> {
  const { default: Lists } = await import('date-holidays');
  const all = new Lists().getCountries(language);
  if (country === undefined) return { ok: true, items: [], faults: [], places: inOrder(all) };
  const code = country.toUpperCase();
  if (!Object.hasOwn(all, code)) return no(code);
  const states = new Lists().getStates(code, language) ?? {};
  const part = state?.toUpperCase() || undefined;
  if (part !== undefined && !Object.hasOwn(states, part)) return no(`${code}-${part}`);
  const lists = part === undefined ? new Lists(code) : new Lists(code, part);
  lists.setLanguages([language, ...lists.getLanguages()]);
  const items = lists.getHolidays(year).flatMap(daysOf);
  return { ok: true, items: items.filter(isFirst), faults: [], places: inOrder(states) };
}

type Found = { date: string; start: Date; end: Date; name: string; type: string };

function daysOf({ date, start, end, name, type }: Found): Holiday[] {
  const lasts = end.getTime() - start.getTime();
  const isWhole = date.slice(11, 16) === '00:00' && lasts >= wholeDayMs;
  const isFree = type === 'public' || type === 'bank';
  const kind = !isFree ? 'observance' : isWhole ? 'closed' : 'half-day';
  const first = Date.parse(`${date.slice(0, 10)}T00:00Z`);
  return Array.from({ length: isWhole ? Math.round(lasts / dayMs) : 1 }, (_none, nth) => ({
    date: new Date(first + nth * dayMs).toISOString().slice(0, 10),
    name,
    kind,
  }));
}

const isFirst = (one: Holiday, index: number, all: Holiday[]) =>
  all.findIndex((other) => other.date === one.date && other.name === one.name) === index;
const inOrder = (places: Record<string, string>): Holidays['places'] =>
  Object.entries(places)
    .map(([code, name]) => ({ code, name }))
    .sort((a, b) => a.name.localeCompare(b.name));
const no = (country: string): Read => ({ ok: false, because: { code: 'no-such-country', values: { country } } });

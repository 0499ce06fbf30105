/** Reads an `.ics` file into days that are suggested as closed or worked. Its text is not trusted: everything is bounded. */
import type { Because, Holiday, ReasonCode } from '@trunkline/contracts';
import ICAL from 'ical.js';
import { kindOfEvent } from './kind-of-event.ts';
import type { Read } from './to-read.ts';

const longestDays = 31;
const mostDays = 3_000;
const mostSteps = 20_000;
const dayMs = 86_400_000;
const wholeDayMs = dayMs - 3_600_000;

export function readCalendarFile(text: string, today: string): Read {
  const calendars = parse(text);
  if ('because' in calendars) return { ok: false, because: calendars.because };
  const faults: Because[] = [];
  const items = new Map<string, Holiday>();
  const year = Number(today.slice(0, 4));
  const steps = { left: mostSteps };
  const events = calendars.found.flatMap((calendar) => calendar.getAllSubcomponents('vevent'));
  const around = { from: year - 1, to: year + 2, faults, steps, replaced: findReplaced(events) };
  for (const event of events) {
    for (const day of daysOf(event, around)) {
      if (items.size >= mostDays) return done(items, [...faults, say('too-many-days', { limit: mostDays })]);
      items.set(`${day.date} ${day.kind} ${day.name}`, day);
    }
  }
  return done(items, faults);
}

const done = (items: Map<string, Holiday>, faults: Because[]): Read => ({
  ok: true,
  items: [...items.values()].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0)),
  faults: faults.slice(0, 200),
});

function parse(text: string): { found: ICAL.Component[] } | { because: Because } {
  const no = (detail: string) => ({ because: say('not-a-calendar', { detail: detail.slice(0, 120) }) });
  if (!/^\uFEFF?\s*BEGIN:VCALENDAR\s*$/im.test(text.slice(0, 2_000))) return no('BEGIN:VCALENDAR');
  try {
    const parsed = ICAL.parse(text.replace(/^\uFEFF/, '').trimStart()) as unknown[];
    const roots = (typeof parsed[0] === 'string' ? [parsed] : parsed) as ConstructorParameters<
      typeof ICAL.Component
    >[0][];
    const found = roots.map((root) => new ICAL.Component(root)).filter(({ name }) => name === 'vcalendar');
    return found.length > 0 ? { found } : no('BEGIN:VCALENDAR');
  } catch (error) {
    return no((error as Error).message.replace(/\s+/g, ' '));
  }
}

type Around = { from: number; to: number; faults: Because[]; steps: { left: number }; replaced: ReadonlySet<string> };

/** Days of recurring events for which another event stands in their place. */
function findReplaced(events: readonly ICAL.Component[]): Set<string> {
  return new Set(
    events.flatMap((event) => {
      const instead = event.getFirstPropertyValue('recurrence-id');
      return instead === null ? [] : [`${event.getFirstPropertyValue('uid')} ${String(instead).slice(0, 10)}`];
    }),
  );
}

function daysOf(component: ICAL.Component, around: Around): Holiday[] {
  const words = (name: string) =>
    String(component.getFirstPropertyValue(name) ?? '')
      .replace(/\p{Cc}+/gu, ' ')
      .trim();
  const name = words('summary').slice(0, 120);
  if (words('status').toUpperCase() === 'CANCELLED') return [];
  const fault = (because: Because): Holiday[] => {
    around.faults.push(because);
    return [];
  };
  try {
    // told that there are no exceptions it does not look through all events for them
    const event = new ICAL.Event(component, { exceptions: [], strictExceptions: false });
    if (!event.startDate) return fault(say('event-without-day', { name }));
    const lasts = wallClock(event.endDate ?? event.startDate) - wallClock(event.startDate);
    if (lasts > longestDays * dayMs) return fault(say('event-too-long', { name, days: longestDays }));
    const isWhole = event.startDate.isDate || lasts >= wholeDayMs;
    const length = isWhole ? Math.max(1, Math.round(lasts / dayMs)) : 1;
    return startsOf(event, { ...around, name }).flatMap((start) =>
      Array.from({ length }, (_none, nth): Holiday => {
        const day = new Date(Math.floor(start / dayMs) * dayMs + nth * dayMs);
        const marks = { summary: name, description: words('description'), special: words('x-apple-special-day') };
        const kind = kindOfEvent({ ...marks, weekday: day.getUTCDay() });
        return { date: day.toISOString().slice(0, 10), name, kind: kind === 'closed' && !isWhole ? 'half-day' : kind };
      }),
    );
  } catch {
    return fault(say('event-without-day', { name }));
  }
}

/** As if it were UTC: the day that the file names, in whatever zone it stands. */
const wallClock = ({ year, month, day, hour, minute, second }: ICAL.Time) => {
  const at = Date.UTC(year, month - 1, day, hour, minute, second);
  if (Number.isNaN(at)) throw new Error('no day');
  return at;
};

function startsOf(event: ICAL.Event, { from, to, faults, steps, name, replaced }: Around & { name: string }): number[] {
  if (!event.isRecurring()) return [wallClock(event.startDate)];
  const starts: number[] = [];
  const each = event.iterator();
  let last = event.startDate;
  for (let next = each.next(); next; next = each.next()) {
    if (next.year > to) return starts;
    last = next;
    steps.left -= 1;
    if (steps.left <= 0 || starts.length >= mostDays) {
      faults.push(say('event-recurs-on', { name, date: last.toJSDate().toISOString().slice(0, 10) }));
      return starts;
    }
    if (next.year >= from && !replaced.has(`${event.uid} ${String(next).slice(0, 10)}`)) starts.push(wallClock(next));
  }
  return starts;
}

const say = (code: ReasonCode, values: Because['values']): Because => ({ code, values });

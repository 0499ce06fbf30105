/** Draws calendars, starts, pauses and lengths on which arithmetic and oracle are held against each other. */
import type { Calendar } from '@trunkline/contracts';
import type { Random } from '../simulate/draw.ts';

export const drawnZones = [
  'Asia/Shanghai',
  'Europe/Berlin',
  'America/New_York',
  'America/Sao_Paulo',
  'Asia/Tehran',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'Africa/Casablanca',
  'America/St_Johns',
  'Pacific/Chatham',
  'Asia/Gaza',
  'America/Havana',
  'Antarctica/Troll',
  'Atlantic/Azores',
  'UTC',
] as const;

/** Changes of clocks that are unlike the others: a date left out, one o'clock shown twice over midnight, months on end. */
const oddChanges: readonly (readonly [tz: string, near: string])[] = [
  ['Pacific/Apia', '2011-12-30'],
  ['America/St_Johns', '2008-11-02'],
  ['America/Sao_Paulo', '2018-11-04'],
  ['America/Sao_Paulo', '2018-02-18'],
  ['Asia/Kathmandu', '1986-01-01'],
  ['Asia/Tehran', '2022-09-22'],
  ['Africa/Casablanca', '2026-02-15'],
  ['America/Caracas', '2007-12-09'],
  ['Asia/Pyongyang', '2018-05-05'],
];

/** `from`: minutes since 1970; `start`: seconds. */
export type DrawnTime = {
  calendar: Calendar;
  from: number;
  minutes: number;
  start: number;
  /** The start is moved there where that lies within what is drawn: edges are where mistakes are. */
  edge: 'next' | 'prev' | 'close' | null;
  pauses: [number, number][];
  days: number;
  share: number;
};

const days = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const;
const day = 86_400;

/** `changes`: instants (s) at which a zone's clocks change; every second time one of them lies within what is drawn. */
export function drawTime(random: Random, changes: (tz: string) => readonly number[]): DrawnTime {
  const below = (count: number) => Math.floor(random() * count);
  const span = 14 + below(22);
  const [tz, middle] = drawPlace(random, below, changes);
  const from = Math.floor(middle / 60) - below(span * 1440);
  const within = () => (from + 4 * 1440) * 60 + below((span - 8) * day);
  const start = random() < 0.3 ? Math.floor(within() / 900) * 900 : within();
  const pauses = Array.from({ length: below(4) }, (): [number, number] => {
    const begin = within();
    return [begin, begin + (random() < 0.15 ? 0 : below(random() < 0.5 ? 7200 : 4 * day))];
  });
  const calendar = drawCalendar(tz, { random, below, dates: datesAround(from, span) });
  const edge = edges[below(edges.length)] ?? null;
  return { calendar, from, minutes: span * 1440, start, edge, pauses, days: 1 + below(6), share: random() };
}

const edges = [null, null, null, 'next', 'prev', 'close'] as const;

type Below = (count: number) => number;

function drawPlace(random: Random, below: Below, changes: (tz: string) => readonly number[]): [string, number] {
  if (random() < 0.15) {
    const [tz, near] = oddChanges[below(oddChanges.length)] as (typeof oddChanges)[number];
    return [tz, Date.parse(near) / 1000];
  }
  const tz = drawnZones[below(drawnZones.length)] as string;
  const known = changes(tz);
  if (known.length > 0 && random() < 0.5) return [tz, known[below(known.length)] as number];
  return [tz, Date.UTC(1990, 0) / 1000 + below(47 * 365 * day)];
}

const datesAround = (from: number, span: number) =>
  Array.from({ length: span }, (_, at) => new Date((from + at * 1440) * 60_000).toISOString().slice(0, 10));

type Drawing = { random: Random; below: Below; dates: readonly string[] };

function drawCalendar(tz: string, drawing: Drawing): Calendar {
  const { random, below, dates } = drawing;
  const some = (most: number) => Array.from({ length: below(most + 1) }, () => dates[below(dates.length)] as string);
  const usual = random() < 0.3 ? drawSpans(drawing) : null;
  const calendar: Calendar = {
    tz,
    hours: Object.fromEntries(days.filter(() => random() < 0.75).map((name) => [name, usual ?? drawSpans(drawing)])),
    holidays: some(3),
    holidaysYearly: some(2).map((date) => date.slice(5)),
    special: Object.fromEntries(some(3).map((date) => [date, drawSpans(drawing)])),
    breaks: Object.fromEntries(some(3).map((date) => [date, drawSpans(drawing)])),
  };
  const isOpen = Object.values(calendar.hours).some((spans) => spans.length > 0);
  return isOpen ? calendar : { ...calendar, hours: { wed: [['09:00', '17:30']] } };
}

/** None, one or several, sorted and apart; many reach midnight or the small hours, in which clocks change. */
function drawSpans({ random, below }: Drawing): [string, string][] {
  if (random() < 0.1) return [['00:00', '24:00']];
  const grain = [1, 15, 30, 60][below(4)] as number;
  const count = below(4);
  const cuts = Array.from({ length: count * 2 }, () => below(1440 / grain + 1) * grain);
  for (const [at, cut] of [0, 1440, 120].entries()) if (at < cuts.length && random() < 0.3) cuts[at] = cut;
  const sorted = [...new Set(cuts)].sort((a, b) => a - b);
  const spans: [string, string][] = [];
  for (let at = 0; at + 1 < sorted.length; at += 2)
    spans.push([timeOf(sorted[at] as number), timeOf(sorted[at + 1] as number)]);
  return spans;
}

const timeOf = (minute: number) =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

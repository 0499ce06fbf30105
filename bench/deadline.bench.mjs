/** What a deadline within a month costs, with its working, beside plain walks by days and by minutes in the same run. */
import { addOpenTime, addWorkingDays, dueAt, openSecondsBetween } from '../libs/rules/dist/index.js';
import { seeded } from './seeded.mjs';
import { overRounds, percentile } from './sum-up.mjs';

const zones = [
  'Asia/Shanghai',
  'Europe/Berlin',
  'America/New_York',
  'America/Sao_Paulo',
  'Asia/Tehran',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Pacific/Apia',
];
const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri'];
const office = [
  ['09:00', '12:00'],
  ['13:00', '18:00'],
];
const hour = 3_600_000;
const day = 24 * hour;

export function deadline({ quick, seed }) {
  const random = seeded(seed);
  const asked = Array.from({ length: 2_000 }, () => drawAsked(random));
  const fewer = asked.slice(0, 100);
  const sides = {
    due: [asked, (one) => dueAt(one).dueAt],
    arithmetic: [asked, (one) => addOpenTime(one.calendar, one.startedAt, one.limit.seconds).value],
    days: [fewer, walkDays],
    minutes: [fewer.slice(0, 20), walkMinutes],
    between: [asked, (one) => openSecondsBetween(one.calendar, one.startedAt, one.startedAt + 30 * day).value],
    workingDays: [asked, (one) => addWorkingDays(one.calendar, one.startedAt, 10).value],
  };
  agree(fewer.slice(0, 20));
  const order = Object.keys(sides);
  const cost = Object.fromEntries(order.map((name) => [name, []]));
  const late = [];
  for (let round = 0; round < (quick ? 6 : 20); round += 1) {
    for (const name of round % 2 ? order.toReversed() : order) cost[name].push(timed(...sides[name]));
    late.push(slowest(...sides.due));
  }
  const row = (what, name, goal) => ({ what, unit: 'µs', figure: overRounds(cost[name]), ...(goal && { goal }) });
  const over = (name) => overRounds(cost[name].map((each, round) => each / cost.due[round]));
  return {
    title: 'deadline: business time, within a month',
    seed,
    rows: [
      row('a deadline with its working', 'due', { most: 50 }),
      { what: 'a deadline with its working, p99', unit: 'µs', figure: overRounds(late) },
      row('the due instant alone', 'arithmetic'),
      row('open seconds of thirty days', 'between'),
      row('ten working days', 'workingDays'),
      row('the due instant by a walk of days, the offset asked of Intl each', 'days'),
      row('the due instant by a walk of minutes, the same', 'minutes'),
      { what: 'walk of days ÷ deadline with its working', unit: '×', figure: over('days') },
      { what: 'walk of minutes ÷ deadline with its working', unit: '×', figure: over('minutes') },
      { what: 'the first deadline of a calendar', unit: 'µs', figure: overRounds(firstCalls(random)) },
    ],
    notes: [
      'Two spans a day, twelve holidays, two make-up days, four pauses; 1 minute to 160 open hours; eight zones, two years of starts.',
      'The walks give the due instant only and know no pauses; all three gave the same instants, or this would have failed.',
    ],
  };
}

function drawAsked(random) {
  const calendar = calendars[Math.floor(random() * calendars.length)];
  const startedAt = Date.UTC(2026, 0, 1) + Math.floor((random() * 730 * day) / 1000) * 1000;
  const seconds = random() < 0.5 ? 60 + Math.floor(random() * 8 * 3600) : Math.floor(random() * 160 * 3600);
  const pauses = Array.from({ length: 4 }, (_, at) => {
    const from = startedAt + at * 2 * day + Math.floor(random() * 24) * hour;
    return [from, from + Math.floor(random() * 20) * hour];
  });
  return { calendar, startedAt, limit: { seconds }, pauses };
}

const drawCalendar = (tz) => ({
  tz,
  hours: Object.fromEntries(weekdays.map((name) => [name, office])),
  holidays: Array.from({ length: 12 }, (_, month) => `2026-${String(month + 1).padStart(2, '0')}-15`),
  holidaysYearly: ['01-01', '05-01', '12-25'],
  special: { '2026-10-10': [['09:00', '12:00']], '2027-02-06': office },
  breaks: { '2026-03-31': [['15:00', '16:00']] },
});
const calendars = zones.map(drawCalendar);

/** Mean microseconds of processor time a call. */
function timed(asked, answer) {
  const before = process.cpuUsage();
  for (const one of asked) answer(one);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / asked.length;
}

function slowest(asked, answer) {
  const each = asked.map((one) => {
    const before = performance.now();
    answer(one);
    return (performance.now() - before) * 1000;
  });
  return percentile(each, 0.99);
}

/** A calendar object never seen, in a zone and year that were. */
function firstCalls(random) {
  const asked = Array.from({ length: 20 }, () => ({ ...drawAsked(random), calendar: drawCalendar('Europe/Berlin') }));
  return asked.map((one) => timed([one], (fresh) => dueAt(fresh)));
}

function agree(asked) {
  for (const one of asked) {
    const { startedAt, calendar, limit } = one;
    const due = new Set([addOpenTime(calendar, startedAt, limit.seconds).value, walkDays(one), walkMinutes(one)]);
    if (due.size > 1) throw new Error(`${JSON.stringify(one)}: ${[...due].map((at) => new Date(at).toISOString())}`);
  }
}

function walkDays({ calendar, startedAt, limit }) {
  const format = formatOf(calendar.tz);
  let left = limit.seconds * 1000;
  for (let midnight = Math.floor(startedAt / day) * day - day; ; midnight += day) {
    for (const [from, to] of spansOn(calendar, midnight)) {
      const [opens, closes] = [from, to].map((time) => instantOf(format, midnight + minuteOf(time) * 60_000));
      const open = closes - Math.max(opens, startedAt);
      if (open <= 0) continue;
      if (left <= open) return Math.max(opens, startedAt) + left;
      left -= open;
    }
  }
}

function walkMinutes({ calendar, startedAt, limit }) {
  const format = formatOf(calendar.tz);
  let left = limit.seconds;
  for (let at = startedAt; ; ) {
    const next = Math.min(at + 60_000, Math.floor(at / 60_000) * 60_000 + 60_000);
    const local = at + offsetAt(format, at);
    const midnight = Math.floor(local / day) * day;
    const minute = Math.floor((local - midnight) / 60_000);
    if (spansOn(calendar, midnight).some(([from, to]) => minuteOf(from) <= minute && minute < minuteOf(to))) {
      const seconds = (next - at) / 1000;
      if (left <= seconds) return at + left * 1000;
      left -= seconds;
    }
    at = next;
  }
}

const formats = new Map();
function formatOf(tz) {
  if (!formats.has(tz)) {
    const parts = { year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric' };
    formats.set(tz, new Intl.DateTimeFormat('en-US', { timeZone: tz, hourCycle: 'h23', ...parts }));
  }
  return formats.get(tz);
}

function offsetAt(format, at) {
  const part = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
  return Date.UTC(part.year, part.month - 1, part.day, part.hour, part.minute) - Math.floor(at / 60_000) * 60_000;
}

const instantOf = (format, local) => local - offsetAt(format, local - offsetAt(format, local));
const minuteOf = (time) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

/** The calendars here have no breaks on special dates, so a break is a span of its own day's hours. */
function spansOn({ hours, holidays, holidaysYearly, special, breaks }, midnight) {
  const date = new Date(midnight).toISOString().slice(0, 10);
  if (holidays.includes(date)) return [];
  const name = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'][new Date(midnight).getUTCDay()];
  const spans = special[date] ?? (holidaysYearly.includes(date.slice(5)) ? [] : (hours[name] ?? []));
  return (breaks[date] ?? []).reduce(
    (left, [from, to]) =>
      left.flatMap(([open, close]) =>
        from < close && to > open
          ? [
              [open, from],
              [to, close],
            ].filter(([begin, end]) => begin < end)
          : [[open, close]],
      ),
    spans,
  );
}

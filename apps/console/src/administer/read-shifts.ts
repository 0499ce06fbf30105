/** A person's shifts of one day as people write them, `09–13, 14–18 *`, read into instants and said again. */
import type { RosterShift } from '@trunkline/contracts';
import { instantOf, localOf } from '../time/open-hours.ts';

type Where = { date: string; tz: string; agentId: RosterShift['agentId'] };
const dayMs = 86_400_000;
const time = /^(\d{1,2})(?:[:：](\d{2}))?$/;

/** Undefined where it means nothing. Empty is a free day; an asterisk supervises; what ends before it begins ends the next day. */
export function readShifts(text: string, { date, tz, agentId }: Where): RosterShift[] | undefined {
  const shifts: RosterShift[] = [];
  for (const part of text.split(/[,，、;；]/).filter((one) => one.trim() !== '')) {
    const supervises = /[*＊★]/.test(part);
    const [from, to, ...more] = part
      .replace(/[*＊★]/g, '')
      .split(/[-–—~～至]/)
      .map(readTime);
    if (!from || !to || more.length > 0 || from === '24:00') return undefined;
    const begins = instantOf(tz, date, from);
    const ends = instantOf(tz, to > from ? date : nextDay(date), to);
    if (ends <= begins || (shifts.length > 0 && begins < Date.parse(shifts.at(-1)?.to as string))) return undefined;
    shifts.push({ agentId, from: new Date(begins).toISOString(), to: new Date(ends).toISOString(), supervises });
  }
  return shifts;
}

export function sayShifts(shifts: readonly RosterShift[], tz: string): string {
  return [...shifts]
    .sort((one, other) => Date.parse(one.from) - Date.parse(other.from))
    .map(({ from, to, supervises }) => `${short(from, tz)}–${short(to, tz)}${supervises ? ' *' : ''}`)
    .join(', ');
}

/** The same local times on another date. */
export function moveShifts(shifts: readonly RosterShift[], tz: string, to: string): RosterShift[] {
  return shifts.flatMap((shift) => readShifts(sayShifts([shift], tz), { date: to, tz, agentId: shift.agentId }) ?? []);
}

export const nextDay = (date: string, days = 1): string =>
  new Date(Date.parse(`${date}T00:00Z`) + days * dayMs).toISOString().slice(0, 10);

/** The Monday of a date's week. */
export const mondayOf = (date: string): string => nextDay(date, -((new Date(`${date}T00:00Z`).getUTCDay() + 6) % 7));

function readTime(text: string): string | null {
  const [, hour = '', minute = '00'] = time.exec(text.trim()) ?? [];
  const isTime = hour !== '' && (Number(hour) < 24 ? Number(minute) < 60 : hour === '24' && minute === '00');
  return isTime ? `${hour.padStart(2, '0')}:${minute}` : null;
}

const short = (at: string, tz: string) => localOf(tz, Date.parse(at)).time.replace(/:00$/, '');

/** Calendars in which a limit would never be due, and names of calendars that are not there. */
import type { PolicyV1 } from '@trunkline/contracts';
import { type Fault, isWrong } from './fault.ts';
import { lintCalendar } from './lint-calendar.ts';

export function lintCalendars({ calendars, time }: PolicyV1): Fault[] {
  const isThere = (path: string, calendar: string | null | undefined) =>
    calendar && !Object.hasOwn(calendars, calendar) ? [isWrong(path, 'no-such-calendar', { calendar })] : [];
  return [
    ...Object.entries(calendars).flatMap(([code, calendar]) => lintCalendar(calendar, `calendars.${code}`)),
    ...Object.entries(time.channelCalendars).flatMap(([name, code]) => isThere(`time.channelCalendars.${name}`, code)),
    ...time.limits.flatMap(({ calendar }, at) => isThere(`time.limits[${at}].calendar`, calendar)),
    ...time.ladder.flatMap(({ pagedWhile }, at) => isThere(`time.ladder[${at}].pagedWhile`, pagedWhile)),
  ];
}

/** Calendars that never open, or in a zone that is none: a limit in them would never be due. */
import type { PolicyV1 } from '@trunkline/contracts';
import { readCalendar } from '../deadline/read-calendar.ts';
import { type Fault, isWrong } from './fault.ts';

export function lintCalendars({ calendars }: PolicyV1): Fault[] {
  return Object.entries(calendars).flatMap(([code, calendar]) => {
    const read = readCalendar(calendar);
    if (read.ok) return [];
    const path = `calendars.${code}${read.because === 'no-such-zone' ? '.tz' : ''}`;
    return [isWrong(path, read.because)];
  });
}

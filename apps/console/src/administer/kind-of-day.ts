/** What kind of day a date is in a calendar: open, closed, a holiday, or with hours of its own. */
import type { Calendar } from '@trunkline/contracts';

export type KindOfDay = 'open' | 'closed' | 'holiday' | 'special';
const names = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const;

/** `date` is a day of the calendar's own zone, `2026-10-01`. */
export function kindOfDay(date: string, { hours, holidays, holidaysYearly, special }: Calendar): KindOfDay {
  if (holidays.includes(date)) return 'holiday'; // a named holiday goes before all, as the rules have it
  const own = special[date];
  if (own) return own.length > 0 ? 'special' : 'holiday';
  if (holidaysYearly.includes(date.slice(5))) return 'holiday';
  const weekday = names[new Date(`${date}T00:00Z`).getUTCDay()] as (typeof names)[number];
  return (hours[weekday]?.length ?? 0) > 0 ? 'open' : 'closed';
}

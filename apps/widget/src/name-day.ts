/** Names the day a line was said on, as people do: today, yesterday, then weekday and date. */

export type DayWords = { locale: string; today: string; yesterday: string };

export function nameDay(at: string, now: Date, { locale, today, yesterday }: DayWords): string {
  const day = new Date(at);
  const daysAgo = Math.round((midnight(now) - midnight(day)) / 86_400_000);
  if (daysAgo === 0) return today;
  if (daysAgo === 1) return yesterday;
  const year = day.getFullYear() === now.getFullYear() ? undefined : 'numeric';
  return new Intl.DateTimeFormat(locale, { weekday: 'short', month: 'long', day: 'numeric', year }).format(day);
}

export function isSameDay(one: string, other: string): boolean {
  return midnight(new Date(one)) === midnight(new Date(other));
}

export function nameTime(at: string, locale: string): string {
  return new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(new Date(at));
}

function midnight(date: Date): number {
  return new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();
}

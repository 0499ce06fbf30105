/** An instant as a customer reads it: in a zone, which it names, and in their language. */

type Said = { /** ms */ at: number /** ms */; now: number; tz: string; language: 'en' | 'zh' };

/** `15:15 today (GMT+8)`, `Tuesday 24 November, 10:00 (GMT+8)`; the year where it is another one. */
export function sayInstant({ at, now, tz, language }: Said): string {
  const locale = language === 'zh' ? 'zh-CN' : 'en-GB';
  const show = (options: Intl.DateTimeFormatOptions, instant = at) =>
    new Intl.DateTimeFormat(locale, { timeZone: tz, ...options }).format(instant);
  const time = show({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  const dateOf = (instant: number) => show({ year: 'numeric', month: 'numeric', day: 'numeric' }, instant);
  const yearOf = (instant: number) => show({ year: 'numeric' }, instant);
  const zone = new Intl.DateTimeFormat('en-GB', { timeZone: tz, timeZoneName: 'shortOffset' })
    .formatToParts(at)
    .find(({ type }) => type === 'timeZoneName')
    ?.value.replace(/^GMT(\+0)?$/, 'UTC');
  const year = yearOf(at) === yearOf(now) ? {} : ({ year: 'numeric' } as const);
  const day = show({ ...year, month: 'long', day: 'numeric', weekday: 'long' }).replace(',', '');
  if (language === 'zh') return `${dateOf(at) === dateOf(now) ? '今天' : day} ${time}（${zone}）`;
  return dateOf(at) === dateOf(now) ? `${time} today (${zone})` : `${day}, ${time} (${zone})`;
}

/** Times as people read them: how long is left, how long ago, and the exact instant. */
export type Language = 'en' | 'zh';

const two = (value: number) => String(value).padStart(2, '0');

/** A stretch of time: under an hour as mm:ss, then hours and minutes, then days and hours. */
export function sayStretch(ms: number, language: Language): string {
  const seconds = Math.max(0, Math.floor(Math.abs(ms) / 1000));
  if (seconds < 3600) return `${two(Math.floor(seconds / 60))}:${two(seconds % 60)}`;
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor((seconds % 3600) / 60);
  const zh = language === 'zh';
  if (hours < 24) return join([hours, zh ? '小时' : 'h'], [minutes, zh ? '分' : 'min']);
  return join([Math.floor(hours / 24), zh ? '天' : 'd'], [hours % 24, zh ? '小时' : 'h']);
}

type Counted = [count: number, unit: string];
const join = (big: Counted, small: Counted) => `${big.join(' ')}${small[0] > 0 ? ` ${small.join(' ')}` : ''}`;

/** How long ago, in words; what lies less than ten seconds back is "now". */
export function sayAgo(at: string, nowMs: number, language: Language): string {
  const seconds = Math.max(0, Math.round((nowMs - Date.parse(at)) / 1000));
  const zh = language === 'zh';
  if (seconds < 10) return zh ? '刚刚' : 'now';
  if (seconds < 60) return zh ? `${seconds} 秒前` : `${seconds} s`;
  if (seconds < 3600) return zh ? `${Math.floor(seconds / 60)} 分钟前` : `${Math.floor(seconds / 60)} min`;
  if (seconds < 86_400) return zh ? `${Math.floor(seconds / 3600)} 小时前` : `${Math.floor(seconds / 3600)} h`;
  return zh ? `${Math.floor(seconds / 86_400)} 天前` : `${Math.floor(seconds / 86_400)} d`;
}

const locale = (language: Language) => (language === 'zh' ? 'zh-CN' : 'en-GB');

/** The clock time of an instant, in the person's own zone. */
export function sayClock(at: string, language: Language, timeZone?: string): string {
  return new Intl.DateTimeFormat(locale(language), {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    ...(timeZone ? { timeZone } : {}),
  }).format(new Date(at));
}

/** Day and time, with the zone: what a hover shows. */
export function sayInstant(at: string, language: Language, timeZone?: string): string {
  return new Intl.DateTimeFormat(locale(language), {
    dateStyle: 'medium',
    timeStyle: 'long',
    hourCycle: 'h23',
    ...(timeZone ? { timeZone } : {}),
  }).format(new Date(at));
}

/** An instant inside a sentence: the clock time today, with its day otherwise. */
export function sayMoment(at: string | number, nowMs: number, language: Language, timeZone?: string): string {
  const day = new Intl.DateTimeFormat(locale(language), {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    ...(timeZone ? { timeZone } : {}),
  });
  const clock = sayClock(new Date(at).toISOString(), language, timeZone);
  return day.format(new Date(at)) === day.format(nowMs) ? clock : `${day.format(new Date(at))} ${clock}`;
}

/** The day as a heading; the year only where it is not this one. */
export function sayDay(at: string, nowMs: number, language: Language): string {
  const day = new Date(at);
  const sameYear = day.getFullYear() === new Date(nowMs).getFullYear();
  return new Intl.DateTimeFormat(locale(language), {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    ...(sameYear ? {} : { year: 'numeric' }),
  }).format(day);
}

export type Pressure = 'calm' | 'soon' | 'late';

/** How a limit stands: late once it has passed, soon when the last fifth of it runs. */
export function pressureOf(leftMs: number, limitMs: number, warnAtPercent = 80): Pressure {
  if (leftMs <= 0) return 'late';
  return leftMs * 100 <= limitMs * (100 - warnAtPercent) ? 'soon' : 'calm';
}

/** The share of a limit that is left, between 0 and 1. */
export function shareLeft(leftMs: number, limitMs: number): number {
  if (limitMs <= 0) return 0;
  return Math.min(1, Math.max(0, leftMs / limitMs));
}

/** Stretches of time as people write them, `4 h 30 min`, read into seconds and said again. */
import type { Language } from '../parts/say-time.ts';

const units: [seconds: number, names: string[]][] = [
  [86_400, ['d', 'day', 'days', '天']],
  [3600, ['h', 'hour', 'hours', '小时', '时']],
  [60, ['min', 'm', 'minute', 'minutes', '分钟', '分']],
  [1, ['s', 'sec', 'second', 'seconds', '秒', '秒钟', '']],
];

/** Null where it is no stretch of time. A bare number is seconds. */
export function readDuration(text: string): number | null {
  const parts = [
    ...text
      .trim()
      .toLowerCase()
      .matchAll(/(\d+(?:[.,]\d+)?)\s*([^\d\s.,]*)\s*/g),
  ];
  if (parts.length === 0 || parts.map(([whole]) => whole).join('') !== text.trim().toLowerCase()) return null;
  let sum = 0;
  for (const [, count, name] of parts) {
    const unit = units.find(([, names]) => names.includes(name ?? ''));
    if (!unit) return null;
    sum += Number(count?.replace(',', '.')) * unit[0];
  }
  return Math.round(sum);
}

const said: Record<Language, string[]> = { en: ['d', 'h', 'min', 's'], zh: ['天', '小时', '分钟', '秒'] };

export function sayDuration(seconds: number, language: Language): string {
  if (seconds === 0) return `0 ${said[language][3]}`;
  let left = seconds;
  const parts = units.flatMap(([size], at) => {
    // a day only where it comes out even: 36 h is nobody's day and a half
    if (at === 0 && left % size !== 0) return [];
    const count = Math.floor(left / size);
    left -= count * size;
    return count > 0 ? [`${count} ${said[language][at]}`] : [];
  });
  return parts.join(' ');
}

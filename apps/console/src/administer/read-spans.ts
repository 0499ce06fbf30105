/** Opening hours and dates as people write them, `09:00–12:00, 13:00–18:00`, read into the policy's form and said again. */
export type Span = [from: string, to: string];

const time = /^(\d{1,2})(?::(\d{2}))?$/;

function readTime(text: string): string | null {
  const [, hour = '', minute = '00'] = time.exec(text.trim()) ?? [];
  const isTime = hour !== '' && (Number(hour) < 24 ? Number(minute) < 60 : hour === '24' && minute === '00');
  return isTime ? `${hour.padStart(2, '0')}:${minute}` : null;
}

/** Undefined where it is no list of spans; empty is closed. */
export function readSpans(text: string): Span[] | undefined {
  const spans: Span[] = [];
  for (const part of text
    .replaceAll('：', ':')
    .split(/[,，、;；]/)
    .filter((one) => one.trim() !== '')) {
    const [from, to, ...more] = part.split(/[-–—~～至]/).map(readTime);
    if (!from || !to || more.length > 0 || from >= to || (spans.at(-1)?.[1] ?? '') > from) return undefined;
    spans.push([from, to]);
  }
  return spans;
}

export const saySpans = (spans: readonly Span[]): string => spans.map(([from, to]) => `${from}–${to}`).join(', ');

const isDate = (text: string) => /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(`${text}T00:00Z`));
const isYearly = (text: string) => /^\d\d-\d\d$/.test(text) && isDate(`2024-${text}`);

/** Dates, one a line or with commas between; sorted, each once. */
export function readDates(text: string, kind: 'date' | 'yearly'): string[] | undefined {
  const dates = text.split(/[\s,，、;；]+/).filter((one) => one !== '');
  return dates.every(kind === 'date' ? isDate : isYearly) ? [...new Set(dates)].sort() : undefined;
}

/** `2026-10-10 09:00–18:00`, one a line; a date alone is closed that day. */
export function readDatedSpans(text: string): Record<string, Span[]> | undefined {
  const read: Record<string, Span[]> = {};
  for (const line of text.split('\n').filter((one) => one.trim() !== '')) {
    const [, date = '', rest = ''] = /^\s*(\S+)\s*(.*)$/.exec(line) ?? [];
    const spans = readSpans(rest);
    if (!isDate(date) || !spans) return undefined;
    read[date] = spans;
  }
  return read;
}

export const sayDatedSpans = (dated: Readonly<Record<string, readonly Span[]>>): string =>
  Object.entries(dated)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([date, spans]) => `${date} ${saySpans(spans)}`.trim())
    .join('\n');

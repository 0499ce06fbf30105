/** Durations and shares in short, for tables; what there is none of is a dash. */
export function sayDuration(seconds: number | null): string {
  if (seconds === null) return '–';
  if (seconds < 60) return `${seconds < 10 ? seconds.toFixed(1) : Math.round(seconds)} s`;
  const minutes = Math.floor(seconds / 60);
  const two = (part: number) => String(part).padStart(2, '0');
  if (minutes < 60) return `${minutes}:${two(Math.floor(seconds % 60))}`;
  return `${Math.floor(minutes / 60)}:${two(minutes % 60)} h`;
}

export const sayShare = (share: number | null): string => (share === null ? '–' : `${Math.round(share * 100)} %`);

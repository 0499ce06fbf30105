/** A span of time as people write it: instants, dates, or so long ago. */
import { WrongUse } from './refused.ts';
import type { Asked } from './verb.ts';

export type AskedSpan = { from: string; to: string };

/** Where a file says what there is. */
export const everything: AskedSpan = { from: '1970-01-01T00:00:00.000Z', to: '9999-12-31T23:59:59.999Z' };

const units: Record<string, number> = { m: 60_000, h: 3_600_000, d: 86_400_000 };

/** `--to` is now where it is left out. */
export function readSpan({ values }: Pick<Asked, 'values'>, now = Date.now()): AskedSpan {
  if (values.from === undefined)
    throw new WrongUse('from when? --from 2026-11-22T09:00Z, or --from 24h for so long ago');
  const [from, to] = [instantOf('from', String(values.from), now), instantOf('to', String(values.to ?? '0m'), now)];
  if (from >= to) throw new WrongUse('--from is not before --to');
  return { from, to };
}

function instantOf(option: string, text: string, now: number): string {
  const [, count, unit] = /^(\d{1,6})([mhd])$/.exec(text) ?? [];
  const at = count === undefined ? Date.parse(text) : now - Number(count) * units[unit as string]!;
  if (!Number.isFinite(at))
    throw new WrongUse(`--${option} is neither an instant (2026-11-22T09:00Z) nor so long ago (24h)`);
  return new Date(at).toISOString();
}

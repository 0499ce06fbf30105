/** How many of what ended were kept: in whole percent, never rounded up to all. */
export type Counted = { met: number; missed: number };

export const sumKept = (items: readonly Counted[]): Counted =>
  items.reduce((sum, { met, missed }) => ({ met: sum.met + met, missed: sum.missed + missed }), { met: 0, missed: 0 });

/** Null where nothing ended. */
export function keptShare({ met, missed }: Counted): number | null {
  if (met + missed === 0) return null;
  return missed === 0 ? 100 : Math.min(99, Math.round((met / (met + missed)) * 100));
}

/** Keeps a list still while somebody points at it: what is new waits above, what is gone stays until they leave. */
export type Still<Row> = { rows: Row[]; waiting: number };

/**
 * `shown` are the ids on the screen, in their order. While held, known rows keep their places with their newest
 * content, rows that went are dropped only if `isGone` says the row may go, and new ones are counted, not shown.
 */
export function keepStill<Row extends { id: string }>(fresh: Row[], shown: Row[], isHeld: boolean): Still<Row> {
  if (!isHeld) return { rows: fresh, waiting: 0 };
  const newest = new Map(fresh.map((row) => [row.id, row]));
  const known = new Set(shown.map(({ id }) => id));
  return {
    rows: shown.map((row) => newest.get(row.id) ?? row),
    waiting: fresh.filter(({ id }) => !known.has(id)).length,
  };
}

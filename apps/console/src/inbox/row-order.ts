/** The order of the list: as the router sorts, or otherwise by the person's wish. */
import type { ConversationRow } from '@trunkline/contracts';

export const orders = ['router', 'newest', 'due'] as const;
export type RowOrder = (typeof orders)[number];

type Sorted = Pick<ConversationRow, 'id' | 'orderKey' | 'lastAt' | 'nextDueAt'>;

const never = Number.MAX_SAFE_INTEGER;
const due = (row: Sorted) => (row.nextDueAt ? Date.parse(row.nextDueAt) : never);
const by: Record<RowOrder, (row: Sorted) => number> = {
  router: (row) => row.orderKey,
  newest: (row) => -Date.parse(row.lastAt),
  due,
};

/** Lower is sooner; what is equal keeps the order of its ids, so that no row ever jumps for nothing. */
export function sortRows<Row extends Sorted>(rows: Row[], order: RowOrder): Row[] {
  const key = by[order];
  return [...rows].sort((one, other) => key(one) - key(other) || (one.id < other.id ? -1 : 1));
}

/** A page that was fetched while the list moved may hold a row twice: the newest version stays. */
export function onceEach<Row extends Pick<ConversationRow, 'id' | 'version'>>(rows: Row[]): Row[] {
  const newest = new Map<string, Row>();
  for (const row of rows) {
    const known = newest.get(row.id);
    if (!known || known.version < row.version) newest.set(row.id, row);
  }
  return [...newest.values()];
}

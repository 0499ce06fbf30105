/** Hashes of n-grams and the rows they stand for: open addressing in two Int32 arrays, no strings kept. */

/** A hash is never 0: that marks a free slot. Rows count from 0 in the order of arrival. */
export type GramTable = { hashes: Int32Array; rows: Int32Array; size: number };

export function emptyTable(expected: number): GramTable {
  const slots = 2 ** Math.ceil(Math.log2(Math.max(16, expected * 2)));
  return { hashes: new Int32Array(slots), rows: new Int32Array(slots), size: 0 };
}

/** The row of a gram, or -1. */
export function rowOf({ hashes, rows }: GramTable, hash: number): number {
  const slot = slotOf(hashes, hash);
  return hashes[slot] === 0 ? -1 : (rows[slot] as number);
}

/** The row of a gram, a new one where it was not known. */
export function addGram(table: GramTable, hash: number): number {
  if (table.size * 2 >= table.hashes.length) grow(table);
  const slot = slotOf(table.hashes, hash);
  if (table.hashes[slot] === 0) {
    table.hashes[slot] = hash;
    table.rows[slot] = table.size;
    table.size += 1;
  }
  return table.rows[slot] as number;
}

/** The grams in the order of their rows. */
export function gramsInOrder({ hashes, rows, size }: GramTable): Int32Array {
  const ordered = new Int32Array(size);
  for (let slot = 0; slot < hashes.length; slot += 1) {
    if (hashes[slot] !== 0) ordered[rows[slot] as number] = hashes[slot] as number;
  }
  return ordered;
}

function slotOf(hashes: Int32Array, hash: number): number {
  const mask = hashes.length - 1;
  let slot = hash & mask;
  while (hashes[slot] !== 0 && hashes[slot] !== hash) slot = (slot + 1) & mask;
  return slot;
}

function grow(table: GramTable): void {
  const { hashes, rows } = table;
  table.hashes = new Int32Array(hashes.length * 2);
  table.rows = new Int32Array(hashes.length * 2);
  for (let slot = 0; slot < hashes.length; slot += 1) {
    if (hashes[slot] === 0) continue;
    const free = slotOf(table.hashes, hashes[slot] as number);
    table.hashes[free] = hashes[slot] as number;
    table.rows[free] = rows[slot] as number;
  }
}

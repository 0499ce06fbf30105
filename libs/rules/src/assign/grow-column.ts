/** A longer column with the same beginning. Short ones double, long ones grow by an eighth, so that little stands empty. */
type Column = Float64Array | Float32Array | Int32Array | Uint32Array | Uint16Array | Uint8Array;

const long = 16;

/** How long a column is next that has to hold so many. */
export function nextLength(length: number, least: number): number {
  return Math.max(least, length < long ? length * 2 : Math.ceil(length * 1.125));
}

export function growColumn<Of extends Column>(column: Of, length: number, fill = 0): Of {
  const longer = new (column.constructor as new (length: number) => Of)(length);
  longer.set(column);
  if (fill !== 0) longer.fill(fill, column.length);
  return longer;
}

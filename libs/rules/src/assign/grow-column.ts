/** A longer column with the same beginning: columns double, so that a row costs what it holds. */
type Column = Float64Array | Float32Array | Int32Array | Uint32Array | Uint16Array | Uint8Array;

export function growColumn<Of extends Column>(column: Of, length: number, fill = 0): Of {
  const longer = new (column.constructor as new (length: number) => Of)(length);
  longer.set(column);
  if (fill !== 0) longer.fill(fill, column.length);
  return longer;
}

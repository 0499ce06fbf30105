/** The same list with one item a place further up or down; at the end it stays. */
export function moveItem<Item>(list: readonly Item[], from: number, to: number): Item[] {
  if (from < 0 || to < 0 || from >= list.length || to >= list.length) return [...list];
  const next = [...list];
  const [item] = next.splice(from, 1);
  next.splice(to, 0, item as Item);
  return next;
}

/** What the items of a policy's lists are known by, wherever they stand. */

export type Named = Map<string, unknown>;

/** Each item by what it is known by; null for lists whose items have nothing of the kind. */
export function nameItems(items: unknown[]): Named | null {
  const named: Named = new Map();
  const counts = new Map<string, number>();
  for (const item of items) {
    const name = isRecord(item) ? nameOf(item) : null;
    if (name === null) return null;
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    named.set(count === 1 ? name : `${name} #${count}`, item);
  }
  return named;
}

/** A queue by its code, a rung by its level, a routing rule by its conditions, a rule of the taxonomy by its label. */
function nameOf(item: Record<string, unknown>): string | null {
  if (typeof item.code === 'string') return item.code;
  if (typeof item.level === 'number') return `level ${item.level}`;
  if (typeof item.queue === 'string') {
    const { queue: _, ...conditions } = item;
    const said = Object.entries(conditions).sort(([a], [b]) => (a < b ? -1 : 1));
    return said.map(([field, value]) => `${field}=${value}`).join(' ') || 'any';
  }
  return typeof item.label === 'string' ? item.label : null;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

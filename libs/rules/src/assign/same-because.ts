/** Whether two reasons say the same. Postgres keeps JSON, not the order of its keys. */
import type { Because } from '@trunkline/contracts';

export function isSame(a: Because | null, b: Because): boolean {
  if (a === b) return true;
  if (a?.code !== b.code) return false;
  const names = Object.keys(b.values);
  return names.length === Object.keys(a.values).length && names.every((name) => a.values[name] === b.values[name]);
}

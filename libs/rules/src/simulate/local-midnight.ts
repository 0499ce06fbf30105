/** The last midnight of a zone at or before an instant, both in ms. */
import { instantOf, offsetAt } from '../deadline/zone-offsets.ts';

export function localMidnight(tz: string, at: number): number {
  const local = at + offsetAt(tz, at);
  return instantOf(tz, local - (((local % 86_400_000) + 86_400_000) % 86_400_000));
}

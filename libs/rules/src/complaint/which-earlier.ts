/** Which earlier complaint of the customer is about the same matter (`domain.md` §5)? */
import type { PolicyV1 } from '@trunkline/contracts';
import { type Contact, sameMatter, type Tie } from '../sensitive/same-matter.ts';

/** Sure ones before likely ones, then the newest; null: there is none. */
export function whichEarlier<Earlier extends { contact: Contact }>(
  mine: Contact,
  earlier: readonly Earlier[],
  basis: { ties: Tie[]; policy: PolicyV1 },
): Earlier | null {
  const found = earlier.flatMap((one) => {
    const { kind } = sameMatter(mine, one.contact, basis);
    return kind === 'other' ? [] : [{ one, isSure: kind === 'same' }];
  });
  found.sort(
    (a, b) => Number(b.isSure) - Number(a.isSure) || Date.parse(b.one.contact.at) - Date.parse(a.one.contact.at),
  );
  return found[0]?.one ?? null;
}

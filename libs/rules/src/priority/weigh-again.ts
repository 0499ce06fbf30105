/** Changes what weighs in an order key that stands already: one reason more, or one less; the cap holds all the same. */
import type { OrderKeyParts, PolicyV1 } from '@trunkline/contracts';

type Boost = OrderKeyParts['boosts'][number];
type Change = { add: Boost } | { drop: string };

/** The same parts where nothing changes: a reason weighs once. */
export function weighAgain(parts: OrderKeyParts, change: Change, cap: PolicyV1['priority']['cap']): OrderKeyParts {
  const named = 'add' in change ? change.add.because : change.drop;
  const isThere = parts.boosts.some(({ because }) => because === named);
  if (isThere === 'add' in change) return parts;
  const others = parts.boosts.filter(({ because }) => because !== named);
  const boosts = 'add' in change ? [...others, change.add] : others;
  const boostMinutes = Math.min(
    cap,
    boosts.reduce((sum, { minutes }) => sum + minutes, 0),
  );
  const orderKey = parts.orderKey + (parts.boostMinutes - boostMinutes) * 60_000;
  return { ...parts, boosts, boostMinutes, orderKey };
}

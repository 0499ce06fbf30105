/** What a sign weighs in a conversation's order key, in its queue's minutes. */
import type { OrderKeyParts, PolicyV1 } from '@trunkline/contracts';
import { minutesOf, weighAgain } from '@trunkline/rules';

type Weighed = { queue: string; orderKeyParts: OrderKeyParts };

export function withSign({ queue, orderKeyParts }: Weighed, words: string[], policy: PolicyV1): OrderKeyParts {
  const { sensitive, cap } = minutesOf(queue, policy);
  const boost = { because: 'is-sensitive', minutes: sensitive, ...(words.length > 0 && { words }) };
  return weighAgain(orderKeyParts, { add: boost }, cap);
}

export const withoutSign = ({ queue, orderKeyParts }: Weighed, policy: PolicyV1): OrderKeyParts =>
  weighAgain(orderKeyParts, { drop: 'is-sensitive' }, minutesOf(queue, policy).cap);

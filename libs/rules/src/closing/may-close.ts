/** Whether a conversation may be closed by hand: not while something that the policy requires is missing. */
import type { PolicyV1 } from '@trunkline/contracts';

export type CloseVerdict = { ok: true } | { ok: false; because: 'close-needs-label' | 'close-needs-wrap-up' };

export function mayClose(
  { label, isWrappedUp }: { label: string | null; isWrappedUp: boolean },
  { closing }: Pick<PolicyV1, 'closing'>,
): CloseVerdict {
  if (closing.requires.includes('label') && label === null) return { ok: false, because: 'close-needs-label' };
  if (closing.requires.includes('wrap-up') && !isWrappedUp) return { ok: false, because: 'close-needs-wrap-up' };
  return { ok: true };
}

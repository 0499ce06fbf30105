/** Says whether what the policy protects may be done for a customer: only once they have shown who they are. */
import type { PolicyV1, Protected } from '@trunkline/contracts';

/** Every route that each kind covers today; a journey asks all of them, verified and not. */
export const covers: Record<Protected, readonly string[]> = {
  history: ['post /conversations/{id}/messages'],
  forms: [],
  macros: [],
  'change-address': ['post /customers/{id}/links'],
  'ticket-attachments': ['post /conversations/{id}/messages'],
};

export type ProtectedAsked = {
  what: Protected;
  /** Until when the conversation's customer counts as verified (ISO); null: not at all. */
  verifiedUntil: string | null;
  now: string;
};
export type ProtectedVerdict = { ok: true } | { ok: false; because: 'not-verified' };

export function mayDoProtected({ what, verifiedUntil, now }: ProtectedAsked, policy: PolicyV1): ProtectedVerdict {
  if (!policy.customers.protects.includes(what)) return { ok: true };
  const isVerified = verifiedUntil !== null && Date.parse(verifiedUntil) > Date.parse(now);
  return isVerified ? { ok: true } : { ok: false, because: 'not-verified' };
}

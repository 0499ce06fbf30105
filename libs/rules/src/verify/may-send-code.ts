/** Says whether a one-time code may go to an address now: only to a known one, and not too often. */

export type CodeAsked = {
  /** Null: it is not an address of this customer. */
  address: {
    isVerified: boolean;
    /** A session on a page proves nothing by reading what is said in it. */
    isLive: boolean;
    firstSeenAt: string;
    /** A person linked it: known for theirs only once it is verified. */
    linkedByHand: boolean;
  } | null;
  /** When this conversation's first message came. */
  conversationBeganAt: string;
  isLocked: boolean;
  /** Codes of the last hour: for this customer, and by this agent. */
  ofCustomer: number;
  byAgent: number;
};
export type CodeVerdict = { ok: true } | { ok: false; because: 'address-not-known' | 'code-locked' | 'too-many-codes' };

export const mostCodesAnHour = { ofCustomer: 4, byAgent: 30 };

export function maySendCode(asked: CodeAsked): CodeVerdict {
  if (asked.isLocked) return { ok: false, because: 'code-locked' };
  if (asked.address === null || !isKnown(asked.address, asked.conversationBeganAt)) {
    return { ok: false, because: 'address-not-known' };
  }
  const isTooOften = asked.ofCustomer >= mostCodesAnHour.ofCustomer || asked.byAgent >= mostCodesAnHour.byAgent;
  return isTooOften ? { ok: false, because: 'too-many-codes' } : { ok: true };
}

/** Verified, or theirs before this conversation began: what was named in it may be anybody's. */
export function isKnown(address: NonNullable<CodeAsked['address']>, conversationBeganAt: string): boolean {
  if (address.isLive) return false;
  if (address.isVerified) return true;
  return !address.linkedByHand && Date.parse(address.firstSeenAt) < Date.parse(conversationBeganAt);
}

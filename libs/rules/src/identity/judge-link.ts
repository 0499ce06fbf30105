/** Says whether two addresses join by themselves, are proposed to people, or stay apart. */
import type { PolicyV1 } from '@trunkline/contracts';

export type LinkAsked = {
  score: number;
  /** What people said of this very pair. */
  said: 'nothing' | 'refused' | 'undone';
  /** Of the two customers that would become one, any other pair was once undone or refused. */
  crossesUndone: boolean;
  /** Addresses that one customer would have. */
  addresses: number;
  /** Both are signed in at one host site, under different ids. */
  twoIds: boolean;
  /** What ties them is an address that many use. */
  isShared: boolean;
};
export type LinkJudged =
  | { kind: 'joins'; because: 'evidence-is-sure' }
  | {
      kind: 'proposed';
      because:
        | 'evidence-is-likely'
        | 'was-undone-before'
        | 'too-many-addresses'
        | 'two-signed-in-ids'
        | 'address-is-shared';
    }
  | { kind: 'none'; because: 'said-no-before' | 'evidence-too-weak' | 'address-is-shared' };

/** One person writes from a few places; a longer chain is somebody's mistake. */
export const mostAddresses = 12;

export function judgeLink(asked: LinkAsked, policy: PolicyV1['customers']): LinkJudged {
  if (asked.said !== 'nothing') return { kind: 'none', because: 'said-no-before' };
  if (asked.score < policy.proposedFrom) return { kind: 'none', because: 'evidence-too-weak' };
  const isSure = asked.score >= policy.joinsFrom;
  // whom to link by an address of many, people cannot know either, unless somebody vouches
  if (asked.isShared) return { kind: isSure ? 'proposed' : 'none', because: 'address-is-shared' };
  if (!isSure) return { kind: 'proposed', because: 'evidence-is-likely' };
  if (asked.crossesUndone) return { kind: 'proposed', because: 'was-undone-before' };
  if (asked.twoIds) return { kind: 'proposed', because: 'two-signed-in-ids' };
  if (asked.addresses > mostAddresses) return { kind: 'proposed', because: 'too-many-addresses' };
  return { kind: 'joins', because: 'evidence-is-sure' };
}

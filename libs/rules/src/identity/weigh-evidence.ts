/** Weighs what speaks for two addresses being one person's: a score from 0 to 100, and each reason with what it adds. */
import type { LinkEvidence } from '@trunkline/contracts';
import type { Claim } from './claims-of.ts';
import type { Standing } from './standing-of.ts';

/** One of the two names the other (`names-it`, and how much that other one proves), or both name the same third. */
export type Found =
  | { how: 'names-it'; kind: Claim['kind']; value: string; by: Claim['by']; standing: Standing }
  | { how: 'names-the-same'; kind: Claim['kind']; value: string; by: [Claim['by'], Claim['by']]; sameName: boolean };

/** What is only typed may be anybody's. */
const mostByTyping = 85;
const mostFurther = 5;

export function weighEvidence(found: readonly Found[]): { score: number; evidence: LinkEvidence[] } {
  const best = new Map<string, LinkEvidence>();
  for (const one of found) {
    const { code, score } = scoreOf(one);
    const known = best.get(code);
    const weighed = { because: { code, values: { value: one.value } }, score };
    if (score > 0 && (known === undefined || known.score < score)) best.set(code, weighed);
  }
  const sorted = [...best.values()].sort((a, b) => b.score - a.score || (a.because.code < b.because.code ? -1 : 1));
  const evidence = sorted.map((one, at) => (at === 0 ? one : { ...one, score: Math.min(one.score, mostFurther) }));
  const sum = evidence.reduce((all, { score }) => all + score, 0);
  const strongest = evidence[0]?.score ?? 0;
  return { score: Math.min(strongest > mostByTyping ? 100 : mostByTyping, sum), evidence };
}

type Score = { code: string; score: number };

function scoreOf(found: Found): Score {
  return found.how === 'names-it' ? ofNaming(found) : ofSame(found);
}

/** Whose mails are all forged is known by nobody: nothing joins it. */
function ofNaming({ by, standing }: Extract<Found, { how: 'names-it' }>): Score {
  if (standing === 'forged') return { code: 'sender-forged', score: 0 };
  const isProven = standing === 'proven';
  if (by === 'code') return { code: 'code-came-back', score: 100 };
  if (by === 'host-site') return { code: 'host-site-vouches', score: isProven ? 100 : 90 };
  if (by === 'provider') return { code: 'provider-vouches', score: isProven ? 92 : 70 };
  return { code: 'customer-wrote-address', score: 60 };
}

function ofSame({ kind, by, sameName }: Extract<Found, { how: 'names-the-same' }>): Score {
  const isBy = (who: Claim['by']) => by.every((one) => one === who);
  if (kind === 'order') return { code: 'same-name-and-number', score: sameName ? 50 : 0 };
  if (isBy('code')) return { code: 'code-came-back', score: 100 };
  if (kind === 'external-id') return { code: 'same-signed-in-id', score: isBy('host-site') ? 100 : 0 };
  if (isBy('host-site')) return { code: 'host-site-vouches', score: 100 };
  if (by.includes('customer')) return { code: 'both-name-the-same', score: 60 };
  return { code: 'provider-vouches', score: by.includes('host-site') || by.includes('code') ? 92 : 70 };
}

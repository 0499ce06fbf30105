/** Says how well a threshold on the raw score keeps out what is none of our matters. */
import { rejectBelow } from '@trunkline/rules';

export type Rejection = {
  threshold: number;
  inScopeLost: number;
  outOfScopeFound: number | null;
  auroc: number | null;
};
/** Raw scores of texts that are ours, and of those that are not. */
export type Sides = { own: readonly number[]; foreign: readonly number[] };

/** The threshold that loses no more than this share of our own, chosen on validation texts and tried on the test's. */
export function scoreRejection(validation: readonly number[], test: Sides, share: number): Rejection {
  const threshold = rejectBelow(validation, share);
  const below = (scores: readonly number[]) => scores.filter((score) => score < threshold).length / scores.length;
  return {
    threshold,
    inScopeLost: below(test.own),
    outOfScopeFound: test.foreign.length > 0 ? below(test.foreign) : null,
    auroc: test.foreign.length > 0 ? auroc(test) : null,
  };
}

/** How often one of ours scores above one that is not, over all pairs; equal scores count half. */
function auroc({ own, foreign }: Sides): number {
  const all = [...own.map((score) => ({ score, ours: 1 })), ...foreign.map((score) => ({ score, ours: 0 }))];
  all.sort((a, b) => a.score - b.score);
  let ranks = 0;
  for (let from = 0, to = 0; from < all.length; from = to) {
    while (to < all.length && all[to]?.score === all[from]?.score) to += 1;
    const ours = all.slice(from, to).reduce((sum, one) => sum + one.ours, 0);
    ranks += (ours * (from + 1 + to)) / 2;
  }
  return (ranks - (own.length * (own.length + 1)) / 2) / (own.length * foreign.length);
}

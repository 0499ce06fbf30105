/** Brings unpublished changes over to a version that somebody published meanwhile. */
import type { PolicyChange, PolicyV1 } from '@trunkline/contracts';
import { applyChange, hasPlace } from './apply-change.ts';
import { changesBetween, isSame } from './changes-between.ts';
import { stepsOf } from './walk-path.ts';

export type BroughtOver = {
  policy: PolicyV1;
  /** Paths that both changed, each in another way: ours stands, and taking it back gives theirs. */
  clashes: string[];
  /** Ours that have no place any more: what they were made in is gone. */
  lost: PolicyChange[];
};

export function bringOver({ base, mine, theirs }: Record<'base' | 'mine' | 'theirs', PolicyV1>): BroughtOver {
  const others = changesBetween(base, theirs);
  const over: BroughtOver = { policy: theirs, clashes: [], lost: [] };
  for (const change of changesBetween(base, mine)) {
    if (!hasPlace(over.policy, change)) {
      if (change.kind !== 'removed') over.lost.push(change);
      continue;
    }
    if (others.some((other) => clash(change, other))) over.clashes.push(change.path);
    over.policy = applyChange(over.policy, change, mine);
  }
  return over;
}

function clash(mine: PolicyChange, theirs: PolicyChange): boolean {
  if (mine.path === theirs.path) return !(mine.kind === theirs.kind && isSame(mine.to, theirs.to));
  if (mine.kind === 'moved' || theirs.kind === 'moved') return false;
  return leadsInto(mine.path, theirs.path) || leadsInto(theirs.path, mine.path);
}

const leadsInto = (way: string, path: string) => {
  const [short, long] = [stepsOf(way), stepsOf(path)];
  return short.length < long.length && short.every((step, at) => step === long[at]);
};

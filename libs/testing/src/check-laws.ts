/** Holds a run's evidence against the laws: what was broken, by law, each with the item that shows it. */
import type { Evidence } from './evidence.ts';
import { balanceBooks } from './laws/balance-books.ts';
import { comeToRest } from './laws/come-to-rest.ts';
import { escalateWhatIsOpen } from './laws/escalate-what-is-open.ts';
import { keepCapacity } from './laws/keep-capacity.ts';
import { keepOrder } from './laws/keep-order.ts';
import { keepTime } from './laws/keep-time.ts';
import { inventNothing, loseNothing } from './laws/lose-nothing.ts';
import { oneAssignee } from './laws/one-assignee.ts';
import { sendOnce } from './laws/send-once.ts';

export type Law = 'L1' | 'L2' | 'L3' | 'L4' | 'L5' | 'L7' | 'L8' | 'L9' | 'L11' | 'L12';
export type Verdict = { law: Law; broken: string[] };

/** `unacknowledged`: channels that tell the sender nothing (mail): whatever was handed over counts as promised. */
export function checkLaws(evidence: Evidence, unacknowledged: readonly string[]): Verdict[] {
  return [
    { law: 'L1', broken: loseNothing(evidence, unacknowledged) },
    { law: 'L2', broken: inventNothing(evidence) },
    { law: 'L3', broken: keepOrder(evidence) },
    { law: 'L4', broken: oneAssignee(evidence) },
    { law: 'L5', broken: keepCapacity(evidence) },
    ...(evidence.timed ? [{ law: 'L7' as const, broken: keepTime(evidence) }] : []),
    ...(evidence.escalated ? [{ law: 'L8' as const, broken: escalateWhatIsOpen(evidence) }] : []),
    { law: 'L9', broken: sendOnce(evidence) },
    { law: 'L11', broken: balanceBooks(evidence) },
    { law: 'L12', broken: comeToRest(evidence) },
  ];
}

/** `laws 8/8, faults 9, seed 42`, and what broke. */
export function sayVerdicts(verdicts: Verdict[], run: { faults: number; seed: number }): string {
  const kept = verdicts.filter((verdict) => verdict.broken.length === 0).length;
  const broken = verdicts.flatMap(({ law, broken: all }) => [
    ...all.slice(0, 10).map((one) => `  ${law}: ${one}`),
    ...(all.length > 10 ? [`  ${law}: and ${all.length - 10} more`] : []),
  ]);
  return [`laws ${kept}/${verdicts.length}, faults ${run.faults}, seed ${run.seed}`, ...broken].join('\n');
}

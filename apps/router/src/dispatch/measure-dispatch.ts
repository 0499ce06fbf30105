/** The dispatcher's figures: how much it takes at a time and how long that takes, what it decides, what it drops. */
import { counter, gauge, stopwatch } from '@trunkline/platform';
import type { Folded } from './fold-outcomes.ts';
import type { Dropped, Taken } from './taken.ts';

export const batchSeconds = stopwatch({
  name: 'trunkline_dispatch_batch_seconds',
  help: 'from reading a batch to its commit',
});
export const rebuilds = counter({ name: 'trunkline_dispatch_rebuilds_total', help: 'engines made anew from Postgres' });
export const rebuildSeconds = stopwatch({ name: 'trunkline_dispatch_rebuild_seconds', help: 'time each of them took' });
export const leaseHeld = gauge({ name: 'trunkline_dispatch_lease_held', help: '1 where this replica dispatches' });

const batchInputs = gauge({ name: 'trunkline_dispatch_batch_inputs', help: 'inputs of the last batch' });
const batches = counter({ name: 'trunkline_dispatch_batches_total', help: 'batches committed' });
const inputs = counter({ name: 'trunkline_dispatch_inputs_total', help: 'inputs numbered', labels: ['kind'] });
const parked = counter({ name: 'trunkline_dispatch_parked_total', help: 'inputs that the engine could not weigh' });
const decisions = counter({
  name: 'trunkline_dispatch_decisions_total',
  help: 'decisions carried out',
  labels: ['kind'],
});
const drops = counter({
  name: 'trunkline_dispatch_dropped_total',
  help: 'conversations whose decisions met a change and were dropped',
});

/** After its commit. */
export function countBatch(taken: Taken[], { folded, dropped }: { folded: Folded; dropped: Dropped }): void {
  batches.inc();
  batchInputs.set(taken.length);
  for (const [kind, count] of tally(taken.map(({ input }) => input.kind))) inputs.inc({ kind }, count);
  for (const [kind, count] of tally(folded.decisions.map((one) => one.decision.kind))) decisions.inc({ kind }, count);
  parked.inc(taken.filter(({ outcome }) => outcome.kind === 'parked').length);
  drops.inc(dropped.inputs.length);
}

function tally(kinds: string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const kind of kinds) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return counts;
}

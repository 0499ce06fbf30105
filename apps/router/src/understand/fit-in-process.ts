/** The process in which a classifier is fitted: seconds of arithmetic, and memory that a service would not give back. */
import type { PolicyV1 } from '@trunkline/contracts';
import { fitTaxonomy, writeTaxonomyModel } from '@trunkline/rules';
import type { Lesson } from './corrections.store.ts';

export type ToFit = { policy: PolicyV1; lessons: Lesson[] };
export type Fitted = {
  model: Uint8Array;
  texts: number;
  labels: number;
  /** Share of texts held back that got their label, and how far confidence was from that share. */
  accuracy: number;
  calibrationError: number;
  fitMs: number;
};

process.once('message', ({ policy, lessons }: ToFit) => {
  const from = performance.now();
  const fitted = fitTaxonomy(policy, lessons);
  const { texts, accuracy, calibrationError } = fitted.report;
  const fitMs = Math.round(performance.now() - from);
  const answer: Fitted = {
    ...{ texts, accuracy, calibrationError, fitMs },
    model: writeTaxonomyModel(fitted),
    labels: fitted.labels.length,
  };
  process.send?.(answer, () => process.disconnect());
});
// whoever asked is gone: nobody waits for the answer
process.once('disconnect', () => process.exit(0));

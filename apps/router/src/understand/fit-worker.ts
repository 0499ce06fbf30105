/** The thread in which a classifier is fitted: seconds of arithmetic that would keep everybody else waiting. */
import { parentPort, workerData } from 'node:worker_threads';
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

const { policy, lessons } = workerData as ToFit;
const from = performance.now();
const fitted = fitTaxonomy(policy, lessons);
const answer: Fitted = {
  model: writeTaxonomyModel(fitted),
  texts: fitted.report.texts,
  labels: fitted.labels.length,
  accuracy: fitted.report.accuracy,
  calibrationError: fitted.report.calibrationError,
  fitMs: Math.round(performance.now() - from),
};
parentPort!.postMessage(answer);

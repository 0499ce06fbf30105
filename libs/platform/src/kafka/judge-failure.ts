/** Says of a handler's error whether waiting helps, and how often a record is tried that fails alone (promises A4). */
import type { ReasonCode } from '@trunkline/contracts';
import { classOfError, PermanentError } from '../errors.ts';
import { counter } from '../metrics.ts';

/** After so many tries a record that fails by itself is parked. */
export const triesBeforeParking = { permanent: 3, unclassified: 5 } as const;

const unclassified = counter({
  name: 'trunkline_failures_unclassified_total',
  help: 'Failures that nobody has given a class yet',
  labels: ['error'],
});

export type JudgedFailure = { kind: 'wait' } | { kind: 'park'; after: number; because: ReasonCode; detail: string };

export function judgeFailure(error: unknown): JudgedFailure {
  const failure = classOfError(error);
  if (failure === 'transient') return { kind: 'wait' };
  if (failure === 'unclassified') unclassified.inc({ error: error instanceof Error ? error.name : typeof error });
  const because = error instanceof PermanentError ? error.because : 'handling-failed';
  return { kind: 'park', after: triesBeforeParking[failure], because, detail: tellFailure(error) };
}

/** An error's name and message in one line, whatever was thrown. */
export function tellFailure(error: unknown): string {
  if (error instanceof Error) return `${error.name}: ${error.message}`.slice(0, 1_000);
  try {
    return `${typeof error}: ${JSON.stringify(error)}`.slice(0, 1_000);
  } catch {
    return String(error).slice(0, 1_000);
  }
}

/** What in a policy does not hold, and where; its sentences are said where both languages are known. */
import type { Because, PolicyProblem } from '@trunkline/contracts';

export type Fault = Pick<PolicyProblem, 'path' | 'severity' | 'because'>;

export const isWrong = (path: string, code: string, values: Because['values'] = {}): Fault => ({
  path,
  severity: 'error',
  because: { code, values },
});
export const isOdd = (path: string, code: string, values: Because['values'] = {}): Fault => ({
  ...isWrong(path, code, values),
  severity: 'warning',
});

/** The places, from 0, of names that stood there before. */
export function repeated(names: string[]): number[] {
  const known = new Set<string>();
  return names.flatMap((name, place) => {
    if (known.has(name)) return [place];
    known.add(name);
    return [];
  });
}

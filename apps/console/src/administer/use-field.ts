/** One place of the draft as a field knows it: its value, how to change it, what differs there and what does not hold. */
import type { PolicyChange, PolicyProblem } from '@trunkline/contracts';
import { edit } from './draft.ts';
import { useEditing } from './editing.ts';
import { valueAt } from './walk-path.ts';

export type FieldState = {
  value: unknown;
  set: (value: unknown) => void;
  changes: PolicyChange[];
  problems: PolicyProblem[];
  readOnly: boolean;
};

export function useField(path: string): FieldState {
  const { policy, changes, problems, mayWrite } = useEditing();
  return {
    value: valueAt(policy, path),
    set: (value) => edit(path, value),
    changes: changes.filter((change) => isWithin(change.path, path)),
    problems: problems.filter((problem) => isWithin(problem.path, path)),
    readOnly: !mayWrite,
  };
}

/** Equal, or somewhere below. */
export const isWithin = (path: string, place: string): boolean =>
  path === place || place === '' || path.startsWith(`${place}.`) || path.startsWith(`${place}[`);

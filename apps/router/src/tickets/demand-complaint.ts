/** Refuses a complaint that does not record what it has to, and names all that is missing at once. */
import type { Complaint, Kind } from '@trunkline/contracts';
import { Refusal, refuse } from '@trunkline/platform';
import { checkComplaint } from '@trunkline/rules';

export function demandComplaint(asked: { kind: Kind; complaint: Complaint | null; now: string }): void {
  const checked = checkComplaint(asked);
  if (checked.ok) return;
  if (checked.because === 'only-for-complaints') refuse(checked.because);
  const issues = checked.issues.map(({ path, because }) => ({
    path,
    message: because,
    because: { code: because, values: {} },
  }));
  const detail = checked.issues.map(({ path }) => path.replace('complaint.', '')).join(', ');
  throw new Refusal(checked.because, { values: { detail }, issues });
}

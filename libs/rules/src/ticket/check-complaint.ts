/** Is everything there that a complaint has to record? (`domain.md` §5) */
import type { Complaint, Kind } from '@trunkline/contracts';

type Asked = { kind: Kind; complaint: Complaint | null /** An instant. */; now: string };
export type ComplaintIssue = { path: string; because: 'is-missing' | 'lies-ahead' };
export type ComplaintChecked =
  | { ok: true }
  | { ok: false; because: 'complaint-incomplete'; issues: ComplaintIssue[] }
  | { ok: false; because: 'only-for-complaints' };

export const isComplaint = (kind: Kind): boolean => kind === 'complaint-employee' || kind === 'complaint-event';

const ofEvent = ['content', 'reachAt'] as const;
const ofEmployee = ['accusedNumber', 'contactUsed', 'happenedAt', ...ofEvent] as const;

/** All that is missing at once, by its place in the body. */
export function checkComplaint({ kind, complaint, now }: Asked): ComplaintChecked {
  const isStray = complaint !== null && !isComplaint(kind);
  if (isStray || (kind === 'complaint-event' && complaint?.accusedNumber)) {
    return { ok: false, because: 'only-for-complaints' };
  }
  if (!isComplaint(kind)) return { ok: true };
  const asked = kind === 'complaint-employee' ? ofEmployee : ofEvent;
  const issues = asked
    .filter((name) => !complaint?.[name]?.trim())
    .map((name): ComplaintIssue => ({ path: `complaint.${name}`, because: 'is-missing' }));
  if (complaint?.happenedAt && Date.parse(complaint.happenedAt) > Date.parse(now)) {
    issues.push({ path: 'complaint.happenedAt', because: 'lies-ahead' });
  }
  return issues.length === 0 ? { ok: true } : { ok: false, because: 'complaint-incomplete', issues };
}

/** Two tickets about one thing become one: which of them stays, or why not. */
import type { CustomerId, Kind, TicketId, TicketState, Urgency } from '@trunkline/contracts';
import { isComplaint } from './check-complaint.ts';

export type Merged = {
  id: TicketId;
  customerId: CustomerId;
  kind: Kind;
  severity: Urgency;
  state: TicketState;
  openedAt: string;
};
export type MergeWeighed<T extends Merged> =
  | { kind: 'merges'; stays: T; ends: T; severity: Urgency }
  | {
      kind: 'refused';
      because:
        | 'ticket-itself'
        | 'another-customer'
        | 'complaint-stays-alone'
        | 'ticket-is-over'
        | 'department-works-on-it';
      /** The one that it is about. */
      of: T;
    };

const rising: readonly Urgency[] = ['low', 'normal', 'high', 'critical'];

/**
 * The older stays: its number was told first, and what it promises is owed first; the graver severity counts. A complaint
 * has its own proceedings and is tied to another matter instead; what a department has in hand is waited for.
 */
export function weighMerge<T extends Merged>(one: T, other: T): MergeWeighed<T> {
  const [stays, ends] =
    one.openedAt < other.openedAt || (one.openedAt === other.openedAt && one.id < other.id)
      ? [one, other]
      : [other, one];
  if (one.id === other.id) return { kind: 'refused', because: 'ticket-itself', of: one };
  if (one.customerId !== other.customerId) return { kind: 'refused', because: 'another-customer', of: other };
  const complaint = [one, other].find(({ kind }) => isComplaint(kind));
  if (complaint) return { kind: 'refused', because: 'complaint-stays-alone', of: complaint };
  const over = [one, other].find(({ state }) => state === 'solved' || state === 'closed');
  if (over) return { kind: 'refused', because: 'ticket-is-over', of: over };
  if (ends.state === 'with-department') return { kind: 'refused', because: 'department-works-on-it', of: ends };
  const graver = rising.indexOf(ends.severity) > rising.indexOf(stays.severity);
  return { kind: 'merges', stays, ends, severity: graver ? ends.severity : stays.severity };
}

/** A ticket's form as it is sent: what is missing is named, what does not belong to its kind stays out. */
import type { Kind, NewTicket, Urgency } from '@trunkline/contracts';

export type TicketForm = {
  kind: Kind;
  severity: Urgency;
  subject: string;
  ownerId: string;
  department: string;
  content: string;
  reachAt: string;
  contactUsed: string;
  /** As a field of local date and time gives it, in the person's zone. */
  happenedAt: string;
  accusedNumber: string;
  /** The number at once, in the thread. */
  tellCustomer: boolean;
};
type Asked = Exclude<keyof TicketForm, 'tellCustomer'>;
export type ReadForm = { kind: 'ready'; ticket: NewTicket } | { kind: 'missing'; fields: Asked[] };

export const isComplaint = (kind: Kind): boolean => kind === 'complaint-employee' || kind === 'complaint-event';

export function readTicketForm(form: TicketForm): ReadForm {
  const asks: Asked[] = [
    'subject',
    ...(isComplaint(form.kind) ? (['content', 'reachAt'] as const) : []),
    ...(form.kind === 'complaint-employee' ? (['accusedNumber', 'happenedAt', 'contactUsed'] as const) : []),
  ];
  const fields = asks.filter((name) => form[name].trim() === '');
  if (fields.length > 0) return { kind: 'missing', fields };
  return {
    kind: 'ready',
    ticket: {
      kind: form.kind,
      severity: form.severity,
      subject: form.subject.trim(),
      ownerId: (form.ownerId || null) as NewTicket['ownerId'],
      department: form.department.trim() || null,
      complaint: isComplaint(form.kind) ? complaintOf(form) : null,
      ...(form.tellCustomer ? {} : { tellCustomer: false }),
    },
  };
}

function complaintOf(form: TicketForm): NewTicket['complaint'] {
  return {
    accusedNumber: form.kind === 'complaint-employee' ? form.accusedNumber.trim() : null,
    contactUsed: form.contactUsed.trim(),
    happenedAt: form.happenedAt ? new Date(form.happenedAt).toISOString() : null,
    content: form.content.trim(),
    reachAt: form.reachAt.trim(),
  };
}

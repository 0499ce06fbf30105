/** Which facts bring a matter onto the ladder, and by which rule (`domain.md` §6). */
import type { Because, Fact, PolicyV1, Trigger } from '@trunkline/contracts';
import { findLabel } from '../classify/find-label.ts';
import { isComplaint } from '../ticket/check-complaint.ts';

export type MatterFact = Fact<
  | 'conversation.opened'
  | 'conversation.relabelled'
  | 'conversation.flagged'
  | 'conversation.escalated'
  | 'consult.opened'
  | 'ticket.opened'
  | 'ticket.changed'
>;
/** Unique in its conversation by trigger and `what`: the same fact twice is one matter. */
export type BegunMatter = { trigger: Trigger; what: string; because: Because };

/** Missed limits, near ones and delays told often enough come from the clocks, not from here. */
export function beginsMatter(fact: MatterFact, policy: PolicyV1): BegunMatter | null {
  switch (fact.type) {
    case 'conversation.opened':
      return fact.data.automatic ? null : byLabel(fact.data.label, policy);
    case 'conversation.relabelled':
      return byLabel(fact.data.to, policy);
    case 'conversation.flagged':
      return bySign(fact.data);
    case 'conversation.escalated':
      return byPerson(fact);
    case 'consult.opened':
      return begin('beyond-ability', fact.data.consultId, `consult-${fact.data.kind}`);
    default:
      return byTicket(fact.data);
  }
}

function byLabel(code: string | null, policy: PolicyV1): BegunMatter | null {
  const placed = findLabel(code, policy);
  if (!placed || !isComplaint(placed.label.kind)) return null;
  return begin('complaint', `label:${placed.label.code}`, 'complaint-by-label', { label: placed.label.code });
}

/** Of an incident's members the incident is the alert. */
function bySign({ signId, kind, incidentId }: Fact<'conversation.flagged'>['data']): BegunMatter | null {
  if (kind === 'unsatisfied-again') return begin('repeated', signId, kind);
  if (kind === 'in-the-media') return begin('publicity', signId, kind);
  return incidentId ? null : begin('sensitive', signId, kind);
}

function byPerson({ id, data: { because } }: Fact<'conversation.escalated'>): BegunMatter {
  return begin(because === 'publicity-risk' ? 'publicity' : 'beyond-ability', id, because);
}

function byTicket({ ticketId, kind, number, ticketState }: Fact<'ticket.opened'>['data']): BegunMatter | null {
  if (!isComplaint(kind) || ticketState === 'solved' || ticketState === 'closed') return null;
  return begin('complaint', ticketId, 'complaint-recorded', { number });
}

const begin = (trigger: Trigger, what: string, code: string, values: Because['values'] = {}): BegunMatter => ({
  trigger,
  what,
  because: { code, values },
});

/** `ticket.*`, `conversation.escalated`, `follow-up.*`: what is worked on beyond one answer, said by the router. No bodies. */
import { z } from 'zod';
import { Head } from './conversation-facts.v1.ts';
import { AgentId, FollowUpId, TicketId } from './ids.ts';
import { Instant, Urgency } from './parts.ts';
import { Kind } from './policy.v1.ts';

/** `with-customer`: it rests until the customer answers; `with-department`: another department works on it. */
export const TicketState = z.enum(['open', 'with-customer', 'with-department', 'solved', 'closed']);
export type TicketState = z.infer<typeof TicketState>;

/** `version` of the head is the conversation's; `ticketVersion` rises with every change of the ticket. */
const Ticket = Head.extend({
  ticketId: TicketId,
  ticketVersion: z.int().positive(),
  /** What the customer is told: `T-1042`. */
  number: z.string(),
  kind: Kind,
  severity: Urgency,
  ticketState: TicketState,
  /** The person who is to answer; null while it is with a group. */
  ownerId: AgentId.nullable(),
  openedAt: Instant,
  /** When the owner answered the customer, or it was solved: what was promised is kept by it. */
  answeredAt: Instant.nullable(),
  /** Whom it is about: they neither own it nor hear of it, by no screen, page or escalation. */
  hiddenFrom: z.array(AgentId).optional(),
  /** To which departments it was handed so far: their members see it. */
  departments: z.array(z.string().max(100)).max(100).optional(),
  /** The one promise of a time that the supervisor released: since when it is owed, and until when. */
  promised: z.object({ at: Instant, until: Instant }).optional(),
});
export const TicketOpenedV1 = Ticket;
export type TicketOpenedV1 = z.infer<typeof TicketOpenedV1>;
export const TicketChangedV1 = Ticket;
export type TicketChangedV1 = z.infer<typeof TicketChangedV1>;

/** A person says it is beyond them, or a rule that somebody must hear of it at once (`domain.md` §6). */
export const ConversationEscalatedV1 = Head.extend({
  /** Null where a rule says it: a call broke off in the middle of a complaint. */
  by: AgentId.nullable(),
  because: z.enum([
    'beyond-competence',
    'beyond-authority',
    'publicity-risk',
    'complaint-call-dropped',
    'chat-broke-off',
    'call-back-not-reached',
  ]),
});
export type ConversationEscalatedV1 = z.infer<typeof ConversationEscalatedV1>;

const FollowUp = Head.extend({ followUpId: FollowUpId, dueAt: Instant });
/** Somebody is to ask the customer some time after (`domain.md` §7). */
export const FollowUpPlannedV1 = FollowUp;
export type FollowUpPlannedV1 = z.infer<typeof FollowUpPlannedV1>;
export const FollowUpDoneV1 = FollowUp.extend({
  by: AgentId,
  result: z.enum(['satisfied', 'unsatisfied', 'not-reached']),
});
export type FollowUpDoneV1 = z.infer<typeof FollowUpDoneV1>;

/** `deadline.*` and `escalation.*`: what happens because time passed. */
import { z } from 'zod';
import { AgentId, ClockId, ConversationId, EscalationId, TicketId } from './ids.ts';
import { Instant, Role, Standard } from './parts.ts';
import { Trigger } from './policy.v1.ts';

const Head = z.object({
  clockId: ClockId,
  conversationId: ConversationId,
  /** Which kind of clock (`ClockKind`): `first-response`, `next-response`, `resolution`… */
  policy: z.string(),
  /** The code of the limit that won: of `time.limits`, or `standard-<name>`. */
  limit: z.string().optional(),
  standard: Standard,
  queue: z.string(),
  /** Counts the times this limit was started in this conversation: one clock, one cycle. */
  cycle: z.int().positive(),
  dueAt: Instant,
  /** Of a promise: whose it is. */
  ticketId: TicketId.nullable().optional(),
});

export const DeadlineSetV1 = Head.extend({ startedAt: Instant, warnAt: Instant.nullable() });
export type DeadlineSetV1 = z.infer<typeof DeadlineSetV1>;
/** It stands still since `pausedAt`; `dueAt` counts again once it goes on. */
export const DeadlinePausedV1 = Head.extend({ pausedAt: Instant, because: z.string().optional() });
export type DeadlinePausedV1 = z.infer<typeof DeadlinePausedV1>;
export const DeadlineResumedV1 = Head.extend({ resumedAt: Instant });
export type DeadlineResumedV1 = z.infer<typeof DeadlineResumedV1>;
/** The policy, its calendar, or what it is about changed while it ran. */
export const DeadlineMovedV1 = Head.extend({ from: Instant, because: z.string() });
export type DeadlineMovedV1 = z.infer<typeof DeadlineMovedV1>;
/** A clock that brings something about (`follow-up`, `survey`, `auto-close`) came to its end: the router acts. */
export const DeadlineReachedV1 = Head.extend({ late: z.boolean() });
export type DeadlineReachedV1 = z.infer<typeof DeadlineReachedV1>;
/** Said before a limit is missed: the router tells the customer. `newTime` null: no time may be promised. */
export const DelayForeseenV1 = Head.extend({
  newTime: Instant.nullable(),
  /** Which notice of this conversation: 1, 2… */
  nth: z.int().positive(),
  because: z.enum(['late-by-forecast', 'nearly-used']),
});
export type DelayForeseenV1 = z.infer<typeof DelayForeseenV1>;
/** Said once a clock: less than the warning share of the limit is left. The router lowers the order key by it once. */
export const DeadlineWarnedV1 = Head.extend({
  late: z.boolean(),
  because: z.enum(['share-used', 'late-by-forecast']).optional(),
  forecastAt: Instant.nullable().optional(),
});
export type DeadlineWarnedV1 = z.infer<typeof DeadlineWarnedV1>;
/** Said once a clock. `late` where the desk's own outage kept it from being said in time. */
export const DeadlineMissedV1 = Head.extend({ late: z.boolean() });
export type DeadlineMissedV1 = z.infer<typeof DeadlineMissedV1>;
/** The clock stopped at `metAt`, before or after it was due, or the conversation ended. */
export const DeadlineMetV1 = Head.extend({ metAt: Instant, because: z.string() });
export type DeadlineMetV1 = z.infer<typeof DeadlineMetV1>;

export const EscalationRaisedV1 = z.object({
  escalationId: EscalationId,
  conversationId: ConversationId,
  clockId: ClockId.nullable(),
  level: z.int().positive(),
  /** The rule that raised it: a code of reasons.ts. */
  because: z.string(),
  queue: z.string(),
  /** `people`: those on duty who were told; empty where nobody of the role is there. `role` null: a named person. */
  to: z.object({ role: Role.nullable(), people: z.array(AgentId).optional() }),
  trigger: Trigger.optional(),
  /** Codes of notification targets that hear of it. */
  notify: z.array(z.string()).optional(),
  /** After which the next level is told. */
  acknowledgeBy: Instant,
  /** The agent who stays with the matter until it is closed; null where nobody had it yet. */
  followerId: AgentId.nullable().optional(),
});
export type EscalationRaisedV1 = z.infer<typeof EscalationRaisedV1>;
/** Of what was escalated somebody else stays with it now: the first left the desk, is accused, or took it only after. */
export const EscalationFollowedV1 = z.object({
  conversationId: ConversationId,
  /** Null: nobody is left. */
  followerId: AgentId.nullable(),
});
export type EscalationFollowedV1 = z.infer<typeof EscalationFollowedV1>;
export const EscalationAcknowledgedV1 = z.object({
  escalationId: EscalationId,
  conversationId: ConversationId,
  by: AgentId,
});
export type EscalationAcknowledgedV1 = z.infer<typeof EscalationAcknowledgedV1>;
export const EscalationSeenV1 = EscalationAcknowledgedV1;
export type EscalationSeenV1 = z.infer<typeof EscalationSeenV1>;

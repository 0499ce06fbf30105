/** `deadline.*` and `escalation.*`: what happens because time passed. */
import { z } from 'zod';
import { AgentId, ClockId, ConversationId, EscalationId } from './ids.ts';
import { Instant, Role, Standard } from './parts.ts';

const Head = z.object({
  clockId: ClockId,
  conversationId: ConversationId,
  /** Which limit: `first-response`, `next-response`, `resolution`. */
  policy: z.string(),
  standard: Standard,
  queue: z.string(),
  /** Counts the times this limit was started in this conversation: one clock, one cycle. */
  cycle: z.int().positive(),
  dueAt: Instant,
});

export const DeadlineSetV1 = Head.extend({ startedAt: Instant, warnAt: Instant.nullable() });
export type DeadlineSetV1 = z.infer<typeof DeadlineSetV1>;
export const DeadlinePausedV1 = Head.extend({ pausedAt: Instant });
export type DeadlinePausedV1 = z.infer<typeof DeadlinePausedV1>;
/** Said once a clock: less than the warning share of the limit is left. The router lowers the order key by it once. */
export const DeadlineWarnedV1 = Head.extend({ late: z.boolean() });
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
  to: z.object({ role: Role }),
  /** After which the next level is told. */
  acknowledgeBy: Instant,
});
export type EscalationRaisedV1 = z.infer<typeof EscalationRaisedV1>;
export const EscalationAcknowledgedV1 = z.object({
  escalationId: EscalationId,
  conversationId: ConversationId,
  by: AgentId,
});
export type EscalationAcknowledgedV1 = z.infer<typeof EscalationAcknowledgedV1>;

/** `conversation.flagged | unflagged`, `incident.*`: what makes a matter sensitive, seen by the router. No bodies. */
import { z } from 'zod';
import { Head } from './conversation-facts.v1.ts';
import { AgentId, IncidentId, SignId } from './ids.ts';
import { Instant } from './parts.ts';
import { SignKind } from './policy.v1.ts';

const Sign = Head.extend({
  signId: SignId,
  kind: SignKind,
  /** Detection adds to what people mark, and replaces nothing. */
  by: z.enum(['detection', 'person']),
  /** Who marked it, or took it back; null where detection found it. */
  personId: AgentId.nullable(),
});

/** Those who watch the queue are told at once. `incidentId`: it is one of many, and its incident is the alert. */
export const ConversationFlaggedV1 = Sign.extend({ incidentId: IncidentId.nullable() });
export type ConversationFlaggedV1 = z.infer<typeof ConversationFlaggedV1>;
/** A supervisor took a sign back, with a reason that stands in the conversation. */
export const ConversationUnflaggedV1 = Sign;
export type ConversationUnflaggedV1 = z.infer<typeof ConversationUnflaggedV1>;

/** Who leads has seen the alert: nobody above has to be told of it. */
export const ConversationSignSeenV1 = Sign.extend({ seenBy: AgentId });
export type ConversationSignSeenV1 = z.infer<typeof ConversationSignSeenV1>;

const Incident = z.object({
  incidentId: IncidentId,
  version: z.int().positive(),
  /** The second-level label that many report. */
  label: z.string(),
  /** Queues in which its conversations are. */
  queues: z.array(z.string()),
  /** In the present window, when this was said. */
  count: z.int().nonnegative(),
});
/** Said once while it is open, however many more report it. */
export const IncidentOpenedV1 = Incident.extend({ openedAt: Instant, usual: z.number() });
export type IncidentOpenedV1 = z.infer<typeof IncidentOpenedV1>;
/** `because`: `back-to-usual` or `closed-by-supervisor`. */
export const IncidentClosedV1 = Incident.extend({ because: z.string(), personId: AgentId.nullable() });
export type IncidentClosedV1 = z.infer<typeof IncidentClosedV1>;

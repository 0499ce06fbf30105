/** `call.changed`, `call.directed`, and the routes about calls: no audio is carried, only what became of a call. */
import { z } from 'zod';
import { AgentId, CallId, ConversationId, ReceiptId } from './ids.ts';
import { ChannelName, Instant } from './parts.ts';

const named = <Schema extends z.ZodType>(id: string, schema: Schema) => schema.meta({ id });

/** Never goes backwards: `ended`, `missed` and `dropped` are its ends. */
export const CallState = z.enum(['ringing', 'answered', 'ended', 'missed', 'dropped']);
export type CallState = z.infer<typeof CallState>;

/**
 * What a PBX reported of a call; written by channels in the receipt's transaction, key `channel:address`. The first of
 * a call opens its conversation; heard twice or late it changes nothing.
 */
export const CallChangedV1 = z.object({
  receiptId: ReceiptId,
  channel: ChannelName,
  account: z.string().max(255),
  /** The provider's id of the call. */
  call: z.string().max(255),
  state: CallState,
  direction: z.enum(['in', 'out']),
  /** The customer's number, normalised; empty where it was withheld. */
  address: z.string().max(512),
  name: z.string().max(255).nullable(),
  /** The number of ours. */
  dialled: z.string().max(64),
  /** What was chosen in the menu: a language, a topic of the policy. */
  language: z.string().max(35).nullable(),
  topic: z.string().max(64).nullable(),
  /** Who took it, by their number at the desk or their phone, where the PBX says so. */
  agent: z.string().max(64).nullable(),
  recordingUrl: z.url().max(2048).nullable(),
  /** A message left, in words or as a recording. */
  voicemail: z.string().max(4000).nullable(),
  seconds: z.int().nonnegative().nullable(),
  at: Instant,
  receivedAt: Instant,
});
export type CallChangedV1 = z.infer<typeof CallChangedV1>;

/** Written by the router: connect this waiting call to that phone, or tell it its place. Travels on `replies`. */
export const CallDirectedV1 = z.object({
  conversationId: ConversationId,
  channel: ChannelName,
  account: z.string(),
  call: z.string(),
  to: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('agent'), agentId: AgentId, phone: z.string(), name: z.string() }),
    z.object({ kind: z.literal('place'), place: z.int().positive(), language: z.string() }),
    z.object({ kind: z.literal('call-back'), language: z.string() }),
  ]),
});
export type CallDirectedV1 = z.infer<typeof CallDirectedV1>;

export const Call = named(
  'Call',
  z.object({
    id: CallId,
    conversationId: ConversationId,
    state: CallState,
    direction: z.enum(['in', 'out']),
    address: z.string(),
    dialled: z.string(),
    agentId: AgentId.nullable(),
    rangAt: Instant,
    answeredAt: Instant.nullable(),
    endedAt: Instant.nullable(),
    seconds: z.int().nullable(),
    recordingUrl: z.string().nullable(),
    voicemail: z.string().nullable(),
    /** Opened by a person without a PBX: they also say how it went on. */
    isByHand: z.boolean(),
    /** The call-back that came of a missed or dropped one. */
    callBackId: z.string().nullable(),
  }),
);
export type Call = z.infer<typeof Call>;
export const Calls = named('Calls', z.object({ items: z.array(Call) }));
export type Calls = z.infer<typeof Calls>;
/** A call opened by hand: it is answered from its first moment, by who opens it. */
export const NewCall = named(
  'NewCall',
  z.strictObject({
    address: z.string().trim().min(3).max(64),
    direction: z.enum(['in', 'out']),
    name: z.string().trim().max(255).optional(),
    queue: z.string().optional(),
  }),
);
export type NewCall = z.infer<typeof NewCall>;
export const CallMoved = named(
  'CallMoved',
  z.strictObject({ state: z.enum(['answered', 'ended', 'missed', 'dropped']), recordingUrl: z.url().optional() }),
);
export type CallMoved = z.infer<typeof CallMoved>;

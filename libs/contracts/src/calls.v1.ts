/** `call.changed`, `call.directed`, and the routes about calls: no audio is carried, only what became of a call. */
import { z } from 'zod';
import { AgentId, CallBackId, CallId, ConversationId, CustomerId, ReceiptId } from './ids.ts';
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
  /** The telephone of `agent` rang, and nobody picked it up: the call waits again. */
  isUnreached: z.literal(true).optional(),
  at: Instant,
  receivedAt: Instant,
});
export type CallChangedV1 = z.infer<typeof CallChangedV1>;

/** Written by the router: somebody took this call, connect it to their telephone. Travels on `replies`. */
export const CallDirectedV1 = z.object({
  conversationId: ConversationId,
  channel: ChannelName,
  account: z.string(),
  call: z.string(),
  /** What was chosen in the menu. */
  language: z.string().optional(),
  to: z.object({ kind: z.literal('agent'), agentId: AgentId, phone: z.string(), name: z.string() }),
});
export type CallDirectedV1 = z.infer<typeof CallDirectedV1>;

/** What channels ask the router of a call that waits on the line. */
export const CallAsked = z.object({ channel: ChannelName, call: z.string().max(255) });
export type CallAsked = z.infer<typeof CallAsked>;
export const CallNow = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('connect'), agentId: AgentId, phone: z.string() }),
  /** `place`: 1 is next; null where the router does not know the call yet. */
  z.object({ kind: z.literal('wait'), place: z.int().positive().nullable() }),
  z.object({ kind: z.literal('over') }),
]);
export type CallNow = z.infer<typeof CallNow>;

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
    /** Who took it by the PBX's word, where nobody here has that number. */
    unknownAgent: z.string().nullable().optional(),
    rangAt: Instant,
    answeredAt: Instant.nullable(),
    endedAt: Instant.nullable(),
    seconds: z.int().nullable(),
    recordingUrl: z.string().nullable(),
    voicemail: z.string().nullable(),
    /** Opened by a person without a PBX: they also say how it went on. */
    isByHand: z.boolean(),
    /** The call-back that came of a missed or dropped one. */
    callBackId: CallBackId.nullable(),
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

/** Reached: the customer was spoken to. `not-needed`: they were answered before it, or it was withdrawn. */
export const CallBackResult = z.enum(['reached', 'not-reached', 'not-needed']);
export type CallBackResult = z.infer<typeof CallBackResult>;
/** Somebody owes a customer a call (`domain.md` §3): taken up in the order of its key, tried three times at most. */
export const CallBack = named(
  'CallBack',
  z.object({
    id: CallBackId,
    /** Of the call-back: rises with each change. */
    version: z.int().positive(),
    conversationId: ConversationId,
    customer: z.object({ id: CustomerId, name: z.string().nullable() }),
    queue: z.string(),
    /** A code of reasons.ts: `call-missed`, `call-dropped`. */
    reason: z.string(),
    channel: ChannelName,
    /** The number to call; empty where it was withheld. */
    address: z.string(),
    plannedAt: Instant,
    dueAt: Instant,
    /** Lower is sooner. */
    orderKey: z.number(),
    /** Who is at it; null: in line. */
    takenBy: AgentId.nullable(),
    attempts: z.array(z.object({ at: Instant, by: AgentId, isReached: z.boolean(), note: z.string() })),
    /** Null while it is to be done. */
    result: CallBackResult.nullable(),
    doneAt: Instant.nullable(),
  }),
);
export type CallBack = z.infer<typeof CallBack>;
export const CallBacks = named('CallBacks', z.object({ items: z.array(CallBack), next: z.string().nullable() }));
export type CallBacks = z.infer<typeof CallBacks>;
const note = z.string().trim().max(1000).default('');

/** Promised by hand; without a time it is due as the policy says. */
export const NewCallBack = named(
  'NewCallBack',
  z.strictObject({
    dueAt: Instant.nullable().default(null),
    note,
    /** To call; without one the number that is known of the customer. */
    number: z
      .string()
      .transform((typed) => typed.replace(/[\s()/.-]/g, ''))
      .pipe(z.string().regex(/^\+?\d{3,15}$/))
      .optional(),
  }),
);
export type NewCallBack = z.infer<typeof NewCallBack>;
export const NewAttempt = named(
  'NewAttempt',
  z.strictObject({
    isReached: z.boolean(),
    note,
    /** Of the next try, where this one was in vain: agreed with whoever picked up; null: as the policy says. */
    dueAt: Instant.nullable().default(null),
  }),
);
export type NewAttempt = z.infer<typeof NewAttempt>;
/** The customer wants to be called at another time. */
export const CallBackMove = named('CallBackMove', z.strictObject({ dueAt: Instant, note }));
export type CallBackMove = z.infer<typeof CallBackMove>;
/** Nobody need call any more, and why. */
export const CallBackWithdrawal = named(
  'CallBackWithdrawal',
  z.strictObject({ note: z.string().trim().min(1).max(1000) }),
);
export type CallBackWithdrawal = z.infer<typeof CallBackWithdrawal>;

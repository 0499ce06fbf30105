/** Bodies of the desk's HTTP routes: what the gateway answers staff, and the owners answer the gateway. */

import { z } from 'zod';
import { Because } from './because.ts';
import { Call } from './calls.v1.ts';
import { ReplyWindow } from './channels-api.ts';
import { Closing } from './closing.ts';
import { ComplaintStand } from './complaint.ts';
import { Consult } from './consult.ts';
import { FormStand } from './forms.ts';
import {
  AddressId,
  AgentId,
  AssignmentId,
  ClockId,
  ConversationId,
  CustomerId,
  DecisionId,
  EscalationId,
  MessageId,
  ReceiptId,
  TicketId,
} from './ids.ts';
import {
  Attachment,
  Automatic,
  BothLanguages,
  ChannelName,
  ConversationState,
  DeliveryState,
  Instant,
  MailChecks,
  Presence,
  Role,
  Standard,
  Urgency,
} from './parts.ts';
import { PolicyV1, Trigger } from './policy.v1.ts';
import { StaffV1 } from './staff.v1.ts';
import { Submission } from './submission.ts';
import { TicketState } from './ticket-facts.v1.ts';
import { Capsule, TransferAsk } from './transfers-api.ts';
import { WrapUp } from './wrap-up.ts';

export { Because } from './because.ts';

const named = <Schema extends z.ZodType>(id: string, schema: Schema) => schema.meta({ id });
/** Lists are pages: `next` is the cursor of the next one, null at the end. */
export const pageOf = <Schema extends z.ZodType>(item: Schema) =>
  z.object({ items: z.array(item), next: z.string().nullable() });
/** RFC 9457. `type` is stable, `reason` a code of reasons.ts, `detail` its sentence in the caller's language. */
export const Problem = named(
  'Problem',
  z.object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    reason: z.string(),
    detail: z.string(),
    values: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
    /** Where a body was refused: the places in it. `because` where the place has a reason code of its own. */
    issues: z.array(z.object({ path: z.string(), message: z.string(), because: Because.optional() })).optional(),
  }),
);
export type Problem = z.infer<typeof Problem>;

export const NewSession = named(
  'NewSession',
  z.strictObject({ email: z.string().min(3).max(320), password: z.string().min(1).max(256) }),
);
export type NewSession = z.infer<typeof NewSession>;
export const Session = named('Session', z.object({ token: z.string(), expiresAt: Instant }));
export type Session = z.infer<typeof Session>;

export const NewPresence = named('NewPresence', z.strictObject({ state: z.enum(['online', 'offline']) }));
export type NewPresence = z.infer<typeof NewPresence>;
export const PresenceNow = named(
  'PresenceNow',
  z.object({ agentId: AgentId, state: Presence, since: Instant, because: Because, load: z.int(), capacity: z.int() }),
);
export type PresenceNow = z.infer<typeof PresenceNow>;
export const Me = named('Me', z.object({ staff: StaffV1, presence: PresenceNow.nullable() }));
export type Me = z.infer<typeof Me>;

/** A customer as lists show them. */
export const CustomerBrief = named(
  'CustomerBrief',
  z.object({
    id: CustomerId,
    name: z.string().nullable(),
    address: z.string(),
    /** The host site or a code vouches for them. */
    isVerified: z.boolean(),
    isVip: z.boolean(),
  }),
);

/** A row of the inbox; `orderKey` is an instant in ms: lower is sooner. */
export const ConversationRow = named(
  'ConversationRow',
  z.object({
    id: ConversationId,
    version: z.int(),
    state: ConversationState,
    queue: z.string(),
    channel: ChannelName,
    standard: Standard,
    live: z.boolean(),
    customer: CustomerBrief,
    subject: z.string().nullable(),
    lastWords: z.string(),
    lastFrom: z.enum(['customer', 'agent', 'bot', 'desk']),
    lastAt: Instant,
    arrivedAt: Instant,
    label: z.string().nullable(),
    urgency: Urgency,
    orderKey: z.number(),
    agentId: AgentId.nullable(),
    /** Who stays with it until it is closed, where it was escalated. */
    followerId: AgentId.nullable().optional(),
    /** While offered: when the ring ends. */
    offeredUntil: Instant.nullable(),
    nextDueAt: Instant.nullable(),
    /** Customer's messages since the assignee last read or wrote. */
    unread: z.int().nonnegative(),
    /** Automatic mail is kept and shown, and nobody is made to answer it. */
    automatic: Automatic.nullable(),
    /** Came by a forged or unproven way into the thread it claims to answer. */
    isSuspect: z.boolean(),
    waitingBecause: Because.nullable(),
  }),
);
export type ConversationRow = z.infer<typeof ConversationRow>;
export const ConversationPage = named('ConversationPage', pageOf(ConversationRow));
export type ConversationPage = z.infer<typeof ConversationPage>;

export const Classified = named(
  'Classified',
  z.object({
    label: z.string().nullable(),
    confidence: z.number(),
    /** The words of the text that decided. */
    evidence: z.array(z.string()),
    policyVersion: z.int(),
    /** Which version of the classifier judged; null where a rule of the policy or a person did. */
    classifierVersion: z.int().nullable().optional(),
    /** Who put the label right, if anybody did. */
    by: AgentId.nullable().optional(),
  }),
);
/** The parts of the order key, in minutes of waiting (`domain.md` §2). */
export const OrderKeyParts = named(
  'OrderKeyParts',
  z.object({
    arrivedAt: Instant,
    firstResponseSeconds: z.number(),
    /** `words`: those of the text that decided. */
    boosts: z.array(z.object({ because: z.string(), minutes: z.number(), words: z.array(z.string()).optional() })),
    /** Sum of the boosts after the cap. */
    boostMinutes: z.number(),
    orderKey: z.number(),
  }),
);
export type OrderKeyParts = z.infer<typeof OrderKeyParts>;

/** What the procedure wants next, and why. The first of them is the one primary act. */
export const NextStep = named(
  'NextStep',
  z.object({
    /** A code of reasons.ts, `step-…`, with its sentence. */
    because: Because,
    /** What the console does for it: a code that names a dialog or an order; null: there is nothing to press. */
    act: z.string().nullable(),
    /** Who is to do it. */
    for: z.enum(['assignee', 'supervisor', 'anyone']),
    /** Refuses to go on without it. */
    isRequired: z.boolean().default(false),
  }),
);
export type NextStep = z.infer<typeof NextStep>;

export const Conversation = named(
  'Conversation',
  ConversationRow.extend({
    /** The most pressing first; empty where only an answer is owed. */
    nextSteps: z.array(NextStep).optional(),
    /** Which of the desk's doors it came through. */
    account: z.string(),
    language: z.string(),
    classified: Classified,
    orderKeyParts: OrderKeyParts,
    addressId: AddressId,
    continues: ConversationId.nullable(),
    assignmentId: AssignmentId.nullable(),
    /** While the provider lets us write; absent where it sets no limit. */
    replyWindow: ReplyWindow.nullable().optional(),
    /** Answers of the form before it. */
    form: z.record(z.string(), z.string()).optional(),
    /** When the customer was asked for a field, by its code. */
    formAsked: z.record(z.string(), Instant).optional(),
    /** What the forms of its matter ask, and how far each field is. */
    forms: z.array(FormStand).optional(),
    /** What was submitted for its customer, as far as the reader may see it: untold results first, in their order. */
    submissions: z.array(Submission).optional(),
    /** How far it is on the way to its end. */
    closing: Closing.nullable().optional(),
    /** What the agent keeps of it when it is over. */
    wrapUp: WrapUp.nullable().optional(),
    /** What the supervisor on duty was asked about it, newest first; an answer is an instruction. */
    consults: z.array(Consult).optional(),
    /** The customer was asked whether it may be transferred. */
    transferAsk: TransferAsk.nullable().optional(),
    /** What came with each handing on, newest first. */
    capsules: z.array(Capsule).optional(),
    /** Of a call: how it stands. */
    call: Call.nullable().optional(),
    /** Complaints that are worked on in it, the newest first. */
    complaints: z.array(ComplaintStand).optional(),
    /** Whom a complaint of it is about: to them it is not there, and it is never given to them. */
    hiddenFrom: z.array(AgentId).optional(),
    /** Until when its customer counts as verified; null: not. */
    verifiedUntil: Instant.nullable().optional(),
    /** The customer's other conversations over all channels, newest first. */
    others: z.array(
      z.object({
        id: ConversationId,
        channel: ChannelName,
        state: ConversationState,
        subject: z.string().nullable(),
        lastWords: z.string(),
        lastAt: Instant,
      }),
    ),
    /** House facts for the thread: offered, taken, transferred, solved. */
    events: z.array(
      z.object({
        at: Instant,
        what: z.string(),
        agentId: AgentId.nullable(),
        because: Because.nullable(),
        decisionId: DecisionId.nullable(),
      }),
    ),
  }),
);
export type Conversation = z.infer<typeof Conversation>;

export const Delivery = named(
  'Delivery',
  z.object({
    state: DeliveryState,
    at: Instant,
    because: Because.nullable(),
    detail: z.string().nullable(),
    attempt: z.int(),
  }),
);
export const Message = named(
  'Message',
  z.object({
    id: MessageId,
    conversationId: ConversationId,
    from: z.enum(['customer', 'agent', 'bot', 'desk']),
    kind: z.enum(['message', 'reply', 'note', 'notice']),
    authorId: AgentId.nullable(),
    authorName: z.string().nullable(),
    text: z.string(),
    subject: z.string().nullable(),
    hasMore: z.boolean(),
    /** To read the whole from channels: HTML, quotation, original. */
    receiptId: ReceiptId.nullable(),
    attachments: z.array(Attachment),
    automatic: Automatic.nullable(),
    at: Instant,
    /** Of a mail: SPF, DKIM and DMARC. */
    checks: MailChecks.nullable().optional(),
    /** Quick replies that stood under it. */
    choices: z.array(z.object({ code: z.string(), label: z.string() })).optional(),
    /** Null on what did not go out. */
    delivery: Delivery.nullable(),
  }),
);
export type Message = z.infer<typeof Message>;
export const MessagePage = named('MessagePage', pageOf(Message));
export type MessagePage = z.infer<typeof MessagePage>;

/** `seenVersion`: the conversation's version that the writer had on the screen; a stale one is asked about first. */
export const NewMessage = named(
  'NewMessage',
  z.strictObject({
    text: z.string().max(65_536),
    kind: z.enum(['reply', 'note']),
    seenVersion: z.int().optional(),
    /** Files put up before (`POST /v1/attachments`). */
    attachments: z.array(Attachment).max(20).optional(),
    /** The name of a template of the channel: its text goes out instead of `text`, after the reply window too. */
    template: z.string().min(1).max(512).optional(),
    /** Quick replies under a reply. */
    choices: z
      .array(z.strictObject({ code: z.string().min(1).max(64), label: z.string().trim().min(1).max(80) }))
      .max(10)
      .optional(),
  }),
);
export type NewMessage = z.infer<typeof NewMessage>;

export const Decline = named('Decline', z.strictObject({ note: z.string().max(500).optional() }));
export type Decline = z.infer<typeof Decline>;
export const SendAgain = named('SendAgain', z.strictObject({ messageId: MessageId }));

/** One candidate of a decision: chosen, or the first rule that failed. */
export const Candidate = named(
  'Candidate',
  z.object({
    agentId: AgentId,
    name: z.string(),
    chosen: z.boolean(),
    because: Because,
    load: z.int(),
    capacity: z.int(),
    idleSince: Instant.nullable(),
  }),
);
export type Candidate = z.infer<typeof Candidate>;
export const Decision = named(
  'Decision',
  z.object({
    id: DecisionId,
    step: z.int(),
    at: Instant,
    policyVersion: z.int(),
    kind: z.enum(['offered', 'assigned', 'waiting']),
    agentId: AgentId.nullable(),
    because: Because,
    queue: z.string(),
    ring: z.int(),
    requires: z.record(z.string(), z.int()),
    orderKeyParts: OrderKeyParts,
    /**
     * At a desk of up to 64 agents everybody, the chosen one first, then who was behind in turn, then who failed and by
     * which rule; at a bigger one the chosen one and the four next in turn.
     */
    candidates: z.array(Candidate),
    /** At a bigger desk: how many of all but the chosen one failed by which rule first, by reason code. */
    counts: z.record(z.string(), z.int()).optional(),
    /** What would make it otherwise, in reason codes: `a-level-more`, `one-signs-in`. */
    wouldChange: z.array(Because),
  }),
);
export type Decision = z.infer<typeof Decision>;
export const Explanation = named(
  'Explanation',
  z.object({
    decisions: z.array(Decision),
    /** For one who waits: place in the queue (1 is next) and how many wait. */
    place: z
      .object({
        position: z.int(),
        of: z.int(),
        because: Because,
        /** Seconds from now; three of five waits end within. Or why nobody can say. */
        wait: z.discriminatedUnion('kind', [
          z.object({ kind: z.literal('range'), low: z.number(), high: z.number() }),
          z.object({ kind: z.literal('none'), because: Because }),
        ]),
      })
      .nullable(),
  }),
);
export type Explanation = z.infer<typeof Explanation>;

/** One step of a deadline's working: a span that counted, or what was skipped and why. */
export const DeadlineWorking = named(
  'DeadlineWorking',
  z.object({
    from: Instant,
    to: Instant,
    seconds: z.number(),
    counted: z.boolean(),
    because: z.enum(['open', 'closed', 'holiday', 'special', 'break', 'paused']),
    /** The holiday's name, where the calendar gives one; how many days stand in one line, where more than one. */
    name: z.string().optional(),
    days: z.int().optional(),
  }),
);
export type DeadlineWorking = z.infer<typeof DeadlineWorking>;
export const Deadline = named(
  'Deadline',
  z.object({
    clockId: ClockId,
    policy: z.string(),
    cycle: z.int(),
    state: z.enum(['running', 'paused', 'met', 'missed']),
    startedAt: Instant,
    dueAt: Instant,
    warnAt: Instant.nullable(),
    metAt: Instant.nullable(),
    warnedAt: Instant.nullable(),
    missedAt: Instant.nullable(),
    calendar: z.string(),
    limitSeconds: z.number(),
    working: z.array(DeadlineWorking),
    /** Which limit won: a code of `time.limits`, or `standard-<name>`. */
    limit: z.string().optional(),
    workingDays: z.int().nullable().optional(),
    /** Since when it stands still, and why: the customer is to answer, or the desk is closed. */
    pausedSince: Instant.nullable().optional(),
    pausedBecause: z.enum(['with-customer', 'closed']).nullable().optional(),
    /** When the pace of the queue says it will be met; null where nobody can say. */
    forecastAt: Instant.nullable().optional(),
    /** The new time that the customer was told, if any. */
    toldAt: Instant.nullable().optional(),
    newTime: Instant.nullable().optional(),
    /** Each time it was moved while it ran. */
    moves: z.array(z.object({ at: Instant, from: Instant, to: Instant, because: Because })).optional(),
  }),
);
export type Deadline = z.infer<typeof Deadline>;
export const Deadlines = named('Deadlines', z.object({ items: z.array(Deadline) }));

export type Deadlines = z.infer<typeof Deadlines>;

export const QueueRow = named(
  'QueueRow',
  z.object({
    code: z.string(),
    name: BothLanguages,
    waiting: z.int(),
    offered: z.int(),
    assigned: z.int(),
    oldestArrivedAt: Instant.nullable(),
    agentsOnline: z.int(),
    agentsInGroup: z.int(),
    /** Seconds for one who comes now; three of five such waits end within. Null where nobody can say. */
    estimatedWait: z.object({ low: z.number(), high: z.number() }).nullable(),
    open: z.boolean(),
  }),
);
export type QueueRow = z.infer<typeof QueueRow>;
export const QueueRows = named('QueueRows', z.object({ items: z.array(QueueRow) }));
export type QueueRows = z.infer<typeof QueueRows>;

export const AgentRow = named(
  'AgentRow',
  z.object({
    id: AgentId,
    name: z.string(),
    number: z.string(),
    role: Role,
    groups: z.array(z.string()),
    presence: PresenceNow,
    working: z.array(
      z.object({ conversationId: ConversationId, standard: Standard, state: ConversationState, since: Instant }),
    ),
  }),
);
export type AgentRow = z.infer<typeof AgentRow>;
export const AgentRows = named('AgentRows', z.object({ items: z.array(AgentRow) }));
export type AgentRows = z.infer<typeof AgentRows>;

export const EscalationRow = named(
  'EscalationRow',
  z.object({
    id: EscalationId,
    conversationId: ConversationId,
    level: z.int(),
    because: Because,
    queue: z.string(),
    trigger: Trigger.optional(),
    /** Who was told: the role and, of it, those on duty; a named person where `role` is null. */
    to: z.object({ role: Role.nullable(), people: z.array(AgentId) }).optional(),
    seen: z.array(z.object({ agentId: AgentId, at: Instant })).optional(),
    /** Who stays with the matter until it is closed. */
    followerId: AgentId.nullable().optional(),
    /** Why this level was told, and those below it were passed over. */
    working: z.array(z.object({ level: z.int(), because: Because })).optional(),
    raisedAt: Instant,
    acknowledgeBy: Instant,
    acknowledgedBy: AgentId.nullable(),
    acknowledgedAt: Instant.nullable(),
    /** Over, because the conversation was answered or ended meanwhile. */
    overAt: Instant.nullable(),
  }),
);
export type EscalationRow = z.infer<typeof EscalationRow>;
/** A matter of which nobody was told yet, because all levels are quiet. */
export const QuietMatter = named(
  'QuietMatter',
  z.object({
    id: z.uuid(),
    conversationId: ConversationId,
    trigger: Trigger,
    because: Because,
    queue: z.string(),
    begunAt: Instant,
    /** When the first level opens and is told. */
    toldAt: Instant,
  }),
);
export type QuietMatter = z.infer<typeof QuietMatter>;
export const EscalationRows = named(
  'EscalationRows',
  z.object({ items: z.array(EscalationRow), quiet: z.array(QuietMatter).optional() }),
);
export type EscalationRows = z.infer<typeof EscalationRows>;

/** Put aside with its reason. `id` is `<service>:<uuid>`. `raw` is escaped text for people, at most 64 KiB. */
export const ParkedRow = named(
  'ParkedRow',
  z.object({
    id: z.string(),
    service: z.string(),
    consumer: z.string(),
    because: Because,
    detail: z.string(),
    tries: z.int(),
    parkedAt: Instant,
    takenInAt: Instant.nullable(),
    raw: z.string(),
  }),
);
export type ParkedRow = z.infer<typeof ParkedRow>;
export const ParkedRows = named(
  'ParkedRows',
  z.object({ items: z.array(ParkedRow), next: z.string().nullable(), count: z.int() }),
);

export type ParkedRows = z.infer<typeof ParkedRows>;

/** What a mail said in whole, read from channels: HTML made safe, quotation included. */
export const WholeMessage = named(
  'WholeMessage',
  z.object({ html: z.string().nullable(), text: z.string(), headers: z.array(z.tuple([z.string(), z.string()])) }),
);
export type WholeMessage = z.infer<typeof WholeMessage>;

/** What a push on `/v1/live` says: only what changed; the console fetches by version. */
export const LiveChange = named(
  'LiveChange',
  z.object({
    kind: z.enum([
      'conversation',
      'deadline',
      'ticket',
      'follow-up',
      'customer',
      'visitor',
      'agent',
      'escalation',
      'sign',
      'incident',
      'consult',
      'call-back',
      'directive',
      'settings',
      'everything',
    ]),
    id: z.string(),
    version: z.int(),
    /** Set where it rings for the one who hears it. */
    ringsUntil: Instant.optional(),
  }),
);
export type LiveChange = z.infer<typeof LiveChange>;

/** Internal: sla asks before anything fires (design §7). */
export const StatesAsked = named('StatesAsked', z.strictObject({ ids: z.array(ConversationId).max(500) }));
export type StatesAsked = z.infer<typeof StatesAsked>;
export const ConversationStateNow = named(
  'ConversationStateNow',
  z.object({
    id: ConversationId,
    version: z.int(),
    state: ConversationState,
    queue: z.string(),
    /** Instants that stop a clock: of the last customer's message, the first and last agent's reply, solved, closed. */
    arrivedAt: Instant,
    lastCustomerAt: Instant.nullable(),
    firstReplyAt: Instant.nullable(),
    lastReplyAt: Instant.nullable(),
    solvedAt: Instant.nullable(),
    closedAt: Instant.nullable(),
    /** Who has it, since when; null while nobody does. */
    agentId: AgentId.nullable().optional(),
    assignedAt: Instant.nullable().optional(),
    reopenedAt: Instant.nullable().optional(),
    /** For one that waits: in so many seconds somebody will take it, by the pace of its queue. */
    wait: z.object({ low: z.number(), high: z.number() }).nullable().optional(),
    tickets: z
      .array(
        z.object({ id: TicketId, state: TicketState, answeredAt: Instant.nullable(), solvedAt: Instant.nullable() }),
      )
      .optional(),
  }),
);
export type ConversationStateNow = z.infer<typeof ConversationStateNow>;
/** `at`, by Postgres' clock: whatever committed before stands in it. */
export const StatesNow = named('StatesNow', z.object({ at: Instant.optional(), items: z.array(ConversationStateNow) }));
export type StatesNow = z.infer<typeof StatesNow>;

const Password = z.string().min(10).max(256);
/** A new person. Without a password they set their own by a link (`POST /staff/{id}/set-up-link`). */
export const NewStaff = named(
  'NewStaff',
  z.strictObject({ ...StaffV1.omit({ id: true, active: true }).shape, password: Password.optional() }),
);
export type NewStaff = z.infer<typeof NewStaff>;
/** Only what is named changes. A new password or `active: false` ends every sign-in of theirs. */
export const ChangedStaff = named(
  'ChangedStaff',
  z.strictObject({ ...StaffV1.omit({ id: true }).partial().shape, password: Password.optional() }),
);
export type ChangedStaff = z.infer<typeof ChangedStaff>;
export const NewSetUp = named(
  'NewSetUp',
  z.strictObject({
    token: z.string().max(256),
    email: z.email(),
    name: z.string().min(1).max(120),
    password: Password,
  }),
);
export type NewSetUp = z.infer<typeof NewSetUp>;
/**
 * Shown once and kept as a hash; an earlier link of the same person ends with it. `url`: the whole of it, where the
 * gateway knows under which address people reach it.
 */
export const SetUpLink = named(
  'SetUpLink',
  z.object({ path: z.string(), url: z.string().nullable(), expiresAt: Instant }),
);
export type SetUpLink = z.infer<typeof SetUpLink>;
export const NewOwnPassword = named(
  'NewOwnPassword',
  z.strictObject({ token: z.string().max(256), password: Password }),
);
export type NewOwnPassword = z.infer<typeof NewOwnPassword>;
/**
 * The version in it is ignored: publishing gives the next one. `baseVersion` (or `If-Match`) is the version it was made
 * from: where another was published since, it is refused as `edited-meanwhile`.
 */
export const NewPolicy = named(
  'NewPolicy',
  z.strictObject({
    policy: PolicyV1,
    note: z.string().max(500).default(''),
    baseVersion: z.int().positive().optional(),
  }),
);
export type NewPolicy = z.infer<typeof NewPolicy>;

/** Bodies of the routes about customers: who they are, by which evidence, and what was ever said with them. */
import { z } from 'zod';
import { Because, pageOf } from './desk-api.ts';
import { AddressId, AgentId, ConversationId, CustomerId, LinkId, MessageId } from './ids.ts';
import { Attachment, ChannelName, ConversationState, Instant, Protected, Standard } from './parts.ts';

const named = <Schema extends z.ZodType>(id: string, schema: Schema) => schema.meta({ id });

/** Where a customer writes from, and why we hold it for theirs. */
export const CustomerAddress = named(
  'CustomerAddress',
  z.object({
    id: AddressId,
    channel: ChannelName,
    address: z.string(),
    name: z.string().nullable(),
    /** A code sent there came back, or the host site vouches for it; null where nobody does. */
    verifiedBy: z.enum(['code', 'host-site']).nullable(),
    verifiedAt: Instant.nullable(),
    firstSeenAt: Instant,
    /** The link that joined it; null for the address the customer began with. */
    linkId: LinkId.nullable(),
  }),
);
export type CustomerAddress = z.infer<typeof CustomerAddress>;

/** One piece of evidence that two addresses are one person's, with what it adds to the score (0–100). */
export const LinkEvidence = named('LinkEvidence', z.object({ because: Because, score: z.number() }));
export type LinkEvidence = z.infer<typeof LinkEvidence>;
/**
 * Two addresses, one person. `sure` ones join by themselves, likely ones are `proposed`; each can be undone, and
 * a pair once undone or refused is never joined by itself again.
 */
export const CustomerLink = named(
  'CustomerLink',
  z.object({
    id: LinkId,
    state: z.enum(['proposed', 'joined', 'refused', 'undone']),
    /** `into` is the customer who stays; `address` joins them. */
    into: z.object({ customerId: CustomerId, name: z.string().nullable(), address: z.string(), channel: ChannelName }),
    address: z.object({ id: AddressId, channel: ChannelName, address: z.string(), name: z.string().nullable() }),
    score: z.number(),
    evidence: z.array(LinkEvidence),
    proposedAt: Instant,
    /** Null where the evidence alone decided. */
    decidedBy: AgentId.nullable(),
    decidedAt: Instant.nullable(),
    note: z.string(),
  }),
);
export type CustomerLink = z.infer<typeof CustomerLink>;
export const CustomerLinks = named('CustomerLinks', z.object({ items: z.array(CustomerLink) }));
export type CustomerLinks = z.infer<typeof CustomerLinks>;
/** Links an address by hand, with the words why. */
export const NewLink = named(
  'NewLink',
  z.strictObject({ addressId: AddressId, note: z.string().trim().min(1).max(1000) }),
);
export type NewLink = z.infer<typeof NewLink>;
export const LinkDecision = named('LinkDecision', z.strictObject({ note: z.string().trim().max(1000).default('') }));
export type LinkDecision = z.infer<typeof LinkDecision>;

/** May we write first, and by what; each with when and how it was given. */
export const Consent = z.object({
  to: z.enum(['survey', 'follow-up', 'news']),
  given: z.boolean(),
  at: Instant,
  how: z.string().max(200),
});

export const Customer = named(
  'Customer',
  z.object({
    id: CustomerId,
    version: z.int(),
    name: z.string().nullable(),
    isVip: z.boolean(),
    tags: z.array(z.string()),
    /** The desk's own fields, as the policy names them (`customers.fields`). */
    fields: z.record(z.string(), z.string()),
    note: z.string(),
    consent: z.array(Consent),
    externalId: z.string().nullable(),
    addresses: z.array(CustomerAddress),
    /** Links proposed and not decided. */
    proposed: z.array(CustomerLink),
    openConversations: z.int(),
    firstSeenAt: Instant,
    lastSeenAt: Instant.nullable(),
  }),
);
export type Customer = z.infer<typeof Customer>;
/** Only what is named changes; `If-Match` carries the version it was made from. */
export const ChangedCustomer = named(
  'ChangedCustomer',
  z.strictObject({
    name: z.string().trim().max(255).nullable().optional(),
    isVip: z.boolean().optional(),
    tags: z.array(z.string().trim().min(1).max(60)).max(50).optional(),
    fields: z.record(z.string().max(64), z.string().max(2000)).optional(),
    note: z.string().max(4000).optional(),
    consent: z
      .array(z.strictObject({ to: Consent.shape.to, given: z.boolean(), how: z.string().trim().min(1).max(200) }))
      .optional(),
  }),
);
export type ChangedCustomer = z.infer<typeof ChangedCustomer>;
export const CustomerRow = named(
  'CustomerRow',
  z.object({
    id: CustomerId,
    name: z.string().nullable(),
    isVip: z.boolean(),
    tags: z.array(z.string()),
    addresses: z.array(z.object({ channel: ChannelName, address: z.string() })),
    lastSeenAt: Instant.nullable(),
  }),
);
export const CustomerPage = named('CustomerPage', pageOf(CustomerRow));
export type CustomerPage = z.infer<typeof CustomerPage>;

/** One thing that was said or happened, over all channels and conversations, newest first. */
export const TimelineItem = named(
  'TimelineItem',
  z.object({
    conversationId: ConversationId,
    channel: ChannelName,
    standard: Standard,
    state: ConversationState,
    at: Instant,
    what: z.enum(['message', 'event', 'call', 'ticket']),
    from: z.enum(['customer', 'agent', 'bot', 'desk']).nullable(),
    name: z.string().nullable(),
    text: z.string(),
    because: Because.nullable(),
    messageId: MessageId.nullable(),
    attachments: z.array(Attachment),
  }),
);
export type TimelineItem = z.infer<typeof TimelineItem>;
/** `hidden`: how many conversations the reader may not see, of other groups or about themselves. */
export const Timeline = named('Timeline', pageOf(TimelineItem).extend({ hidden: z.int() }));
export type Timeline = z.infer<typeof Timeline>;

/** A one-time code: six digits, ten minutes, three tries; then only the supervisor helps. */
export const NewCode = named(
  'NewCode',
  /** One of the customer's own addresses, known before this conversation or verified. */
  z.strictObject({ addressId: AddressId }),
);
export type NewCode = z.infer<typeof NewCode>;
export const CodeTried = named('CodeTried', z.strictObject({ code: z.string().regex(/^\s*\d{6}\s*$/) }));
export type CodeTried = z.infer<typeof CodeTried>;
/** Whether the customer of a conversation has shown who they are. The code itself is nowhere but at the customer. */
export const Verification = named(
  'Verification',
  z.object({
    state: z.enum(['none', 'code-sent', 'verified', 'locked']),
    by: z.enum(['code', 'host-site', 'supervisor']).nullable(),
    /** Where the code went, shortened for the eye: `l…@customer.test`. */
    sentTo: z.string().nullable(),
    sentAt: Instant.nullable(),
    expiresAt: Instant.nullable(),
    triesLeft: z.int().nullable(),
    verifiedAt: Instant.nullable(),
    /** Known addresses that a code may go to. */
    mayGoTo: z.array(z.object({ addressId: AddressId, channel: ChannelName, shown: z.string() })),
    /** What is protected and so refused until then. */
    protects: z.array(Protected),
  }),
);
export type Verification = z.infer<typeof Verification>;
/** A supervisor vouches, with the reason. */
export const Vouch = named('Vouch', z.strictObject({ note: z.string().trim().min(1).max(1000) }));
export type Vouch = z.infer<typeof Vouch>;

/** Messages from this one on get a conversation of their own; what was merged can be split, and the other way. */
export const Split = named('Split', z.strictObject({ fromMessageId: MessageId }));
export type Split = z.infer<typeof Split>;
export const Merge = named('Merge', z.strictObject({ into: ConversationId }));
export type Merge = z.infer<typeof Merge>;

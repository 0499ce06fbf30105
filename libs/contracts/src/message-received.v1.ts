/** `message.received`: a customer's message, from any channel, as one kind of record. */
import { z } from 'zod';
import { ConversationId, ReceiptId } from './ids.ts';
import { Attachment, Automatic, ChannelName, IdentityEvidence, Instant, MailChecks, Standard } from './parts.ts';

/**
 * Written by channels in the transaction of the receipt; key `channel:address`, so one customer's messages keep
 * their order. Bodies travel only here and in `reply.written`. Safe to hear twice: `receiptId` is unique.
 */
export const MessageReceivedV1 = z.object({
  receiptId: ReceiptId,
  channel: ChannelName,
  standard: Standard,
  /** Is somebody sitting there waiting (web chat), or will they look later (mail)? */
  live: z.boolean(),
  /** Which of the desk's doors it came through: a mailbox, a site, a number. */
  account: z.string().max(255),
  from: z.object({
    /** The customer's address in this channel, normalised: one address, one string. Empty where the mail had none. */
    address: z.string().max(512),
    name: z.string().max(255).nullable(),
    /** Who vouches for the address: the host site's token, or nobody. */
    vouchedBy: z.enum(['host-site']).nullable(),
    /** E-mail address that the host site vouches for, where it gave one. */
    email: z.string().max(320).nullable(),
    /** Other addresses of theirs, by whose word. */
    evidence: z.array(IdentityEvidence).max(8).optional(),
  }),
  thread: z.object({
    /** What opens a conversation of its own under this address: '' for a chat, the mail's own reference for a mail. */
    key: z.string().max(512),
    /** From a signed reply address whose signature held; who may join is still the router's to decide. */
    conversationId: ConversationId.nullable(),
    /** This item's own reference (Message-ID), by which later ones may answer it. */
    reference: z.string().max(998).nullable(),
    /** References this item answers, nearest first. */
    answers: z.array(z.string().max(998)).max(100),
  }),
  subject: z.string().max(998).nullable(),
  /** What the customer newly wrote, quotation and signature cut, at most 64 KiB of UTF-8; NUL removed. */
  text: z.string(),
  /** The whole is longer, or has HTML or a quotation: read it from channels by the receipt. */
  hasMore: z.boolean(),
  attachments: z.array(Attachment).max(100),
  automatic: Automatic.nullable(),
  /** Of a mail: whether its sender is who it says. */
  checks: MailChecks.optional(),
  /** What a form before the conversation asked, by field. */
  form: z.record(z.string().max(64), z.string().max(2000)).optional(),
  /** The quick reply that was pressed; `text` is what stood on it. */
  chosen: z.string().max(64).optional(),
  /** It came without a provider's id, and this one with the same bytes came less than two minutes before: perhaps it is one. */
  equals: ReceiptId.optional(),
  /** The provider's time, where it gave one; orders messages of one sender before `receivedAt` does. */
  sentAt: Instant.nullable(),
  receivedAt: Instant,
});
export type MessageReceivedV1 = z.infer<typeof MessageReceivedV1>;

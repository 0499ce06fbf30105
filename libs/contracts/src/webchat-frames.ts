/** What the chat bubble and channels say to each other on `/chat/live` (types for the widget, schemas for channels). */
import { z } from 'zod';
import { Attachment, Instant } from './parts.ts';

/** `auth` of the first frame: a site, and a visitor's token or a host site's JWT; neither means a new visitor. */
export const ChatHello = z.strictObject({
  site: z.string().min(1).max(64),
  visitor: z.string().max(256).optional(),
  jwt: z.string().max(4096).optional(),
  /** The last sequence this tab has: what is later is sent at once. */
  after: z.int().nonnegative().default(0),
  language: z.string().max(35).optional(),
});
export type ChatHello = z.input<typeof ChatHello>;

const Choice = z.object({ code: z.string().min(1).max(64), label: z.string().min(1).max(80) });
export type ChatChoice = z.infer<typeof Choice>;

/** A question of the form before the chat, in the visitor's language. */
export const ChatAsked = z.object({
  code: z.string(),
  label: z.string(),
  kind: z.enum(['text', 'long-text', 'email', 'phone', 'number', 'date', 'choice']),
  isRequired: z.boolean(),
  choices: z.array(Choice),
});
export type ChatAsked = z.infer<typeof ChatAsked>;

/** Server → client `welcome`. `visitor` is kept by the browser; a new one replaces the old. */
export const ChatWelcome = z.object({
  visitor: z.string(),
  desk: z.object({ name: z.string(), isOpen: z.boolean(), opensAt: Instant.nullable() }),
  last: z.int(),
  /** Goes with files up and down by HTTP, as a bearer; of this chat alone, and of this connection's time. */
  pass: z.string(),
  maxFileBytes: z.int(),
  /** Not asked again: what is known, and what was answered. */
  asks: z.array(ChatAsked),
  firstReplies: z.array(Choice),
  /** Out of hours: leave a message that is answered by mail, or chat all the same. */
  offline: z.enum(['form', 'chat']),
  transcript: z.boolean(),
  email: z.string().nullable(),
});
export type ChatWelcome = z.infer<typeof ChatWelcome>;

/** Server → client `line`: one row of the chat in its sequence, either direction; shown once by `sequence`. */
export const ChatLine = z.object({
  sequence: z.int().positive(),
  from: z.enum(['customer', 'agent', 'bot', 'desk']),
  name: z.string().nullable(),
  text: z.string(),
  attachments: z.array(Attachment),
  /** Quick replies below it, to be pressed while it is the last word. */
  choices: z.array(Choice),
  at: Instant,
  /** The client's transaction id, on the customer's own lines. */
  txnId: z.string().nullable(),
});
export type ChatLine = z.infer<typeof ChatLine>;

export const chatFilesMost = 10;
export const chatFileMaxBytes = 10 * 1024 * 1024;

/**
 * Client → server `say`, answered by an ack after the commit; sent again until then, taken once by `txnId`. `files`
 * were put up before, by their hash and name; `form` comes with the first word.
 */
export const ChatSay = z.strictObject({
  txnId: z.string().min(8).max(64),
  text: z.string().max(10_000),
  files: z.array(Attachment).max(chatFilesMost).optional(),
  chosen: z.string().min(1).max(64).optional(),
  form: z.record(z.string().max(64), z.string().max(2000)).optional(),
});
export type ChatSay = z.infer<typeof ChatSay>;
export type ChatAck = { ok: true; sequence: number; at: string } | { ok: false; reason: string; detail: string };

/** Client → server `leave`: words out of hours, answered by mail to this address. Taken once by `txnId`. */
export const ChatLeave = z.strictObject({
  txnId: z.string().min(8).max(64),
  name: z.string().trim().min(1).max(100),
  email: z.email().max(320),
  text: z.string().trim().min(1).max(10_000),
});
export type ChatLeave = z.infer<typeof ChatLeave>;

/** Client → server `transcript`: this chat's own lines, by mail. */
export const ChatTranscript = z.strictObject({ email: z.email().max(320) });
export type ChatDone = { ok: true } | { ok: false; reason: string; detail: string };

/** Client → server `seen`: everything up to this sequence was on the screen. `typing` carries nothing. */
export const ChatSeen = z.strictObject({ sequence: z.int().nonnegative() });

/**
 * Server → client `place`: where this chat waits, or what one who writes now may expect, in seconds. A place is told
 * where nobody can say how long, too; null: nothing to say.
 */
export type ChatPlace =
  | { position: number; wait: { low: number; high: number } | null }
  | { position: null; wait: { low: number; high: number } }
  | null;

/** Client → server `trail`: pages that the visitor walked on this site, and what the page told of, oldest first. */
export const ChatTrail = z.strictObject({
  referrer: z.string().max(2000).nullable(),
  visits: z.int().positive().max(1_000_000),
  steps: z
    .array(
      z.strictObject({
        at: Instant,
        kind: z.enum(['page', 'event']),
        url: z.string().max(2000),
        title: z.string().max(300),
        name: z.string().max(100).nullable(),
        values: z.record(z.string().max(64), z.union([z.string().max(500), z.number(), z.boolean()])),
      }),
    )
    .max(50),
});
export type ChatTrail = z.infer<typeof ChatTrail>;

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

/** Server → client `welcome`. `visitor` is kept by the browser; a new one replaces the old. */
export const ChatWelcome = z.object({
  visitor: z.string(),
  desk: z.object({ name: z.string(), isOpen: z.boolean(), opensAt: Instant.nullable() }),
  last: z.int(),
});
export type ChatWelcome = z.infer<typeof ChatWelcome>;

/** Server → client `line`: one row of the chat in its sequence, either direction; shown once by `sequence`. */
export const ChatLine = z.object({
  sequence: z.int().positive(),
  from: z.enum(['customer', 'agent', 'bot', 'desk']),
  name: z.string().nullable(),
  text: z.string(),
  attachments: z.array(Attachment),
  at: Instant,
  /** The client's transaction id, on the customer's own lines. */
  txnId: z.string().nullable(),
});
export type ChatLine = z.infer<typeof ChatLine>;

/** Client → server `say`, answered by an ack after the commit; sent again until then, taken once by `txnId`. */
export const ChatSay = z.strictObject({ txnId: z.string().min(8).max(64), text: z.string().max(10_000) });
export type ChatSay = z.infer<typeof ChatSay>;
export type ChatAck = { ok: true; sequence: number; at: string } | { ok: false; reason: string; detail: string };

/** Client → server `seen`: everything up to this sequence was on the screen. `typing` carries nothing. */
export const ChatSeen = z.strictObject({ sequence: z.int().nonnegative() });

/** Small shapes that several contracts are made of. */
import { z } from 'zod';

/** An instant, ISO 8601 in UTC with milliseconds: `2026-11-22T09:00:00.000Z`. */
export const Instant = z.iso.datetime({ offset: true });

/** A channel's name is its folder's name: lower case, begins with a letter. Nobody outside the folder lists them. */
export const ChannelName = z.string().regex(/^[a-z][a-z0-9-]{1,31}$/);

/** The service standard a channel's conversations are kept to (`domain.md` §1). Limits and weights hang on it. */
export const Standard = z.enum(['chat', 'call', 'social', 'sms', 'mail']);
export type Standard = z.infer<typeof Standard>;

/** bot → waiting → offered → assigned ⇄ with-customer → solved → closed. Open is all but closed. */
export const ConversationState = z.enum(['bot', 'waiting', 'offered', 'assigned', 'with-customer', 'solved', 'closed']);
export type ConversationState = z.infer<typeof ConversationState>;

/** Text in both languages of the house. */
export const BothLanguages = z.object({ en: z.string(), zh: z.string() });
export type BothLanguages = z.infer<typeof BothLanguages>;

/** A file that came with a message: the bytes are read from channels by `sha256` (hex). Size in bytes. */
export const Attachment = z.object({
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  name: z.string().max(255),
  type: z.string().max(255),
  bytes: z.int().nonnegative(),
});
export type Attachment = z.infer<typeof Attachment>;

/** Of one file, and of all files of a message together: what most mail servers take. */
export const attachmentMaxBytes = 25 * 1024 * 1024;

/** Says of itself that no person wrote it (RFC 3834 and kin). Kept and shown, never answered by a machine. */
export const Automatic = z.enum(['auto-replied', 'auto-generated', 'bulk', 'bounce']);
export type Automatic = z.infer<typeof Automatic>;

/** What the policy may protect (`domain.md` §1): refused as `not-verified` until the customer is. */
export const Protected = z.enum(['history', 'forms', 'macros', 'change-address', 'ticket-attachments']);
export type Protected = z.infer<typeof Protected>;

/** How a receiving server's checks of a mail went: SPF, DKIM, DMARC (RFC 7208, 6376, 7489). */
export const MailCheck = z.enum(['pass', 'fail', 'softfail', 'neutral', 'none', 'temperror', 'permerror', 'policy']);
/** `domain`: whose name the check holds for. `by`: judged by us, or taken over from a server that we trust. */
export const MailChecks = z.object({
  spf: z.object({ result: MailCheck, domain: z.string() }),
  dkim: z.object({ result: MailCheck, domain: z.string() }),
  dmarc: z.object({ result: MailCheck, domain: z.string() }),
  by: z.string(),
});
export type MailChecks = z.infer<typeof MailChecks>;

/** What else is known of who writes: an address or an id of theirs elsewhere, and whose word that is. */
export const IdentityEvidence = z.object({
  kind: z.enum(['email', 'phone', 'external-id']),
  value: z.string().min(1).max(320),
  /** A host site's signed token, the provider's own record, or only what the customer typed. */
  by: z.enum(['host-site', 'provider', 'customer']),
});
export type IdentityEvidence = z.infer<typeof IdentityEvidence>;

export const Urgency = z.enum(['low', 'normal', 'high', 'critical']);
export type Urgency = z.infer<typeof Urgency>;

export const Presence = z.enum(['online', 'away', 'offline']);
export type Presence = z.infer<typeof Presence>;

export const Role = z.enum(['agent', 'call-back-agent', 'monitor', 'supervisor', 'department-member', 'administrator']);
export type Role = z.infer<typeof Role>;

/** Where an outgoing message stands. Never goes backwards; `unknown` means nobody can know yet (design §5). */
export const DeliveryState = z.enum(['queued', 'sending', 'sent', 'delivered', 'read', 'failed', 'unknown']);
export type DeliveryState = z.infer<typeof DeliveryState>;

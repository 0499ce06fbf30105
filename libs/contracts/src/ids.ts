/** Every thing's id is a branded UUIDv7, so that an agent's never stands where a customer's belongs. */
import { z } from 'zod';

const id = <Brand extends string>(_brand: Brand) => z.uuid().brand<Brand>();

export const ConversationId = id('ConversationId');
export type ConversationId = z.infer<typeof ConversationId>;
export const MessageId = id('MessageId');
export type MessageId = z.infer<typeof MessageId>;
export const CustomerId = id('CustomerId');
export type CustomerId = z.infer<typeof CustomerId>;
export const AddressId = id('AddressId');
export type AddressId = z.infer<typeof AddressId>;
export const AgentId = id('AgentId');
export type AgentId = z.infer<typeof AgentId>;
export const AssignmentId = id('AssignmentId');
export type AssignmentId = z.infer<typeof AssignmentId>;
export const DecisionId = id('DecisionId');
export type DecisionId = z.infer<typeof DecisionId>;
export const ReceiptId = id('ReceiptId');
export type ReceiptId = z.infer<typeof ReceiptId>;
export const ClockId = id('ClockId');
export type ClockId = z.infer<typeof ClockId>;
export const EscalationId = id('EscalationId');
export type EscalationId = z.infer<typeof EscalationId>;
export const CorrectionId = id('CorrectionId');
export type CorrectionId = z.infer<typeof CorrectionId>;
export const HandOverId = id('HandOverId');
export type HandOverId = z.infer<typeof HandOverId>;
export const SignId = id('SignId');
export type SignId = z.infer<typeof SignId>;
export const IncidentId = id('IncidentId');
export type IncidentId = z.infer<typeof IncidentId>;
export const TicketId = id('TicketId');
export type TicketId = z.infer<typeof TicketId>;
export const IncidentMessageId = id('IncidentMessageId');
export type IncidentMessageId = z.infer<typeof IncidentMessageId>;
export const FollowUpId = id('FollowUpId');
export type FollowUpId = z.infer<typeof FollowUpId>;
export const LinkId = id('LinkId');
export type LinkId = z.infer<typeof LinkId>;
export const CallId = id('CallId');
export type CallId = z.infer<typeof CallId>;
export const CallBackId = id('CallBackId');
export type CallBackId = z.infer<typeof CallBackId>;
export const AlarmId = id('AlarmId');
export type AlarmId = z.infer<typeof AlarmId>;
export const TransferId = id('TransferId');
export type TransferId = z.infer<typeof TransferId>;
export const ConsultId = id('ConsultId');
export type ConsultId = z.infer<typeof ConsultId>;
export const DirectiveId = id('DirectiveId');
export type DirectiveId = z.infer<typeof DirectiveId>;
export const WrapUpId = id('WrapUpId');
export type WrapUpId = z.infer<typeof WrapUpId>;
export const TicketEntryId = id('TicketEntryId');
export type TicketEntryId = z.infer<typeof TicketEntryId>;
export const SubmissionId = id('SubmissionId');
export type SubmissionId = z.infer<typeof SubmissionId>;
export const FactId = id('FactId');
export type FactId = z.infer<typeof FactId>;

let lastMs = 0;
let counter = 0;

/** Asked for in bulk: each question to the random source costs more than an id. */
const random = new Uint8Array(8 * 256);
let used = random.length;
const hexOf = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));
const byteAt = (at: number): string => hexOf[random[at] as number] as string;

/**
 * A new UUIDv7 (RFC 9562 §5.7): 48 bits of milliseconds, then a 12-bit counter that keeps ids of one process and
 * millisecond in order, then 62 random bits. Touches nothing but the clock and the random source.
 */
export function newId<Id extends string = string>(): Id {
  const now = Date.now();
  counter = now > lastMs ? 0 : counter + 1;
  lastMs = Math.max(now, lastMs);
  if (counter > 0xfff) {
    lastMs += 1; // more than 4,096 in a millisecond: borrow from the next, order stays
    counter = 0;
  }
  if (used === random.length) {
    crypto.getRandomValues(random);
    used = 0;
  }
  const at = used;
  used += 8;
  const ms = lastMs.toString(16).padStart(12, '0');
  const order = (0x7000 | counter).toString(16);
  const variant = hexOf[0x80 | ((random[at] as number) & 0x3f)] as string;
  let rest = '';
  for (let place = at + 2; place < at + 8; place += 1) rest += byteAt(place);
  return `${ms.slice(0, 8)}-${ms.slice(8)}-${order}-${variant}${byteAt(at + 1)}-${rest}` as Id;
}

/** The smallest id that can be made from an instant on: ids of a span are found by their own index. */
export function firstIdAt(ms: number): string {
  const hex = ms.toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-000000000000`;
}

/** The UTC day (`2026-11-22`) in which a UUIDv7 was made: the partition of `processed_event` it belongs to. */
export function dayOfId(uuid: string): string {
  const ms = Number.parseInt(uuid.slice(0, 8) + uuid.slice(9, 13), 16);
  return new Date(ms).toISOString().slice(0, 10);
}

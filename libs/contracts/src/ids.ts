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
export const FactId = id('FactId');
export type FactId = z.infer<typeof FactId>;

let lastMs = 0;
let counter = 0;

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
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const view = new DataView(bytes.buffer);
  view.setUint32(0, Math.floor(lastMs / 0x10000));
  view.setUint16(4, lastMs % 0x10000);
  view.setUint16(6, 0x7000 | counter);
  view.setUint8(8, 0x80 | (view.getUint8(8) & 0x3f));
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}` as Id;
}

/** The UTC day (`2026-11-22`) in which a UUIDv7 was made: the partition of `processed_event` it belongs to. */
export function dayOfId(uuid: string): string {
  const ms = Number.parseInt(uuid.slice(0, 8) + uuid.slice(9, 13), 16);
  return new Date(ms).toISOString().slice(0, 10);
}

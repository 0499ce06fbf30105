/** `customer.*`, `conversation.verified`: who it is, and since when that is shown. Said by the router. No names, no addresses. */
import { z } from 'zod';
import { Head } from './conversation-facts.v1.ts';
import { AddressId, AgentId, CustomerId, LinkId } from './ids.ts';
import { Instant } from './parts.ts';

/** The profile changed: whoever shows the customer fetches it anew. */
export const CustomerChangedV1 = z.object({ customerId: CustomerId, version: z.int().positive() });
export type CustomerChangedV1 = z.infer<typeof CustomerChangedV1>;

const Linked = z.object({
  linkId: LinkId,
  addressId: AddressId,
  /** Whose the address is now. */
  customerId: CustomerId,
  /** Whose it was. */
  formerCustomerId: CustomerId,
  /** Null where the evidence alone decided. */
  by: AgentId.nullable(),
});
/** An address joined a customer. Conversations belong to addresses, so nothing of theirs moved. */
export const CustomerLinkedV1 = Linked;
export type CustomerLinkedV1 = z.infer<typeof CustomerLinkedV1>;
export const CustomerUnlinkedV1 = Linked;
export type CustomerUnlinkedV1 = z.infer<typeof CustomerUnlinkedV1>;

/** The customer has shown who they are, by a code to a known address, a signed token, or a supervisor's word. */
export const ConversationVerifiedV1 = Head.extend({
  customerId: CustomerId,
  by: z.enum(['code', 'host-site', 'supervisor']),
  until: Instant,
});
export type ConversationVerifiedV1 = z.infer<typeof ConversationVerifiedV1>;

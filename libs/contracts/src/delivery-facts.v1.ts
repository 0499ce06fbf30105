/** `delivery.*`: what became of a word to a customer. States never go backwards. */
import { z } from 'zod';
import { ConversationId, MessageId } from './ids.ts';
import { ChannelName } from './parts.ts';

const Head = z.object({
  /** The message row in the router, and the outbound row in channels. */
  messageId: MessageId,
  conversationId: ConversationId,
  channel: ChannelName,
  attempt: z.int().positive(),
});

export const DeliverySentV1 = Head.extend({
  /** The provider's id, or the mail's Message-ID: what later items may answer. */
  reference: z.string().max(998).nullable(),
  /** Channel account and address, where every replica must look for open sockets; null elsewhere. */
  socketOf: z.object({ account: z.string(), address: z.string() }).nullable(),
});
export type DeliverySentV1 = z.infer<typeof DeliverySentV1>;
export const DeliveryDeliveredV1 = Head;
export type DeliveryDeliveredV1 = z.infer<typeof DeliveryDeliveredV1>;
export const DeliveryReadV1 = Head;
export type DeliveryReadV1 = z.infer<typeof DeliveryReadV1>;
/** It will not arrive. `because` is a code of reasons.ts, `detail` the provider's words for the agent. */
export const DeliveryFailedV1 = Head.extend({ because: z.string(), detail: z.string().max(2000) });
export type DeliveryFailedV1 = z.infer<typeof DeliveryFailedV1>;
/** Cut between hand-over and answer: nobody can know yet. Settled by a callback, a bounce, or the agent. */
export const DeliveryUnknownV1 = Head.extend({
  detail: z.string().max(2000),
  /** Why nobody knows, a code of reasons.ts; absent: it was cut between hand-over and answer. */
  because: z.string().optional(),
});
export type DeliveryUnknownV1 = z.infer<typeof DeliveryUnknownV1>;

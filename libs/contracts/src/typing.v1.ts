/** `typing.started`, `chat.moved`: hints that may be lost without harm; the only facts without an outbox row. */
import { z } from 'zod';
import { ConversationId } from './ids.ts';
import { ChannelName } from './parts.ts';

export const TypingStartedV1 = z.object({
  channel: ChannelName,
  account: z.string(),
  address: z.string(),
  who: z.enum(['customer', 'agent']),
  /** Known only where the agent types. */
  conversationId: ConversationId.nullable(),
});
export type TypingStartedV1 = z.infer<typeof TypingStartedV1>;

/** Something new stands in this visitor's chat: other tabs read on from their last sequence. */
export const ChatMovedV1 = z.object({
  channel: ChannelName,
  account: z.string(),
  address: z.string(),
  /** Nothing was said: the visitor came, left or walked on, and who looks at them fetches anew. */
  isTrail: z.boolean().optional(),
});
export type ChatMovedV1 = z.infer<typeof ChatMovedV1>;

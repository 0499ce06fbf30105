/** `reply.written`: a word to a customer. Whatever reaches a customer went through one of these. */
import { z } from 'zod';
import { AgentId, ConversationId, MessageId } from './ids.ts';
import { Attachment, ChannelName } from './parts.ts';

/**
 * Written by the router in the transaction of the message row; channels sends it once. `messageId` is the outbound
 * id and stays the same over all attempts.
 */
export const ReplyWrittenV1 = z.object({
  messageId: MessageId,
  conversationId: ConversationId,
  channel: ChannelName,
  account: z.string().max(255),
  /** The stored participant's address, and no other. */
  to: z.object({ address: z.string().min(1).max(512), name: z.string().max(255).nullable() }),
  kind: z.enum(['reply', 'notice', 'greeting', 'survey', 'code']),
  author: z.object({ agentId: AgentId, name: z.string() }).nullable(),
  subject: z.string().max(998).nullable(),
  text: z.string().min(1),
  /**
   * What stands at `{code}` in the text of a `code`, sealed by SERVICE_KEYS for this message: opened only in the hand
   * of who sends, so that it lies nowhere in plain.
   */
  sealed: z.string().max(1000).optional(),
  attachments: z.array(Attachment).max(100),
  /** Quick replies to press, where the channel knows them; elsewhere they stand below the text as a list. */
  choices: z
    .array(z.object({ code: z.string().min(1).max(64), label: z.string().min(1).max(80) }))
    .max(10)
    .optional(),
  /** Goes out as this template of the channel's, which the provider knows by name; `text` is what it says. */
  template: z.string().max(512).optional(),
  thread: z.object({
    /** The customer's thread key, as it came in. */
    key: z.string().max(512),
    /** References of the conversation, oldest first; the last is the one answered. */
    references: z.array(z.string().max(998)).max(100),
  }),
  /** 1, or higher when an agent chose to send an `unknown` or `failed` one again. */
  attempt: z.int().positive(),
});
export type ReplyWrittenV1 = z.infer<typeof ReplyWrittenV1>;

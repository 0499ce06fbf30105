/** What channels asks the router of a question to a customer, before its page shows buttons. */
import { z } from 'zod';
import { ConversationId, MessageId } from './ids.ts';

/** `POST /internal/questions/standing`: the word that asked, and in which conversation. */
export const QuestionAsked = z.object({ conversationId: ConversationId, messageId: MessageId });
export type QuestionAsked = z.infer<typeof QuestionAsked>;

/** False once it was answered by whatever way, or another question took its place. */
export const QuestionStanding = z.object({ stands: z.boolean() });
export type QuestionStanding = z.infer<typeof QuestionStanding>;

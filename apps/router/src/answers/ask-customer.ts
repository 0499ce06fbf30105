/** Puts a question to the customer: the words with their buttons go out, and what they say next is read against it. */
import type { MessageId, ReplyWrittenV1 } from '@trunkline/contracts';
import type { Tx } from '@trunkline/platform';
import type { AskedQuestion } from '@trunkline/rules';
import type { HeldConversation } from '../intake/conversations.store.ts';
import { sendToCustomer, type Words } from '../to-customer/send-to-customer.ts';
import { putQuestion } from './questions.store.ts';

type Asking = Pick<Words, 'spokenBy' | 'author'> & {
  kind: AskedQuestion;
  /** A transfer, or the conversation. */
  aboutId: string;
  text: string;
  choices: NonNullable<ReplyWrittenV1['choices']>;
};

/** The caller holds the conversation and has raised its version. */
export async function askCustomer(tx: Tx, held: HeldConversation, asking: Asking): Promise<MessageId> {
  const { kind, aboutId, text, choices, spokenBy, author } = asking;
  const words = {
    kind: kind === 'survey' ? 'survey' : 'notice',
    spokenBy,
    author,
    text,
    instead: { choices },
  } as const;
  const messageId = await sendToCustomer(tx, held, words);
  await putQuestion(tx, { conversationId: held.id, kind, aboutId, messageId });
  return messageId;
}

/** A line in the thread for colleagues only, of what went to a department or came from it; what went has its delivery. */
import { type AgentId, type Attachment, type MessageId, newId, type ReceiptId } from '@trunkline/contracts';
import { type Tx, writeFacts } from '@trunkline/platform';
import type { HeldConversation } from '../intake/conversations.store.ts';
import { headOf } from '../intake/head-of.ts';
import { insertMessages } from '../intake/messages.store.ts';

type Note = {
  id?: MessageId;
  /** Null: it came by mail. */
  by: AgentId | null;
  text: string;
  attachments?: Attachment[];
  receiptId?: ReceiptId | null;
  deliveryState?: 'queued' | null;
};

/** The conversation's version is the caller's. */
export async function noteTo(tx: Tx, held: HeldConversation, note: Note): Promise<void> {
  const { by, text, attachments = [], receiptId = null, deliveryState = null } = note;
  const id = note.id ?? newId<MessageId>();
  const spokenBy = by === null ? 'desk' : 'agent';
  const of = { kind: 'note', authorId: by, receiptId } as const;
  await insertMessages(tx, [
    {
      id,
      conversationId: held.id,
      spokenBy,
      ...of,
      text,
      subject: null,
      hasMore: false,
      attachments,
      automatic: null,
      reference: null,
      shownAt: null,
      deliveryState,
    },
  ]);
  const data = { ...headOf(held), messageId: id, from: spokenBy, ...of, automatic: null } as const;
  await writeFacts(tx, [{ type: 'message.stored', key: held.id, data }]);
}

/** Leaves an internal note: colleagues read it, the customer never does. The conversation's version is the caller's. */
import { type Attachment, type MessageId, newId } from '@trunkline/contracts';
import { type Tx, writeFacts } from '@trunkline/platform';
import { headOf } from '../intake/head-of.ts';
import { insertMessages } from '../intake/messages.store.ts';
import type { Held } from './give-order.ts';

type Note = { text: string; attachments?: Attachment[] | undefined };

/** Of the person only who they are is looked at. */
type Leaving = { conversation: Held['conversation']; person: Pick<Held['person'], 'id'> };

export async function leaveNote(tx: Tx, { conversation, person }: Leaving, note: Note): Promise<MessageId> {
  const { text, attachments = [] } = note;
  const id = newId<MessageId>();
  await insertMessages(tx, [
    {
      id,
      conversationId: conversation.id,
      spokenBy: 'agent',
      kind: 'note',
      authorId: person.id,
      receiptId: null,
      text,
      subject: null,
      hasMore: false,
      attachments,
      automatic: null,
      reference: null,
      shownAt: null,
      deliveryState: null,
    },
  ]);
  const stored = { messageId: id, from: 'agent', kind: 'note', authorId: person.id, receiptId: null } as const;
  const data = { ...headOf(conversation), ...stored, automatic: null };
  await writeFacts(tx, [{ type: 'message.stored', key: conversation.id, data }]);
  return id;
}

/** The one way out: every word to a customer is a message row and `reply.written`, in the transaction of its cause. */
import { type AgentId, type Attachment, type MessageId, newId, type ReplyWrittenV1 } from '@trunkline/contracts';
import { refuse, type Tx, writeFacts } from '@trunkline/platform';
import { type HeldConversation, saveHeld } from '../intake/conversations.store.ts';
import { headOf } from '../intake/head-of.ts';
import { insertMessages } from '../intake/messages.store.ts';
import { oneLine } from '../intake/one-line.ts';

export type Words = {
  kind: ReplyWrittenV1['kind'];
  spokenBy: 'agent' | 'bot' | 'desk';
  author: { agentId: AgentId; name: string } | null;
  text: string;
  attachments?: Attachment[] | undefined;
  /** The row's id, where something is bound to it before. */
  id?: MessageId;
  /** What goes out instead of what the row says: a code, and where to. */
  instead?: Partial<ReplyWrittenV1>;
};

/** The caller holds the conversation and has raised its version. */
export async function sendToCustomer(tx: Tx, held: HeldConversation, words: Words): Promise<MessageId> {
  if (held.address === '') refuse('no-address');
  const id = words.id ?? newId<MessageId>();
  const kind = words.kind === 'reply' ? 'reply' : 'notice';
  await insertMessages(tx, [
    {
      id,
      conversationId: held.id,
      spokenBy: words.spokenBy,
      kind,
      authorId: words.author?.agentId ?? null,
      receiptId: null,
      text: words.text,
      subject: null,
      hasMore: false,
      attachments: words.attachments ?? [],
      automatic: null,
      reference: null,
      shownAt: null,
      deliveryState: 'queued',
    },
  ]);
  // a greeting answers nothing: what the customer said stays in the lists
  await saveHeld(
    tx,
    held,
    words.kind === 'greeting' ? undefined : { words: oneLine(words.text), from: words.spokenBy },
  );
  const author = words.author?.agentId ?? null;
  const stored = {
    messageId: id,
    from: words.spokenBy,
    kind,
    authorId: author,
    receiptId: null,
    automatic: null,
  } as const;
  await writeFacts(tx, [
    { type: 'message.stored', key: held.id, data: { ...headOf(held), ...stored } },
    {
      type: 'reply.written',
      key: held.id,
      data: { ...(await addressed(tx, held)), ...said(words), ...words.instead, messageId: id, attempt: 1 },
    },
  ]);
  return id;
}

const said = ({ kind, author, text, attachments = [] }: Words) => ({ kind, author, text, attachments });

/** Where it goes and what it answers: the stored participant and the references of the thread, oldest first. */
export async function addressed(tx: Tx, held: HeldConversation) {
  const references = await tx.query<{ reference: string }>(
    `SELECT reference FROM (SELECT reference, shown_at, id FROM message
       WHERE conversation_id = $1 AND reference IS NOT NULL ORDER BY shown_at DESC, id DESC LIMIT 100) latest
      ORDER BY shown_at, id`,
    [held.id],
  );
  return {
    conversationId: held.id,
    channel: held.channel,
    account: held.account,
    to: { address: held.address, name: held.addressName },
    subject: held.subject,
    attachments: [],
    thread: { key: held.threadKey, references: references.map((row) => row.reference) },
  };
}

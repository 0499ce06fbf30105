/** All SQL of messages and of the house's own lines in a conversation. */
import type {
  AgentId,
  Attachment,
  Because,
  ConversationId,
  MailChecks,
  MessageId,
  MessageReceivedV1,
  ReceiptId,
} from '@trunkline/contracts';
import { newId } from '@trunkline/contracts';
import type { Tx } from '@trunkline/platform';
import { wordsOf } from '@trunkline/rules';
import { storable } from './storable.ts';

export type MessageRow = {
  id: MessageId;
  conversationId: ConversationId;
  spokenBy: 'customer' | 'agent' | 'bot' | 'desk';
  kind: 'message' | 'reply' | 'note' | 'notice';
  authorId: AgentId | null;
  receiptId: ReceiptId | null;
  text: string;
  subject: string | null;
  hasMore: boolean;
  attachments: Attachment[];
  automatic: string | null;
  reference: string | null;
  /** Where it stands in the thread: the provider's time where it gave one, never later than ours; null is now. */
  shownAt: string | null;
  deliveryState: 'queued' | null;
  /** Of a mail: SPF, DKIM, DMARC. */
  checks?: MailChecks | null;
};

export type EventRow = {
  conversationId: ConversationId;
  what: string;
  agentId?: AgentId | null;
  because?: Because | null;
};

/** Leaves out what is stored already and what the batch holds twice. */
export async function notYetStored(tx: Tx, batch: MessageReceivedV1[]): Promise<MessageReceivedV1[]> {
  const once = new Map(batch.map((message) => [message.receiptId, message]));
  const rows = await tx.query<{ receipt_id: ReceiptId }>('SELECT receipt_id FROM message WHERE receipt_id = ANY($1)', [
    [...once.keys()],
  ]);
  for (const row of rows) once.delete(row.receipt_id);
  return [...once.values()];
}

export async function insertMessages(tx: Tx, messages: MessageRow[]): Promise<void> {
  if (messages.length === 0) return;
  await tx.query(
    `INSERT INTO message (id, conversation_id, spoken_by, kind, author_id, receipt_id, text, subject, has_more,
                          attachments, automatic, reference, shown_at, words, delivery_state, delivery_at, attempt, checks)
     SELECT id, "conversationId", "spokenBy", kind, "authorId", "receiptId", text, subject, "hasMore",
            attachments, automatic, reference, coalesce("shownAt", now()), array_to_tsvector(words), "deliveryState",
            CASE WHEN "deliveryState" IS NOT NULL THEN now() END, CASE WHEN "deliveryState" IS NOT NULL THEN 1 ELSE 0 END, checks
       FROM jsonb_to_recordset($1::jsonb) AS m (
         id uuid, "conversationId" uuid, "spokenBy" text, kind text, "authorId" uuid, "receiptId" uuid, text text,
         subject text, "hasMore" boolean, attachments jsonb, automatic text, reference text, "shownAt" timestamptz,
         words text[], "deliveryState" text, checks jsonb)`,
    [
      JSON.stringify(
        messages.map((message) => ({ ...message, text: storable(message.text), words: searchable(message) })),
      ),
    ],
  );
}

/** Words by which a message is found: at most 4,000 of at most 64 characters, or one text could fill an index page. */
function searchable(message: MessageRow): string[] {
  const words = new Set(wordsOf(storable(`${message.subject ?? ''} ${message.text.slice(0, 16_384)}`)));
  return [...words].filter((word) => word !== '' && word.length <= 64).slice(0, 4000);
}

export async function insertEvents(tx: Tx, events: EventRow[]): Promise<void> {
  if (events.length === 0) return;
  await tx.query(
    `INSERT INTO event (id, conversation_id, what, agent_id, because)
     SELECT id, "conversationId", what, "agentId", because FROM jsonb_to_recordset($1::jsonb)
         AS e (id uuid, "conversationId" uuid, what text, "agentId" uuid, because jsonb)`,
    [JSON.stringify(events.map((event) => ({ id: newId(), ...event })))],
  );
}

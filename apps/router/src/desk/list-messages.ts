/** Messages of a conversation, oldest first, with what became of each that went out. */
import type { ConversationId, Message, MessageId, MessagePage } from '@trunkline/contracts';
import { type LiveSettings, type Postgres, refuse } from '@trunkline/platform';
import { z } from 'zod';

const messageJson = `jsonb_build_object(
  'id', m.id, 'conversationId', m.conversation_id, 'from', m.spoken_by, 'kind', m.kind, 'authorId', m.author_id,
  'authorName', NULL, 'text', m.text, 'subject', m.subject, 'hasMore', m.has_more, 'receiptId', m.receipt_id,
  'attachments', m.attachments, 'automatic', m.automatic, 'at', m.shown_at, 'checks', m.checks,
  'delivery', CASE WHEN m.delivery_state IS NOT NULL THEN jsonb_build_object('state', m.delivery_state,
     'at', m.delivery_at, 'because', m.delivery_because, 'detail', m.delivery_detail, 'attempt', m.attempt) END)`;

const pageSize = 200;

/** `cursor` names the message after which to read on; without one, from the first. */
export async function listMessages(
  { postgres, settings }: { postgres: Postgres; settings: LiveSettings },
  id: ConversationId,
  cursor: string | undefined,
): Promise<MessagePage> {
  if (cursor !== undefined && !z.uuid().safeParse(cursor).success) refuse('bad-request', { detail: 'cursor' });
  const rows = await postgres.query<{ message: Message }>(
    `SELECT ${messageJson} AS message FROM message m WHERE m.conversation_id = $1
        AND ($2::uuid IS NULL OR (m.shown_at, m.id) > (SELECT shown_at, id FROM message WHERE id = $2::uuid))
      ORDER BY m.shown_at, m.id LIMIT $3`,
    [id, cursor ?? null, pageSize + 1],
  );
  const items = rows.slice(0, pageSize).map(({ message }) => withAuthor(message, settings));
  return { items, next: rows.length > pageSize ? items.at(-1)!.id : null };
}

export async function showMessage(
  { postgres, settings }: { postgres: Postgres; settings: LiveSettings },
  id: MessageId,
): Promise<Message> {
  const [row] = await postgres.query<{ message: Message }>(
    `SELECT ${messageJson} AS message FROM message m WHERE m.id = $1`,
    [id],
  );
  return row ? withAuthor(row.message, settings) : refuse('not-found');
}

function withAuthor(message: Message, settings: LiveSettings): Message {
  const author = message.authorId === null ? undefined : settings.person(message.authorId);
  return { ...message, authorName: author?.name ?? null };
}

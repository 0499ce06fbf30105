/** What a caller left in words is theirs like a message, and stands in the thread. */
import { type MessageId, newId } from '@trunkline/contracts';
import { writeFacts } from '@trunkline/platform';
import { headOf } from '../intake/head-of.ts';
import { insertMessages } from '../intake/messages.store.ts';
import { oneLine } from '../intake/one-line.ts';
import type { AtCall } from './at-call.ts';
import type { HeardCall } from './heard-call.ts';

export async function keepVoicemail({ tx, conversation, now }: AtCall, heard: HeardCall): Promise<void> {
  const { voicemail, receiptId } = heard;
  if (voicemail === null || voicemail === '') return;
  const [known] = receiptId === null ? [] : await tx.query('SELECT 1 FROM message WHERE receipt_id = $1', [receiptId]);
  if (known) return;
  const id = newId<MessageId>();
  const from = { spokenBy: 'customer', kind: 'message', authorId: null } as const;
  const nothing = { subject: null, hasMore: false, attachments: [], automatic: null, reference: null };
  const row = { id, conversationId: conversation.id, ...from, receiptId, text: voicemail, ...nothing };
  await insertMessages(tx, [{ ...row, shownAt: now, deliveryState: null }]);
  await tx.query(
    `UPDATE conversation SET last_words = $2, last_from = 'customer', last_at = now(), unread = unread + 1 WHERE id = $1`,
    [conversation.id, oneLine(voicemail)],
  );
  // a note of the desk's to the clocks: what was left on a machine is answered by the call-back, not by a reply
  const stored = { messageId: id, from: 'customer', kind: 'notice', authorId: null, receiptId, automatic: null };
  conversation.version += 1;
  await writeFacts(tx, [
    { type: 'message.stored', key: conversation.id, data: { ...headOf(conversation), ...stored } } as never,
  ]);
}

/** Merges a conversation into another of the same address: it ends, and its messages go on there. */
import type { Conversation, ConversationId, MessageId, PolicyV1, StaffV1 } from '@trunkline/contracts';
import { type NewFact, refuse, type Tx, writeFacts } from '@trunkline/platform';
import { hidePeople } from '../complaints/hide-people.ts';
import { endConversation } from '../desk/end-conversation.ts';
import type { GiveOrder } from '../desk/give-order.ts';
import { showConversation } from '../desk/show-conversation.ts';
import { type HeldConversation, saveHeld } from '../intake/conversations.store.ts';
import { headOf } from '../intake/head-of.ts';
import { insertEvents } from '../intake/messages.store.ts';
import { holdBoth } from './hold-both.ts';
import { takeUpAgain } from './take-up-again.ts';
import { fitToMessages, hasOpenTicket, markMerged, moveAll } from './threads.store.ts';

type Merging = { by: string; conversationId: ConversationId; into: ConversationId };

export async function mergeConversations(
  desk: GiveOrder,
  { by, conversationId, into }: Merging,
): Promise<Conversation> {
  if (conversationId === into) refuse('into-itself');
  const person = desk.person(by);
  await desk.postgres.transaction(async (tx) => {
    const [from, to] = await holdBoth(tx, { person, ids: [conversationId, into] });
    if (from.mergedInto === to.id) return;
    if (from.addressId !== to.addressId) refuse('other-address');
    if (from.state === 'closed' || to.state === 'closed') refuse('already-closed');
    if (await hasOpenTicket(tx, from.id)) refuse('has-open-ticket');
    const messages = await moveAll(tx, { from: from.id, to: to.id });
    await endConversation(
      tx,
      { conversation: from, person },
      { state: 'closed', because: 'was-merged', values: { messages } },
    );
    await markMerged(tx, from.id, to.id);
    if (from.hiddenFrom?.length) await hidePeople(tx, to, from.hiddenFrom);
    await receive(tx, to, { person, messages, policy: desk.settings.policy });
  });
  return showConversation(desk.postgres, into);
}

type Received = { person: StaffV1; messages: number; policy: PolicyV1 };

/** The one that stays: what nobody has answered is owed there from now on. */
async function receive(tx: Tx, held: HeldConversation, { person, messages, policy }: Received): Promise<void> {
  held.version += 1;
  const { owes } = await fitToMessages(tx, held.id);
  const takenUp = owes ? await takeUpAgain(tx, held, policy) : () => [];
  await saveHeld(tx, held);
  if (owes) await tx.query('UPDATE conversation SET customer_version = version WHERE id = $1', [held.id]);
  const because = { code: 'was-merged', values: { messages } };
  await insertEvents(tx, [{ conversationId: held.id, what: 'merged', agentId: person.id, because }]);
  await writeFacts(tx, [
    ...takenUp(),
    ...(owes ? await lastWord(tx, held) : []),
    { type: 'message.moved', key: held.id, data: headOf(held) },
  ]);
}

/** Said once more, of where it is now: by this its clock begins. */
async function lastWord(tx: Tx, held: HeldConversation): Promise<NewFact[]> {
  const [row] = await tx.query<{ id: MessageId; receipt: string | null }>(
    `SELECT id, receipt_id AS receipt FROM message WHERE conversation_id = $1 AND spoken_by = 'customer' AND automatic IS NULL
      ORDER BY shown_at DESC, id DESC LIMIT 1`,
    [held.id],
  );
  if (!row) return [];
  const stored = { messageId: row.id, from: 'customer', kind: 'message', authorId: null, automatic: null } as const;
  const data = { ...headOf(held), ...stored, receiptId: row.receipt as never };
  return [{ type: 'message.stored', key: held.id, data }];
}

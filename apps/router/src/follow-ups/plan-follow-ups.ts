/** Plans that somebody asks the customer, some time after it was solved: once a clock, unless it was opened again. */
import { type ClockId, type ConversationId, type FollowUpId, newId } from '@trunkline/contracts';
import { type Tx, writeFacts } from '@trunkline/platform';
import { type HeldConversation, saveHeld } from '../intake/conversations.store.ts';
import { headOf } from '../intake/head-of.ts';
import { insertEvents } from '../intake/messages.store.ts';

type Reached = { clockId: ClockId; conversationId: ConversationId; dueAt: string };
type Planned = { id: FollowUpId; conversation_id: ConversationId; due_at: string };
const reason = 'follow-up-due';

export async function planFollowUps(
  tx: Tx,
  reached: Reached[],
  held: Map<ConversationId, HeldConversation>,
): Promise<void> {
  if (reached.length === 0) return;
  const rows = await tx.query<Planned>(
    `INSERT INTO follow_up (id, clock_id, conversation_id, reason, due_at)
     SELECT r.id, r."clockId", c.id, $2, r."dueAt"
       FROM jsonb_to_recordset($1::jsonb) AS r (id uuid, "clockId" uuid, "conversationId" uuid, "dueAt" timestamptz)
       JOIN conversation c ON c.id = r."conversationId"
      WHERE c.state IN ('solved', 'closed') AND c.solved_at <= r."dueAt"
     ON CONFLICT (clock_id) DO NOTHING RETURNING id, conversation_id, to_json(due_at) AS due_at`,
    [JSON.stringify(reached.map((one) => ({ ...one, id: newId() }))), reason],
  );
  for (const { id, conversation_id, due_at } of rows) {
    const conversation = held.get(conversation_id)!;
    conversation.version += 1;
    await saveHeld(tx, conversation);
    const because = { code: reason, values: {} };
    await insertEvents(tx, [{ conversationId: conversation.id, what: 'follow-up-planned', because }]);
    const data = { ...headOf(conversation), followUpId: id, dueAt: due_at };
    await writeFacts(tx, [{ type: 'follow-up.planned', key: conversation.id, data }]);
  }
}

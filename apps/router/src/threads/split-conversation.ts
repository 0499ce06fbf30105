/** Gives messages of a conversation one of their own; what came by merging goes back to where it was. */
import { type Conversation, type ConversationId, type MessageId, newId, type StaffV1 } from '@trunkline/contracts';
import { type NewFact, refuse, type Tx, writeFacts } from '@trunkline/platform';
import type { GiveOrder } from '../desk/give-order.ts';
import { showConversation } from '../desk/show-conversation.ts';
import { putInputs } from '../dispatch/inputs.store.ts';
import { askForAgent } from '../intake/ask-for-agent.ts';
import { askTheTime } from '../intake/ask-the-time.ts';
import { type HeldConversation, holdConversations, saveHeld } from '../intake/conversations.store.ts';
import { headOf } from '../intake/head-of.ts';
import { insertEvents } from '../intake/messages.store.ts';
import { holdBoth } from './hold-both.ts';
import { takeUpAgain } from './take-up-again.ts';
import {
  copyConversation,
  findMessage,
  fitToMessages,
  type Holds,
  markMerged,
  moveFrom,
  moveHome,
  waitsSince,
} from './threads.store.ts';

type Splitting = { by: string; conversationId: ConversationId; fromMessageId: MessageId };
type Ready = { desk: GiveOrder; person: StaffV1 };

/** Answers the one that was split off. */
export async function splitConversation(desk: GiveOrder, splitting: Splitting): Promise<Conversation> {
  const person = desk.person(splitting.by);
  const home = await homeOf(desk, splitting);
  const id = await desk.postgres.transaction(async (tx) => {
    const isBack = home !== null;
    const [held, other] = await holdBoth(tx, {
      person,
      ids: [splitting.conversationId, home ?? splitting.conversationId],
    });
    const message = (await findMessage(tx, splitting.fromMessageId, held.id)) ?? refuse('not-found');
    // merged or split meanwhile: whoever asked looks again
    if (isBack !== (message.first !== null && other.mergedInto === held.id)) refuse('edited-meanwhile');
    return isBack
      ? goBack(tx, held, { desk, person, other })
      : splitOff(tx, held, { desk, person, message: message.id });
  });
  return showConversation(desk.postgres, id);
}

/** The merged conversation that this message came from, while it is merged into this one. */
async function homeOf(desk: GiveOrder, { conversationId, fromMessageId }: Splitting): Promise<ConversationId | null> {
  const [row] = await desk.postgres.query<{ id: ConversationId }>(
    `SELECT c.id FROM message m JOIN conversation c ON c.id = m.first_conversation_id AND c.merged_into = m.conversation_id
      WHERE m.id = $1 AND m.conversation_id = $2`,
    [fromMessageId, conversationId],
  );
  return row?.id ?? null;
}

async function goBack(tx: Tx, held: HeldConversation, { desk, person, other }: Ready & { other: HeldConversation }) {
  const messages = await moveHome(tx, { from: held.id, home: other.id });
  await leave(tx, held, { person, messages });
  await markMerged(tx, other.id, null);
  other.version += 1;
  other.mergedInto = null;
  const { owes } = await fitToMessages(tx, other.id);
  const takenUp = owes ? await takeUpAgain(tx, other, desk.settings.policy) : stayQuiet(other);
  await saveHeld(tx, other);
  await note(tx, other, { person, messages });
  await writeFacts(tx, [...takenUp(), { type: 'message.moved', key: other.id, data: headOf(other) }]);
  return other.id;
}

/** Nothing is owed: until the customer writes again. */
function stayQuiet(held: HeldConversation): () => NewFact[] {
  held.state = 'solved';
  return () => [{ type: 'conversation.solved', key: held.id, data: { ...headOf(held), because: 'was-split' } }];
}

async function splitOff(tx: Tx, held: HeldConversation, { desk, person, message }: Ready & { message: MessageId }) {
  const id = newId<ConversationId>();
  await copyConversation(tx, { from: held.id, to: id });
  const messages = await moveFrom(tx, { message, from: held.id, to: id });
  await leave(tx, held, { person, messages });
  const holds = await fitToMessages(tx, id);
  await waitSinceAsked(tx, id, { holds, held });
  const opened = (await holdConversations(tx, [id])).get(id)!;
  if (!holds.owes) opened.state = 'solved';
  await saveHeld(tx, opened);
  await note(tx, opened, { person, messages });
  if (holds.owes) await putInputs(tx, [askForAgent(opened, desk.settings.policy, await askTheTime(tx))]);
  await writeFacts(tx, [await tellOpened(tx, opened), ...(holds.owes ? [] : stayQuiet(opened)())]);
  return id;
}

async function waitSinceAsked(tx: Tx, id: ConversationId, { holds, held }: { holds: Holds; held: HeldConversation }) {
  const at = (holds.owes ? holds.lastCustomerAt : null) ?? (await askTheTime(tx));
  const { orderKeyParts } = held;
  const orderKey = orderKeyParts.orderKey + Date.parse(at) - Date.parse(orderKeyParts.arrivedAt);
  await waitsSince(tx, id, { at, orderKeyParts: { ...orderKeyParts, arrivedAt: at, orderKey }, orderKey });
}

async function tellOpened(tx: Tx, held: HeldConversation): Promise<NewFact> {
  const [row] = await tx.query<{ label: string | null; is_vip: boolean; tags: string[] }>(
    `SELECT c.label, p.is_vip, p.tags FROM conversation c JOIN address a ON a.id = c.address_id JOIN customer p ON p.id = a.customer_id
      WHERE c.id = $1`,
    [held.id],
  );
  const { customerId, addressId, language, urgency, arrivedAt, account } = held;
  const about = {
    customerId,
    addressId,
    language,
    urgency,
    account,
    label: row!.label,
    continues: null,
    automatic: null,
  };
  const tiers = [...(row!.is_vip ? ['vip'] : []), ...row!.tags];
  const at = new Date(arrivedAt).toISOString();
  return { type: 'conversation.opened', key: held.id, data: { ...headOf(held), ...about, arrivedAt: at, tiers } };
}

type Parting = { person: StaffV1; messages: number };

async function leave(tx: Tx, held: HeldConversation, parting: Parting): Promise<void> {
  const { messages } = await fitToMessages(tx, held.id);
  if (messages === 0 || parting.messages === 0) refuse('nothing-to-split');
  held.version += 1;
  await saveHeld(tx, held);
  await note(tx, held, parting);
  await writeFacts(tx, [{ type: 'message.moved', key: held.id, data: headOf(held) }]);
}

const note = (tx: Tx, { id }: HeldConversation, { person, messages }: Parting) =>
  insertEvents(tx, [
    { conversationId: id, what: 'split', agentId: person.id, because: { code: 'was-split', values: { messages } } },
  ]);

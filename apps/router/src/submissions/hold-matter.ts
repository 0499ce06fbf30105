/** The frame of orders about what was submitted: holds the conversation in hand, the ticket's and the customer's open ones. */
import type { ConversationId, StaffV1 } from '@trunkline/contracts';
import { refuse, type Tx, writeFacts } from '@trunkline/platform';
import { type Act, may } from '@trunkline/rules';
import type { GiveOrder } from '../desk/give-order.ts';
import { type HeldConversation, holdConversations, saveHeld } from '../intake/conversations.store.ts';
import { headOf } from '../intake/head-of.ts';
import { openOfCustomer } from './submissions.store.ts';

export type MatterHeld = {
  person: StaffV1;
  /** The one in hand. */
  conversation: HeldConversation;
  /** The ticket's; the same where it is the one in hand. */
  ofTicket: HeldConversation;
  all: Map<ConversationId, HeldConversation>;
};
type Given = { by: string; does: Act; conversationId: ConversationId; ofTicket?: ConversationId | undefined };

/** All of them are locked in one go, in the order of their ids; afterwards each screen that shows one is told. */
export async function holdMatter<T>(
  desk: GiveOrder,
  { by, does, conversationId, ofTicket = conversationId }: Given,
  act: (tx: Tx, held: MatterHeld) => Promise<T>,
): Promise<T> {
  const person = desk.person(by);
  return desk.postgres.transaction(async (tx) => {
    const open = await openOfCustomer(tx, conversationId);
    const all = await holdConversations(tx, [...new Set([conversationId, ofTicket, ...open])]);
    const conversation = all.get(conversationId) ?? refuse('not-found');
    const verdict = may({ person, does, thing: conversation });
    if (!verdict.ok) refuse(verdict.because);
    const before = new Map([...all].map(([id, { version }]) => [id, version]));
    const held = { person, conversation, ofTicket: all.get(ofTicket) ?? refuse('not-found'), all };
    const done = await act(tx, held);
    await tellMoved(tx, held, before);
    return done;
  });
}

/** What the act itself moved has said so. */
async function tellMoved(tx: Tx, { all }: MatterHeld, before: Map<ConversationId, number>): Promise<void> {
  const still = [...all.values()].filter(({ id, version }) => before.get(id) === version);
  for (const held of still) {
    held.version += 1;
    await saveHeld(tx, held);
  }
  await writeFacts(
    tx,
    still.map((held) => ({ type: 'message.moved', key: held.id, data: headOf(held) }) as const),
  );
}

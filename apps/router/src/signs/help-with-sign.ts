/** A supervisor tells whoever has a sensitive conversation what to do, from the alert itself; the customer never sees it. */
import type { SignId, SignRow } from '@trunkline/contracts';
import { answerOnce, refuse } from '@trunkline/platform';
import type { GiveOrder } from '../desk/give-order.ts';
import { leaveNote } from '../desk/leave-note.ts';
import { saveHeld } from '../intake/conversations.store.ts';
import { insertEvents } from '../intake/messages.store.ts';
import { findAlert } from './list-signs.ts';
import { seeSign } from './see-sign.ts';

type Help = { by: string; signId: SignId; instruction: string; idempotencyKey: string | null };

/** Whoever helps has seen it. */
export async function helpWithSign(desk: GiveOrder, { by, signId, instruction, ...order }: Help): Promise<SignRow> {
  const alert = (await findAlert(desk.postgres, signId)) ?? refuse('not-found');
  const { conversationId } = alert;
  await desk.held({ by, conversationId, does: 'help-with-sign' }, async (tx, held) => {
    const { conversation, person } = held;
    if (conversation.state === 'closed') refuse('already-closed');
    const key = order.idempotencyKey === null ? undefined : `help ${order.idempotencyKey}`;
    await answerOnce(tx, { person: by, key }, async () => {
      conversation.version += 1;
      await saveHeld(tx, conversation);
      const because = { code: 'instruction-given', values: {} };
      await insertEvents(tx, [{ conversationId, what: 'instructed', agentId: person.id, because }]);
      return leaveNote(tx, held, { text: instruction });
    });
    await seeSign(tx, conversation, { signId, person });
  });
  return (await findAlert(desk.postgres, signId))!;
}

/** The customer hears of their earlier complaint about the same matter; not content, the supervisor is asked. */
import type { ComplaintStand, EarlierSaid, TicketId } from '@trunkline/contracts';
import { refuse, type Tx, writeFacts } from '@trunkline/platform';
import { openConsult } from '../consults/open-consult.ts';
import type { GiveOrder } from '../desk/give-order.ts';
import { answerIn } from '../desk/reply.ts';
import { saveHeld } from '../intake/conversations.store.ts';
import { headOf } from '../intake/head-of.ts';
import { putEarlierHeard, putEarlierTold } from './complaints.store.ts';
import { type HeldComplaint, holdComplaint } from './hold-complaint.ts';
import { refusePromises } from './hold-promise.ts';

type Order = { by: string; ticketId: TicketId; said: EarlierSaid };

export function tellEarlier(desk: GiveOrder, { by, ticketId, said }: Order): Promise<ComplaintStand> {
  return holdComplaint(desk, { by, ticketId }, async (tx, held) => {
    const { complaint, conversation, person } = held;
    const { earlier } = complaint;
    if (!earlier || earlier.standing === 'none') refuse('no-earlier-complaint');
    if (said.text !== undefined) {
      const { settings } = desk;
      await refusePromises(tx, conversation, { text: said.text, policy: settings.policy });
      await answerIn(tx, conversation, { message: { text: said.text, kind: 'reply' }, person, settings });
      await putEarlierTold(tx, ticketId);
    }
    if (said.satisfied === undefined) return;
    if (said.text === undefined && earlier.toldAt === null) refuse('earlier-not-told-yet');
    await hear(tx, held, said.satisfied);
  });
}

async function hear(tx: Tx, { complaint, conversation, person }: HeldComplaint, satisfied: boolean): Promise<void> {
  await putEarlierHeard(tx, complaint.ticketId, satisfied);
  conversation.version += 1;
  await saveHeld(tx, conversation);
  await writeFacts(tx, [{ type: 'message.moved', key: conversation.id, data: headOf(conversation) }]);
  if (satisfied) return;
  if (conversation.state === 'closed') refuse('already-closed');
  const because = { code: 'earlier-dissatisfied', values: { earlier: complaint.earlier!.number } };
  await openConsult(tx, conversation, { kind: 'event-complaint', wanted: complaint.content, because, by: person });
}

/** Submitted as often as may be and still not satisfied: reassures the customer, and ends with the reason. */
import type { Conversation, ConversationId, EndUnsatisfied, PolicyV1 } from '@trunkline/contracts';
import { refuse, type Tx, writeFacts } from '@trunkline/platform';
import { type Act, may, mayEndUnsatisfied, runOf } from '@trunkline/rules';
import { byHandChannel } from '../calls/heard-call.ts';
import { refusePromises } from '../complaints/hold-promise.ts';
import { endConversation } from '../desk/end-conversation.ts';
import type { GiveOrder, Held } from '../desk/give-order.ts';
import { showConversation } from '../desk/show-conversation.ts';
import { tellTicket } from '../tickets/tell-ticket.ts';
import { findTicket, updateTicket } from '../tickets/tickets.store.ts';
import { sendToCustomer } from '../to-customer/send-to-customer.ts';
import { holdMatter, type MatterHeld } from './hold-matter.ts';
import { type KnownMatter, readMatter } from './read-matter.ts';
import { putHeard } from './submissions.store.ts';

type Order = { by: string; conversationId: ConversationId; asked: EndUnsatisfied };
const leads: Act = 'deliver-result';

export async function endUnsatisfied(desk: GiveOrder, { by, conversationId, asked }: Order): Promise<Conversation> {
  await holdMatter(desk, { by, does: 'end-unsatisfied', conversationId }, async (tx, held) => {
    if (held.conversation.state === 'closed') return;
    const { policy } = desk.settings;
    const matter = await matterOf(tx, held, desk);
    const isLeading = may({ person: held.person, does: leads, thing: held.conversation }).ok;
    const verdict = mayEndUnsatisfied({ ...matter, isLeading }, policy);
    if (verdict.kind === 'refused') refuse(verdict.because);
    if (asked.text !== null) await reassure(tx, held, { text: asked.text, policy });
    await closeTickets(tx, held, { run: runOf(matter.earlier, matter.satisfiedAt), reason: asked.reason });
    const ending = { state: 'closed', because: 'ended-unsatisfied', values: { note: asked.reason } } as const;
    await endConversation(tx, held, ending);
  });
  return showConversation(desk.postgres, conversationId);
}

const matterOf = (tx: Tx, { conversation }: Held, desk: GiveOrder): Promise<KnownMatter> => {
  const { id } = conversation;
  return readMatter(tx, { conversationId: id, ticketId: null, ofTicket: id }, desk.settings.policy);
};

type Said = { text: string; policy: PolicyV1 };

/** The last words promise no more than any others. */
async function reassure(tx: Tx, { conversation, person }: MatterHeld, { text, policy }: Said): Promise<void> {
  if (conversation.channel === byHandChannel) refuse('calls-carry-no-text');
  await refusePromises(tx, conversation, { text, policy });
  conversation.version += 1;
  const author = { agentId: person.id, name: person.name };
  await sendToCustomer(tx, conversation, { kind: 'reply', spokenBy: 'agent', author, text });
}

type Closing = { run: KnownMatter['earlier']; reason: string };

async function closeTickets(tx: Tx, { all, conversation }: MatterHeld, { run, reason }: Closing): Promise<void> {
  const unheard = run.filter(({ satisfied }) => satisfied === null).map(({ id }) => id);
  if (unheard.length > 0) await putHeard(tx, unheard, false, reason);
  for (const id of new Set(run.map(({ ticketId }) => ticketId))) {
    const known = (await findTicket(tx, id))!;
    if (known.ticket.state === 'closed') continue;
    const closed = await updateTicket(tx, { ...known.ticket, state: 'closed' });
    // a ticket of a conversation that is closed itself has nobody who shows it
    const held = all.get(known.ticket.conversationId) ?? conversation;
    if (held.id === known.ticket.conversationId) await writeFacts(tx, [tellTicket('ticket.changed', held, closed)]);
  }
}

/** Before any other way of ending it: where the policy says so, only a supervisor ends what was submitted in vain. */
export async function guardEnd(tx: Tx, held: Held, desk: GiveOrder): Promise<void> {
  if (!desk.settings.policy.complaints.onlySupervisorCloses) return;
  if (may({ person: held.person, does: leads, thing: held.conversation }).ok) return;
  const matter = await matterOf(tx, held, desk);
  const verdict = mayEndUnsatisfied({ ...matter, isLeading: false }, desk.settings.policy);
  if (verdict.kind === 'refused' && verdict.because === 'only-supervisor-closes') refuse(verdict.because);
}

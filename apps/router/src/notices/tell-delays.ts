/** Tells customers of delays before they happen, each once, unless it was answered or ended meanwhile. */
import type { ConversationId, Fact, PolicyV1 } from '@trunkline/contracts';
import type { Tx } from '@trunkline/platform';
import { mayTellDelay, wordDelay } from '@trunkline/rules';
import { type HeldConversation, saveHeld } from '../intake/conversations.store.ts';
import { insertEvents } from '../intake/messages.store.ts';
import { sendToCustomer } from '../to-customer/send-to-customer.ts';
import { insertNotices, keyOf, readStanding, settleNotice } from './notices.store.ts';

type Foreseen = Fact<'delay.foreseen'>['data'];
type With = { held: Map<ConversationId, HeldConversation>; policy: PolicyV1 };
type Told = { foreseen: Foreseen; conversation: HeldConversation; policy: PolicyV1 };

/** The conversations are held. Heard again, a delay finds its row and nothing happens. */
export async function tellDelays(tx: Tx, facts: Fact<'delay.foreseen'>[], { held, policy }: With): Promise<void> {
  const known = facts.map(({ data }) => data).filter(({ conversationId }) => held.has(conversationId));
  const fresh = await insertNotices(tx, known);
  for (const foreseen of known) {
    // one that stands twice in the batch is told of once
    if (!fresh.delete(keyOf(foreseen.clockId, foreseen.nth))) continue;
    await tellOrNot(tx, { foreseen, conversation: held.get(foreseen.conversationId)!, policy });
  }
}

async function tellOrNot(tx: Tx, { foreseen, conversation, policy }: Told): Promise<void> {
  const { clockId, nth, newTime, ticketId = null } = foreseen;
  const standing = await readStanding(tx, conversation.id, ticketId);
  const { queue, standard, language, subject } = conversation;
  const text = wordDelay({ queue, standard, language, subject, newTime, nth, now: standing.now }, policy);
  const verdict = mayTellDelay({
    ...standing,
    clock: foreseen.policy,
    state: conversation.state,
    isAutomatic: conversation.automatic !== null,
    hasAddress: conversation.address !== '',
    text,
  });
  const isTold = verdict.kind === 'tells';
  // what ended or was answered meanwhile needs no line: nothing was held back
  const isLine = isTold || !['answered', 'solved', 'closed'].includes(verdict.because);
  if (isLine) conversation.version += 1;
  const messageId = isTold ? await send(tx, conversation, { text, isKnown: standing.isKnownAddress }) : null;
  const withheld = isTold ? null : verdict.because;
  await settleNotice(tx, { clockId, nth, messageId, withheld });
  if (!isLine) return;
  if (!isTold) await saveHeld(tx, conversation);
  const because = { code: withheld ?? foreseen.because, values: { policy: foreseen.policy } };
  const what = isTold ? 'delay-told' : 'delay-not-told';
  await insertEvents(tx, [{ conversationId: conversation.id, what, because }]);
}

/** To an address that nobody has answered yet goes nothing that a stranger wrote, no name and no subject (V2). */
function send(tx: Tx, held: HeldConversation, { text, isKnown }: { text: string; isKnown: boolean }) {
  const to = isKnown ? held : { ...held, subject: null, addressName: null };
  return sendToCustomer(tx, to, { kind: 'notice', spokenBy: 'desk', author: null, text });
}

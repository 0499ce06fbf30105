/** Asks the customer for what a form still lacks: in one message, each field once. */
import type { Conversation } from '@trunkline/contracts';
import { refuse } from '@trunkline/platform';
import { missingFields, spokenIn, wordForm } from '@trunkline/rules';
import type { GivenOrder, GiveOrder } from '../desk/give-order.ts';
import { mustHold } from '../desk/must-hold.ts';
import { insertEvents } from '../intake/messages.store.ts';
import { sendToCustomer } from '../to-customer/send-to-customer.ts';
import { markAskedFor } from './forms.store.ts';
import { formsOf } from './forms-of.ts';

export function askForm(desk: GiveOrder, order: GivenOrder): Promise<Conversation> {
  return desk.order(order, async (tx, { conversation, person }) => {
    const { policy } = desk.settings;
    mustHold(conversation, person, desk.settings);
    const missing = missingFields(await formsOf(tx, conversation, policy));
    if (missing.length === 0) refuse('form-complete');
    const fields = missing.map(({ field }) => field).filter(({ askedAt }) => askedAt === null);
    if (fields.length === 0) refuse('form-asked-already');
    conversation.version += 1;
    const author = { agentId: person.id, name: person.name };
    const text = wordForm(fields, conversation.language, policy);
    await sendToCustomer(tx, conversation, { kind: 'reply', spokenBy: 'agent', author, text });
    await markAskedFor(
      tx,
      conversation.id,
      fields.map(({ code }) => code),
    );
    const spoken = spokenIn(person.language, policy);
    const because = { code: 'form-asked', values: { fields: fields.map(({ name }) => name[spoken]).join(', ') } };
    await insertEvents(tx, [{ conversationId: conversation.id, what: 'form-asked', agentId: person.id, because }]);
  });
}

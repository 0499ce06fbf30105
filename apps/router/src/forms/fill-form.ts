/** Somebody at the desk types in what a form asks: each value is read as its field wants it, or refused. */
import type { Conversation, FormValues } from '@trunkline/contracts';
import { refuse, writeFacts } from '@trunkline/platform';
import { readField } from '@trunkline/rules';
import type { GivenOrder, GiveOrder } from '../desk/give-order.ts';
import { saveHeld } from '../intake/conversations.store.ts';
import { headOf } from '../intake/head-of.ts';
import { saveValues } from './forms.store.ts';
import { formsOf } from './forms-of.ts';

export function fillForm(desk: GiveOrder, order: GivenOrder & FormValues): Promise<Conversation> {
  return desk.order(order, async (tx, { conversation }) => {
    const fields = (await formsOf(tx, conversation, desk.settings.policy)).flatMap((form) => form.fields);
    const values = Object.entries(order.values).map(([code, typed]) => {
      const field = fields.find((one) => one.code === code) ?? refuse('no-such-field', { field: code });
      if (typed.trim() === '') return [code, ''] as const;
      const read = readField(field, typed);
      return read.ok ? ([code, read.value] as const) : refuse(read.because, { value: typed.trim().slice(0, 80) });
    });
    conversation.version += 1;
    await saveValues(tx, conversation.id, Object.fromEntries(values));
    await saveHeld(tx, conversation);
    await writeFacts(tx, [{ type: 'message.moved', key: conversation.id, data: headOf(conversation) }]);
  });
}

/** Keeps what a form before the conversation asked: with the conversation, where people read it. */
import type { MessageReceivedV1 } from '@trunkline/contracts';
import type { Tx } from '@trunkline/platform';
import type { Intake } from './intake.ts';
import { storable } from './storable.ts';

export async function keepForms(tx: Tx, messages: MessageReceivedV1[], intake: Intake): Promise<void> {
  const forms = messages.flatMap(({ receiptId, form }) => {
    const id = intake.messages.find((message) => message.receiptId === receiptId)?.conversationId;
    return id && form && Object.keys(form).length > 0 ? [{ id, form: clean(form) }] : [];
  });
  if (forms.length === 0) return;
  await tx.query(
    `UPDATE conversation c SET form = c.form || f.form
       FROM (SELECT id, jsonb_object_agg(e.key, e.value) AS form FROM jsonb_to_recordset($1::jsonb) AS g (id uuid, form jsonb),
              jsonb_each(g.form) e GROUP BY id) f WHERE c.id = f.id`,
    [JSON.stringify(forms)],
  );
}

const clean = (form: Record<string, string>) =>
  Object.fromEntries(Object.entries(form).map(([name, value]) => [storable(name), storable(value)]));

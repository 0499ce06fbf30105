/** Takes from what customers write the fields that they were asked for; what is not clear is left to the agent. */
import type { ConversationId, PolicyV1 } from '@trunkline/contracts';
import type { Tx } from '@trunkline/platform';
import { readReplies } from '@trunkline/rules';
import type { Intake, IntakeBasis } from '../intake/intake.ts';
import { insertEvents } from '../intake/messages.store.ts';
import { askedForms, saveValues } from './forms.store.ts';
import { formsAt } from './forms-of.ts';

type With = { basis: Pick<IntakeBasis, 'places'>; policy: PolicyV1 };

/** After the messages are stored. What is known already is not overwritten. */
export async function readFromReplies(tx: Tx, intake: Intake, { basis, policy }: With): Promise<void> {
  const said = intake.messages.filter(({ spokenBy, automatic }) => spokenBy === 'customer' && automatic === null);
  const ids = [...new Set(said.map(({ conversationId }) => conversationId))].filter((id) => basis.places.held.has(id));
  if (ids.length === 0) return;
  for (const known of await askedForms(tx, ids)) {
    const held = basis.places.held.get(known.id)!;
    const text = textOf(said, known.id);
    const fields = formsAt(held, known, policy).flatMap((form) => form.fields);
    const asked = fields.filter(({ askedAt, value }) => askedAt !== null && value === null);
    const found = readReplies(asked, text);
    if (Object.keys(found).length === 0) continue;
    await saveValues(tx, known.id, found);
    const spoken = policy.desk.defaultLanguage;
    const names = asked.filter(({ code }) => code in found).map(({ name }) => name[spoken]);
    const because = { code: 'form-filled', values: { fields: names.join(', ') } };
    await insertEvents(tx, [{ conversationId: known.id, what: 'form-filled', agentId: null, because }]);
  }
}

const textOf = (said: Intake['messages'], id: ConversationId): string =>
  said
    .filter(({ conversationId }) => conversationId === id)
    .map(({ text }) => text)
    .join('\n');

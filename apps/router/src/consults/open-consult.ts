/** Puts a question to the supervisor on duty: an agent's, or a rule's. */
import { type Because, type Consult, type ConsultId, type ConsultKind, newId } from '@trunkline/contracts';
import { type Tx, writeFacts } from '@trunkline/platform';
import type { Held } from '../desk/give-order.ts';
import { type HeldConversation, saveHeld } from '../intake/conversations.store.ts';
import { headOf } from '../intake/head-of.ts';
import { insertEvents } from '../intake/messages.store.ts';
import { consultsOf, insertConsult } from './consults.store.ts';

export type Question = {
  kind: ConsultKind;
  /** In the agent's words, or the draft that was held. */
  wanted: string;
  because?: Because | null;
  /** Null: a rule asks. */
  by: Pick<Held['person'], 'id'> | null;
};

/** The caller holds the conversation. While one of this kind is open, that one is the answer: nobody is asked twice. */
export async function openConsult(tx: Tx, held: HeldConversation, question: Question): Promise<Consult> {
  const { kind, wanted, because = null, by } = question;
  const id = newId<ConsultId>();
  const isNew = await insertConsult(tx, {
    id,
    conversationId: held.id,
    kind,
    wanted,
    because,
    askedBy: by?.id ?? null,
  });
  if (isNew) {
    held.version += 1;
    await saveHeld(tx, held);
    const said = { code: `consult-${kind}`, values: {} };
    await insertEvents(tx, [
      { conversationId: held.id, what: 'consult-opened', agentId: by?.id ?? null, because: said },
    ]);
    const data = { ...headOf(held), consultId: id, kind, by: by?.id ?? null };
    await writeFacts(tx, [{ type: 'consult.opened', key: held.id, data }]);
  }
  const consults = await consultsOf(tx, held.id);
  return consults.find((one) => one.kind === kind && one.answeredAt === null && one.overAt === null)!;
}

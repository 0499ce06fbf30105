/** A reply typed by hand that restates the complaint and apologises is its first contact, as if the step had been taken. */
import type { StaffV1 } from '@trunkline/contracts';
import type { Tx } from '@trunkline/platform';
import { apologises, takeStep } from '@trunkline/rules';
import { askTheTime } from '../intake/ask-the-time.ts';
import type { HeldConversation } from '../intake/conversations.store.ts';
import { complaintsOf } from './complaints.store.ts';
import { keepStep } from './keep-step.ts';

type Said = { person: Pick<StaffV1, 'id'>; text: string };

/** Within the order that sent it. */
export async function countAsContact(tx: Tx, held: HeldConversation, { person, text }: Said): Promise<void> {
  if (!apologises(text)) return; // most replies: nothing is read for them
  const asked = { step: 'first-contact', text } as const;
  const now = await askTheTime(tx);
  for (const complaint of await complaintsOf(tx, held.id, { isOpenOnly: true })) {
    const weighed = takeStep({ taken: complaint.steps, asked, content: complaint.content, now });
    if (weighed.kind === 'taken') await keepStep(tx, { complaint, conversation: held, person }, asked);
  }
}

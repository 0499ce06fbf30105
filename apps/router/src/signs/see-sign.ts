/** Somebody who watches the queue has seen an alert; once who leads has, nobody above has to be told of it. */
import type { AgentId, SignId, SignKind, StaffV1 } from '@trunkline/contracts';
import { type Tx, writeFacts } from '@trunkline/platform';
import { may } from '@trunkline/rules';
import { type HeldConversation, saveHeld } from '../intake/conversations.store.ts';
import { headOf } from '../intake/head-of.ts';
import { markSeen } from './signs.store.ts';

type Seeing = { signId: SignId; person: StaffV1 };
type Seen = { kind: SignKind; basis: string; personId: AgentId | null };

/** Seen twice is seen once; a monitor's look is noted and ends nothing. */
export async function seeSign(tx: Tx, held: HeldConversation, { signId, person }: Seeing): Promise<void> {
  const seen = await markSeen(tx, signId, person.id);
  if (!seen || !may({ person, does: 'acknowledge-escalation', thing: held }).ok) return;
  held.version += 1;
  await saveHeld(tx, held);
  await writeFacts(tx, [
    { type: 'conversation.sign-seen', key: held.id, data: factOf(held, { ...seen, signId, person }) },
  ]);
}

function factOf(held: HeldConversation, { signId, kind, basis, personId, person }: Seen & Seeing) {
  const by = basis === 'person' ? ('person' as const) : ('detection' as const);
  return { ...headOf(held), signId, kind, by, personId, seenBy: person.id };
}

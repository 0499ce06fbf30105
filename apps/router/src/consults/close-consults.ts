/** A conversation has ended: what was asked about it and not answered is over. */
import { type Tx, writeFacts } from '@trunkline/platform';
import type { HeldConversation } from '../intake/conversations.store.ts';
import { headOf } from '../intake/head-of.ts';
import { endConsults } from './consults.store.ts';

/** Said like an answer without one, so that nobody is told of it any more. */
export async function closeConsults(tx: Tx, held: HeldConversation): Promise<void> {
  const ended = await endConsults(tx, held.id);
  await writeFacts(
    tx,
    ended.map(({ id, kind }) => ({
      type: 'consult.answered' as const,
      key: held.id,
      data: { ...headOf(held), consultId: id, kind, by: null, answeredBy: null },
    })),
  );
}

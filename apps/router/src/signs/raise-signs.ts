/** Flags held conversations: the sign, the place in the queue, the line in the thread, the fact that alerts. */
import { newId, type PolicyV1, type SignId } from '@trunkline/contracts';
import { type Tx, writeFacts } from '@trunkline/platform';
import type { HeldConversation } from '../intake/conversations.store.ts';
import { insertEvents } from '../intake/messages.store.ts';
import { reweigh } from './reweigh.ts';
import { insertSigns, type NewSignRow } from './signs.store.ts';
import { tellFlagged } from './tell-flagged.ts';
import { withSign } from './weigh-sign.ts';

export type Mark = Omit<NewSignRow, 'id' | 'conversationId'> & { held: HeldConversation };

/** What was flagged in the same way before stays as it is. Gives the marks that were new. */
export async function raiseSigns(tx: Tx, marks: Mark[], policy: PolicyV1): Promise<Mark[]> {
  const signs = marks.map((mark) => ({ mark, id: newId<SignId>() }));
  const rows = signs.map(({ mark: { held, ...rest }, id }) => ({ ...rest, id, conversationId: held.id }));
  const inserted = await insertSigns(tx, rows);
  const fresh = signs.filter(({ id }) => inserted.has(id));
  if (fresh.length === 0) return [];
  for (const { mark } of fresh) mark.held.version += 1;
  const byConversation = new Map(fresh.map(({ mark }) => [mark.held.id, mark]));
  await reweigh(
    tx,
    [...byConversation.values()].map(({ held, words = [] }) => ({ held, parts: withSign(held, words, policy) })),
  );
  await insertEvents(
    tx,
    fresh.map(({ mark: { held, kind, personId = null } }) => ({
      conversationId: held.id,
      what: 'flagged',
      agentId: personId,
      because: { code: kind, values: {} },
    })),
  );
  await writeFacts(
    tx,
    fresh.map(({ mark, id }) => tellFlagged(mark.held, { ...mark, id })),
  );
  return fresh.map(({ mark }) => mark);
}

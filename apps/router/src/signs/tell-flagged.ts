/** The fact that a conversation was flagged, for those who watch its queue. */
import type { NewFact } from '@trunkline/platform';
import type { HeldConversation } from '../intake/conversations.store.ts';
import { headOf } from '../intake/head-of.ts';
import type { NewSignRow } from './signs.store.ts';

export function tellFlagged(held: HeldConversation, sign: Omit<NewSignRow, 'conversationId'>): NewFact {
  const { id, kind, basis, personId = null, incidentId = null } = sign;
  const by = basis === 'person' ? 'person' : 'detection';
  const data = { ...headOf(held), signId: id, kind, by, personId, incidentId } as const;
  return { type: 'conversation.flagged', key: held.id, data };
}

/** The orders that make sense for this person and this conversation now, the likeliest first. */

import { useQuery } from '@tanstack/react-query';
import type { Conversation } from '@trunkline/contracts';
import { meQuery } from '../parts/queries.ts';
import type { Verb } from '../parts/use-order.ts';
import { useMayDecide, useMayReply } from '../parts/use-role.ts';

export function useVerbs({ state, agentId }: Pick<Conversation, 'state' | 'agentId'>): Verb[] {
  const me = useQuery(meQuery).data?.staff.id;
  const mayReply = useMayReply();
  const mayDecide = useMayDecide();
  if (!mayReply || state === 'closed') return [];
  const isMine = agentId !== null && agentId === me;
  if (state === 'solved') return ['close', 'reopen'];
  if (state === 'offered' && isMine) return ['accept', 'decline'];
  if (isMine) return ['resolve', 'transfer'];
  return mayDecide ? ['take-over', 'transfer'] : [];
}

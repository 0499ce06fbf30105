/** Says that the holder has read it: only the one who holds it, and only while the page is looked at. */

import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { Conversation, Message } from '@trunkline/contracts';
import { useEffect } from 'react';
import { ask } from '../parts/gateway.ts';
import { meQuery } from '../parts/queries.ts';

export function useMarkRead({ id, agentId, unread, version }: Conversation, messages: Message[] | undefined): void {
  const client = useQueryClient();
  const me = useQuery(meQuery).data?.staff.id;
  const isOwed = unread > 0 && agentId !== null && agentId === me && messages !== undefined;
  // biome-ignore lint/correctness/useExhaustiveDependencies: said once for each version with unread words
  useEffect(() => {
    if (!isOwed) return;
    const say = () => {
      if (document.visibilityState !== 'visible') return;
      ask(`/v1/conversations/${id}/read`, { method: 'POST' })
        .then(() => client.invalidateQueries({ queryKey: ['conversations'] }))
        // said again with the next message
        .catch(() => {});
    };
    const soon = setTimeout(say, 600);
    document.addEventListener('visibilitychange', say);
    return () => {
      clearTimeout(soon);
      document.removeEventListener('visibilitychange', say);
    };
  }, [id, isOwed, version, client]);
}

/** Tells that an escalation was seen, once its row was really in sight for two seconds. */
import { useQuery } from '@tanstack/react-query';
import type { EscalationRow } from '@trunkline/contracts';
import { type RefObject, useEffect, useRef } from 'react';
import { ask } from '../parts/gateway.ts';
import { meQuery } from '../parts/queries.ts';

const inSightMs = 2000;
const told = new Set<string>();

/** Put the ref on the row. A window in the background sees nothing. */
export function useSeen<Node extends Element>(escalations: readonly EscalationRow[]): RefObject<Node | null> {
  const row = useRef<Node>(null);
  const me = useQuery(meQuery).data?.staff.id;
  const unseen = escalations
    .filter(({ id, seen }) => !told.has(id) && !seen?.some(({ agentId }) => agentId === me))
    .map(({ id }) => id as string)
    .join();
  useEffect(() => {
    const node = row.current;
    if (!node || !me || unseen === '') return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isThere = false;
    const look = () => {
      clearTimeout(timer);
      if (isThere && document.visibilityState === 'visible')
        timer = setTimeout(() => sayAll(unseen.split(',')), inSightMs);
    };
    const sight = new IntersectionObserver(
      ([entry]) => {
        isThere = Boolean(entry?.isIntersecting);
        look();
      },
      { threshold: 0.6 },
    );
    sight.observe(node);
    document.addEventListener('visibilitychange', look);
    return () => {
      clearTimeout(timer);
      sight.disconnect();
      document.removeEventListener('visibilitychange', look);
    };
  }, [me, unseen]);
  return row;
}

function sayAll(ids: string[]): void {
  for (const id of ids) {
    told.add(id);
    // not said this time: it is said at the next look
    ask(`/v1/escalations/${id}/seen`, { body: {} }).catch(() => told.delete(id));
  }
}

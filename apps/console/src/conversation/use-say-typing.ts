/** Lets the customer see that somebody writes: said at most every three seconds, and losing it is harmless. */
import { useCallback, useRef } from 'react';
import { ask } from '../parts/gateway.ts';

export function useSayTyping(conversationId: string): () => void {
  const saidAtMs = useRef(0);
  return useCallback(() => {
    if (Date.now() - saidAtMs.current < 3000) return;
    saidAtMs.current = Date.now();
    ask(`/v1/conversations/${conversationId}/typing`, { method: 'POST' }).catch(() => {});
  }, [conversationId]);
}

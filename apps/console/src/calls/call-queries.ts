/** What the console reads about calls and call-backs, and the orders it gives about them. */
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { CallBacks, Calls, Conversation, NewCall } from '@trunkline/contracts';
import { useTranslation } from 'react-i18next';
import { ask } from '../parts/gateway.ts';
import { newKey } from '../parts/new-key.ts';
import { useSayProblem } from '../parts/say-problem.ts';
import { tell } from '../parts/tell.ts';

export const callsQuery = (id: string) =>
  queryOptions({
    queryKey: ['conversation', id, 'calls'],
    queryFn: async ({ signal }) => (await ask<Calls>(`/v1/conversations/${id}/calls`, { signal })).items,
  });
export const callBacksQuery = queryOptions({
  queryKey: ['call-backs'],
  queryFn: async ({ signal }) => (await ask<CallBacks>('/v1/call-backs?open=1', { signal })).items,
});

export function useOpenCall(opened: (conversation: Conversation) => void) {
  const sayProblem = useSayProblem();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (call: NewCall) => ask<Conversation>('/v1/calls', { body: call, once: newKey() }),
    onSuccess: (conversation) => {
      client.setQueryData(['conversation', conversation.id], conversation);
      opened(conversation);
    },
    onError: (error) => tell(sayProblem(error), 'failed'),
    onSettled: () => {
      for (const key of ['conversations', 'queues', 'me']) void client.invalidateQueries({ queryKey: [key] });
    },
  });
}

/** An order about a call or a call-back, said when it is done. */
export function useCallOrder() {
  const client = useQueryClient();
  const { t } = useTranslation();
  const sayProblem = useSayProblem();
  return useMutation({
    mutationFn: ({ path, body = {} }: { path: string; body?: unknown; said: string }) => ask(`/v1/${path}`, { body }),
    onSuccess: (_answer, { said }) => tell(t(said)),
    onError: (error) => tell(sayProblem(error), 'failed'),
    onSettled: () => {
      for (const key of ['call-backs', 'conversation', 'conversations'])
        void client.invalidateQueries({ queryKey: [key] });
    },
  });
}

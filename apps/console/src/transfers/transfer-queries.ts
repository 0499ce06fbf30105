/** What the console reads about transfers, and the orders it gives about them. */
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { Conversation, Directive, Transfer, TransferVerdict } from '@trunkline/contracts';
import { useTranslation } from 'react-i18next';
import { ask } from '../parts/gateway.ts';
import { useSayProblem } from '../parts/say-problem.ts';
import { tell } from '../parts/tell.ts';

export const verdictQuery = (id: string, to: Transfer['to']) =>
  queryOptions({
    queryKey: ['transfer-verdict', id, JSON.stringify(to)],
    queryFn: ({ signal }) =>
      ask<TransferVerdict>(`/v1/conversations/${id}/transfer?${new URLSearchParams(to as Record<string, string>)}`, {
        signal,
      }),
    staleTime: 0,
    retry: false,
  });

export const directivesQuery = queryOptions({
  queryKey: ['directives'],
  queryFn: async ({ signal }) => (await ask<{ items: Directive[] }>('/v1/directives', { signal })).items,
  refetchInterval: 60_000,
});

const stale = ['conversation', 'messages', 'explain', 'conversations', 'offers', 'queues', 'transfer-verdict', 'me'];

/** Hands it on, takes the question back, or says the agreed words instead; told in a sentence, a refusal too. */
export function useTransferOrder(id: string, done: () => void = () => {}) {
  const client = useQueryClient();
  const { t } = useTranslation();
  const sayProblem = useSayProblem();
  const settled = {
    onError: (error: Error) => tell(sayProblem(error), 'failed'),
    onSettled: () => {
      for (const key of stale) void client.invalidateQueries({ queryKey: [key] });
    },
  };
  const show = (page: Conversation) => client.setQueryData(['conversation', id], page);
  const handOn = useMutation({
    ...settled,
    mutationFn: (body: Transfer) => ask<Conversation>(`/v1/conversations/${id}/transfer`, { body }),
    onSuccess: (page) => {
      show(page);
      tell(t(`transfer.done-${endOf(page)}`));
      done();
    },
  });
  const withdraw = useMutation({
    ...settled,
    mutationFn: () => ask<Conversation>(`/v1/conversations/${id}/transfer`, { method: 'DELETE' }),
    onSuccess: (page) => {
      show(page);
      tell(t('transfer.withdrawn'));
    },
  });
  const say = useMutation({
    ...settled,
    mutationFn: (text: string) => ask(`/v1/conversations/${id}/messages`, { body: { text, kind: 'reply' } }),
    onSuccess: () => {
      tell(t('transfer.said'));
      done();
    },
  });
  return { handOn, withdraw, say };
}

const endOf = ({ transferAsk, state, consults = [] }: Conversation): 'asked' | 'outside' | 'consult' | 'gone' => {
  if (transferAsk) return 'asked';
  if (state === 'solved') return 'outside';
  const isAsked = consults.some(({ kind, answeredAt, overAt }) => kind !== 'other' && !answeredAt && !overAt);
  return isAsked ? 'consult' : 'gone';
};

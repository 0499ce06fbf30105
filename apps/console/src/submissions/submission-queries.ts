/** What the console reads about submissions, and the orders it gives about them. */
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { SubmissionRow } from '@trunkline/contracts';
import { useTranslation } from 'react-i18next';
import { ask } from '../parts/gateway.ts';
import { tell } from '../parts/tell.ts';

export const submissionsQuery = queryOptions({
  queryKey: ['submissions'],
  queryFn: async ({ signal }) => (await ask<{ items: SubmissionRow[] }>('/v1/submissions?open=1', { signal })).items,
  refetchInterval: 15_000,
});

type Order = { path: string; body: unknown; said: string; once?: string };

/** A refusal is the caller's to show: it may carry the words to say. */
export function useSubmissionOrder(done: () => void = () => {}) {
  const client = useQueryClient();
  const { t } = useTranslation();
  return useMutation({
    mutationFn: ({ path, body, once }: Order) => ask(`/v1/${path}`, { body, ...(once ? { once } : {}) }),
    onSuccess: (_answer, { said }) => {
      tell(t(said));
      done();
    },
    onSettled: () => {
      for (const key of ['submissions', 'conversation', 'tickets', 'messages', 'call-backs', 'conversations', 'signs'])
        void client.invalidateQueries({ queryKey: [key] });
    },
  });
}

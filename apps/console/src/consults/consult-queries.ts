/** What the console reads about questions to the supervisor, and the orders it gives about them. */
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { ConsultRow } from '@trunkline/contracts';
import { useTranslation } from 'react-i18next';
import { ask } from '../parts/gateway.ts';
import { tell } from '../parts/tell.ts';

export const consultsQuery = queryOptions({
  queryKey: ['consults'],
  queryFn: async ({ signal }) => (await ask<{ items: ConsultRow[] }>('/v1/consults?open=1', { signal })).items,
  refetchInterval: 15_000,
});

type Order = { path: string; body: unknown; said: string };

/** A refusal stays in the dialog that asked. */
export function useConsultOrder(done: () => void) {
  const client = useQueryClient();
  const { t } = useTranslation();
  return useMutation({
    mutationFn: ({ path, body }: Order) => ask(`/v1/${path}`, { body }),
    onSuccess: (_answer, { said }) => {
      tell(t(said));
      done();
    },
    onSettled: () => {
      for (const key of ['consults', 'conversation', 'messages', 'conversations', 'call-backs', 'escalations'])
        void client.invalidateQueries({ queryKey: [key] });
    },
  });
}

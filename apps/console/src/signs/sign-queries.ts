/** What the console reads about signs, and the orders it gives about them. */
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { IncidentMessage, IncidentRow, MatterRow, Sign, SignKind, SignRow } from '@trunkline/contracts';
import { useTranslation } from 'react-i18next';
import { ask } from '../parts/gateway.ts';
import { useSayProblem } from '../parts/say-problem.ts';
import { tell } from '../parts/tell.ts';

export const signKinds: readonly SignKind[] = [
  'tends-to-complain',
  'may-leave',
  'unsatisfied-again',
  'many-report-it',
  'rare-and-costly',
  'in-the-media',
];

const list =
  <Item>(path: string) =>
  async ({ signal }: { signal: AbortSignal }) =>
    (await ask<{ items: Item[] }>(path, { signal })).items;

export const signsOfQuery = (id: string) =>
  queryOptions({ queryKey: ['signs', id], queryFn: list<Sign>(`/v1/conversations/${id}/signs`) });
export const matterQuery = (id: string) =>
  queryOptions({
    queryKey: ['matter', id],
    queryFn: list<MatterRow>(`/v1/conversations/${id}/same-matter`),
    staleTime: 60_000,
  });
export const alertsQuery = queryOptions({
  queryKey: ['alerts'],
  queryFn: list<SignRow>('/v1/signs?open=1'),
  refetchInterval: 15_000,
});
export const incidentsQuery = queryOptions({
  queryKey: ['incidents'],
  queryFn: list<IncidentRow>('/v1/incidents?open=1'),
  refetchInterval: 15_000,
});

/** Asked again while some are still to be told. */
export const incidentMessagesQuery = (id: string) =>
  queryOptions({
    queryKey: ['incidents', id, 'messages'],
    queryFn: list<IncidentMessage>(`/v1/incidents/${id}/messages`),
    refetchInterval: ({ state }) => (state.data?.some(({ waits }) => waits > 0) ? 1_500 : 15_000),
  });

type Order = { path: string; method?: 'POST' | 'DELETE'; body?: unknown; done: string; once?: string };

/** One order; what it touches is fetched anew, a refusal is said. */
export function useSignOrder() {
  const client = useQueryClient();
  const { t } = useTranslation();
  const sayProblem = useSayProblem();
  return useMutation({
    mutationFn: ({ path, method = 'POST', body = {}, once }: Order) =>
      ask(`/v1/${path}`, { method, body, ...(once ? { once } : {}) }),
    onSuccess: (_answer, { done }) => tell(t(done)),
    onError: (error) => tell(sayProblem(error), 'failed'),
    onSettled: () => {
      for (const key of ['signs', 'matter', 'alerts', 'incidents', 'conversation', 'messages', 'conversations']) {
        void client.invalidateQueries({ queryKey: [key] });
      }
    },
  });
}

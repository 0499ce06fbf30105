/** What the console reads about tickets and follow-ups, and the orders it gives about them. */
import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { ChangedTicket, FollowUp, Ticket, Tickets, TicketTies } from '@trunkline/contracts';
import { useTranslation } from 'react-i18next';
import { ask } from '../parts/gateway.ts';
import { useSayProblem } from '../parts/say-problem.ts';
import { tell } from '../parts/tell.ts';

const list =
  <Item>(path: string) =>
  async ({ signal }: { signal: AbortSignal }) =>
    (await ask<{ items: Item[] }>(path, { signal })).items;

export const ticketsOfQuery = (id: string) =>
  queryOptions({ queryKey: ['tickets', id], queryFn: list<Ticket>(`/v1/conversations/${id}/tickets`) });
export const ticketsQuery = (asked: string) =>
  infiniteQueryOptions({
    queryKey: ['tickets', 'all', asked],
    queryFn: ({ pageParam, signal }) =>
      ask<Tickets>(`/v1/tickets?${asked}${pageParam ? `&cursor=${encodeURIComponent(pageParam)}` : ''}`, { signal }),
    initialPageParam: '',
    getNextPageParam: (page: Tickets) => page.next ?? undefined,
  });
export const ticketQuery = (id: string) =>
  queryOptions({
    queryKey: ['tickets', 'one', id],
    queryFn: ({ signal }) => ask<Ticket>(`/v1/tickets/${encodeURIComponent(id)}`, { signal }),
  });
export const tiesQuery = (id: string) =>
  queryOptions({
    queryKey: ['tickets', 'ties', id],
    queryFn: ({ signal }) => ask<TicketTies>(`/v1/tickets/${encodeURIComponent(id)}/ties`, { signal }),
  });
export const followUpsQuery = queryOptions({
  queryKey: ['follow-ups'],
  queryFn: list<FollowUp>('/v1/follow-ups?open=1'),
  refetchInterval: 30_000,
});

export const ticketStates: readonly Ticket['state'][] = [
  'open',
  'with-customer',
  'with-department',
  'solved',
  'closed',
];

/** One change of a ticket; said with a way back. */
export function useChangeTicket(): (ticket: Ticket, change: ChangedTicket) => void {
  const client = useQueryClient();
  const { t } = useTranslation();
  const sayProblem = useSayProblem();
  const save = useMutation({
    scope: { id: 'tickets' },
    mutationFn: ({ id, change }: { id: string; change: ChangedTicket }) =>
      ask<Ticket>(`/v1/tickets/${id}`, { method: 'PATCH', body: change }),
    onSettled: () => client.invalidateQueries({ queryKey: ['tickets'] }),
  });
  return (ticket, change) => {
    const before = Object.fromEntries(Object.keys(change).map((name) => [name, ticket[name as keyof Ticket]]));
    const queryKey = ticketsOfQuery(ticket.conversationId).queryKey;
    const put = (part: object) =>
      client.setQueryData(queryKey, (rows) => rows?.map((row) => (row.id === ticket.id ? { ...row, ...part } : row)));
    put(change);
    save.mutate(
      { id: ticket.id, change },
      {
        onError: (error) => {
          put(before);
          tell(sayProblem(error), 'failed');
        },
        onSuccess: () =>
          tell(t('ticket.changed', { number: ticket.number }), 'calm', {
            words: t('ticket.undo'),
            run: () => save.mutate({ id: ticket.id, change: before }),
          }),
      },
    );
  };
}

/** Undoes what was tied by hand. */
export function useUntie(id: string): (other: string) => void {
  const client = useQueryClient();
  const { t } = useTranslation();
  const sayProblem = useSayProblem();
  const untie = useMutation({
    mutationFn: (other: string) => ask(`/v1/tickets/${id}/ties/${other}`, { method: 'DELETE' }),
    onSuccess: () => tell(t('ticket-page.untied')),
    onError: (error) => tell(sayProblem(error), 'failed'),
    onSettled: () => client.invalidateQueries({ queryKey: ['tickets'] }),
  });
  return untie.mutate;
}

/** An order that makes something: a ticket, an escalation, a follow-up's result. */
export function useTicketOrder(done: () => void = () => {}) {
  const client = useQueryClient();
  const { t } = useTranslation();
  return useMutation({
    mutationFn: ({ path, body }: { path: string; body: unknown; said: string }) => ask(`/v1/${path}`, { body }),
    onSuccess: (_answer, { said }) => {
      tell(t(said));
      done();
    },
    onSettled: () => {
      for (const key of ['tickets', 'follow-ups', 'conversation', 'deadlines', 'escalations', 'conversations'])
        void client.invalidateQueries({ queryKey: [key] });
    },
  });
}

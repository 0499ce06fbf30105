/** What the console reads about customers: who they are, what was ever said with them, what joins their addresses. */
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { Customer, CustomerLinks, CustomerPage, Timeline, Verification, Visitor } from '@trunkline/contracts';
import { ask } from '../parts/gateway.ts';

const at = (id: string) => `/v1/customers/${encodeURIComponent(id)}`;
const paged = (path: string, cursor: string) =>
  `${path}${cursor ? `${path.includes('?') ? '&' : '?'}cursor=${encodeURIComponent(cursor)}` : ''}`;

export const customersQuery = (words: string) =>
  infiniteQueryOptions({
    queryKey: ['customers', words],
    queryFn: ({ pageParam, signal }) =>
      ask<CustomerPage>(paged(`/v1/customers?q=${encodeURIComponent(words)}`, pageParam), { signal }),
    initialPageParam: '',
    getNextPageParam: (page: CustomerPage) => page.next ?? undefined,
  });
export const customerQuery = (id: string) =>
  queryOptions({ queryKey: ['customer', id], queryFn: ({ signal }) => ask<Customer>(at(id), { signal }) });
export const timelineQuery = (id: string) =>
  infiniteQueryOptions({
    queryKey: ['timeline', id],
    queryFn: ({ pageParam, signal }) => ask<Timeline>(paged(`${at(id)}/timeline`, pageParam), { signal }),
    initialPageParam: '',
    getNextPageParam: (page: Timeline) => page.next ?? undefined,
  });
export const linksQuery = (id: string) =>
  queryOptions({
    queryKey: ['links', id],
    queryFn: async ({ signal }) => (await ask<CustomerLinks>(`${at(id)}/links`, { signal })).items,
  });
export const verificationQuery = (conversationId: string) =>
  queryOptions({
    queryKey: ['verification', conversationId],
    queryFn: ({ signal }) =>
      ask<Verification>(`/v1/conversations/${encodeURIComponent(conversationId)}/verification`, { signal }),
  });
export const visitorQuery = (conversationId: string) =>
  queryOptions({
    queryKey: ['visitor', conversationId],
    queryFn: ({ signal }) =>
      ask<Visitor>(`/v1/conversations/${encodeURIComponent(conversationId)}/visitor`, { signal }),
    retry: false,
  });

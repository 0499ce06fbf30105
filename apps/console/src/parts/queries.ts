/** Everything the console reads from the gateway, by the key under which it is kept. */

import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type {
  AgentRow,
  ChannelRow,
  Conversation,
  ConversationPage,
  Deadline,
  EscalationRow,
  Explanation,
  Me,
  Message,
  MessagePage,
  ParkedRow,
  PolicyV1,
  QueueRow,
} from '@trunkline/contracts';
import { ask } from './gateway.ts';

export type Colleague = { id: string; name: string; number: string; groups: string[]; presence: { state: string } };
export type ParkedNow = { items: ParkedRow[]; count: number };

const items = <Item>(answer: { items: Item[] }) => answer.items;
const list =
  <Item>(path: string) =>
  async ({ signal }: { signal: AbortSignal }) =>
    items(await ask<{ items: Item[] }>(path, { signal }));

export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: ({ signal }) => ask<Me>('/v1/me', { signal }),
  staleTime: 30_000,
});
export const policyQuery = queryOptions({
  queryKey: ['policy'],
  queryFn: ({ signal }) => ask<PolicyV1>('/v1/policies/current', { signal }),
  staleTime: 300_000,
});
export const colleaguesQuery = queryOptions({
  queryKey: ['colleagues'],
  queryFn: list<Colleague>('/v1/colleagues'),
  staleTime: 15_000,
});
export const queuesQuery = queryOptions({ queryKey: ['queues'], queryFn: list<QueueRow>('/v1/queues') });
export const agentsQuery = queryOptions({ queryKey: ['agents'], queryFn: list<AgentRow>('/v1/agents') });
export const escalationsQuery = queryOptions({
  queryKey: ['escalations'],
  queryFn: list<EscalationRow>('/v1/escalations?open=1'),
});
export const parkedQuery = queryOptions({
  queryKey: ['parked'],
  queryFn: ({ signal }) => ask<ParkedNow>('/v1/parked', { signal }),
  refetchInterval: 30_000,
});
export const parkedCountQuery = queryOptions({
  queryKey: ['parked', 'count'],
  queryFn: async ({ signal }) => (await ask<ParkedNow>('/v1/parked?count=1', { signal })).count,
  refetchInterval: 10_000,
});

export const channelsQuery = queryOptions({
  queryKey: ['channels'],
  queryFn: list<ChannelRow>('/v1/channels'),
  staleTime: 60_000,
});

export const conversationsQuery = (asked: string) =>
  infiniteQueryOptions({
    queryKey: ['conversations', asked],
    queryFn: ({ pageParam, signal }) =>
      ask<ConversationPage>(
        `/v1/conversations?${asked}${pageParam ? `&cursor=${encodeURIComponent(pageParam)}` : ''}`,
        {
          signal,
        },
      ),
    initialPageParam: '',
    getNextPageParam: (page: ConversationPage) => page.next ?? undefined,
  });
export const offersQuery = queryOptions({
  queryKey: ['offers'],
  queryFn: ({ signal }) => ask<ConversationPage>('/v1/conversations?state=offered&assignee=me', { signal }),
  select: items,
});

const at = (id: string) => `/v1/conversations/${encodeURIComponent(id)}`;
export const conversationQuery = (id: string) =>
  queryOptions({ queryKey: ['conversation', id], queryFn: ({ signal }) => ask<Conversation>(at(id), { signal }) });
export const explainQuery = (id: string) =>
  queryOptions({
    queryKey: ['explain', id],
    queryFn: ({ signal }) => ask<Explanation>(`${at(id)}/explain`, { signal }),
  });
export const deadlinesQuery = (id: string) =>
  queryOptions({ queryKey: ['deadlines', id], queryFn: list<Deadline>(`${at(id)}/deadlines`) });
export const messagesQuery = (id: string) =>
  queryOptions({ queryKey: ['messages', id], queryFn: ({ signal }) => allMessages(id, signal) });

/** A thread is read whole: oldest first, page after page. */
async function allMessages(id: string, signal: AbortSignal): Promise<Message[]> {
  const all: Message[] = [];
  for (let cursor: string | null = ''; cursor !== null; ) {
    const page: MessagePage = await ask(`${at(id)}/messages${cursor ? `?cursor=${encodeURIComponent(cursor)}` : ''}`, {
      signal,
    });
    all.push(...page.items);
    cursor = page.next;
  }
  return all;
}

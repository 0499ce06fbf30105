/** Gives an order about a conversation: shown at once, rolled back with a sentence if it is refused. */

import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Conversation } from '@trunkline/contracts';
import { useTranslation } from 'react-i18next';
import { ask } from './gateway.ts';
import { meQuery } from './queries.ts';
import { useSayProblem } from './say-problem.ts';
import { tell } from './tell.ts';

export type Verb = 'accept' | 'decline' | 'transfer' | 'take-over' | 'resolve' | 'close' | 'reopen' | 'anything-else';
type Given = { id: string; verb: Verb; body?: unknown };

export function useOrder() {
  const client = useQueryClient();
  const { t } = useTranslation();
  const sayProblem = useSayProblem();
  return useMutation({
    mutationFn: ({ id, verb, body }: Given) =>
      ask<Conversation>(`/v1/conversations/${id}/${verb}`, { body: body ?? {} }),
    onMutate: async ({ id, verb }) => {
      const queryKey = ['conversation', id];
      await client.cancelQueries({ queryKey });
      const before = client.getQueryData<Conversation>(queryKey);
      const me = client.getQueryData(meQuery.queryKey)?.staff.id ?? null;
      if (before) client.setQueryData(queryKey, { ...before, ...foreseen(verb, before, me) });
      return { before };
    },
    onError: (error, { id }, held) => {
      if (held?.before) client.setQueryData(['conversation', id], held.before);
      tell(sayProblem(error), 'failed');
    },
    onSuccess: (answer, { id, verb }) => {
      if (answer) client.setQueryData(['conversation', id], answer);
      tell(t(`done.${verb}`));
    },
    onSettled: (_answer, _error, { id }) => {
      for (const key of [
        ['conversation', id],
        ['messages', id],
        ['explain', id],
        ['deadlines', id],
      ]) {
        void client.invalidateQueries({ queryKey: key });
      }
      for (const key of [['offers'], ['conversations'], ['queues'], ['me']]) {
        void client.invalidateQueries({ queryKey: key });
      }
    },
  });
}

/** How a conversation will stand if the order goes through. */
function foreseen(verb: Verb, before: Conversation, me: Conversation['agentId']): Partial<Conversation> {
  if (verb === 'accept' || verb === 'take-over') return { state: 'assigned', agentId: me, offeredUntil: null };
  if (verb === 'resolve') return { state: 'solved' };
  if (verb === 'close') return { state: 'closed' };
  if (verb === 'anything-else') return { state: 'with-customer' };
  if (verb === 'reopen') return { state: before.agentId ? 'assigned' : 'waiting' };
  return { state: 'waiting', agentId: null, offeredUntil: null };
}

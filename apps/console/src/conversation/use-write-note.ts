/** Leaves a note in the house: in the thread at once, taken back with a sentence if it is refused. */

import { useQueryClient } from '@tanstack/react-query';
import type { Message } from '@trunkline/contracts';
import { useCallback } from 'react';
import { ask } from '../parts/gateway.ts';
import { newKey } from '../parts/new-key.ts';
import { meQuery, messagesQuery } from '../parts/queries.ts';
import { useSayProblem } from '../parts/say-problem.ts';
import { tell } from '../parts/tell.ts';

export function useWriteNote(conversationId: string) {
  const client = useQueryClient();
  const sayProblem = useSayProblem();
  return useCallback(
    (text: string, giveBack: () => void) => {
      const { queryKey } = messagesQuery(conversationId);
      const key = newKey();
      const shown = shownAtOnce({ id: key, conversationId, text }, client.getQueryData(meQuery.queryKey)?.staff);
      client.setQueryData(queryKey, (known) => known && [...known, shown]);
      const replace = (by: Message[]) =>
        client.setQueryData(queryKey, (known) =>
          known?.filter(({ id }) => id !== shown.id && !by.some((one) => one.id === id)).concat(by),
        );
      ask<Message>(`/v1/conversations/${conversationId}/messages`, { body: { text, kind: 'note' }, once: key })
        .then((message) => replace([message]))
        .catch((error: unknown) => {
          replace([]);
          giveBack();
          tell(sayProblem(error), 'failed');
        });
    },
    [client, conversationId, sayProblem],
  );
}

type Given = { id: string; conversationId: string; text: string };

function shownAtOnce(given: Given, me: { id: string; name: string } | undefined): Message {
  return {
    ...given,
    from: 'agent',
    kind: 'note',
    authorId: me?.id ?? null,
    authorName: me?.name ?? null,
    subject: null,
    hasMore: false,
    receiptId: null,
    attachments: [],
    automatic: null,
    at: new Date().toISOString(),
    delivery: null,
  } as unknown as Message;
}

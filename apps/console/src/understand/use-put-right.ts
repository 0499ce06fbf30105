/** Puts a label right: shown at once, taken back with a sentence where it is refused. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Conversation } from '@trunkline/contracts';
import { useTranslation } from 'react-i18next';
import { ask } from '../parts/gateway.ts';
import { meQuery } from '../parts/queries.ts';
import { useSayProblem } from '../parts/say-problem.ts';
import { tell } from '../parts/tell.ts';

export function usePutRight(id: string) {
  const client = useQueryClient();
  const { t } = useTranslation();
  const sayProblem = useSayProblem();
  const queryKey = ['conversation', id];
  return useMutation({
    mutationFn: (label: string | null) => ask<Conversation>(`/v1/conversations/${id}/label`, { body: { label } }),
    onMutate: async (label) => {
      await client.cancelQueries({ queryKey });
      const before = client.getQueryData<Conversation>(queryKey);
      const by = client.getQueryData(meQuery.queryKey)?.staff.id ?? null;
      if (before) {
        const classified = { ...before.classified, label, by };
        client.setQueryData(queryKey, { ...before, label, classified });
      }
      return { before };
    },
    onError: (error, _label, held) => {
      if (held?.before) client.setQueryData(queryKey, held.before);
      tell(sayProblem(error), 'failed');
    },
    onSuccess: (answer) => {
      client.setQueryData(queryKey, answer);
      tell(t('understand.done'));
    },
    onSettled: () => {
      for (const key of [queryKey, ['conversations'], ['corrections']])
        void client.invalidateQueries({ queryKey: key });
    },
  });
}

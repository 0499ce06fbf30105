/** What the console reads of an agent's guides in a conversation, and the orders it gives about them. */
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { Guides, MacroRun, TreeStep } from '@trunkline/contracts';
import { useTranslation } from 'react-i18next';
import { ask } from '../parts/gateway.ts';
import { newKey } from '../parts/new-key.ts';
import { useSayProblem } from '../parts/say-problem.ts';
import { tell } from '../parts/tell.ts';
import { useWords } from '../parts/use-words.ts';

export const guidesQuery = (id: string) =>
  queryOptions({
    queryKey: ['conversation', id, 'guides'],
    queryFn: ({ signal }) => ask<Guides>(`/v1/conversations/${id}/guides`, { signal }),
    staleTime: 30_000,
  });

export function useWalk(id: string) {
  const client = useQueryClient();
  const sayProblem = useSayProblem();
  return useMutation({
    mutationFn: ({ tree, path }: { tree: string; path: TreeStep[] }) =>
      ask<Guides>(`/v1/conversations/${id}/trees/${encodeURIComponent(tree)}`, { method: 'PUT', body: { path } }),
    onSuccess: (guides) => {
      client.setQueryData(guidesQuery(id).queryKey, guides);
      void client.invalidateQueries({ queryKey: ['conversation', id], exact: true });
    },
    onError: (error) => tell(sayProblem(error), 'failed'),
  });
}

/** Says how far it went: done, or which step was refused and why. */
export function useMacro(id: string) {
  const client = useQueryClient();
  const { t } = useTranslation();
  const words = useWords();
  const sayProblem = useSayProblem();
  return useMutation({
    mutationFn: (macro: string) =>
      ask<MacroRun>(`/v1/conversations/${id}/macros/${encodeURIComponent(macro)}`, { body: {}, once: newKey() }),
    onSuccess: ({ isWhole, steps }) => {
      const refused = steps.find(({ state }) => state === 'refused');
      const done = steps.filter(({ state }) => state === 'done').length;
      if (isWhole || !refused) return tell(t('guide.macro-done', { done }));
      const why = refused.because ? words.because(refused.because) : '';
      tell(t('guide.macro-refused', { done, all: steps.length, step: t(`guide.act.${refused.act}`), why }), 'failed');
    },
    onError: (error) => tell(sayProblem(error), 'failed'),
    onSettled: () => {
      for (const key of ['conversation', 'messages', 'conversations', 'tickets', 'queues', 'me'])
        void client.invalidateQueries({ queryKey: [key] });
    },
  });
}

/** What a supervisor does with corrections: approves or rejects one, lets the classifier learn from the approved. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ClassifierVersions, Correction } from '@trunkline/contracts';
import { useTranslation } from 'react-i18next';
import { ask } from '../parts/gateway.ts';
import { useSayProblem } from '../parts/say-problem.ts';
import { tell } from '../parts/tell.ts';

type Decided = { id: string; state: 'approved' | 'rejected' };
const verbs = { approved: 'approve', rejected: 'reject' };

export function useDecide() {
  const client = useQueryClient();
  const { t } = useTranslation();
  const sayProblem = useSayProblem();
  return useMutation({
    mutationFn: ({ id, state }: Decided) => ask<Correction>(`/v1/corrections/${id}/${verbs[state]}`, { body: {} }),
    onSuccess: (_answer, { state }) => tell(t(`understand.${state}`)),
    onError: (error) => tell(sayProblem(error), 'failed'),
    onSettled: () => {
      void client.invalidateQueries({ queryKey: ['corrections'] });
      void client.invalidateQueries({ queryKey: ['classifier'] });
    },
  });
}

export function useFit() {
  const client = useQueryClient();
  const { t } = useTranslation();
  const sayProblem = useSayProblem();
  return useMutation({
    mutationFn: () => ask<ClassifierVersions>('/v1/classifier/fit', { body: {} }),
    onSuccess: (answer) => tell(t('understand.fitted', { version: answer?.items[0]?.version })),
    onError: (error) => tell(sayProblem(error), 'failed'),
    onSettled: () => client.invalidateQueries({ queryKey: ['classifier'] }),
  });
}

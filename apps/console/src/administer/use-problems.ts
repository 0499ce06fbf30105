/** What does not hold in a policy, asked of the gateway a moment after each change; paths are named by codes. */
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { PolicyProblem, PolicyProblems, PolicyV1 } from '@trunkline/contracts';
import { useMemo } from 'react';
import { ask } from '../parts/gateway.ts';
import { nameSteps } from './walk-path.ts';

export type Checked = { problems: PolicyProblem[]; state: 'asking' | 'known' | 'unknown' };

export const askProblems = async (policy: unknown, signal?: AbortSignal): Promise<PolicyProblem[]> => {
  const { problems } = await ask<PolicyProblems>('/v1/policies/lint', { body: { policy }, signal });
  return problems.map((problem) => ({ ...problem, path: nameSteps(policy, problem.path) }));
};

export function useProblems(policy: PolicyV1 | undefined, mayAsk: boolean): Checked {
  const [settled] = useDebouncedValue(policy, 350);
  const text = useMemo(() => (settled ? JSON.stringify(settled) : ''), [settled]);
  const query = useQuery({
    queryKey: ['policy-problems', text],
    queryFn: ({ signal }) => askProblems(settled, signal),
    enabled: mayAsk && settled !== undefined,
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 10_000,
  });
  const isFresh = settled === policy && !query.isFetching;
  const state = query.isError ? 'unknown' : isFresh && query.isSuccess ? 'known' : 'asking';
  return { problems: query.isError ? [] : (query.data ?? []), state };
}

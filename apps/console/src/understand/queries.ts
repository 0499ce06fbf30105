/** What the console reads of understanding. */
import { queryOptions } from '@tanstack/react-query';
import type { ClassifierVersions, Corrections } from '@trunkline/contracts';
import { ask } from '../parts/gateway.ts';

export const correctionsQuery = queryOptions({
  queryKey: ['corrections'],
  queryFn: async ({ signal }) => (await ask<Corrections>('/v1/corrections?state=proposed', { signal })).items,
  refetchInterval: 30_000,
});
export const classifierQuery = queryOptions({
  queryKey: ['classifier'],
  queryFn: ({ signal }) => ask<ClassifierVersions>('/v1/classifier', { signal }),
  refetchInterval: 30_000,
});

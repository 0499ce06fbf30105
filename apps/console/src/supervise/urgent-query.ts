/** The clocks that are late or soon will be, most urgent first. */
import { queryOptions } from '@tanstack/react-query';
import type { DeadlinePage } from '@trunkline/contracts';
import { ask } from '../parts/gateway.ts';

export const urgentQuery = queryOptions({
  queryKey: ['urgent'],
  queryFn: async ({ signal }) => (await ask<DeadlinePage>('/v1/deadlines?state=late,soon&limit=200', { signal })).items,
  refetchInterval: 15_000,
});

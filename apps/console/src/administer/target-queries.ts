/** Where escalations are told beside the console, and what they were told lately. */
import { queryOptions } from '@tanstack/react-query';
import type { Notifications, NotifyTargets } from '@trunkline/contracts';
import { ask } from '../parts/gateway.ts';

export const targetsQuery = queryOptions({
  queryKey: ['targets'],
  queryFn: async ({ signal }) => (await ask<NotifyTargets>('/v1/notify/targets', { signal })).items,
  staleTime: 15_000,
});
export const notificationsQuery = queryOptions({
  queryKey: ['notifications'],
  queryFn: async ({ signal }) => (await ask<Notifications>('/v1/notify/notifications', { signal })).items,
  refetchInterval: 15_000,
});

/** L12: after the last fault the queues drain as far as agents allow, nothing lags, all services are ready. */
import type { Evidence } from '../evidence.ts';

export function comeToRest({ rest }: Evidence): string[] {
  return [
    ...rest.waitingForNothing.map((id) => `${id} waits though somebody has room`),
    ...Object.entries(rest.lag)
      .filter(([, count]) => count > 0)
      .map(([group, count]) => `${group} lags by ${count} records`),
    ...rest.notReady.map((service) => `${service} is not ready`),
  ];
}

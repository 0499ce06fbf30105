/** L5: nobody carries more than they can, overrides marked; at the end the load is what they really have. */
import type { Evidence } from '../evidence.ts';

export function keepCapacity({ loads }: Evidence): string[] {
  return loads.flatMap(({ agentId, load, capacity, override, carried }) => [
    ...(load < 0 || load > capacity + override ? [`${agentId} carries ${load} of ${capacity} + ${override}`] : []),
    ...(load !== carried ? [`${agentId} is counted with ${load} and has ${carried}`] : []),
  ]);
}

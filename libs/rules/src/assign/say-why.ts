/** Why one of many that ask for the same waits: the first thing that stands in their way at the whole group. */
import type { Because } from '@trunkline/contracts';
import { isOpenAt, nextOpen } from '../deadline/business-time.ts';
import type { Room } from './may-take.ts';
import { queueOf } from './required-now.ts';

/** Of those online: how many in the group, with the skills too, taking the channel too. */
export type There = { inGroup: number; skilled: number; could: number; missing: [string, number] | undefined };

/** Null: somebody there could take it, had they room. */
export function sayWhy(queue: string, there: There, desk: Pick<Room, 'policy' | 'at'>): Because | null {
  if (there.inGroup === 0) return closedUntil(queue, desk) ?? { code: 'nobody-online', values: {} };
  if (there.skilled === 0) {
    if (!there.missing) return { code: 'no-agent-with-all-skills', values: {} };
    const [skill, level] = there.missing;
    return { code: 'no-agent-with-skill', values: { skill, level } };
  }
  return there.could === 0 ? { code: 'nobody-takes-this-channel', values: {} } : null;
}

function closedUntil(queue: string, { policy, at }: Pick<Room, 'policy' | 'at'>): Because | null {
  const calendar = policy.calendars[queueOf(policy, queue)?.calendar ?? ''];
  if (!calendar) return null;
  const ms = Date.parse(at);
  const open = isOpenAt(calendar, ms);
  const next = nextOpen(calendar, ms);
  if (!open.ok || open.value || !next.ok) return null;
  return { code: 'outside-hours', values: { until: new Date(next.value).toISOString() } };
}

export const kept = (agent: string, until: string): Because => ({
  code: 'kept-for-former-agent',
  values: { agent, until },
});

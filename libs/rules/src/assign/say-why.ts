/** Why one of many that ask for the same waits: the first thing that stands in their way at the whole group. */
import type { Because } from '@trunkline/contracts';
import { isOpenAt, nextOpen } from '../deadline/business-time.ts';
import type { Room } from './may-take.ts';
import { queueOf } from './required-now.ts';

type Now = Pick<Room, 'policy' | 'at'>;

/** Of those online: how many in the group, with the skills too, taking the channel too. */
export type There = { inGroup: number; skilled: number; could: number };

type Missing = () => [string, number] | undefined;

/** Null: somebody there could take it, had they room. `missing`: the skill that nobody of the group has. */
export function sayWhy(there: There & { queue: string }, missing: Missing, desk: Now): Because | null {
  if (there.inGroup === 0) return closedUntil(there.queue, desk) ?? { code: 'nobody-online', values: {} };
  if (there.skilled === 0) {
    const lacks = missing();
    if (!lacks) return { code: 'no-agent-with-all-skills', values: {} };
    const [skill, level] = lacks;
    return { code: 'no-agent-with-skill', values: { skill, level } };
  }
  return there.could === 0 ? { code: 'nobody-takes-this-channel', values: {} } : null;
}

function closedUntil(queue: string, { policy, at }: Now): Because | null {
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

/** Some could take it, and none is to have it now. `failed`: why those who would have room do not get it. */
export function whyNobody(failed: readonly string[], hadTheirShare: boolean): Because {
  const letItGo = failed.includes('declined-it-before') || failed.includes('missed-it-before');
  const rest = failed.includes('may-not-have-it') ? 'nobody-else-there' : 'all-agents-full';
  return { code: letItGo ? 'declined-by-all' : hadTheirShare ? 'all-had-their-share' : rest, values: {} };
}

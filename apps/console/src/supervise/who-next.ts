/** Who hears of an escalation next, and when, if nobody acknowledges it. */
import type { EscalationRow, LadderLevel, PolicyV1 } from '@trunkline/contracts';
import { openHours } from '../time/open-hours.ts';

export type Next = { level: LadderLevel; atMs: number } | { level: null };
type Time = Pick<PolicyV1['time'], 'ladder' | 'triggers'>;

/** A level whose quiet hours it is then is passed over, unless the trigger wakes people or all that are left are quiet. */
export function whoNext(
  { level, acknowledgeBy, trigger }: Pick<EscalationRow, 'level' | 'acknowledgeBy' | 'trigger'>,
  { ladder, triggers }: Time,
  calendars: PolicyV1['calendars'],
): Next {
  const atMs = Date.parse(acknowledgeBy);
  const above = ladder.filter((one) => one.level > level).sort((one, other) => one.level - other.level);
  const wakes = trigger !== undefined && triggers?.[trigger]?.wakes === true;
  const isPaged = ({ pagedWhile }: LadderLevel) => {
    const calendar = pagedWhile ? calendars[pagedWhile] : undefined;
    return wakes || !calendar || openHours(calendar, atMs).isOpen;
  };
  const next = above.find(isPaged) ?? above[0];
  return next ? { level: next, atMs } : { level: null };
}

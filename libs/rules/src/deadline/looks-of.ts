/** When a clock is looked at before it is due: at the share it is warned at, and where the customer may have to be told. */
import type { ClockKind, PolicyV1 } from '@trunkline/contracts';
import { instantOfUse, type Timed } from './timed.ts';

type Time = Pick<PolicyV1['time'], 'warnAtPercent' | 'delays'>;

/** These come to their end instead of being missed: nobody is warned. */
export const bringsAbout = (clock: ClockKind): boolean =>
  clock === 'follow-up' || clock === 'survey' || clock === 'auto-close';

/** The customer hears nothing of what is the desk's own: who takes it, who is silent, what was promised anew. */
export const mayBeTold = (clock: ClockKind): boolean =>
  clock === 'first-response' || clock === 'next-response' || clock === 'resolution' || clock === 'promise';

/** Shares of the limit, in percent, in order. */
export function looksOf(clock: ClockKind, limitSeconds: number, { warnAtPercent, delays }: Time): number[] {
  if (bringsAbout(clock)) return [];
  const early = limitSeconds >= delays.fromSeconds && mayBeTold(clock);
  const more = early ? [50, 65, delays.foreseenFromPercent, 85, 90, delays.surelyFromPercent] : [];
  return [...new Set([warnAtPercent, ...more])].sort((a, b) => a - b);
}

/** The first look after that instant; null where none is left. In ms. */
export function nextLook(clock: ClockKind, timed: Timed, asked: { time: Time; after: number }): number | null {
  for (const percent of looksOf(clock, timed.limitSeconds, asked.time)) {
    const at = instantOfUse(timed, (timed.limitSeconds * percent) / 100);
    if (at !== null && at > asked.after) return at;
  }
  return null;
}

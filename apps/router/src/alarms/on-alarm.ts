/** What each room does when an alarm of its kind rings: one line a kind. It still checks whether it matters. */
import type { AlarmKind } from '@trunkline/contracts';
import { breakOff } from '../broken-off/break-off.ts';
import { endLive } from '../closing/end-live.ts';
import { endWrapUpTime } from '../closing/end-wrap-up-time.ts';
import { onConsentRang } from '../transfers/settle-consent.ts';
import type { OnAlarm } from './rung.ts';

/** Kinds that only climb the ladder have none. */
export const onAlarm: Partial<Record<AlarmKind, OnAlarm>> = {
  consent: onConsentRang,
  'broken-off': breakOff,
  'live-end': endLive,
  'wrap-up': endWrapUpTime,
};

/** What each room does when an alarm of its kind rings: one line a kind. It still checks whether it matters. */
import type { AlarmKind } from '@trunkline/contracts';
import { endLive } from '../closing/end-live.ts';
import { onConsentRang } from '../transfers/settle-consent.ts';
import type { OnAlarm } from './rung.ts';

/** Kinds that only climb the ladder have none. */
export const onAlarm: Partial<Record<AlarmKind, OnAlarm>> = {
  consent: onConsentRang,
  'live-end': endLive,
};

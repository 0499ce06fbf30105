/** What each room does when an alarm of its kind rings: one line a kind. It still checks whether it matters. */
import type { AlarmKind, Fact } from '@trunkline/contracts';
import type { LiveSettings, Tx } from '@trunkline/platform';
import { endLive } from '../closing/end-live.ts';
import type { HeldConversation } from '../intake/conversations.store.ts';
import { onConsentRang } from '../transfers/settle-consent.ts';

export type Rung = {
  alarm: Fact<'alarm.rang'>['data'];
  /** Under its row lock. */
  held: HeldConversation;
  settings: LiveSettings;
};
export type OnAlarm = (tx: Tx, rung: Rung) => Promise<void>;

/** Kinds that only climb the ladder have none. */
export const onAlarm: Partial<Record<AlarmKind, OnAlarm>> = {
  consent: onConsentRang,
  'live-end': endLive,
};

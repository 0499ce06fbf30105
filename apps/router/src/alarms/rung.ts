/** What a room is told when one of its alarms rings. */
import type { Fact } from '@trunkline/contracts';
import type { LiveSettings, Tx } from '@trunkline/platform';
import type { HeldConversation } from '../intake/conversations.store.ts';

export type Rung = {
  alarm: Fact<'alarm.rang'>['data'];
  /** Under its row lock. */
  held: HeldConversation;
  settings: LiveSettings;
};
export type OnAlarm = (tx: Tx, rung: Rung) => Promise<void>;

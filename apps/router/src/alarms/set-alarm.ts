/** Asks to be woken at an instant, moves that, or takes it off: one alarm for each kind and thing it is about. */
import { type AlarmId, type AlarmKind, newId } from '@trunkline/contracts';
import { type Tx, writeFacts } from '@trunkline/platform';
import type { HeldConversation } from '../intake/conversations.store.ts';
import { headOf } from '../intake/head-of.ts';
import { saveAlarm, takeAlarmOff } from './alarms.store.ts';

export type NewAlarm = {
  kind: AlarmKind;
  /** A call-back, a ticket, an assignment, or the conversation. */
  aboutId: string;
  /** ISO; rules compute it. */
  dueAt: string;
  /** It is a limit: when it rings, the ladder hears of it. */
  escalates?: boolean;
};

/** The caller holds the conversation. The same instant again changes nothing; another one moves it. */
export async function setAlarm(tx: Tx, held: HeldConversation, alarm: NewAlarm): Promise<void> {
  const { kind, aboutId, dueAt, escalates = false } = alarm;
  const saved = await saveAlarm(tx, { id: newId<AlarmId>(), conversationId: held.id, kind, aboutId, dueAt });
  if (!saved) return;
  const { id: alarmId, version: alarmVersion } = saved;
  const data = { ...headOf(held), alarmId, kind, aboutId: aboutId as never, dueAt, escalates, alarmVersion };
  await writeFacts(tx, [{ type: 'alarm.set', key: held.id, data }]);
}

/** Where none is set, or it rang already, nothing happens. */
export async function takeOffAlarm(
  tx: Tx,
  held: HeldConversation,
  { kind, aboutId }: Pick<NewAlarm, 'kind' | 'aboutId'>,
): Promise<void> {
  const off = await takeAlarmOff(tx, { kind, aboutId });
  if (!off) return;
  const data = { ...headOf(held), alarmId: off.id, alarmVersion: off.version };
  await writeFacts(tx, [{ type: 'alarm.off', key: held.id, data }]);
}

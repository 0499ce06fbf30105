/** Says what became of a call-back, and keeps its clock: while it is open, its time is a limit that the ladder knows. */
import type { CallBack } from '@trunkline/contracts';
import { type Tx, writeFacts } from '@trunkline/platform';
import { setAlarm, takeOffAlarm } from '../alarms/set-alarm.ts';
import type { HeldConversation } from '../intake/conversations.store.ts';
import { headOf } from '../intake/head-of.ts';

/** `before`: as it stood; null: it is new. The caller holds its conversation. */
export async function tellCallBack(
  tx: Tx,
  held: HeldConversation,
  { before, now }: { before: Pick<CallBack, 'dueAt'> | null; now: CallBack },
): Promise<void> {
  const alarm = { kind: 'call-back', aboutId: now.id } as const;
  const isMoved = before === null || Date.parse(before.dueAt) !== Date.parse(now.dueAt);
  if (now.result !== null) await takeOffAlarm(tx, held, alarm);
  else if (isMoved) await setAlarm(tx, held, { ...alarm, dueAt: now.dueAt, escalates: true });
  const { id: callBackId, version: callBackVersion, queue: callBackQueue, dueAt, takenBy } = now;
  const data = { ...headOf(held), callBackId, callBackVersion, callBackQueue, dueAt, takenBy };
  const changed = { type: 'call-back.changed', data: { ...data, isDone: now.result !== null } } as const;
  const fact = before === null ? ({ type: 'call-back.planned', data } as const) : changed;
  await writeFacts(tx, [{ ...fact, key: held.id }]);
}

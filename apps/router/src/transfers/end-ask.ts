/** Ends the question whether a customer may be transferred: answered, taken back, or of no matter any more. */
import type { Tx } from '@trunkline/platform';
import { takeOffAlarm } from '../alarms/set-alarm.ts';
import { takeQuestion } from '../answers/questions.store.ts';
import type { HeldConversation } from '../intake/conversations.store.ts';
import { findAsk, type OpenAsk, settleTransfer, type TransferState } from './transfers.store.ts';

/** The caller holds the conversation. Undefined where nothing was asked. */
export async function endAsk(tx: Tx, held: HeldConversation, state: TransferState): Promise<OpenAsk | undefined> {
  const ask = await findAsk(tx, held.id);
  if (!ask) return undefined;
  await settleTransfer(tx, ask.id, state);
  await takeQuestion(tx, { conversationId: held.id, kind: 'consent', aboutId: ask.id });
  await takeOffAlarm(tx, held, { kind: 'consent', aboutId: ask.id });
  return ask;
}

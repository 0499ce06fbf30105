/** Somebody took a call that still goes on: channels hears whose telephone to ring. */
import type { AgentId, ConversationId, StaffV1 } from '@trunkline/contracts';
import { type Tx, writeFacts } from '@trunkline/platform';
import { insertEvents } from '../intake/messages.store.ts';
import { findGoingOn } from './calls.store.ts';

type Taken = { conversationId: ConversationId; agentId: AgentId };

/** In the transaction that gave it to them. Who took it by the telephone itself has it already. */
export async function directCall(
  tx: Tx,
  { conversationId, agentId }: Taken,
  person: Pick<StaffV1, 'name' | 'phone'> | undefined,
): Promise<void> {
  const going = await findGoingOn(tx, conversationId);
  if (!going || going.isByHand || going.agentId === agentId) return;
  if (!person?.phone) {
    const because = { code: 'has-no-phone-now', values: { agent: person?.name ?? '' } };
    return insertEvents(tx, [{ conversationId, what: 'call-not-connected', agentId, because }]);
  }
  const { channel, account, call, stand } = going;
  const language = stand.language?.value;
  const to = { kind: 'agent', agentId, phone: person.phone, name: person.name } as const;
  await writeFacts(tx, [
    {
      type: 'call.directed',
      key: conversationId,
      data: { conversationId, channel, account, call, ...(language && { language }), to },
    },
  ]);
}

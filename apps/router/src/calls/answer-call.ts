/** Somebody took the call: it is theirs, the first response is given, and what was owed to this number is paid. */
import { type MessageId, newId, sayReason } from '@trunkline/contracts';
import { writeFacts } from '@trunkline/platform';
import { settleCallBacks } from '../call-backs/settle-call-backs.ts';
import { putInputs } from '../dispatch/inputs.store.ts';
import { saveHeld } from '../intake/conversations.store.ts';
import { headOf } from '../intake/head-of.ts';
import { insertEvents, insertMessages } from '../intake/messages.store.ts';
import type { AtCall } from './at-call.ts';

export async function answerCall(at: AtCall): Promise<void> {
  const { tx, conversation, call } = at;
  const isUnknown = call.agentId === null && call.stand.agent !== null;
  const number = call.stand.agent?.value ?? '';
  const because = isUnknown ? { code: 'unknown-agent-number', values: { number } } : null;
  await insertEvents(tx, [{ conversationId: conversation.id, what: 'call-answered', agentId: call.agentId, because }]);
  await placeWithWhoTookIt(at);
  await keepAnswer(at);
  const { id: exceptCallId, channel, address } = call;
  if (address !== '') await settleCallBacks(tx, { channel, address, exceptCallId });
}

/** They speak already, so there is no question of room. */
async function placeWithWhoTookIt({ tx, conversation, call: { agentId } }: AtCall): Promise<void> {
  const isOpen = conversation.state !== 'solved' && conversation.state !== 'closed';
  const isTheirs = conversation.state === 'assigned' && conversation.agentId === agentId;
  if (agentId === null || !isOpen || isTheirs) return;
  conversation.version += 1;
  conversation.routingVersion += 1;
  await saveHeld(tx, conversation);
  await putInputs(tx, [
    {
      kind: 'place',
      conversationId: conversation.id,
      agentId,
      routingVersion: conversation.routingVersion,
      body: { how: 'taken-over', by: agentId, goesOn: true },
    },
  ]);
}

/** The agent's voice is the answer: it stops the clock like a reply that was written. */
async function keepAnswer({ tx, conversation, call }: AtCall): Promise<void> {
  const messageId = newId<MessageId>();
  const text = sayReason('call-taken', conversation.language === 'zh' ? 'zh' : 'en');
  const from = { spokenBy: 'agent', kind: 'reply', authorId: call.agentId } as const;
  const nothing = { receiptId: null, subject: null, hasMore: false, attachments: [], automatic: null, reference: null };
  const row = { id: messageId, conversationId: conversation.id, ...from, text, ...nothing };
  await insertMessages(tx, [{ ...row, shownAt: call.stand.answeredAt, deliveryState: null }]);
  conversation.version += 1;
  await saveHeld(tx, conversation, { words: text, from: 'agent' });
  const stored = { messageId, from: 'agent', kind: 'reply', authorId: call.agentId, receiptId: null, automatic: null };
  await writeFacts(tx, [
    { type: 'message.stored', key: conversation.id, data: { ...headOf(conversation), ...stored } } as never,
  ]);
}

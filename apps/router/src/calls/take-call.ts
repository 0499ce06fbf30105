/** A report of a call: added to what is known of it, and what follows is carried out; heard twice it changes nothing. */
import { isDeepStrictEqual } from 'node:util';
import { type CallId, newId } from '@trunkline/contracts';
import { type LiveSettings, type Tx, writeFacts } from '@trunkline/platform';
import { addReport, stateOf, whatFollows } from '@trunkline/rules';
import { askTheTime } from '../intake/ask-the-time.ts';
import { type HeldConversation, holdConversations, saveHeld } from '../intake/conversations.store.ts';
import { headOf } from '../intake/head-of.ts';
import { holdCall, type KnownCall, saveCall } from './calls.store.ts';
import { carryOut } from './carry-out.ts';
import { findAgent, type HeardCall, reportOf } from './heard-call.ts';
import { isComplaintCall } from './is-complaint-call.ts';
import { keepVoicemail } from './keep-voicemail.ts';
import { identifyCaller, openCall } from './open-call.ts';
import { returnToQueue } from './return-to-queue.ts';

export type CallDesk = { settings: Pick<LiveSettings, 'policy' | 'staff' | 'person'> };

export async function takeCall(tx: Tx, heard: HeardCall, { settings }: CallDesk): Promise<KnownCall> {
  const { policy } = settings;
  // the address is locked before it is asked again: two first reports of one call take turns
  const first = await holdCall(tx, heard);
  const caller = first ? undefined : await identifyCaller(tx, heard, policy);
  const known = first ?? (await holdCall(tx, heard));
  const stand = addReport(known?.stand ?? null, reportOf(heard));
  const state = stateOf(stand);
  const now = await askTheTime(tx);
  const agentId = heard.byHand?.agentId ?? findAgent(stand.agent?.value ?? null, settings);
  const conversation = known
    ? (await holdConversations(tx, [known.conversationId])).get(known.conversationId)!
    : await openCall(tx, heard, { caller: caller!, state, agentId, policy, now });
  const call: KnownCall = known
    ? { ...known, stand, state, agentId }
    : callOf(heard, { stand, state, agentId, conversation });
  await saveCall(tx, call);
  const isComplaint = await isComplaintCall(tx, conversation, policy);
  const follows = whatFollows({
    before: known?.state ?? null,
    after: state,
    direction: call.direction,
    wasAnswered: known?.stand.answeredAt != null,
    isComplaint,
  });
  const at = { tx, conversation, call, settings, now };
  for (const one of follows) await carryOut(at, one);
  if (heard.isUnreached && state === 'ringing') await returnToQueue(at, heard.agent);
  if (stand.voicemail?.value !== known?.stand.voicemail?.value) await keepVoicemail(at, heard);
  if (!isDeepStrictEqual(stand, known?.stand)) await tellScreens(tx, conversation);
  return call;
}

function callOf(
  heard: HeardCall,
  rest: Pick<KnownCall, 'stand' | 'state' | 'agentId'> & { conversation: HeldConversation },
): KnownCall {
  const { channel, account, call, direction, address, dialled, byHand } = heard;
  const { conversation, ...how } = rest;
  const of = { id: newId<CallId>(), conversationId: conversation.id, isByHand: byHand !== undefined };
  return { ...of, channel, account, call, direction, address, dialled, ...how };
}

/** Whoever shows the conversation fetches it anew. */
async function tellScreens(tx: Tx, conversation: HeldConversation): Promise<void> {
  conversation.version += 1;
  await saveHeld(tx, conversation);
  await writeFacts(tx, [{ type: 'message.moved', key: conversation.id, data: headOf(conversation) }]);
}

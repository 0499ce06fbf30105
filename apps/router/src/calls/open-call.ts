/** Opens the conversation of a call: what the menu says of it is its topic and language, the rest is routing's. */
import type { AgentId, CallState, ConversationId, MessageReceivedV1, PolicyV1 } from '@trunkline/contracts';
import { newId } from '@trunkline/contracts';
import { type NewFact, type Tx, writeFacts } from '@trunkline/platform';
import { orderKey, queueOfCall } from '@trunkline/rules';
import { putInputs } from '../dispatch/inputs.store.ts';
import { askForAgent } from '../intake/ask-for-agent.ts';
import { insertConversations, type OpenedConversation } from '../intake/conversations.store.ts';
import { headOf } from '../intake/head-of.ts';
import { identifyCustomers } from '../intake/identify-customer.ts';
import type { KnownAddress } from '../intake/known-addresses.ts';
import { insertEvents } from '../intake/messages.store.ts';
import type { HeardCall } from './heard-call.ts';

type Opening = { caller: KnownAddress; state: CallState; agentId: AgentId | null; policy: PolicyV1; now: string };

export async function openCall(tx: Tx, heard: HeardCall, opening: Opening): Promise<OpenedConversation> {
  const { state, agentId, policy, now } = opening;
  const { weighed, ...conversation } = conversationOf(heard, opening);
  await insertConversations(tx, [conversation]);
  const { id, customerId, addressId, language, label, urgency, arrivedAt } = conversation;
  const about = { customerId, addressId, language, label, urgency, arrivedAt, continues: null, account: heard.account };
  const facts: NewFact[] = [
    { type: 'conversation.opened', key: id, data: { ...headOf(conversation), ...about, automatic: null } },
  ];
  const isOver = conversation.state === 'solved';
  if (isOver) {
    const because = state === 'missed' ? 'call-missed' : 'call-taken';
    facts.push({ type: 'conversation.solved', key: id, data: { ...headOf(conversation), because } });
  } else {
    // whose telephone it rings, or who took it, is asked before all others
    const asked = askForAgent({ ...conversation, preferredAgentId: agentId }, policy, now, { weighed });
    await putInputs(tx, [heard.byHand ? { ...asked, body: { ...asked.body, requires: {} } } : asked] as never);
  }
  await writeFacts(tx, facts);
  await insertEvents(tx, [{ conversationId: id, what: 'call-ringing', agentId: null }]);
  return conversation;
}

/** Withheld numbers are strangers to each other: each is its own address. */
export async function identifyCaller(tx: Tx, heard: HeardCall, policy: PolicyV1): Promise<KnownAddress> {
  const known = await identifyCustomers(tx, [asMessage(heard)], policy);
  return known.get(`${heard.channel}:${addressOf(heard)}`)!;
}

export const addressOf = ({ address, call }: Pick<HeardCall, 'address' | 'call'>): string =>
  address === '' ? `withheld:${call}` : address;

/** What identifying looks at: who it was, and nothing that was written. */
const asMessage = (heard: HeardCall) =>
  ({
    channel: heard.channel,
    standard: 'call',
    live: true,
    account: heard.account,
    from: { address: addressOf(heard), name: heard.name, vouchedBy: null, email: null },
    thread: { key: heard.call, conversationId: null, reference: null, answers: [] },
    subject: null,
    text: '',
    hasMore: false,
    attachments: [],
    automatic: null,
    sentAt: null,
    receivedAt: heard.at,
  }) as unknown as MessageReceivedV1;

function conversationOf(heard: HeardCall, { caller, state, agentId, policy, now }: Opening) {
  const language = heard.language ?? policy.desk.defaultLanguage;
  const { channel, account, topic, call } = heard;
  const arrivedAt = new Date(heard.at).toISOString();
  const matter = { standard: 'call' as const, account, topic, label: null, kind: null, language };
  const queue = heard.byHand?.queue ?? queueOfCall({ account, language, topic }, policy);
  const marks = {
    isVip: caller.isVip,
    isSensitive: false,
    isCallBackAfterDrop: false,
    complexity: 0,
    isNearLimit: false,
  };
  const weighed = { ...matter, arrivedAt, urgency: 'normal' as const, ...marks };
  const orderKeyParts = orderKey({ ...weighed, queue }, policy);
  const isOver = state !== 'ringing' && state !== 'answered';
  const conversation: OpenedConversation = {
    id: newId<ConversationId>(),
    addressId: caller.addressId,
    customerId: caller.customerId,
    address: addressOf(heard),
    addressName: heard.name,
    threadKey: `call:${call}`.slice(0, 512),
    state: isOver ? 'solved' : 'waiting',
    version: 1,
    customerVersion: 1,
    routingVersion: 1,
    channel,
    standard: 'call',
    account,
    live: true,
    queue,
    subject: null,
    language,
    urgency: 'normal',
    automatic: null,
    agentId: isOver ? agentId : null,
    assignmentId: null,
    preferredAgentId: isOver ? null : agentId,
    arrivedAt,
    firstReplyAt: null,
    orderKeyParts,
    orderKey: orderKeyParts.orderKey,
    topic,
    label: null,
    confidence: 0,
    evidence: [],
    policyVersion: policy.version,
    classifierVersion: null,
    isSuspect: false,
    continues: null,
    waitingBecause: isOver ? null : { code: 'just-arrived', values: {} },
    lastWords: heard.dialled === '' ? '' : `→ ${heard.dialled}`,
    lastAt: now,
    unread: 0,
  };
  return { ...conversation, weighed };
}

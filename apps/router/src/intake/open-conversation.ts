/** Opens a conversation: what it is about, how urgent, which queue, and what the engine must hear of it. */
import type { ConversationId, MessageReceivedV1 } from '@trunkline/contracts';
import type { NewFact } from '@trunkline/platform';
import { chooseQueue, judgeUrgency, orderKey } from '@trunkline/rules';
import type { NewInput } from '../dispatch/inputs.store.ts';
import { judgeText } from '../understand/judge-text.ts';
import { askForAgent } from './ask-for-agent.ts';
import type { OpenedConversation } from './conversations.store.ts';
import { firstWords } from './first-words.ts';
import { headOf } from './head-of.ts';
import type { IntakeBasis } from './intake.ts';
import type { KnownAddress } from './known-addresses.ts';

type Opening = IntakeBasis & { isSuspect: boolean; continues: ConversationId | null };
type Opened = { conversation: OpenedConversation; inputs: NewInput[]; facts: NewFact[] };

export function openConversation(message: MessageReceivedV1, address: KnownAddress, opening: Opening): Opened {
  const { weighed, ...judged } = judge(message, address, opening);
  const conversation = { ...judged, ...place(message, address, opening) };
  const { id, addressId, customerId, language, label, urgency, arrivedAt, continues } = conversation;
  const tiers = [...(address.isVip ? ['vip'] : []), ...(address.tags ?? [])];
  const from = { account: message.account, tiers };
  const about = { customerId, addressId, language, label, urgency, arrivedAt, continues, ...from };
  const facts: NewFact[] = [
    { type: 'conversation.opened', key: id, data: { ...headOf(conversation), ...about, automatic: message.automatic } },
  ];
  if (message.automatic !== null) {
    const data = { ...headOf(conversation), because: 'nobody-has-to-answer' };
    facts.push({ type: 'conversation.solved', key: id, data });
    return { conversation, inputs: [], facts };
  }
  return { conversation, inputs: [askForAgent(conversation, opening.policy, opening.now, { weighed })], facts };
}

/** What the rules say of it. A mail's subject counts like its text. */
function judge(message: MessageReceivedV1, address: KnownAddress, { policy, classifier }: Opening) {
  const text = `${message.subject ?? ''}\n${message.text}`.trim();
  const matter = judgeText(text, policy, classifier);
  const { language } = matter;
  const { urgency, words } = judgeUrgency({ text, label: matter.label }, policy);
  const weighed = {
    arrivedAt: message.receivedAt,
    standard: message.standard,
    account: message.account,
    topic: matter.topic,
    label: matter.label,
    kind: matter.kind,
    language,
    urgency,
    isVip: address.isVip,
    isSensitive: false,
    isCallBackAfterDrop: false,
    complexity: matter.complexity,
    isNearLimit: false,
    ...(words.length > 0 && { words: { urgency: words } }),
  };
  const { queue } = chooseQueue(weighed, policy);
  const orderKeyParts = orderKey({ ...weighed, queue }, policy);
  return {
    weighed,
    language,
    urgency,
    queue,
    label: matter.label,
    topic: matter.topic,
    confidence: matter.confidence,
    evidence: matter.evidence,
    policyVersion: policy.version,
    classifierVersion: matter.classifierVersion,
    orderKeyParts,
    orderKey: orderKeyParts.orderKey,
  };
}

/** Automatic mail is kept where people can look at it, and nobody is called to answer it. */
function place(message: MessageReceivedV1, address: KnownAddress, opening: Opening) {
  const waits = message.automatic === null;
  const before = opening.continues ? opening.places.held.get(opening.continues) : undefined;
  return {
    id: opening.newId<ConversationId>(),
    addressId: address.addressId,
    customerId: address.customerId,
    address: message.from.address,
    addressName: message.from.name,
    threadKey: message.thread.key,
    state: waits ? ('waiting' as const) : ('solved' as const),
    version: 1,
    customerVersion: waits ? 1 : 0,
    routingVersion: 1,
    channel: message.channel,
    standard: message.standard,
    account: message.account,
    live: message.live,
    subject: message.subject,
    automatic: message.automatic,
    agentId: null,
    assignmentId: null,
    preferredAgentId: before?.agentId ?? null,
    // what follows a complaint speaks of it
    ...(before?.hiddenFrom?.length && { hiddenFrom: before.hiddenFrom }),
    arrivedAt: message.receivedAt,
    firstReplyAt: null,
    isSuspect: opening.isSuspect,
    continues: opening.continues,
    waitingBecause: waits ? { code: 'just-arrived', values: {} } : null,
    lastWords: firstWords(message),
    lastAt: message.receivedAt,
    unread: waits ? 1 : 0,
  };
}

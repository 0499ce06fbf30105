/** Finds each message its conversation, one after the other, so that a batch opens no second one for the same thread. */
import type { ConversationId, MessageId, MessageReceivedV1 } from '@trunkline/contracts';
import {
  type Claims,
  type Place,
  readAnswer,
  saysOnlyThanks,
  weighLikeness,
  whichConversation,
} from '@trunkline/rules';
import { askForAgent } from './ask-for-agent.ts';
import type { HeldConversation } from './conversations.store.ts';
import { joinedByLikeness, likenedOf } from './find-alike.ts';
import { firstWords } from './first-words.ts';
import { headOf } from './head-of.ts';
import type { Intake, IntakeBasis } from './intake.ts';
import { addressKey, type KnownAddress } from './known-addresses.ts';
import { openConversation } from './open-conversation.ts';

/** Everything that the batch makes true. Pure: nothing is written, the ids come from the basis. */
export function openOrJoin(batch: MessageReceivedV1[], basis: IntakeBasis): Intake {
  const intake: Intake = { opened: [], touched: [], messages: [], events: [], inputs: [], facts: [], confirmed: [] };
  for (const message of inOrder(batch)) {
    const address = basis.addresses.get(addressKey(message))!;
    const found = whichConversation({
      sender: address.addressId,
      sameThread: sameThread(basis, address, message),
      replyAddress: look(basis, whereNow(basis, message)),
      references: message.thread.answers.flatMap((one) => look(basis, basis.places.byReference.get(one) ?? null) ?? []),
      subject: message.subject,
      isForged: message.checks?.dmarc.result === 'fail',
      alike: alikeTo(basis, address, message),
    });
    if (found.kind === 'open') {
      const opened = openConversation(ownThread(basis, message, address), address, { ...basis, ...found });
      intake.opened.push(opened.conversation);
      intake.inputs.push(...opened.inputs);
      intake.facts.push(...opened.facts);
      remember(basis, opened.conversation, message);
      store(intake, message, opened.conversation, basis);
    } else {
      const held = basis.places.held.get(found.conversationId)!;
      join(intake, held, message, basis);
      if (found.score !== undefined) intake.events.push(joinedByLikeness(held.id, found.score));
      remember(basis, held, message);
    }
  }
  return intake;
}

/**
 * Of one sender by the provider's time, then by ours: two replicas may have handed them on the wrong way round. Each
 * sender's keep the places that sender had, so that nobody else's move.
 */
function inOrder(batch: MessageReceivedV1[]): MessageReceivedV1[] {
  const at = (message: MessageReceivedV1) => Date.parse(message.sentAt ?? message.receivedAt);
  const bySender = new Map<string, MessageReceivedV1[]>();
  for (const message of batch) {
    const key = addressKey(message);
    bySender.set(key, [...(bySender.get(key) ?? []), message]);
  }
  for (const theirs of bySender.values()) theirs.sort((a, b) => at(a) - at(b));
  return batch.map((message) => bySender.get(addressKey(message))!.shift()!);
}

function look(basis: IntakeBasis, id: ConversationId | null): Place | null {
  const held = id === null ? undefined : basis.places.held.get(id);
  if (!held) return null;
  if (held.mergedInto && basis.places.held.has(held.mergedInto)) return look(basis, held.mergedInto);
  return { conversationId: held.id, state: held.state, participants: [held.addressId], subject: held.subject };
}

/** The reply address names where a mail went out; what it answers may have been split off since. */
function whereNow({ places }: IntakeBasis, { thread }: MessageReceivedV1): ConversationId | null {
  const moved = thread.answers.find((one) => places.movedFrom?.get(one) === thread.conversationId);
  return moved === undefined ? thread.conversationId : (places.byReference.get(moved) ?? null);
}

function alikeTo(basis: IntakeBasis, { addressId }: KnownAddress, message: MessageReceivedV1): Claims['alike'] {
  const rows = basis.places.alike?.get(addressId) ?? [];
  return rows.flatMap((row) => {
    const place = look(basis, row.id);
    return place ? [{ place, score: weighLikeness(likenedOf(message), row).score }] : [];
  });
}

/** A forged mail may carry the very reference of a thread that is open: beside it, it needs a key of its own. */
function ownThread(basis: IntakeBasis, message: MessageReceivedV1, address: KnownAddress): MessageReceivedV1 {
  const there = sameThread(basis, address, message);
  if (!there || there.state === 'closed') return message;
  return { ...message, thread: { ...message.thread, key: `beside:${message.receiptId}` } };
}

/** The open one of this address and thread, else the newest that was closed. */
function sameThread(basis: IntakeBasis, address: KnownAddress, message: MessageReceivedV1): Place | null {
  for (const held of basis.places.held.values()) {
    const isIt = held.addressId === address.addressId && held.threadKey === message.thread.key;
    if (isIt && held.state !== 'closed') return look(basis, held.id);
  }
  return look(basis, basis.places.lastClosed.get(`${address.addressId}:${message.thread.key}`) ?? null);
}

/** What a later message of the same batch may answer or continue. */
function remember(basis: IntakeBasis, held: HeldConversation, message: MessageReceivedV1): void {
  basis.places.held.set(held.id, held);
  const { reference } = message.thread;
  if (reference && !basis.places.byReference.has(reference)) basis.places.byReference.set(reference, held.id);
}

function join(intake: Intake, held: HeldConversation, message: MessageReceivedV1, basis: IntakeBasis): void {
  held.version += 1;
  if (message.automatic === null) held.customerVersion = held.version;
  const isReopened =
    held.state === 'solved' && message.automatic === null && !keepsSolved(intake, held, { message, basis });
  if (isReopened) {
    intake.events.push({
      conversationId: held.id,
      what: 'reopened',
      because: { code: 'customer-wrote-again', values: {} },
    });
    held.preferredAgentId = held.agentId;
    held.agentId = null;
    held.assignmentId = null;
    held.state = 'waiting';
    held.routingVersion += 1;
    intake.inputs.push(askForAgent(held, basis.policy, basis.now));
    const data = { ...headOf(held), because: 'customer-wrote-again' };
    intake.facts.push({ type: 'conversation.reopened', key: held.id, data });
  } else if (held.state === 'with-customer' && message.automatic === null) {
    comesBack(intake, held, basis);
  }
  touch(intake, held, message, isReopened);
  store(intake, message, held, basis);
}

/** Thanks alone, the answer to what was asked, and the word that it is solved do not open it again (A36). */
function keepsSolved(intake: Intake, held: HeldConversation, { message, basis }: Joining): boolean {
  const { text, chosen } = message;
  const question = basis.questions?.get(held.id);
  const isOther = question && question.kind !== 'solved';
  if (isOther && readAnswer(question.kind, { text, chosen }).kind !== 'other') return true;
  const isConfirmed = readAnswer('solved', { text, chosen }).kind === 'yes';
  if (isConfirmed) intake.confirmed.push(held.id);
  return isConfirmed || saysOnlyThanks(text);
}
type Joining = { message: MessageReceivedV1; basis: IntakeBasis };

/** The customer has answered. Where the room was freed meanwhile (mail, SMS), the engine is asked for it again. */
function comesBack(intake: Intake, held: HeldConversation, basis: IntakeBasis): void {
  held.state = 'assigned';
  if (basis.policy.standards[held.standard].holdsRoom) return;
  held.routingVersion += 1;
  intake.inputs.push({
    kind: 'room',
    conversationId: held.id,
    agentId: held.agentId,
    routingVersion: held.routingVersion,
    body: { holds: true },
  });
}

function touch(intake: Intake, held: HeldConversation, message: MessageReceivedV1, isReopened: boolean): void {
  const counts = message.automatic === null ? 1 : 0;
  const opened = intake.opened.find((one) => one.id === held.id);
  if (opened) {
    opened.lastWords = firstWords(message);
    opened.lastAt = message.receivedAt;
    opened.unread += counts;
    if (isReopened) opened.waitingBecause = { code: 'just-arrived', values: {} };
    return;
  }
  const known = intake.touched.find((one) => one.id === held.id);
  const touched = known ?? { ...standOf(held), lastWords: '', lastAt: '', added: 0, isReopened: false };
  if (!known) intake.touched.push(touched);
  Object.assign(touched, standOf(held));
  touched.lastWords = firstWords(message);
  touched.lastAt = message.receivedAt;
  touched.added += counts;
  touched.isReopened ||= isReopened;
}

const standOf = ({ id, state, version, customerVersion, routingVersion, preferredAgentId }: HeldConversation) => ({
  id,
  state,
  version,
  customerVersion,
  routingVersion,
  preferredAgentId,
});

function store(intake: Intake, message: MessageReceivedV1, held: HeldConversation, basis: IntakeBasis): void {
  const id = basis.newId<MessageId>();
  intake.messages.push({
    id,
    conversationId: held.id,
    spokenBy: 'customer',
    kind: 'message',
    authorId: null,
    receiptId: message.receiptId,
    text: message.text,
    subject: message.subject,
    hasMore: message.hasMore,
    attachments: message.attachments,
    automatic: message.automatic,
    reference: message.thread.reference,
    shownAt: placeInTime(message),
    deliveryState: null,
    checks: message.checks ?? null,
  });
  const stored = { messageId: id, from: 'customer', kind: 'message', authorId: null } as const;
  const data = { ...headOf(held), ...stored, receiptId: message.receiptId, automatic: message.automatic };
  intake.facts.push({ type: 'message.stored', key: held.id, data });
}

/**
 * By the provider's time, never later than ours. Mail knows whole seconds only: counted from the second's end, an
 * answer does not slip in front of what it answers.
 */
function placeInTime({ sentAt, receivedAt }: MessageReceivedV1): string {
  const received = Date.parse(receivedAt);
  const sent = sentAt === null ? received : Date.parse(sentAt);
  return new Date(Math.min(received, sent % 1000 === 0 ? sent + 999 : sent)).toISOString();
}

/** Where a batch's messages belong, without a database: opened, joined, reopened, linked, suspect, in order. */
import {
  type AddressId,
  type AgentId,
  type ConversationId,
  type ConversationState,
  type CustomerId,
  type MessageReceivedV1,
  newId,
} from '@trunkline/contracts';
import { defaultPolicy } from '@trunkline/rules';
import { aReceivedMessage } from './a-received-message.ts';
import type { HeldConversation } from './conversations.store.ts';
import type { IntakeBasis } from './intake.ts';
import { addressKey } from './known-addresses.ts';
import { openOrJoin } from './open-or-join.ts';

const agent = 'agent-lin' as AgentId;
const addressOf = (message: MessageReceivedV1) => `at ${addressKey(message)}` as AddressId;

function held(message: MessageReceivedV1, state: ConversationState): HeldConversation {
  return {
    id: newId<ConversationId>(),
    addressId: addressOf(message),
    customerId: newId<CustomerId>(),
    address: message.from.address,
    addressName: null,
    threadKey: message.thread.key,
    state,
    version: 4,
    customerVersion: 1,
    routingVersion: 2,
    channel: message.channel,
    standard: message.standard,
    account: message.account,
    live: message.live,
    queue: 'service',
    subject: null,
    language: 'en',
    urgency: 'normal',
    automatic: null,
    agentId: state === 'waiting' ? null : agent,
    assignmentId: null,
    preferredAgentId: null,
    arrivedAt: message.receivedAt,
    firstReplyAt: null,
    orderKeyParts: {
      arrivedAt: message.receivedAt,
      firstResponseSeconds: 60,
      boosts: [],
      boostMinutes: 0,
      orderKey: 0,
    },
    orderKey: 0,
  };
}

function basis(batch: MessageReceivedV1[], there: HeldConversation[] = []): IntakeBasis {
  const known = { customerId: newId<CustomerId>(), isVerified: false, isVip: false };
  return {
    addresses: new Map(batch.map((message) => [addressKey(message), { ...known, addressId: addressOf(message) }])),
    places: {
      held: new Map(there.map((one) => [one.id, one])),
      byReference: new Map(),
      lastClosed: new Map(
        there.filter((one) => one.state === 'closed').map((one) => [`${one.addressId}:${one.threadKey}`, one.id]),
      ),
    },
    policy: defaultPolicy,
    now: '2026-11-22T10:00:00.000Z',
    newId,
  };
}
const take = (batch: MessageReceivedV1[], there: HeldConversation[] = []) => openOrJoin(batch, basis(batch, there));
const types = (facts: { type: string }[]) => facts.map(({ type }) => type);

test('the first message of a thread opens a conversation that waits, and the engine hears it once', () => {
  const intake = take([aReceivedMessage()]);
  expect(intake.opened).toMatchObject([{ state: 'waiting', unread: 1, isSuspect: false, continues: null, version: 1 }]);
  const weighed = { standard: 'mail', account: expect.any(String), language: 'en', isVip: false, isNearLimit: false };
  expect(intake.inputs).toMatchObject([{ kind: 'waits', routingVersion: 1, body: { weighed } }]);
  expect(types(intake.facts)).toEqual(['conversation.opened', 'message.stored']);
});

test('the opening says which door it came through, and what the customer is to the desk', () => {
  const message = aReceivedMessage();
  const plain = basis([message]);
  const [key, known] = [...plain.addresses][0]!;
  const vip = new Map([[key, { ...known, isVip: true, tags: ['gold', 'press'] }]]);
  const openings = [plain, { ...basis([message]), addresses: vip }].map((one) => openOrJoin([message], one).facts[0]);
  expect(openings).toMatchObject([
    { data: { account: message.account, tiers: [] } },
    { data: { account: message.account, tiers: ['vip', 'gold', 'press'] } },
  ]);
});

test('two of one thread in a batch open one conversation; another thread opens its own', () => {
  const other = aReceivedMessage({ thread: { key: '<b1@customer.test>' } });
  const intake = take([aReceivedMessage(), other, aReceivedMessage({ text: 'Hello?' })]);
  expect(intake.opened.map(({ unread, version, lastWords }) => [unread, version, lastWords])).toEqual([
    [2, 2, 'Hello?'],
    [1, 1, 'Where is my parcel?'],
  ]);
  expect(new Set(intake.messages.map(({ conversationId }) => conversationId)).size).toBe(2);
});

test('a mail that answers another of the same batch joins it, whatever its own thread key says', () => {
  const first = aReceivedMessage({ thread: { reference: '<a1@customer.test>' } });
  const answer = aReceivedMessage({ thread: { key: '<x@customer.test>', answers: ['<a1@customer.test>'] } });
  expect(take([first, answer]).opened).toHaveLength(1);
});

test.each<[ConversationState, ConversationState]>([
  ['waiting', 'waiting'],
  ['offered', 'offered'],
  ['assigned', 'assigned'],
  ['with-customer', 'assigned'],
  ['solved', 'waiting'],
])('a message to a conversation that is %s leaves it %s', (before, after) => {
  const message = aReceivedMessage();
  const [touched] = take([message], [held(message, before)]).touched;
  expect(touched).toMatchObject({ state: after, added: 1, version: 5, customerVersion: 5 });
});

test('a message to a solved one reopens it for whoever had it', () => {
  const message = aReceivedMessage();
  const intake = take([message], [held(message, 'solved')]);
  expect(intake.touched).toMatchObject([{ isReopened: true, preferredAgentId: agent, routingVersion: 3 }]);
  expect(intake.inputs).toMatchObject([{ kind: 'waits', body: { preferredAgentId: agent } }]);
  expect(types(intake.facts)).toEqual(['conversation.reopened', 'message.stored']);
});

test('a second message behind the one that reopened it joins quietly', () => {
  const message = aReceivedMessage();
  const intake = take([message, aReceivedMessage({ text: 'And another thing.' })], [held(message, 'solved')]);
  expect(types(intake.facts)).toEqual(['conversation.reopened', 'message.stored', 'message.stored']);
  expect(intake.inputs).toHaveLength(1);
  expect(intake.touched).toMatchObject([{ added: 2, isReopened: true, lastWords: 'And another thing.' }]);
});

test('a message to a closed one opens a new one, linked to it, for whoever had it', () => {
  const message = aReceivedMessage();
  const closed = held(message, 'closed');
  const [opened] = take([message], [closed]).opened;
  expect(opened).toMatchObject({ continues: closed.id, preferredAgentId: agent, isSuspect: false, state: 'waiting' });
});

test('V1 a stranger who holds a reply address opens a conversation of their own, marked, and joins nothing', () => {
  const theirs = aReceivedMessage();
  const conversation = held(theirs, 'assigned');
  const stranger = aReceivedMessage({
    from: { address: 'mallory@evil.test' },
    thread: { key: '<m@evil.test>', conversationId: conversation.id },
  });
  const again = { ...stranger, receiptId: aReceivedMessage().receiptId };
  const intake = take([stranger, again], [conversation]);
  expect(intake.opened).toMatchObject([{ isSuspect: true, continues: null, unread: 2 }]);
  expect(intake.touched).toEqual([]);
});

test('V1 a reference that anybody can write joins nothing of somebody else’s', () => {
  const theirs = held(aReceivedMessage(), 'assigned');
  const stranger = aReceivedMessage({
    from: { address: 'mallory@evil.test' },
    thread: { answers: ['<known@desk.test>'] },
  });
  const given = basis([stranger], [theirs]);
  given.places.byReference.set('<known@desk.test>', theirs.id);
  expect(openOrJoin([stranger], given).opened).toHaveLength(1);
});

test('V1 a forged mail opens beside the thread whose very reference it carries, and joins nothing', () => {
  const theirs = aReceivedMessage({ thread: { key: '<a@customer.test>', reference: '<a@customer.test>' } });
  const conversation = held(theirs, 'assigned');
  const failed = { result: 'fail', domain: 'customer.test' } as const;
  const forged = aReceivedMessage({
    thread: { ...theirs.thread, conversationId: conversation.id, answers: ['<a@customer.test>'] },
    checks: { spf: failed, dkim: failed, dmarc: failed, by: 'us' },
  });
  const intake = take([forged], [conversation]);
  expect(intake.opened).toMatchObject([{ isSuspect: true, continues: null }]);
  expect(intake.opened[0]!.threadKey).not.toBe(conversation.threadKey);
  expect(intake.touched).toEqual([]);
});

test('another subject over an answer opens a new one, linked to the old one', () => {
  const message = aReceivedMessage({ thread: { key: '<b@customer.test>' }, subject: 'Invoice for November' });
  const conversation = { ...held(aReceivedMessage(), 'assigned'), subject: 'Parcel is late' };
  const intake = take([{ ...message, thread: { ...message.thread, conversationId: conversation.id } }], [conversation]);
  expect(intake.opened).toMatchObject([{ isSuspect: false, continues: conversation.id, preferredAgentId: agent }]);
  expect(intake.touched).toEqual([]);
});

test('V2 automatic mail is kept solved, calls nobody, and never reopens', () => {
  const automatic = aReceivedMessage({ automatic: 'auto-replied' });
  const kept = take([automatic]);
  expect(kept.opened).toMatchObject([{ state: 'solved', unread: 0, waitingBecause: null }]);
  expect(kept.inputs).toEqual([]);
  const [touched] = take([automatic], [held(automatic, 'solved')]).touched;
  expect(touched).toMatchObject({ state: 'solved', added: 0, isReopened: false, customerVersion: 1 });
  expect(take([automatic], [held(automatic, 'with-customer')]).touched).toMatchObject([{ state: 'with-customer' }]);
});

test('a person behind automatic mail of the same batch opens it after all, and it says why it waits', () => {
  const intake = take([aReceivedMessage({ automatic: 'auto-replied' }), aReceivedMessage()]);
  expect(intake.opened).toMatchObject([{ state: 'waiting', unread: 1, waitingBecause: { code: 'just-arrived' } }]);
  expect(intake.inputs).toMatchObject([{ kind: 'waits', routingVersion: 2 }]);
});

test('L3 one sender’s messages stand by the provider’s time, however others lie between them', () => {
  const at = (address: string, second: number) =>
    aReceivedMessage({
      from: { address },
      text: `${address} ${second}`,
      thread: { key: '' },
      sentAt: `2026-11-22T09:00:0${second}.500Z`,
    });
  const batch = [at('a', 5), at('b', 3), at('a', 1), at('b', 2), at('c', 9), at('a', 3), at('b', 1)];
  const texts = take(batch).messages.map(({ text }) => text);
  expect(texts).toEqual(['a 1', 'b 1', 'a 3', 'b 2', 'c 9', 'a 5', 'b 3']);
});

test('a mail on the second stands at its end, and never later than it came', () => {
  const shown = (sentAt: string) => take([aReceivedMessage({ sentAt })]).messages[0]!.shownAt;
  expect(shown('2026-11-22T09:00:07.000Z')).toBe('2026-11-22T09:00:07.999Z');
  expect(shown('2026-11-22T09:00:07.250Z')).toBe('2026-11-22T09:00:07.250Z');
  expect(shown('2027-01-01T00:00:00.000Z')).toBe('2026-11-22T10:00:00.000Z');
});

test('a list’s line is never cut through a sign', () => {
  const [opened] = take([aReceivedMessage({ text: `${'x'.repeat(159)}😀 and on` })]).opened;
  expect(opened!.lastWords).toBe('x'.repeat(159));
});

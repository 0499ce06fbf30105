/** These facts, this order: is an answer owed, and since when? */
import type { ConversationId, MessageId } from '@trunkline/contracts';
import { clocksOwed } from './clocks-owed.ts';
import { follow } from './follow-conversation.ts';
import { type Followed, type FollowedFact, notFollowed } from './followed.ts';

const at = (seconds: number) => new Date(Date.UTC(2026, 10, 22, 9, 0, seconds)).toISOString();
const head = (version: number) => ({
  conversationId: 'c' as ConversationId,
  version,
  state: 'waiting',
  queue: 'service',
  agentId: null,
  channel: 'webchat',
  standard: 'chat',
});
const fact = (type: string, seconds: number, data: object) =>
  ({ id: 'f', type, source: 'router', at: at(seconds), key: 'c', data }) as unknown as FollowedFact;
const opened = (automatic: string | null = null) =>
  fact('conversation.opened', 1, { ...head(1), arrivedAt: at(0), automatic });
const customer = (seconds: number, version: number, automatic: string | null = null) =>
  fact('message.stored', seconds, { ...head(version), from: 'customer', kind: 'message', automatic });
const reply = (seconds: number, version: number) =>
  fact('message.stored', seconds, { ...head(version), messageId: `r${seconds}`, from: 'agent', kind: 'reply' });
const note = (seconds: number) => fact('message.stored', seconds, { ...head(9), from: 'agent', kind: 'note' });
const solved = (seconds: number, version: number) => fact('conversation.solved', seconds, head(version));
const reopened = (seconds: number, version: number) => fact('conversation.reopened', seconds, head(version));
const failed = (seconds: number, messageId: string) =>
  fact('delivery.failed', seconds, { conversationId: 'c', messageId: messageId as MessageId });

const all = (...facts: FollowedFact[]) => facts.reduce<Followed>(follow, notFollowed);
const owed = (followed: Followed) => {
  const clock = clocksOwed(followed, { onReopening: 'goes-on' }).find(({ kind }) => kind.endsWith('-response'));
  return clock ? `${clock.kind} since ${new Date(clock.startedAt).getUTCSeconds()}` : 'none';
};

test.each<[string, FollowedFact[], string]>([
  ['an opened one owes the first response since its arrival', [opened(), customer(1, 1)], 'first-response since 0'],
  ['a second message does not move it', [opened(), customer(1, 1), customer(5, 2)], 'first-response since 0'],
  ['a reply settles it', [opened(), customer(1, 1), reply(7, 2)], 'none'],
  ['a note settles nothing', [opened(), customer(1, 1), note(7)], 'first-response since 0'],
  ['the next message owes the next response', [opened(), reply(7, 2), customer(9, 3)], 'next-response since 9'],
  ['of several the first counts', [opened(), reply(7, 2), customer(9, 3), customer(11, 4)], 'next-response since 9'],
  ['automatic mail owes nothing', [opened('bulk'), customer(1, 1, 'bulk')], 'none'],
  ['an automatic answer owes nothing', [opened(), reply(7, 2), customer(9, 3, 'auto-replied')], 'none'],
  ['solved is settled', [opened(), solved(5, 2)], 'none'],
  [
    'who writes again is owed again',
    [opened(), reply(7, 2), solved(8, 3), reopened(20, 4), customer(20, 4)],
    'next-response since 20',
  ],
  ['what was reopened by an agent owes nothing', [opened(), reply(7, 2), solved(8, 3), reopened(20, 4)], 'none'],
  ['before its opening was heard there is no clock', [customer(1, 1)], 'none'],
  ['an answer that did not arrive was none', [opened(), reply(7, 2), failed(9, 'r7')], 'first-response since 9'],
  ['the failure of an earlier answer changes nothing', [opened(), reply(7, 2), reply(8, 3), failed(9, 'r7')], 'none'],
])('A2 %s', (_sentence, facts, expected) => expect(owed(all(...facts))).toBe(expected));

test.each<[string, FollowedFact[]]>([
  ['a message and its answer', [opened(), customer(1, 1), reply(7, 2)]],
  ['an answer and the next message', [opened(), reply(7, 2), customer(9, 3)]],
  ['solved and reopened', [opened(), reply(7, 2), solved(8, 3), reopened(20, 4), customer(20, 4)]],
])('A2 whatever order they come in, and however often: %s', (_sentence, facts) => {
  const expected = owed(all(...facts));
  for (const order of permutations(facts)) expect(owed(all(...order, ...order))).toBe(expected);
});

function permutations<T>(items: T[]): T[][] {
  if (items.length < 2) return [items];
  return items.flatMap((item, at) => permutations(items.toSpliced(at, 1)).map((rest) => [item, ...rest]));
}

/** The panel's memory of a chat: no gap, nothing twice, nothing shown as sent before it is. */
import type { ChatLine } from '@trunkline/contracts';
import { type Chat, countUnread, lastAnswered, newChat, nextChat, personHasJoined } from './chat-state.ts';

const line = (sequence: number, change: Partial<ChatLine> = {}): ChatLine => ({
  sequence,
  from: 'agent',
  name: 'Mei',
  text: `line ${sequence}`,
  attachments: [],
  choices: [],
  at: '2026-11-22T09:00:00.000Z',
  txnId: null,
  ...change,
});
const heard = (chat: Chat, ...lines: ChatLine[]) =>
  lines.reduce((now, it) => nextChat(now, { kind: 'line', line: it }), chat);
const said = nextChat(newChat([], 0), { kind: 'said', unsent: { txnId: 'txn-0001', text: 'hello', at: 'now' } });

test('a line that comes twice is shown once', () => {
  const chat = heard(newChat([], 0), line(1), line(2), line(2), line(1));
  expect(chat.lines.map(({ sequence }) => sequence)).toEqual([1, 2]);
});

test('the tick does not move the cursor: what the desk said just before may still be on its way', () => {
  const chat = nextChat(heard(said, line(1)), { kind: 'confirmed', txnId: 'txn-0001', sequence: 3, at: 'then' });
  expect(chat.lines.map(({ sequence }) => sequence)).toEqual([1, 3]);
  expect(chat.cursor).toBe(1);
  expect(heard(chat, line(2), line(3, { from: 'customer', txnId: 'txn-0001' })).cursor).toBe(3);
});

test('what was said stands as unsent until the tick, whichever of tick and line comes first', () => {
  expect(said.unsent).toHaveLength(1);
  const own = line(1, { from: 'customer', txnId: 'txn-0001', text: 'hello' });
  const byLine = nextChat(heard(said, own), { kind: 'confirmed', txnId: 'txn-0001', sequence: 1, at: 'then' });
  const byTick = heard(nextChat(said, { kind: 'confirmed', txnId: 'txn-0001', sequence: 1, at: 'then' }), own);
  for (const chat of [byLine, byTick]) expect([chat.unsent, chat.lines.length]).toEqual([[], 1]);
});

test('a refused line stays with its sentence, and may be said again or withdrawn', () => {
  const refused = nextChat(said, { kind: 'refused', txnId: 'txn-0001', detail: 'Too large.' });
  expect(refused.unsent[0]?.refused).toBe('Too large.');
  expect(nextChat(refused, { kind: 'withdrawn', txnId: 'txn-0001' }).unsent).toEqual([]);
});

test('unread counts the desk’s lines below what was looked at, never one’s own', () => {
  const chat = heard(newChat([], 1), line(1), line(2), line(3, { from: 'customer' }), line(4, { from: 'desk' }));
  expect(countUnread(chat)).toBe(2);
  expect(countUnread(nextChat(chat, { kind: 'read', sequence: 4 }))).toBe(0);
});

test('a notice of the desk is no sign that somebody read, an answer is', () => {
  expect(lastAnswered(heard(newChat([], 0), line(1, { from: 'customer' }), line(2, { from: 'desk' })))).toBe(0);
  expect(lastAnswered(heard(newChat([], 0), line(1, { from: 'customer' }), line(2)))).toBe(2);
});

test('the way to a person is offered until a person has the word', () => {
  expect(personHasJoined(heard(newChat([], 0), line(1, { from: 'bot' })))).toBe(false);
  expect(personHasJoined(heard(newChat([], 0), line(1, { from: 'bot' }), line(2)))).toBe(true);
});

test('when somebody else signs in, nothing of the former visitor is left', () => {
  const chat = nextChat(heard(said, line(1)), { kind: 'somebody-else', unsent: [], readTo: 0 });
  expect(chat).toEqual(newChat([], 0));
});

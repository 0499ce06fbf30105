/** A reply finds its conversation, and a stranger never finds somebody else's. */
import type { ConversationId } from '@trunkline/contracts';
import { type Claims, type Place, whichConversation } from './which-conversation.ts';

const place = (id: string, state: Place['state'], participants = ['me']): Place => ({
  conversationId: id as ConversationId,
  state,
  participants,
});
const nothing: Claims = { sender: 'me', sameThread: null, replyAddress: null, references: [] };

test.each<[string, Partial<Claims>, object]>([
  ['the first message opens one', {}, { kind: 'open', because: 'first-message', continues: null, isSuspect: false }],
  ['the same thread goes on', { sameThread: place('a', 'waiting') }, { kind: 'join', conversationId: 'a' }],
  ['a solved one is reopened', { sameThread: place('a', 'solved') }, { kind: 'reopen', conversationId: 'a' }],
  [
    'a closed one is gone on from, in a new one',
    { sameThread: place('a', 'closed') },
    { kind: 'open', continues: 'a', because: 'goes-on-from-closed' },
  ],
  [
    'a signed reply address of a known participant joins',
    { replyAddress: place('a', 'assigned') },
    { kind: 'join', conversationId: 'a', because: 'signed-reply-address' },
  ],
  [
    'a reference of a known participant joins',
    { references: [place('b', 'assigned', ['other']), place('a', 'assigned')] },
    { kind: 'join', conversationId: 'a', because: 'answers-earlier-mail' },
  ],
  [
    'a stranger with somebody’s reply address gets one of their own, marked',
    { replyAddress: place('a', 'assigned', ['other']) },
    { kind: 'open', continues: null, because: 'stranger-in-thread', isSuspect: true },
  ],
  [
    'a stranger with somebody’s reference gets one of their own',
    { references: [place('a', 'assigned', ['other'])] },
    { kind: 'open', continues: null, because: 'first-message', isSuspect: false },
  ],
  [
    'the nearest reference counts',
    { references: [place('a', 'assigned'), place('b', 'assigned')] },
    { kind: 'join', conversationId: 'a' },
  ],
  [
    'an open one goes before a closed one',
    { replyAddress: place('a', 'closed'), references: [place('b', 'with-customer')] },
    { kind: 'join', conversationId: 'b' },
  ],
  [
    'a mail whose sender is forged joins nothing, whatever it names, and is marked',
    { isForged: true, replyAddress: place('a', 'assigned'), sameThread: place('a', 'assigned') },
    { kind: 'open', continues: null, because: 'forged-sender', isSuspect: true },
  ],
  [
    'another subject over an answer is another matter, linked to what it was written over',
    { subject: 'Invoice for November', replyAddress: { ...place('a', 'assigned'), subject: 'Parcel is late' } },
    { kind: 'open', continues: 'a', because: 'another-subject', isSuspect: false },
  ],
  [
    'a mail that names nothing joins what it looks like',
    {
      alike: [
        { place: place('a', 'assigned'), score: 80 },
        { place: place('b', 'waiting'), score: 75 },
      ],
    },
    { kind: 'join', conversationId: 'a', because: 'looks-like-its-thread', score: 80 },
  ],
  [
    'of two that are equally likely it joins none',
    {
      alike: [
        { place: place('a', 'assigned'), score: 80 },
        { place: place('b', 'waiting'), score: 80 },
      ],
    },
    { kind: 'open', because: 'first-message' },
  ],
  [
    'a likely one of somebody else’s is none',
    { alike: [{ place: place('a', 'assigned', ['other']), score: 100 }] },
    { kind: 'open', because: 'first-message' },
  ],
  [
    'what is named goes before what is alike',
    { references: [place('b', 'assigned')], alike: [{ place: place('a', 'assigned'), score: 100 }] },
    { kind: 'join', conversationId: 'b', because: 'answers-earlier-mail' },
  ],
])('V1 %s', (_sentence, change, placing) =>
  expect(whichConversation({ ...nothing, ...change })).toMatchObject(placing),
);

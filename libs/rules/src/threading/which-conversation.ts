/** Says which conversation a message belongs to. Joins only where the sender is known to be in it. */
import type { ConversationId, ConversationState } from '@trunkline/contracts';
import { isSubjectChanged } from './strip-subject.ts';
import { likenessJoinsFrom } from './weigh-likeness.ts';

/** A conversation that may be the one. `participants`: normalised addresses that have a part in it. */
export type Place = {
  conversationId: ConversationId;
  state: ConversationState;
  participants: readonly string[];
  subject?: string | null;
};
export type Claims = {
  /** The sender's address, normalised. */
  sender: string;
  /** The one of the same address and thread key, where there is one: the newest. */
  sameThread: Place | null;
  /** Named by the signed reply address the message was sent to; its signature held. */
  replyAddress: Place | null;
  /** Those whose items the message says it answers, nearest first. */
  references: readonly Place[];
  subject?: string | null;
  /** The sender's domain says that it did not send this (DMARC): it answers nothing, whatever it names. */
  isForged?: boolean;
  /** Of a mail that names nothing: the sender's other ones, and how much speaks for each. */
  alike?: readonly { place: Place; score: number }[];
};
export type Placing =
  | { kind: 'join' | 'reopen'; conversationId: ConversationId; because: JoinReason; isSuspect: false; score?: number }
  | {
      kind: 'open';
      /** The one it goes on from: closed, or left because of another subject. */
      continues: ConversationId | null;
      because: 'first-message' | 'goes-on-from-closed' | 'another-subject' | 'stranger-in-thread' | 'forged-sender';
      isSuspect: boolean;
    };
export type JoinReason = 'same-thread' | 'signed-reply-address' | 'answers-earlier-mail' | 'looks-like-its-thread';

/** A reply address in the wrong hands, or a reference anybody can write, opens a conversation of its own, marked. */
export function whichConversation(claims: Claims): Placing {
  if (claims.isForged) return open('forged-sender');
  const isKnownIn = (place: Place | null): place is Place => place?.participants.includes(claims.sender) ?? false;
  const named: [Place | null, JoinReason][] = [
    [claims.replyAddress, 'signed-reply-address'],
    ...claims.references.map((place): [Place, JoinReason] => [place, 'answers-earlier-mail']),
  ];
  const known = named.filter((each): each is [Place, JoinReason] => isKnownIn(each[0]));
  const isSame = ([{ subject = null }]: [Place, JoinReason]) => !isSubjectChanged(claims.subject ?? null, subject);
  const same: [Place, JoinReason][] = known.filter(isSame);
  if (isKnownIn(claims.sameThread)) same.push([claims.sameThread, 'same-thread']);
  const [first] = same.filter(([place]) => place.state !== 'closed');
  if (first) return joinOrReopen(...first);
  if (claims.replyAddress !== null && !isKnownIn(claims.replyAddress)) return open('stranger-in-thread');
  const [closed] = same;
  if (closed) return open('goes-on-from-closed', closed[0]);
  const [left] = known;
  return left ? open('another-subject', left[0]) : (joinAlike(claims) ?? open('first-message'));
}

function joinOrReopen(place: Place, because: JoinReason): Placing {
  const kind = place.state === 'solved' ? 'reopen' : 'join';
  return { kind, conversationId: place.conversationId, because, isSuspect: false };
}

type Opening = Extract<Placing, { kind: 'open' }>;

function open(because: Opening['because'], from?: Place): Opening {
  const isSuspect = because === 'stranger-in-thread' || because === 'forged-sender';
  return { kind: 'open', continues: from?.conversationId ?? null, because, isSuspect };
}

/** The likeliest one of the sender's own that is still open; of two that are equally likely, none. */
function joinAlike({ sender, alike = [] }: Claims): Placing | undefined {
  const [best, next] = alike
    .filter(({ place, score }) => score >= likenessJoinsFrom && place.state !== 'closed')
    .filter(({ place }) => place.participants.includes(sender))
    .sort((one, other) => other.score - one.score);
  if (!best || best.score === next?.score) return undefined;
  return { ...joinOrReopen(best.place, 'looks-like-its-thread'), score: best.score } as Placing;
}

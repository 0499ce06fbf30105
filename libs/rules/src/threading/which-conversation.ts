/** Says which conversation a message belongs to. Joins only where the sender is known to be in it. */
import type { ConversationId, ConversationState } from '@trunkline/contracts';

/** A conversation that may be the one. `participants`: normalised addresses that have a part in it. */
export type Place = { conversationId: ConversationId; state: ConversationState; participants: readonly string[] };
export type Claims = {
  /** The sender's address, normalised. */
  sender: string;
  /** The one of the same address and thread key, where there is one: the newest. */
  sameThread: Place | null;
  /** Named by the signed reply address the message was sent to; its signature held. */
  replyAddress: Place | null;
  /** Those whose items the message says it answers, nearest first. */
  references: readonly Place[];
};
export type Placing =
  | { kind: 'join' | 'reopen'; conversationId: ConversationId; because: JoinReason; isSuspect: false }
  | {
      kind: 'open';
      /** The closed one it goes on from. */
      continues: ConversationId | null;
      because: 'first-message' | 'goes-on-from-closed' | 'stranger-in-thread';
      isSuspect: boolean;
    };
export type JoinReason = 'same-thread' | 'signed-reply-address' | 'answers-earlier-mail';

/** A reply address in the wrong hands, or a reference anybody can write, opens a conversation of its own, marked. */
export function whichConversation(claims: Claims): Placing {
  const isKnownIn = (place: Place | null): place is Place => place?.participants.includes(claims.sender) ?? false;
  const candidates: [Place | null, JoinReason][] = [
    [claims.replyAddress, 'signed-reply-address'],
    ...claims.references.map((place): [Place, JoinReason] => [place, 'answers-earlier-mail']),
    [claims.sameThread, 'same-thread'],
  ];
  const known = candidates.filter((each): each is [Place, JoinReason] => isKnownIn(each[0]));
  const [first] = known.filter(([place]) => place.state !== 'closed');
  if (first) return joinOrReopen(...first);
  const isSuspect = claims.replyAddress !== null && !isKnownIn(claims.replyAddress);
  if (isSuspect) return { kind: 'open', continues: null, because: 'stranger-in-thread', isSuspect };
  const [closed] = known;
  if (closed) return { kind: 'open', continues: closed[0].conversationId, because: 'goes-on-from-closed', isSuspect };
  return { kind: 'open', continues: null, because: 'first-message', isSuspect };
}

function joinOrReopen(place: Place, because: JoinReason): Placing {
  const kind = place.state === 'solved' ? 'reopen' : 'join';
  return { kind, conversationId: place.conversationId, because, isSuspect: false };
}

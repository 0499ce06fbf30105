/** Follows a conversation through its facts, in whatever order they come: since when is an answer owed? */
import type { AgentId, Fact, MessageId, Standard } from '@trunkline/contracts';
import type { ClockPolicy } from './still-runs.ts';

export type FollowedFact = Fact<
  | 'conversation.opened'
  | 'conversation.waiting'
  | 'conversation.offered'
  | 'conversation.assigned'
  | 'conversation.solved'
  | 'conversation.reopened'
  | 'conversation.closed'
  | 'message.stored'
  | 'assignment.ended'
  | 'delivery.failed'
>;

/** What is remembered of a conversation. Instants in ms; `version` is the newest head heard of. */
export type Followed = {
  version: number;
  queue: string;
  agentId: AgentId | null;
  standard: Standard;
  /** Null until its opening was heard of: no clock before. */
  arrivedAt: number | null;
  /** Since when an answer is owed; null while none is. */
  waitingSince: number | null;
  lastCustomerAt: number | null;
  firstReplyAt: number | null;
  lastReplyAt: number | null;
  lastReplyId: MessageId | null;
  /** Solved or closed, unless reopened since; `endVersion` says by which version. */
  ended: { at: number; because: 'solved' | 'closed' } | null;
  endVersion: number;
};

export const notFollowed: Followed = {
  version: 0,
  queue: '',
  agentId: null,
  standard: 'chat',
  arrivedAt: null,
  waitingSince: null,
  lastCustomerAt: null,
  firstReplyAt: null,
  lastReplyAt: null,
  lastReplyId: null,
  ended: null,
  endVersion: 0,
};

/** The same facts again, or late, change nothing that later ones have settled. */
export function follow(followed: Followed, fact: FollowedFact): Followed {
  const at = Date.parse(fact.at);
  if (fact.type === 'delivery.failed') return owedAgain(followed, fact.data.messageId, at);
  const known = takeHead(followed, fact.data);
  if (fact.type === 'conversation.opened') {
    const arrivedAt = Date.parse(fact.data.arrivedAt);
    return fact.data.automatic ? { ...known, arrivedAt } : owe({ ...known, arrivedAt }, arrivedAt);
  }
  if (fact.type === 'message.stored') return hearMessage(known, fact, at);
  const { version } = fact.data;
  if (version <= known.endVersion) return known;
  if (fact.type === 'conversation.reopened') return { ...known, ended: null, endVersion: version };
  if (fact.type === 'conversation.solved' || fact.type === 'conversation.closed') {
    const because = fact.type === 'conversation.solved' ? 'solved' : 'closed';
    return settle({ ...known, ended: { at, because }, endVersion: version }, at);
  }
  return known;
}

/** The clock that has to run now, if any: first response until somebody answered, then next response. */
export function clockOwed({ arrivedAt, waitingSince, firstReplyAt }: Followed): {
  kind: 'none' | 'runs';
  policy: ClockPolicy;
  startedAt: number;
} {
  const policy = firstReplyAt === null ? 'first-response' : 'next-response';
  const isOwed = arrivedAt !== null && waitingSince !== null;
  return { kind: isOwed ? 'runs' : 'none', policy, startedAt: waitingSince ?? 0 };
}

type Head = { version: number; queue: string; agentId: AgentId | null; standard: Standard };

function takeHead(followed: Followed, { version, queue, agentId, standard }: Head): Followed {
  return version < followed.version ? followed : { ...followed, version, queue, agentId, standard };
}

/** Automatic mail, notes and the desk's own words neither start nor stop a clock. */
function hearMessage(followed: Followed, { data }: Fact<'message.stored'>, at: number): Followed {
  if (data.from === 'customer' && data.kind === 'message' && data.automatic === null) {
    return owe({ ...followed, lastCustomerAt: Math.max(at, followed.lastCustomerAt ?? at) }, at);
  }
  if (data.from !== 'agent' || data.kind !== 'reply') return followed;
  const isLast = followed.lastReplyAt === null || at > followed.lastReplyAt;
  return settle(
    {
      ...followed,
      firstReplyAt: Math.min(at, followed.firstReplyAt ?? at),
      lastReplyAt: isLast ? at : followed.lastReplyAt,
      lastReplyId: isLast ? data.messageId : followed.lastReplyId,
    },
    at,
  );
}

function owe(followed: Followed, at: number): Followed {
  const isSettled = [followed.lastReplyAt, followed.ended?.at].some((settled) => settled != null && at <= settled);
  return isSettled ? followed : { ...followed, waitingSince: Math.min(at, followed.waitingSince ?? at) };
}

function settle(followed: Followed, at: number): Followed {
  const { waitingSince, lastCustomerAt } = followed;
  if (waitingSince === null || waitingSince > at) return followed;
  return { ...followed, waitingSince: lastCustomerAt !== null && lastCustomerAt > at ? lastCustomerAt : null };
}

/** What did not arrive was no answer. */
function owedAgain(followed: Followed, messageId: MessageId, at: number): Followed {
  if (followed.lastReplyId !== messageId || followed.ended) return followed;
  const wasFirst = followed.firstReplyAt === followed.lastReplyAt;
  return {
    ...followed,
    firstReplyAt: wasFirst ? null : followed.firstReplyAt,
    lastReplyId: null,
    waitingSince: followed.waitingSince ?? at,
  };
}

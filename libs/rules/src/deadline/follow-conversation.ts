/** Follows a conversation through its facts, in whatever order they come: what is owed, since when, and by whom? */
import type { AgentId, ConversationState, Fact, MessageId, Standard } from '@trunkline/contracts';
import type { End, Followed, FollowedFact, FollowedTicket, Seat, Turn } from './followed.ts';

/** The same facts again, or late, change nothing that later ones have settled. */
export function follow(followed: Followed, fact: FollowedFact): Followed {
  const at = Date.parse(fact.at);
  if (fact.type === 'delivery.failed') return owedAgain(followed, fact.data.messageId, at);
  const known = takeHead(followed, fact.data, at);
  switch (fact.type) {
    case 'conversation.opened':
      return open(known, fact.data);
    case 'conversation.relabelled':
      if (fact.data.version <= known.labelVersion) return known;
      return { ...known, label: fact.data.to, labelVersion: fact.data.version };
    case 'message.stored':
      return hearMessage(known, fact, at);
    case 'ticket.opened':
    case 'ticket.changed':
      return { ...known, tickets: followTicket(known.tickets, fact, at) };
    case 'conversation.solved':
      return settle(end(known, { by: fact.data.version, at, state: 'solved' }), at);
    case 'conversation.closed':
      return settle(end(known, { by: fact.data.version, at, state: 'closed' }), at);
    case 'conversation.reopened':
      return end(known, { by: fact.data.version, at, state: 'reopened' });
    default:
      return known;
  }
}

type Head = {
  version: number;
  queue: string;
  agentId: AgentId | null;
  state: ConversationState;
  standard: Standard;
};

function takeHead(followed: Followed, head: Head, at: number): Followed {
  const { version, queue, agentId, standard, state } = head;
  const seats = inTurn(followed.seats, { by: version, at, state: seatIn(head) });
  return version < followed.version
    ? { ...followed, seats }
    : { ...followed, version, queue, agentId, standard, state, seats };
}

function seatIn({ state, agentId }: Head): Seat {
  if (state === 'waiting' || state === 'offered') return 'waiting';
  return (state === 'assigned' || state === 'with-customer') && agentId ? agentId : 'nobody';
}

/** Sorted by version, each once; of several alike the first stays, and the newest of all. */
function inTurn<State>(turns: Turn<State>[], turn: Turn<State>): Turn<State>[] {
  if (turns.some(({ by }) => by === turn.by)) return turns;
  const sorted = [...turns, turn].sort((a, b) => a.by - b.by);
  return sorted.filter(({ state }, index) => index === sorted.length - 1 || sorted[index - 1]?.state !== state);
}

function end(followed: Followed, turn: Turn<End>): Followed {
  return { ...followed, ends: inTurn(followed.ends, turn) };
}

function open(followed: Followed, data: Fact<'conversation.opened'>['data']): Followed {
  const arrivedAt = Date.parse(data.arrivedAt);
  const { account = null, tiers = [], urgency = 'normal' } = data;
  const known = { ...followed, arrivedAt, account, tiers, urgency };
  if (known.labelVersion === 0) Object.assign(known, { label: data.label, labelVersion: data.version });
  return data.automatic ? known : owe(known, arrivedAt);
}

/** Automatic mail, notes and the desk's own words neither start nor stop a clock. */
function hearMessage(followed: Followed, { data }: Fact<'message.stored'>, at: number): Followed {
  if (data.from === 'customer' && data.kind === 'message' && data.automatic === null) {
    const words = hearWord(followed.words, [at, 'customer']);
    return owe({ ...followed, words, lastCustomerAt: Math.max(at, followed.lastCustomerAt ?? at) }, at);
  }
  if (data.from !== 'agent' || data.kind !== 'reply') return followed;
  const isLast = followed.lastReplyAt === null || at > followed.lastReplyAt;
  return settle(
    {
      ...followed,
      words: hearWord(followed.words, [at, 'agent']),
      firstReplyAt: Math.min(at, followed.firstReplyAt ?? at),
      lastReplyAt: isLast ? at : followed.lastReplyAt,
      lastReplyId: isLast ? data.messageId : followed.lastReplyId,
    },
    at,
  );
}

/** Of one's turn the first and the last word are kept: what comes late may still fall between. */
function hearWord(words: Followed['words'], word: Followed['words'][number]): Followed['words'] {
  if (words.some(([at, by]) => at === word[0] && by === word[1])) return words;
  const sorted = [...words, word].sort((a, b) => a[0] - b[0]);
  const isWithin = (index: number) => [-1, 1].every((step) => sorted[index + step]?.[1] === sorted[index]?.[1]);
  return sorted.filter((_, index) => !isWithin(index));
}

function followTicket(
  tickets: FollowedTicket[],
  { data }: Fact<'ticket.opened' | 'ticket.changed'>,
  at: number,
): FollowedTicket[] {
  const { ticketId: id, ticketVersion: by, kind, severity, ticketState: state } = data;
  const known = tickets.find((ticket) => ticket.id === id);
  const newest = known?.turns.at(-1)?.by ?? 0;
  const turns = inTurn(known?.turns ?? [], { by, at, state });
  const promised = known?.promised ?? promisedBy(data);
  if (known && by <= newest) {
    return tickets.map((ticket) => (ticket === known ? { ...known, promised, turns } : ticket));
  }
  const answeredAt = data.answeredAt === null ? null : Date.parse(data.answeredAt);
  const { hiddenFrom } = data;
  const openedAt = Date.parse(data.openedAt);
  const ticket = { id, kind, severity, openedAt, answeredAt, hiddenFrom, promised, turns };
  return [...tickets.filter((other) => other !== known), ticket];
}

/** Said once, by the fact of its release. */
const promisedBy = ({ promised }: Fact<'ticket.changed'>['data']): FollowedTicket['promised'] =>
  promised && { at: Date.parse(promised.at), until: Date.parse(promised.until) };

function owe(followed: Followed, at: number): Followed {
  const asked = { ...followed, askedAt: Math.min(at, followed.askedAt ?? at) };
  const settled = [followed.lastReplyAt ?? 0, ...followed.ends.flatMap((turn) => (isOver(turn) ? turn.at : []))];
  return settled.some((instant) => at <= instant)
    ? asked
    : { ...asked, waitingSince: Math.min(at, followed.waitingSince ?? at) };
}
const isOver = ({ state }: Turn<End>) => state !== 'reopened';

function settle(followed: Followed, at: number): Followed {
  const { waitingSince, lastCustomerAt } = followed;
  if (waitingSince === null || waitingSince > at) return followed;
  return { ...followed, waitingSince: lastCustomerAt !== null && lastCustomerAt > at ? lastCustomerAt : null };
}

/** What did not arrive was no answer. */
function owedAgain(followed: Followed, messageId: MessageId, at: number): Followed {
  const last = followed.ends.at(-1);
  if (followed.lastReplyId !== messageId || (last && isOver(last))) return followed;
  const wasFirst = followed.firstReplyAt === followed.lastReplyAt;
  return {
    ...followed,
    words: followed.words.filter(([said, by]) => by !== 'agent' || said !== followed.lastReplyAt),
    firstReplyAt: wasFirst ? null : followed.firstReplyAt,
    lastReplyId: null,
    waitingSince: followed.waitingSince ?? at,
  };
}

/** Which clocks have to run for a conversation as it stands, and since when: one of each kind, a promise for each ticket. */
import type { ClockKind, ConversationId, PolicyV1, TicketId } from '@trunkline/contracts';
import { endOf, type Followed, type FollowedTicket, reopenedAt, seatsOf } from './followed.ts';

export type Owed = {
  kind: ClockKind;
  /** Of a promise. */
  ticket: FollowedTicket | null;
  /** ms: the instant that brought it about; another one is another cycle. */
  begunAt: number;
  /** ms: where counting begins. */
  startedAt: number;
};

export function clocksOwed(followed: Followed, time: Pick<PolicyV1['time'], 'onReopening'>): Owed[] {
  if (followed.arrivedAt === null) return [];
  const end = endOf(followed);
  return end ? owedAfterEnd(followed, end.state === 'closed') : owedWhileOpen(followed, time);
}

/** What a clock is about: its ticket, else the conversation itself. */
export const aboutOf = (owed: Owed, conversationId: ConversationId): ConversationId | TicketId =>
  owed.ticket?.id ?? conversationId;

/** Nothing else runs after it was solved. */
function owedAfterEnd(followed: Followed, isClosed: boolean): Owed[] {
  if (followed.askedAt === null) return [];
  const over = followed.ends.slice(followed.ends.findLastIndex(({ state }) => state === 'reopened') + 1);
  const endedAt = over[0]?.at ?? 0;
  const silentSince = Math.max(endedAt, followed.lastCustomerAt ?? 0);
  const closedAt = over.find(({ state }) => state === 'closed')?.at ?? endedAt;
  return [owe('follow-up', endedAt), isClosed ? owe('survey', closedAt) : owe('auto-close', silentSince)];
}

function owedWhileOpen(followed: Followed, { onReopening }: Pick<PolicyV1['time'], 'onReopening'>): Owed[] {
  const { askedAt, waitingSince, firstReplyAt, tickets } = followed;
  const reopened = reopenedAt(followed);
  const owed: Owed[] = [];
  if (waitingSince !== null) {
    owed.push(owe(firstReplyAt === null ? 'first-response' : 'next-response', waitingSince));
  }
  if (askedAt !== null) {
    const begunAt = Math.max(askedAt, reopened ?? 0);
    owed.push({ ...owe('resolution', begunAt), startedAt: onReopening === 'goes-on' ? askedAt : begunAt });
    owed.push(...owedBySeat(followed));
  }
  for (const ticket of tickets.filter(isUnanswered)) {
    const since = ticket.promised?.at ?? ticket.openedAt;
    owed.push({ ...owe('promise', Math.max(since, reopened ?? 0)), ticket, startedAt: since });
  }
  return owed;
}

/** It rings and nobody takes it; or somebody has it, an answer is owed, and they say nothing. */
function owedBySeat(followed: Followed): Owed[] {
  const { arrivedAt, waitingSince } = followed;
  const seats = seatsOf(followed);
  const seat = seats.at(-1);
  if (!seat || seat.state === 'nobody') return [];
  if (seat.state === 'waiting') return [owe('accept', seat === seats[0] ? (arrivedAt ?? seat.at) : seat.at)];
  return waitingSince === null ? [] : [owe('agent-silence', Math.max(seat.at, waitingSince))];
}

function isUnanswered({ answeredAt, turns }: FollowedTicket): boolean {
  const state = turns.at(-1)?.state;
  return answeredAt === null && state !== 'solved' && state !== 'closed';
}

const owe = (kind: ClockKind, at: number): Owed => ({ kind, ticket: null, begunAt: at, startedAt: at });

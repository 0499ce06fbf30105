/** What is remembered of a conversation for its clocks. Instants in ms. */
import type {
  AgentId,
  ConversationState,
  Fact,
  MessageId,
  PolicyV1,
  Standard,
  TicketId,
  TicketState,
  Urgency,
} from '@trunkline/contracts';

export type FollowedFact = Fact<
  | 'conversation.opened'
  | 'conversation.waiting'
  | 'conversation.offered'
  | 'conversation.assigned'
  | 'conversation.solved'
  | 'conversation.reopened'
  | 'conversation.closed'
  | 'conversation.relabelled'
  | 'message.stored'
  | 'assignment.ended'
  | 'ticket.opened'
  | 'ticket.changed'
  | 'conversation.flagged'
  | 'conversation.unflagged'
  | 'conversation.sign-seen'
  | 'conversation.escalated'
  | 'consult.opened'
  | 'consult.answered'
  | 'delivery.failed'
>;
export type Kind = PolicyV1['taxonomy']['topics'][number]['labels'][number]['kind'];

/** `by` is a version: whatever order facts come in, the list is sorted by it. */
export type Turn<State> = { by: number; at: number; state: State };
export type End = 'solved' | 'closed' | 'reopened';
/** `waiting`: it is offered to people; an agent's id: that one has it; `nobody`: the bot, or it has ended. */
export type Seat = AgentId | 'waiting' | 'nobody';
export type FollowedTicket = {
  id: TicketId;
  kind: Kind;
  severity: Urgency;
  openedAt: number;
  answeredAt: number | null;
  /** They do not hear of it: it is about them. */
  hiddenFrom?: AgentId[] | undefined;
  /** ms: the promise of a time that a supervisor released. */
  promised?: { at: number; until: number } | undefined;
  turns: Turn<TicketState>[];
};

/** `version` is the newest head heard of. */
export type Followed = {
  version: number;
  queue: string;
  agentId: AgentId | null;
  state: ConversationState;
  standard: Standard;
  /** What limits ask of it. */
  account: string | null;
  label: string | null;
  labelVersion: number;
  urgency: Urgency;
  tiers: string[];
  /** Null until its opening was heard of: no clock before. */
  arrivedAt: number | null;
  /** When a person first asked for something; null while all of it is automatic. */
  askedAt: number | null;
  /** Since when an answer is owed; null while none is. */
  waitingSince: number | null;
  lastCustomerAt: number | null;
  firstReplyAt: number | null;
  lastReplyAt: number | null;
  lastReplyId: MessageId | null;
  /** Who spoke when, in order: what lies within one's turn is left out. */
  words: [at: number, by: 'customer' | 'agent'][];
  ends: Turn<End>[];
  seats: Turn<Seat>[];
  tickets: FollowedTicket[];
};

export const notFollowed: Followed = {
  version: 0,
  queue: '',
  agentId: null,
  state: 'waiting',
  standard: 'chat',
  account: null,
  label: null,
  labelVersion: 0,
  urgency: 'normal',
  tiers: [],
  arrivedAt: null,
  askedAt: null,
  waitingSince: null,
  lastCustomerAt: null,
  firstReplyAt: null,
  lastReplyAt: null,
  lastReplyId: null,
  words: [],
  ends: [],
  seats: [],
  tickets: [],
};

/** As an earlier release wrote it down, too. */
export function readFollowed(
  kept: Partial<Followed> & { ended?: { at: number; because: End } | null; endVersion?: number },
): Followed {
  const { ended, endVersion = 0, ...rest } = kept;
  const ends = ended ? [{ by: endVersion, at: ended.at, state: ended.because }] : [];
  const { arrivedAt = null, lastCustomerAt = null } = rest;
  return { ...notFollowed, askedAt: lastCustomerAt === null ? null : arrivedAt, ends, ...rest };
}

/** The end it stands at; undefined while it is open. */
export function endOf({ ends }: Followed): Turn<End> | undefined {
  const last = ends.at(-1);
  return last?.state === 'reopened' ? undefined : last;
}

export const reopenedAt = ({ ends }: Followed): number | null =>
  ends.findLast(({ state }) => state === 'reopened')?.at ?? null;

/** Where it sat one after the other, each with its first instant. */
export const seatsOf = ({ seats }: Followed): Turn<Seat>[] =>
  seats.filter(({ state }, index) => seats[index - 1]?.state !== state);

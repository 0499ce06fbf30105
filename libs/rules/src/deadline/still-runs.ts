/** Before a clock fires: does it still run, and if not, when did it stop and why? */
import type { AgentId, ClockKind, ConversationStateNow } from '@trunkline/contracts';
import { endOf, type Followed, reopenedAt, seatsOf } from './followed.ts';
import { restsOf } from './rests-of.ts';

/** `begunAt` in ms; `about` names the ticket of a promise. */
export type RunningClock = { policy: ClockKind; about: string; begunAt: number };
export type StopReason =
  | 'answered'
  | 'solved'
  | 'closed'
  | 'assigned'
  | 'assignment-ended'
  | 'reopened'
  | 'customer-wrote';
export type StillRuns =
  | { kind: 'runs' }
  /** ms: it is the customer's turn. */
  | { kind: 'rests'; since: number }
  | { kind: 'stopped'; at: number; because: StopReason };

/** What stops clocks, as the facts or the router say it. Instants in ms. */
export type Stand = {
  replies: number[];
  ends: { at: number; because: 'solved' | 'closed' }[];
  isOver: boolean;
  lastCustomerAt: number | null;
  reopenedAt: number | null;
  /** Who had it one after the other; `at` null where nobody says since when. */
  seats: { agentId: AgentId | null; at: number | null }[];
  tickets: Map<string, { at: number; because: 'answered' | 'solved' }[]>;
  restsSince: number | null;
};
type Stop = { at: number; because: StopReason };

/** A clock stops at the first of what ends it after it began, by the fact's own `at` (design §7). */
export function stillRuns(clock: RunningClock, stand: Stand, resting: readonly ClockKind[]): StillRuns {
  const stop = stopsOf[clock.policy](clock, stand)
    .filter(({ at }) => at >= clock.begunAt)
    .sort((a, b) => a.at - b.at)[0];
  if (stop) return { kind: 'stopped', ...stop };
  if (stand.restsSince === null || !resting.includes(clock.policy)) return { kind: 'runs' };
  return { kind: 'rests', since: Math.max(stand.restsSince, clock.begunAt) };
}

const answered = ({ replies }: Stand): Stop[] => replies.map((at) => ({ at, because: 'answered' }));
const reopened = ({ begunAt }: RunningClock, { reopenedAt: at, isOver }: Stand): Stop[] => {
  if (at !== null && at > begunAt) return [{ at, because: 'reopened' }];
  return isOver ? [] : [{ at: begunAt, because: 'reopened' }];
};

const stopsOf: Record<ClockKind, (clock: RunningClock, stand: Stand) => Stop[]> = {
  'first-response': (_, stand) => [...answered(stand), ...stand.ends],
  'next-response': (_, stand) => [...answered(stand), ...stand.ends],
  resolution: (_, { ends }) => ends,
  'agent-silence': (clock, stand) => [...answered(stand), ...stand.ends, ...seatLeft(clock, stand)],
  accept: (clock, stand) => [...answered(stand), ...stand.ends, ...seatTaken(clock, stand)],
  promise: ({ about }, { ends, tickets }) => [...ends, ...(tickets.get(about) ?? [])],
  'delay-promise': (_, { ends }) => ends,
  'follow-up': reopened,
  survey: reopened,
  'auto-close': (clock, stand) => [
    ...reopened(clock, stand),
    ...stand.ends.filter(({ because }) => because === 'closed'),
    ...(stand.lastCustomerAt !== null && stand.lastCustomerAt > clock.begunAt
      ? [{ at: stand.lastCustomerAt, because: 'customer-wrote' as const }]
      : []),
  ],
};

/** Nobody has it any more, or somebody else; a fact and the router's row may tell the same instant a little apart. */
function seatLeft({ begunAt }: RunningClock, { seats }: Stand): Stop[] {
  const later = seats.filter(({ agentId, at }) => (at === null ? agentId === null : at > begunAt + 1_000));
  return later.map(({ at }) => ({ at: at ?? begunAt, because: 'assignment-ended' }));
}

function seatTaken({ begunAt }: RunningClock, { seats }: Stand): Stop[] {
  const taken = seats.filter(({ agentId }) => agentId !== null);
  return taken.map(({ at }) => ({ at: at ?? begunAt, because: 'assigned' }));
}

/** As the facts that were heard say. */
export function standOf(followed: Followed): Stand {
  const { words, firstReplyAt, lastReplyAt } = followed;
  return {
    replies: [...words.flatMap(([at, by]) => (by === 'agent' ? at : [])), ...given(firstReplyAt, lastReplyAt)],
    ends: followed.ends.flatMap(({ at, state }) => (state === 'reopened' ? [] : [{ at, because: state }])),
    isOver: endOf(followed) !== undefined,
    lastCustomerAt: followed.lastCustomerAt,
    reopenedAt: reopenedAt(followed),
    seats: seatsOf(followed).map(({ at, state }) => ({
      agentId: state === 'waiting' || state === 'nobody' ? null : state,
      at,
    })),
    tickets: new Map(
      followed.tickets.map(({ id, answeredAt, turns }) => [
        id,
        [
          ...given(answeredAt).map((at) => ({ at, because: 'answered' as const })),
          ...turns.flatMap(({ at, state }) => (isDone(state) ? [{ at, because: 'solved' as const }] : [])),
        ],
      ]),
    ),
    restsSince: restsOf(followed, 0).since,
  };
}

/** As the router says, asked before anything fires: a fact may not have come through yet. */
export function standNow(now: ConversationStateNow): Stand {
  const { lastReplyAt, lastCustomerAt, solvedAt, closedAt, agentId } = now;
  const [reply, customer] = [ms(lastReplyAt), ms(lastCustomerAt)];
  const tickets = now.tickets ?? [];
  const isCustomersTurn = reply !== null && (customer === null || reply > customer);
  return {
    replies: given(ms(now.firstReplyAt), reply),
    ends: [
      ...given(ms(solvedAt)).map((at) => ({ at, because: 'solved' as const })),
      ...given(ms(closedAt)).map((at) => ({ at, because: 'closed' as const })),
    ],
    isOver: now.state === 'solved' || now.state === 'closed',
    lastCustomerAt: customer,
    reopenedAt: ms(now.reopenedAt ?? null),
    seats: agentId === undefined ? [] : [{ agentId, at: ms(now.assignedAt ?? null) }],
    tickets: new Map(
      tickets.map(({ id, answeredAt, solvedAt: done }) => [
        id,
        [
          ...given(ms(answeredAt)).map((at) => ({ at, because: 'answered' as const })),
          ...given(ms(done)).map((at) => ({ at, because: 'solved' as const })),
        ],
      ]),
    ),
    restsSince: isCustomersTurn ? reply : tickets.some(({ state }) => state === 'with-customer') ? 0 : null,
  };
}

const isDone = (state: string) => state === 'solved' || state === 'closed';
const ms = (instant: string | null): number | null => (instant === null ? null : Date.parse(instant));
const given = (...instants: (number | null)[]): number[] => instants.filter((at) => at !== null);

/** What an order does to a call-back, or why not: one takes it, tries, moves it, gives it back; it is done once. */
import type { AgentId, CallBackResult, PolicyV1 } from '@trunkline/contracts';

export type CallBackStand = {
  /** ISO. */
  dueAt: string;
  orderKey: number;
  takenBy: AgentId | null;
  /** How many tries were made, all in vain while it is open. */
  tries: number;
  result: CallBackResult | null;
};
export type CallBackOrder =
  | { kind: 'take' }
  | { kind: 'give-back' }
  /** To a time agreed with the customer. */
  | { kind: 'move'; dueAt: string }
  /** `dueAt`: of the next try, where this one was in vain. */
  | { kind: 'attempt'; isReached: boolean; dueAt: string }
  /** Nobody need call any more. */
  | { kind: 'withdraw' };
export type CallBackChange =
  | { ok: false; because: 'call-backs-used-up' | 'call-back-taken' | 'call-back-not-yours' | 'due-is-past' }
  | {
      ok: true;
      stand: CallBackStand;
      /** The last try was in vain: a message goes out by another channel, and the supervisor is told. */
      isGivenUp: boolean;
    };

export type ChangeAsked = {
  stand: CallBackStand;
  order: CallBackOrder;
  by: AgentId;
  /** Whoever supervises may give back, move and withdraw what another has. */
  leads: boolean;
  /** ISO. */
  now: string;
};

/** `domain.md` §3: at most the policy's attempts; a try in vain goes back into line, so that no shift's end keeps it. */
export function changeCallBack(asked: ChangeAsked, policy: Pick<PolicyV1, 'callBacks'>): CallBackChange {
  const { stand, order, by, leads, now } = asked;
  if (stand.result !== null) return { ok: false, because: 'call-backs-used-up' };
  const isAnothers = stand.takenBy !== null && stand.takenBy !== by;
  if (isAnothers && (!leads || order.kind === 'attempt')) return { ok: false, because: 'call-back-taken' };
  switch (order.kind) {
    case 'take':
      return changed(stand, { takenBy: by });
    case 'give-back':
      return stand.takenBy === null ? { ok: false, because: 'call-back-not-yours' } : changed(stand, { takenBy: null });
    case 'move':
      if (Date.parse(order.dueAt) <= Date.parse(now)) return { ok: false, because: 'due-is-past' };
      return changed(stand, movedTo(stand, order.dueAt));
    case 'withdraw':
      return changed(stand, { takenBy: null, result: 'not-needed' });
    case 'attempt':
      return afterAttempt(stand, order, policy.callBacks.attempts);
  }
}

function afterAttempt(
  stand: CallBackStand,
  { isReached, dueAt }: Extract<CallBackOrder, { kind: 'attempt' }>,
  most: number,
): CallBackChange {
  const tried = { tries: stand.tries + 1, takenBy: null };
  if (isReached) return changed(stand, { ...tried, result: 'reached' });
  if (tried.tries >= most) return { ...changed(stand, { ...tried, result: 'not-reached' }), isGivenUp: true };
  return changed(stand, { ...tried, ...movedTo(stand, dueAt) });
}

/** In line it moves as far as its time does. */
const movedTo = ({ dueAt, orderKey }: CallBackStand, to: string) => ({
  dueAt: to,
  orderKey: orderKey + Date.parse(to) - Date.parse(dueAt),
});

const changed = (stand: CallBackStand, by: Partial<CallBackStand>) =>
  ({ ok: true, stand: { ...stand, ...by }, isGivenUp: false }) as const;

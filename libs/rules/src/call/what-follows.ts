/** What follows when a call comes to stand otherwise than before: never backwards, and nothing twice. */
import type { CallState } from '@trunkline/contracts';

export type CallFollows =
  | { kind: 'opens' }
  | { kind: 'is-answered' }
  | { kind: 'is-over' }
  | { kind: 'is-called-back'; because: 'call-missed' | 'call-dropped'; alertsSupervisor: boolean }
  /** It was held for missed, and had been answered: nobody needs to call back. */
  | { kind: 'was-answered-after-all' };

type Asked = {
  before: CallState | null;
  after: CallState;
  direction: 'in' | 'out';
  wasAnswered: boolean;
  isComplaint: boolean;
};

export function whatFollows({ before, after, direction, wasAnswered, isComplaint }: Asked): CallFollows[] {
  const opens: CallFollows[] = before === null ? [{ kind: 'opens' }] : [];
  if (before === after) return opens;
  const answered: CallFollows[] =
    after !== 'ringing' && after !== 'missed' && !wasAnswered ? [{ kind: 'is-answered' }] : [];
  return [...opens, ...answered, ...endOf({ before, after, direction, isComplaint })];
}

function endOf({ before, after, direction, isComplaint }: Omit<Asked, 'wasAnswered'>): CallFollows[] {
  if (after === 'ringing' || after === 'answered') return [];
  const wasOwed = before === 'missed' && direction === 'in';
  if (after === 'ended')
    return [...(wasOwed ? [{ kind: 'was-answered-after-all' as const }] : []), { kind: 'is-over' }];
  // nobody picked up at the customer's: that is an attempt of ours, and no debt
  if (after === 'missed' && direction === 'out') return [{ kind: 'is-over' }];
  if (after === 'missed') return [{ kind: 'is-called-back', because: 'call-missed', alertsSupervisor: false }];
  return [{ kind: 'is-called-back', because: 'call-dropped', alertsSupervisor: isComplaint }];
}

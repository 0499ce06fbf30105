/** Says when a matter is off the ladder without anybody's yes: it was answered, or it has ended. */
import type { Trigger } from '@trunkline/contracts';

export type MatterStand = {
  trigger: Trigger;
  /** ms */
  begunAt: number;
  /** How the conversation ended, and when, where it did. */
  end: { state: 'solved' | 'closed'; at: number } | null;
  /** Why the clock stopped that it is about; null where none, or it still runs. */
  clockStopped: string | null;
  isTicketDone: boolean;
  isSignTakenBack: boolean;
  /** Who leads has seen the alert. */
  isSignSeen?: boolean;
  /** The supervisor has answered what was asked. */
  isAnswered?: boolean;
};
export type MatterOver = { kind: 'goes-on' } | { kind: 'over'; because: string };

/**
 * An answer ends what was about an answer owed; a complaint and what is sensitive last until it is solved or closed.
 * What was said of a conversation that had ended already (unsatisfied a third time) is not over by that end.
 */
export function matterOver(stand: MatterStand): MatterOver {
  const { trigger, begunAt, end, clockStopped, isTicketDone, isSignTakenBack, isSignSeen, isAnswered } = stand;
  const lasts = trigger === 'repeated' || trigger === 'publicity' || trigger === 'beyond-ability';
  if (end && (!lasts || end.at > begunAt)) return { kind: 'over', because: end.state };
  if (isTimed(trigger)) return clockStopped === null ? goesOn : { kind: 'over', because: clockStopped };
  if (trigger === 'complaint' && isTicketDone) return { kind: 'over', because: 'solved' };
  if (trigger === 'beyond-ability' && isAnswered) return { kind: 'over', because: 'answered' };
  if (trigger === 'sensitive' && isSignSeen) return { kind: 'over', because: 'sign-seen' };
  const isSign = trigger === 'repeated' || trigger === 'publicity' || trigger === 'sensitive';
  return isSign && isSignTakenBack ? { kind: 'over', because: 'sign-withdrawn' } : goesOn;
}

/** Those that a clock brings about. */
export const isTimed = (trigger: Trigger): boolean =>
  trigger === 'limit-missed' || trigger === 'limit-near' || trigger === 'delay-told-enough';
const goesOn: MatterOver = { kind: 'goes-on' };

/** Has a conversation broken off: the customer is gone while an answer, theirs or ours, is owed (`domain.md` §3, A32). */
import type { Closing, ConversationState, PolicyV1 } from '@trunkline/contracts';
import { findLabel } from '../classify/find-label.ts';
import { isComplaint } from '../ticket/check-complaint.ts';

type Standing = { state: ConversationState; closing: Pick<Closing, 'wantsMore'> | null };

/** Closing a finished chat is no breaking off: nothing else was wanted, or it is solved. */
export function isOwed({ state, closing }: Standing): boolean {
  const isTalking = state === 'waiting' || state === 'offered' || state === 'assigned' || state === 'with-customer';
  return isTalking && closing?.wantsMore !== false;
}

/** When it counts as broken off, if they are not back by then. */
export const brokenOffAt = (leftAt: string, { brokenOff }: Pick<PolicyV1, 'brokenOff'>): string =>
  new Date(Date.parse(leftAt) + brokenOff.afterSeconds * 1000).toISOString();

/** Complaints, and what the policy's topics name, alert the supervisor and are called back first. */
export function alertsSupervisor(label: string | null, policy: PolicyV1): boolean {
  const placed = findLabel(label, policy);
  if (!placed) return false;
  return isComplaint(placed.label.kind) || policy.brokenOff.alertsTopics.includes(placed.topic.code);
}

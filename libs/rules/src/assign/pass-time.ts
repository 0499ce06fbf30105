/** What time alone does to one that waits: rings widen, a former agent's time ends, rests are over, it grows too old. */
import type { Because, PolicyV1 } from '@trunkline/contracts';
import { isoOf, msOf } from './instants.ts';
import type { RememberedConversation } from './remembered.ts';
import { lastRing, queueOf } from './required-now.ts';

const hourMs = 3_600_000;

export const widenAfterMs = (conversation: Pick<RememberedConversation, 'orderKeyParts'>, { assignment }: PolicyV1) =>
  Math.max(1000, Math.round(conversation.orderKeyParts.firstResponseSeconds * 1000 * assignment.widenAfterShare));

/** `change` is called once, before the first change. Gives whether anything is otherwise now. */
export function passTime(
  conversation: RememberedConversation,
  { policy, at }: { policy: PolicyV1; at: string },
  change: () => void,
): boolean {
  const { widenAt, preferredUntil, tried } = conversation;
  const isDue = (instant: string | null) => instant !== null && instant <= at;
  const rested = tried.some((one) => isDue(one.again));
  if (!isDue(widenAt) && !isDue(preferredUntil) && !rested) return false;
  change();
  if (isDue(widenAt)) widen(conversation, policy, at);
  if (isDue(preferredUntil)) conversation.preferredUntil = null;
  if (rested) conversation.tried = tried.map((one) => (isDue(one.again) ? { ...one, again: null } : one));
  return true;
}

function widen(conversation: RememberedConversation, policy: PolicyV1, at: string): void {
  const last = lastRing(conversation.requires, policy, conversation.queue);
  const stepMs = widenAfterMs(conversation, policy);
  let { widenAt, ring } = conversation;
  while (widenAt !== null && widenAt <= at) {
    ring += 1;
    widenAt = ring < last ? isoOf(msOf(widenAt) + stepMs) : null;
  }
  conversation.ring = ring;
  conversation.widenAt = widenAt;
}

/** Under a new policy one may have a ring before it that it had not. Gives whether it has. */
export function startWidening(
  conversation: RememberedConversation,
  { policy, at }: { policy: PolicyV1; at: string },
): boolean {
  const last = lastRing(conversation.requires, policy, conversation.queue);
  if (conversation.widenAt !== null || conversation.ring >= last) return false;
  conversation.widenAt = isoOf(msOf(at) + widenAfterMs(conversation, policy));
  return true;
}

/** Ms from which routing leaves it to people. */
export function tooOldAt(arrivedAt: number, { assignment }: PolicyV1): number {
  const { leavesAfterHours } = assignment;
  return leavesAfterHours === null ? Number.POSITIVE_INFINITY : arrivedAt + leavesAfterHours * hourMs;
}

/** Why routing gives this one to nobody by itself, whoever is there; null: it may be given. */
export function whyAside(queue: string, arrivedAt: number, desk: { policy: PolicyV1; at: string }): Because | null {
  const known = queueOf(desk.policy, queue);
  if (!known) return { code: 'queue-is-gone', values: { queue } };
  if (known.archived) return { code: 'queue-is-archived', values: { queue } };
  const hours = desk.policy.assignment.leavesAfterHours;
  if (hours === null || tooOldAt(arrivedAt, desk.policy) > msOf(desk.at)) return null;
  return { code: 'too-old-for-routing', values: { hours } };
}

/** Ms of the next moment at which time alone changes something for it. */
export function nextDue(conversation: RememberedConversation, policy: PolicyV1): number {
  const { widenAt, preferredUntil, tried, orderKeyParts } = conversation;
  const instants = [widenAt, preferredUntil, ...tried.map((one) => one.again)].filter((one) => one !== null);
  return Math.min(tooOldAt(msOf(orderKeyParts.arrivedAt), policy), ...instants.map(msOf));
}

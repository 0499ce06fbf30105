/** Why nothing counts down for a conversation just now: it waits for the customer, or its hours are over. */
import type { ConversationRow, PolicyV1 } from '@trunkline/contracts';
import { openHours } from './open-hours.ts';

export type Rest = { why: 'with-customer' } | { why: 'closed'; opensAt: number | null };
type Rested = Pick<ConversationRow, 'state' | 'standard' | 'queue'>;
type Given = Pick<PolicyV1, 'queues' | 'calendars' | 'time'>;

/** The channel's calendar goes before the queue's. Null while it counts. */
export function restOf({ state, standard, queue }: Rested, policy: Given | undefined, nowMs: number): Rest | null {
  if (state === 'solved' || state === 'closed') return null;
  if (state === 'with-customer') return { why: 'with-customer' };
  const code = policy?.time.channelCalendars?.[standard] ?? policy?.queues.find((one) => one.code === queue)?.calendar;
  const calendar = code ? policy?.calendars[code] : undefined;
  const hours = calendar && openHours(calendar, nowMs);
  return !hours || hours.isOpen ? null : { why: 'closed', opensAt: hours.opensAt };
}

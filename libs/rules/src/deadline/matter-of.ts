/** What limits ask of a conversation, or of one of its tickets: channel, queue, subject, severity, customer. */
import type { PolicyV1, Standard, Urgency } from '@trunkline/contracts';
import { findLabel } from '../classify/find-label.ts';
import type { Followed, FollowedTicket, Kind } from './followed.ts';

export type TimedMatter = {
  standard: Standard;
  queue: string;
  account: string | null;
  topic: string | null;
  label: string | null;
  kinds: Kind[];
  urgency: Urgency;
  tiers: string[];
};

type Known = Pick<Followed, 'standard' | 'queue' | 'account' | 'label' | 'urgency' | 'tiers' | 'tickets'>;

/** A conversation is of its label's kind and of its tickets' kinds; a promise is of its own ticket's alone. */
export function matterOf(known: Known, ticket: FollowedTicket | null, policy: PolicyV1): TimedMatter {
  const { standard, queue, account, label, urgency, tiers, tickets } = known;
  const placed = findLabel(label, policy);
  const kinds = [...(placed ? [placed.label.kind] : []), ...tickets.map(({ kind }) => kind)];
  const whose = ticket ? { kinds: [ticket.kind], urgency: ticket.severity } : { kinds, urgency };
  return { standard, queue, account, topic: placed?.topic.code ?? null, label, tiers, ...whose };
}

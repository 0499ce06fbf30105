/** Of what was submitted for a customer, what is about the matter in hand: the same ticket, or the same matter. */
import type { PolicyV1 } from '@trunkline/contracts';
import { type Contact, sameMatter, type Tie } from '../sensitive/same-matter.ts';

type OfTicket = { ticketId: string; contact: Contact };
export type MatterInHand = {
  /** The ticket it is submitted under; null where it has none yet. */
  ticketId: string | null;
  /** The conversation in hand, and that of the ticket where it is another. */
  contacts: readonly Contact[];
};

/** An agent who sees that two are not one matter unties them with a click. */
export function whichSubmissions<One extends OfTicket>(
  all: readonly One[],
  { ticketId, contacts }: MatterInHand,
  basis: { ties: Tie[]; policy: PolicyV1 },
): One[] {
  return all.filter((one) => one.ticketId === ticketId || isAboutIt(one.contact, contacts, basis));
}

export const isAboutIt = (
  contact: Contact,
  inHand: readonly Contact[],
  basis: { ties: Tie[]; policy: PolicyV1 },
): boolean => inHand.some((mine) => sameMatter(mine, contact, basis).kind !== 'other');

/** What was submitted about the matter in hand, and when it last ended well: the customer's rows are held meanwhile. */
import type { ConversationId, PolicyV1, TicketId } from '@trunkline/contracts';
import type { Tx } from '@trunkline/platform';
import { type Contact, isAboutIt, whichSubmissions } from '@trunkline/rules';
import { holdCustomer, readContactsOf, readOutcomes, readTies } from '../signs/outcomes.store.ts';
import { type KnownSubmission, submissionsOfCustomer } from './submissions.store.ts';

type InHand = { conversationId: ConversationId; ticketId: TicketId | null; ofTicket: ConversationId };
export type KnownMatter = { earlier: KnownSubmission['submission'][]; satisfiedAt: string[] };

/** Two who submit at once are judged one after the other. */
export async function readMatter(tx: Tx, inHand: InHand, policy: PolicyV1): Promise<KnownMatter> {
  const { conversationId, ticketId, ofTicket } = inHand;
  await holdCustomer(tx, conversationId);
  const known = await submissionsOfCustomer(tx, conversationId);
  if (known.length === 0) return { earlier: [], satisfiedAt: [] };
  const spokenIn = known.map(({ submission }) => submission.conversationId);
  const contacts = await readContactsOf(tx, [conversationId, ofTicket, ...spokenIn]);
  const contactOf = (id: string): Contact =>
    contacts.find((one) => one.conversationId === id) ?? { conversationId: id, text: '', label: null, at: '' };
  const mine = [...new Set([conversationId, ofTicket])].map(contactOf);
  const basis = { ties: await readTies(tx, conversationId), policy };
  const all = known.map(({ submission }) => ({
    submission,
    ticketId: submission.ticketId,
    contact: contactOf(submission.conversationId),
  }));
  const matter = { ticketId, contacts: mine };
  const outcomes = await readOutcomes(tx, conversationId);
  const well = outcomes.filter((one) => one.satisfied && isAboutIt(one, mine, basis));
  return {
    earlier: whichSubmissions(all, matter, basis).map(({ submission }) => submission),
    satisfiedAt: well.map(({ outcomeAt }) => outcomeAt),
  };
}

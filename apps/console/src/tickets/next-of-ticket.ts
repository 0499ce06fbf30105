/** What a ticket wants next of whoever looks at it: one thing, or nothing. */
import type { Ticket } from '@trunkline/contracts';

export type TicketStep = 'take' | 'answer' | 'tell-answer' | 'solve' | 'close' | 'look' | null;
type Stands = Pick<Ticket, 'state' | 'ownerId' | 'answeredAt'> & {
  handOvers: Pick<Ticket['handOvers'][number], 'answeredAt'>[];
};

/** What rests with others is looked at; what is nobody's or another's is taken first; what came back is told. */
export function nextOfTicket({ state, ownerId, answeredAt, handOvers }: Stands, me: string): TicketStep {
  if (state === 'closed') return null;
  if (state === 'solved') return 'close';
  if (state !== 'open') return 'look';
  if (ownerId !== me) return 'take';
  const told = handOvers.at(-1)?.answeredAt;
  if (told && (answeredAt === null || answeredAt < told)) return 'tell-answer';
  return answeredAt === null ? 'answer' : 'solve';
}

/** Tickets that a person may see, newest first: of one conversation, or of all their groups. */
import type { AgentId, ConversationId, StaffV1, Ticket, Tickets } from '@trunkline/contracts';
import type { Postgres } from '@trunkline/platform';
import { fold } from '@trunkline/rules';
import { z } from 'zod';
import { readTickets } from './tickets.store.ts';

/** `state`, `kind` and `queue` may be lists with commas; `owner` is an id, `me` or `none`. */
export const TicketQuery = z.object({
  state: z.string().max(200).optional(),
  kind: z.string().max(200).optional(),
  queue: z.string().max(2000).optional(),
  owner: z.union([z.enum(['me', 'none']), z.uuid()]).optional(),
  cursor: z.uuid().optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type TicketQuery = z.infer<typeof TicketQuery>;

const all = 200;
const whoAsks = ({ id, number, role, groups, departments = [] }: StaffV1) => ({
  personId: id,
  departments: role === 'department-member' ? departments : [],
  personNumber: fold(number).trim(),
  groups: role === 'administrator' ? null : role === 'department-member' ? [] : groups,
});

/** What other departments were asked and said is not a member's. */
export function shownTo({ role, departments = [] }: StaffV1, ticket: Ticket): Ticket {
  if (role !== 'department-member') return ticket;
  return { ...ticket, handOvers: ticket.handOvers.filter(({ department }) => departments.includes(department)) };
}

export async function listTickets(postgres: Postgres, person: StaffV1, query: TicketQuery): Promise<Tickets> {
  const { owner, cursor, limit } = query;
  const rows = await readTickets(postgres, {
    ...whoAsks(person),
    states: query.state?.split(','),
    kinds: query.kind?.split(','),
    queues: query.queue?.split(','),
    ownerId: owner === 'me' ? person.id : (owner as AgentId | 'none' | undefined),
    cursor,
    limit: limit + 1,
  });
  const items = rows.slice(0, limit).map(({ ticket }) => shownTo(person, ticket));
  return { items, next: rows.length > limit ? items.at(-1)!.id : null };
}

/** Whether the person may see the conversation was asked before. */
export async function ticketsOf(postgres: Postgres, person: StaffV1, conversationId: ConversationId): Promise<Tickets> {
  const rows = await readTickets(postgres, { ...whoAsks(person), conversationId, limit: all });
  return { items: rows.map(({ ticket }) => ticket), next: null };
}

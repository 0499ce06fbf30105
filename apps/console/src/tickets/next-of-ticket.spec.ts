/** One primary action, whatever stands on a ticket. */
import { nextOfTicket, type TicketStep } from './next-of-ticket.ts';

const [early, late] = ['2026-11-23T09:00:00.000Z', '2026-11-23T10:00:00.000Z'];
const mine = { state: 'open', ownerId: 'me', answeredAt: null, handOvers: [] } as const;

test.each<[string, object, TicketStep]>([
  ['mine and not answered, the customer is answered', {}, 'answer'],
  ['mine and answered, it is solved', { answeredAt: early }, 'solve'],
  ['another’s, it is taken', { ownerId: 'you' }, 'take'],
  ['nobody’s, it is taken', { ownerId: null }, 'take'],
  ['with a department, it is looked at', { state: 'with-department', handOvers: [{ answeredAt: null }] }, 'look'],
  ['with the customer, it is looked at', { state: 'with-customer', ownerId: 'you' }, 'look'],
  [
    'a department has answered, the customer is told',
    { handOvers: [{ answeredAt: late }], answeredAt: early },
    'tell-answer',
  ],
  ['and they were told, it is solved', { handOvers: [{ answeredAt: early }], answeredAt: late }, 'solve'],
  ['solved, it is closed', { state: 'solved' }, 'close'],
  ['closed, nothing', { state: 'closed' }, null],
])('where it is %s', (_sentence, change, expected) =>
  expect(nextOfTicket({ ...mine, ...change } as never, 'me')).toBe(expected),
);

/** The ways of a ticket, each no with its reason. */
import type { TicketState } from '@trunkline/contracts';
import { changeTicket } from './change-ticket.ts';
import { isHidden } from './is-hidden.ts';

const states: TicketState[] = ['open', 'with-customer', 'with-department', 'solved', 'closed'];
const go = (from: TicketState, to: TicketState) => {
  const change = changeTicket({ state: from, department: 'Logistics' }, { state: to });
  return change.kind === 'refused' ? change.because : change.kind === 'goes' ? 'yes' : '–';
};

test('the whole table: rows from, columns to', () => {
  expect(Object.fromEntries(states.map((from) => [from, states.map((to) => go(from, to))]))).toEqual({
    open: ['–', 'yes', 'yes', 'yes', 'ticket-not-solved'],
    'with-customer': ['yes', '–', 'yes', 'yes', 'ticket-not-solved'],
    'with-department': ['yes', 'yes', '–', 'yes', 'ticket-not-solved'],
    solved: ['yes', 'ticket-already-solved', 'ticket-already-solved', '–', 'yes'],
    closed: Array(5).fill('ticket-is-closed'),
  });
});

test.each<[string, { department: string | null }, { state?: TicketState; department?: string | null }, object]>([
  ['a department is named', { department: null }, { state: 'with-department' }, { because: 'department-missing' }],
  ['a blank one is none', { department: ' ' }, { state: 'with-department' }, { because: 'department-missing' }],
  [
    'named in the same breath is named',
    { department: null },
    { state: 'with-department', department: 'IT' },
    { to: 'with-department' },
  ],
  [
    'taken away in the same breath is none',
    { department: 'IT' },
    { state: 'with-department', department: null },
    { because: 'department-missing' },
  ],
  ['other fields change nothing of the state', { department: null }, { department: 'IT' }, { kind: 'stays' }],
])('with a department %s', (_sentence, ticket, change, expected) =>
  expect(changeTicket({ state: 'open', ...ticket }, change)).toMatchObject(expected),
);

test('a ticket with a department does not lose it while it is there', () => {
  const ticket = { state: 'with-department', department: 'IT' } as const;
  expect(changeTicket(ticket, { department: null })).toMatchObject({ because: 'department-missing' });
});

const id = (n: number) => `0193a1b2-0000-7000-8000-00000000000${n}` as never;
test.each<[string, string | null, number, string, boolean]>([
  ['whoever has the number', '1024', 2, '1024', true],
  ['written in full width with blanks', ' １０２４ ', 2, '1024', true],
  ['who had it when it was recorded and has another now', '1024', 1, '2048', true],
  ['not a colleague', '1024', 2, '2048', false],
  ['nobody where nobody is accused', null, 2, '1024', false],
])('A21 it is hidden from: %s', (_sentence, accusedNumber, person, number, hidden) =>
  expect(isHidden({ complaint: { accusedNumber }, hiddenFrom: [id(1)] }, { id: id(person), number })).toBe(hidden),
);

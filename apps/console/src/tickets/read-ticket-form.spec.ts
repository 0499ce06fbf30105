/** What a ticket's form asks for depends on its kind. */
import { readTicketForm, type TicketForm } from './read-ticket-form.ts';

const form: TicketForm = {
  kind: 'incident',
  severity: 'normal',
  subject: ' Paid twice ',
  ownerId: '',
  department: '',
  content: 'They hung up on me.',
  reachAt: '',
  contactUsed: '',
  happenedAt: '',
  accusedNumber: '',
  tellCustomer: true,
};

test('an incident needs a subject only, and says nothing of a complaint', () => {
  const read = readTicketForm(form);
  expect(read).toMatchObject({ kind: 'ready', ticket: { subject: 'Paid twice', complaint: null, ownerId: null } });
});

test.each<[string, Partial<TicketForm>, string[]]>([
  ['a ticket without a subject', { subject: ' ' }, ['subject']],
  ['a complaint whose customer cannot be reached', { kind: 'complaint-event' }, ['reachAt']],
  [
    'a complaint about nobody, at no time',
    { kind: 'complaint-employee', reachAt: '+86 138' },
    ['accusedNumber', 'happenedAt', 'contactUsed'],
  ],
])('%s is not sent', (_what, part, fields) =>
  expect(readTicketForm({ ...form, ...part })).toEqual({ kind: 'missing', fields }),
);

test('a complaint about an event names nobody, whatever was typed before', () => {
  const read = readTicketForm({ ...form, kind: 'complaint-event', reachAt: 'a@b.example', accusedNumber: '1024' });
  expect(read).toMatchObject({ kind: 'ready', ticket: { complaint: { accusedNumber: null, reachAt: 'a@b.example' } } });
});

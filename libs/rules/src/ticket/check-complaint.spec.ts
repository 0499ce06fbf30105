/** What a complaint records, and what it is told to lack. */
import type { Complaint, Kind } from '@trunkline/contracts';
import { checkComplaint } from './check-complaint.ts';

const now = '2026-11-23T09:00:00.000Z';
const whole: Complaint = {
  accusedNumber: '1024',
  contactUsed: '+86 10 5555 0100',
  happenedAt: '2026-11-20T08:30:00.000Z',
  content: 'Hung up on me',
  reachAt: '+86 138 0000 0000',
};
const paths = (complaint: Complaint | null, kind: Kind = 'complaint-employee') => {
  const checked = checkComplaint({ kind, complaint, now });
  if (checked.ok) return [];
  return 'issues' in checked ? checked.issues.map(({ path }) => path.split('.')[1]) : [checked.because];
};

test.each<[string, Complaint | null, Kind, string[]]>([
  ['a whole one about an employee holds', whole, 'complaint-employee', []],
  ['without its particulars everything is named', null, 'complaint-employee', Object.keys(whole)],
  ['the number is asked for', { ...whole, accusedNumber: null }, 'complaint-employee', ['accusedNumber']],
  ['a blank number is none', { ...whole, accusedNumber: ' ' }, 'complaint-employee', ['accusedNumber']],
  ['the contact used is asked for', { ...whole, contactUsed: '' }, 'complaint-employee', ['contactUsed']],
  ['date and time are asked for', { ...whole, happenedAt: null }, 'complaint-employee', ['happenedAt']],
  [
    'it did not happen tomorrow',
    { ...whole, happenedAt: '2026-11-24T09:00:00Z' },
    'complaint-employee',
    ['happenedAt'],
  ],
  ['it may have happened just now', { ...whole, happenedAt: now }, 'complaint-employee', []],
  [
    'another offset is the same instant',
    { ...whole, happenedAt: '2026-11-23T17:00:00+08:00' },
    'complaint-employee',
    [],
  ],
  ['one about an event needs no number', { ...whole, accusedNumber: null }, 'complaint-event', []],
  ['nor contact nor time', { ...whole, accusedNumber: null, contactUsed: '', happenedAt: null }, 'complaint-event', []],
  ['one about an event accuses nobody', whole, 'complaint-event', ['only-for-complaints']],
  ['one about an event says what and how to reach them', null, 'complaint-event', ['content', 'reachAt']],
  ['an inquiry needs nothing of it', null, 'inquiry', []],
  ['an inquiry takes nothing of it', whole, 'inquiry', ['only-for-complaints']],
])('A21 %s', (_sentence, complaint, kind, missing) => expect(paths(complaint, kind)).toEqual(missing));

/** A10 a ticket is always somebody's: an owner's or a department's, whatever happens to it. */
import type { AgentId, CustomerId, Kind, TicketId, TicketState, Urgency } from '@trunkline/contracts';
import { seeded } from '../simulate/seeded.ts';
import { changeTicket } from './change-ticket.ts';
import { firstOwner } from './first-owner.ts';
import { type Merged, weighMerge } from './weigh-merge.ts';

const person = (name: string) => name as AgentId;
const [ann, bob, lea, lou] = ['ann', 'bob', 'lea', 'lou'].map(person) as [AgentId, AgentId, AgentId, AgentId];
const opened = {
  kind: 'incident',
  ownerId: null,
  department: null,
  openedBy: ann,
  hiddenFrom: [],
  leads: [lea, lou],
} as const;

test.each<[string, Partial<Parameters<typeof firstOwner>[0]>, AgentId | null]>([
  ['who is named', { ownerId: bob }, bob],
  ['who opens it, where nobody is named', {}, ann],
  ['nobody where a department is named', { department: 'it' }, null],
  ['a complaint is the supervisor’s', { kind: 'complaint-event' }, lea],
  ['not of a supervisor it is about', { kind: 'complaint-employee', hiddenFrom: [lea] }, lou],
  ['not of the one who takes it down, where there is another', { kind: 'complaint-event', openedBy: lea }, lou],
  ['of the one who takes it down, where there is none', { kind: 'complaint-event', leads: [] }, ann],
])('A10 first it is %s', (_sentence, change, expected) => expect(firstOwner({ ...opened, ...change })).toBe(expected));

const ticket = (id: string, rest: Partial<Merged> = {}): Merged => ({
  id: id as TicketId,
  customerId: 'c' as CustomerId,
  kind: 'incident',
  severity: 'normal',
  state: 'open',
  openedAt: `2026-11-23T09:00:0${id}.000Z`,
  ...rest,
});
test.each<[string, Merged, Merged, object]>([
  ['the older stays', ticket('2'), ticket('1'), { stays: { id: '1' }, ends: { id: '2' }, severity: 'normal' }],
  [
    'the graver severity counts',
    ticket('1'),
    ticket('2', { severity: 'high' }),
    { stays: { id: '1' }, severity: 'high' },
  ],
  ['and never sinks', ticket('1', { severity: 'critical' }), ticket('2'), { severity: 'critical' }],
  ['not with itself', ticket('1'), ticket('1'), { because: 'ticket-itself' }],
  [
    'not with another customer’s',
    ticket('1'),
    ticket('2', { customerId: 'd' as CustomerId }),
    { because: 'another-customer' },
  ],
  [
    'a complaint stays alone',
    ticket('1', { kind: 'complaint-event' }),
    ticket('2'),
    { because: 'complaint-stays-alone', of: { id: '1' } },
  ],
  [
    'what is over stays over',
    ticket('1'),
    ticket('2', { state: 'solved' }),
    { because: 'ticket-is-over', of: { id: '2' } },
  ],
  [
    'a department is waited for',
    ticket('1'),
    ticket('2', { state: 'with-department' }),
    { because: 'department-works-on-it' },
  ],
  ['but may have the one that stays', ticket('1', { state: 'with-department' }), ticket('2'), { stays: { id: '1' } }],
])('A10 merged: %s', (_sentence, one, other, expected) => expect(weighMerge(one, other)).toMatchObject(expected));

test.each<[string, Parameters<typeof changeTicket>[0], Parameters<typeof changeTicket>[1], object]>([
  [
    'an owner is not taken away',
    { state: 'open', department: null, ownerId: ann },
    { ownerId: null },
    { because: 'ticket-needs-owner' },
  ],
  [
    'unless a department has it',
    { state: 'open', department: 'it', ownerId: ann },
    { ownerId: null },
    { kind: 'stays' },
  ],
  [
    'nor the department of one without an owner',
    { state: 'open', department: 'it', ownerId: null },
    { department: null },
    { because: 'ticket-needs-owner' },
  ],
  [
    'an owner may come in its place',
    { state: 'open', department: 'it', ownerId: null },
    { department: null, ownerId: ann },
    { kind: 'stays' },
  ],
])('A10 %s', (_sentence, from, change, expected) => expect(changeTicket(from, change)).toMatchObject(expected));

type Held = Merged & { ownerId: AgentId | null; department: string | null };
const states: TicketState[] = ['open', 'with-customer', 'with-department', 'solved', 'closed'];
const kinds: Kind[] = ['incident', 'inquiry', 'complaint-employee', 'complaint-event'];
const severities: Urgency[] = ['low', 'normal', 'high', 'critical'];

test('A10 over ten thousand random histories no ticket is without an owner or a department', () => {
  const seed = 20261118;
  const random = seeded(seed);
  const pick = <T>(of: readonly T[]): T => of[Math.floor(random() * of.length)] as T;
  const counts = { changed: 0, refused: 0, merged: 0, answered: 0 };
  for (let history = 0; history < 10_000; history += 1) {
    const all: Held[] = [];
    const open = () => {
      const kind = pick(kinds);
      const department = pick([null, null, 'it', 'logistics']);
      const asked = { kind, department, ownerId: pick([null, null, ann, bob]), openedBy: pick([ann, bob, lea]) };
      const ownerId = firstOwner({
        ...asked,
        hiddenFrom: pick([[], [lea], [lea, lou]]),
        leads: pick([[], [lea], [lea, lou]]),
      });
      const id = String(all.length) as TicketId;
      all.push({ ...ticket(String(all.length)), id, kind, severity: pick(severities), department, ownerId });
    };
    open();
    for (let step = 0; step < 12; step += 1) {
      const one = pick(all);
      const act = pick(['open', 'change', 'change', 'change', 'answer', 'merge'] as const);
      if (act === 'open' && all.length < 4) open();
      if (act === 'answer' && one.state === 'with-department') {
        one.state = 'open';
        counts.answered += 1;
      }
      if (act === 'merge') {
        const weighed = weighMerge(one, pick(all));
        if (weighed.kind === 'merges') {
          const { stays, ends } = weighed;
          Object.assign(stays, { severity: weighed.severity, ownerId: stays.ownerId ?? ends.ownerId });
          Object.assign(ends, { state: 'closed' });
          counts.merged += 1;
        }
      }
      if (act === 'change') {
        const change = {
          ...(random() < 0.5 ? { state: pick(states) } : {}),
          ...(random() < 0.4 ? { ownerId: pick([null, ann, bob]) } : {}),
          ...(random() < 0.4 ? { department: pick([null, ' ', 'it', 'logistics']) } : {}),
        };
        const verdict = changeTicket(one, change);
        counts[verdict.kind === 'refused' ? 'refused' : 'changed'] += 1;
        if (verdict.kind !== 'refused') {
          Object.assign(one, change, { state: verdict.kind === 'goes' ? verdict.to : one.state });
          one.department = one.department?.trim() || null;
        }
      }
      for (const { ownerId, department, state } of all) {
        if (ownerId === null && department === null) throw new Error(`seed ${seed}, history ${history}: nobody has it`);
        if (state === 'with-department' && department === null)
          throw new Error(`seed ${seed}, history ${history}: which department?`);
      }
    }
  }
  // each way was taken, often
  for (const count of Object.values(counts)) expect(count).toBeGreaterThan(500);
});

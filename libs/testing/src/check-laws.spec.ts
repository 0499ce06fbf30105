/** The checker is tested too: evidence that is whole passes, and each way of breaking a law is seen. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkLaws, type Law, sayVerdicts } from './check-laws.ts';
import type { Evidence } from './evidence.ts';
import { EvidenceLedger } from './evidence-ledger.ts';

const customer = { conversationId: 'c1', from: 'customer' as const, delivery: null };
const clock = {
  conversationId: 'c1',
  policy: 'first-response',
  dueAt: '2026-01-01T00:01:00Z',
  isPaused: false,
  until: '2026-01-01T00:10:00Z',
};
const whole = (): Evidence => ({
  sent: [
    {
      mark: '#1#',
      channel: 'webchat',
      sender: 'v:1',
      at: '2026-01-01T00:00:01Z',
      acknowledgedAt: '2026-01-01T00:00:01Z',
    },
    {
      mark: '#2#',
      channel: 'webchat',
      sender: 'v:1',
      at: '2026-01-01T00:00:02Z',
      acknowledgedAt: '2026-01-01T00:00:02Z',
    },
    { mark: '#3#', channel: 'email', sender: 'a@b', at: '2026-01-01T00:00:03Z', acknowledgedAt: null },
    { mark: '#4#', channel: 'webchat', sender: 'v:2', at: '2026-01-01T00:00:04Z', acknowledgedAt: null },
  ],
  replied: [{ mark: '#r1#', messageId: 'm9', conversationId: 'c1' }],
  got: [{ mark: '#r1#', by: 'v:1', at: '2026-01-01T00:00:09Z' }],
  shown: [
    { ...customer, messageId: 'm1', place: 0, text: 'hi #1#' },
    { ...customer, messageId: 'm2', place: 1, text: 'again #2#' },
    {
      messageId: 'm9',
      conversationId: 'c1',
      place: 2,
      from: 'agent',
      text: '#r1#',
      delivery: { state: 'sent', attempt: 1 },
    },
  ],
  parked: [{ id: 'channels:p1', raw: 'a mail #3#' }],
  spans: [
    { conversationId: 'c1', agentId: 'a1', from: '2026-01-01T00:00:01Z', to: '2026-01-01T00:00:05Z' },
    { conversationId: 'c1', agentId: 'a2', from: '2026-01-01T00:00:05Z', to: null },
  ],
  loads: [{ agentId: 'a2', load: 2, capacity: 6, override: 0, carried: 2 }],
  books: { receipts: 3, routed: 2, parked: 1, erased: 0, unpublished: { router: 0 }, withoutEffect: [] },
  rest: { waitingForNothing: [], lag: { router: 0 }, notReady: [] },
  timed: [
    { ...clock, clockId: 'k1', stoppedAt: null, said: ['2026-01-01T00:01:01Z'] },
    { ...clock, clockId: 'k2', stoppedAt: '2026-01-01T00:00:30Z', said: [] },
    { ...clock, clockId: 'k3', stoppedAt: '2026-01-01T00:01:02Z', said: ['2026-01-01T00:01:03Z'] },
    { ...clock, clockId: 'k4', stoppedAt: null, said: [], isPaused: true },
    { ...clock, clockId: 'k5', stoppedAt: null, dueAt: '2026-01-01T00:02:05Z', said: ['2026-01-01T00:02:39Z'] },
  ],
  escalated: [
    { escalationId: 'e1', conversationId: 'c1', matter: 'k1', level: 1, dueAt: clock.dueAt, endedAt: null },
    { escalationId: 'e2', conversationId: 'c1', matter: 'k1', level: 2, dueAt: clock.dueAt, endedAt: clock.until },
  ],
  outages: [{ from: '2026-01-01T00:02:00Z', to: '2026-01-01T00:02:10Z' }],
});

const late = '2026-01-01T00:01:01Z';
const check = (evidence: Evidence) => checkLaws(evidence, ['email']).filter((verdict) => verdict.broken.length > 0);

test('evidence that is whole keeps every law, also where an unacknowledged word never arrived', () => {
  expect(check(whole())).toEqual([]);
  expect(sayVerdicts(checkLaws(whole(), ['email']), { faults: 0, seed: 7 })).toBe('laws 10/10, faults 0, seed 7');
});

const breaks: [string, Law, (evidence: Evidence) => void][] = [
  ['an acknowledged message that is nowhere', 'L1', (seen) => seen.shown.splice(0, 1)],
  ['a mail that vanished though nobody was promised it', 'L1', (seen) => seen.parked.splice(0, 1)],
  [
    'a message that stands twice',
    'L1',
    (seen) => seen.shown.push({ ...seen.shown[0]!, messageId: 'm7', conversationId: 'c7' }),
  ],
  ['one that is in a message and parked too', 'L1', (seen) => seen.parked.push({ id: 'router:p2', raw: '#1#' })],
  [
    'a message that nobody sent',
    'L2',
    (seen) => seen.shown.push({ ...customer, messageId: 'm8', place: 9, text: 'ghost' }),
  ],
  ['two messages of one sender in the wrong order', 'L3', (seen) => Object.assign(seen.shown[0]!, { place: 5 })],
  ['two who have the same conversation', 'L4', (seen) => Object.assign(seen.spans[0]!, { to: '2026-01-01T00:00:06Z' })],
  [
    'one whose assignment never ended before the next began',
    'L4',
    (seen) => Object.assign(seen.spans[0]!, { to: null }),
  ],
  ['an agent who carries too much', 'L5', (seen) => Object.assign(seen.loads[0]!, { load: 8, carried: 8 })],
  ['a load that is not what the agent has', 'L5', (seen) => Object.assign(seen.loads[0]!, { carried: 0 })],
  ['a limit that is said twice', 'L7', (seen) => seen.timed![0]!.said.push('2026-01-01T00:01:02Z')],
  ['a limit that is said early', 'L7', (seen) => Object.assign(seen.timed![0]!, { said: ['2026-01-01T00:00:59Z'] })],
  ['a limit that is said late', 'L7', (seen) => Object.assign(seen.timed![0]!, { said: ['2026-01-01T00:01:06Z'] })],
  ['one that waits too long after an outage', 'L7', (seen) => Object.assign(seen.timed![4]!, { said: [clock.until] })],
  ['a limit that nobody speaks of', 'L7', (seen) => Object.assign(seen.timed![0]!, { said: [] })],
  ['a miss of what was answered in time', 'L7', (seen) => seen.timed![1]!.said.push('2026-01-01T00:01:01Z')],
  [
    'a miss of what sla could have known to be answered',
    'L7',
    (seen) => Object.assign(seen.timed![1]!, { said: [late], knownAt: '2026-01-01T00:00:31Z', askedAt: clock.dueAt }),
  ],
  ['an escalation of what was solved', 'L8', (seen) => Object.assign(seen.escalated![0]!, { endedAt: clock.dueAt })],
  ['a level that is told twice', 'L8', (seen) => seen.escalated!.push(seen.escalated![0]!)],
  ['an answer that never arrived and looks sent', 'L9', (seen) => seen.got.splice(0, 1)],
  ['an answer that arrived twice', 'L9', (seen) => seen.got.push(seen.got[0]!)],
  ['receipts that are nowhere', 'L11', (seen) => Object.assign(seen.books, { routed: 1 })],
  ['a fact that stayed in the outbox', 'L11', (seen) => Object.assign(seen.books.unpublished, { router: 1 })],
  ['a fact without effect', 'L11', (seen) => seen.books.withoutEffect.push('message.received 1')],
  ['one who waits for nothing', 'L12', (seen) => seen.rest.waitingForNothing.push('c1')],
  ['a lag that stays', 'L12', (seen) => Object.assign(seen.rest.lag, { sla: 3 })],
  ['a service that is not ready', 'L12', (seen) => seen.rest.notReady.push('sla')],
];

test.each(breaks)('it sees %s', (_title, law, spoil) => {
  const seen = whole();
  spoil(seen);
  expect(check(seen).map((verdict) => verdict.law)).toContain(law);
});

test('outages that follow one another leave it 30 s of a whole house in all', () => {
  const seen = whole();
  const second = { from: '2026-01-01T00:02:30Z', to: '2026-01-01T00:03:00Z' };
  seen.outages!.push(second);
  Object.assign(seen.timed![4]!, { said: ['2026-01-01T00:03:09Z'] });
  expect(check(seen)).toEqual([]);
  Object.assign(seen.timed![4]!, { said: ['2026-01-01T00:03:11Z'] });
  expect(check(seen).map(({ law }) => law)).toEqual(['L7']);
});

test('what committed only after sla had asked was not to be known: a miss or an escalation of it breaks nothing', () => {
  const seen = whole();
  Object.assign(seen.timed![1]!, { said: [late], knownAt: '2026-01-01T00:01:01Z', askedAt: clock.dueAt });
  Object.assign(seen.escalated![0]!, { endedAt: '2026-01-01T00:00:30Z', knownAt: late, askedAt: clock.dueAt });
  expect(check(seen)).toEqual([]);
});

test('an unclear sending that is shown as unclear breaks nothing', () => {
  const seen = whole();
  seen.got = [];
  Object.assign(seen.shown[2]!, { delivery: { state: 'unknown', attempt: 1 } });
  expect(check(seen)).toEqual([]);
});

test('a ledger survives a line that a crash cut short', () => {
  const path = join(mkdtempSync(join(tmpdir(), 'ledger-')), 'run.jsonl');
  const ledger = new EvidenceLedger(path);
  ledger.sent({ mark: '#1#', channel: 'email', sender: 'a', at: '2026-01-01T00:00:00Z', acknowledgedAt: null });
  ledger.acknowledged('#1#');
  ledger.close();
  writeFileSync(path, '{"got":{"mark', { flag: 'a' });
  const { sent, got } = ledger.read();
  expect(sent).toHaveLength(1);
  expect(sent[0]?.acknowledgedAt).not.toBeNull();
  expect(got).toEqual([]);
});

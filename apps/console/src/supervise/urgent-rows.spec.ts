/** One list of what presses: a row a conversation, in the order in which a supervisor should look. */
import type { DeadlineRow, EscalationRow } from '@trunkline/contracts';
import { filterUrgent, urgentRows } from './urgent-rows.ts';

const clock = (conversationId: string, state: 'late' | 'soon', dueAt: string, queue = 'service') =>
  ({ conversationId, state, dueAt, queue, agentId: 'a1' }) as unknown as DeadlineRow;
const told = (conversationId: string, more: Partial<EscalationRow> = {}) =>
  ({
    id: `${conversationId}-${more.level ?? 1}`,
    conversationId,
    level: 1,
    queue: 'service',
    raisedAt: '2026-11-23T09:00:00Z',
    acknowledgeBy: '2026-11-23T09:15:00Z',
    acknowledgedAt: null,
    overAt: null,
    ...more,
  }) as EscalationRow;

test('a conversation that is late and told of is one row', () => {
  const [row, ...more] = urgentRows([clock('c1', 'late', '2026-11-23T09:00:00Z')], [told('c1')]);
  expect(more).toEqual([]);
  expect(row).toMatchObject({ id: 'c1', agentId: 'a1', isLate: true, isSoon: false, isUnacknowledged: true });
});

test('not acknowledged comes first, then late by when it was due, then soon, then what somebody sees to', () => {
  const rows = urgentRows(
    [
      clock('soon', 'soon', '2026-11-23T08:00:00Z'),
      clock('later', 'late', '2026-11-23T07:30:00Z'),
      clock('late', 'late', '2026-11-23T07:00:00Z'),
    ],
    [told('seen-to', { acknowledgedAt: '2026-11-23T09:01:00Z' }), told('open')],
  );
  expect(rows.map(({ id }) => id)).toEqual(['open', 'late', 'later', 'soon', 'seen-to']);
});

test('what is over is left out, and the higher level stands first', () => {
  const [row, ...more] = urgentRows(
    [],
    [told('c1'), told('c1', { level: 2 }), told('c2', { overAt: '2026-11-23T09:02:00Z' })],
  );
  expect(more).toEqual([]);
  expect(row?.escalations.map(({ level }) => level)).toEqual([2, 1]);
});

test('filters narrow by state and by queue', () => {
  const rows = urgentRows(
    [clock('c1', 'late', '2026-11-23T07:00:00Z'), clock('c2', 'soon', '2026-11-23T10:00:00Z', 'mail')],
    [],
  );
  expect(filterUrgent(rows, 'late', '').map(({ id }) => id)).toEqual(['c1']);
  expect(filterUrgent(rows, 'all', 'mail').map(({ id }) => id)).toEqual(['c2']);
  expect(filterUrgent(rows, 'unacknowledged', '')).toEqual([]);
});

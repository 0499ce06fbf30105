/** The next level: above this one, awake, and only if there is one. */
import type { LadderLevel, PolicyV1 } from '@trunkline/contracts';
import { whoNext } from './who-next.ts';

const rung = (level: number, pagedWhile: string | null = null) =>
  ({ level, role: 'supervisor', acknowledgeMinutes: 15, pagedWhile, notify: [] }) as LadderLevel;
const calendars = {
  day: { tz: 'UTC', hours: { mon: [['09:00', '18:00']] }, holidays: [], holidaysYearly: [], special: {}, breaks: {} },
} as PolicyV1['calendars'];
const time = { ladder: [rung(1), rung(2, 'day'), rung(3)], triggers: { publicity: { level: 1, wakes: true } } };
const raised = (at: string, more = {}) => ({ level: 1, acknowledgeBy: at, ...more });

test('by day the level above is told once the time to acknowledge is over', () => {
  expect(whoNext(raised('2026-11-23T10:00Z'), time, calendars)).toEqual({
    level: time.ladder[1],
    atMs: Date.parse('2026-11-23T10:00Z'),
  });
});
test('in its quiet hours a level is passed over', () => {
  expect(whoNext(raised('2026-11-23T22:00Z'), time, calendars)).toMatchObject({ level: { level: 3 } });
});
test('what wakes people wakes them', () => {
  expect(whoNext(raised('2026-11-23T22:00Z', { trigger: 'publicity' as const }), time, calendars)).toMatchObject({
    level: { level: 2 },
  });
});
test('above the top there is nobody', () => {
  expect(whoNext({ ...raised('2026-11-23T10:00Z'), level: 3 }, time, calendars)).toEqual({ level: null });
});

/** Open now, or when it opens next, over weekends, holidays, make-up workdays, breaks and clock changes. */
import type { Calendar } from '@trunkline/contracts';
import { instantOf, openHours } from './open-hours.ts';

const office: Calendar = {
  tz: 'Asia/Shanghai',
  hours: Object.fromEntries(['mon', 'tue', 'wed', 'thu', 'fri'].map((day) => [day, [['09:00', '18:00']]])),
  holidays: ['2026-10-01'],
  holidaysYearly: ['12-25'],
  special: { '2026-10-10': [['10:00', '16:00']], '2026-12-25': [['09:00', '12:00']] },
  breaks: { '2026-11-23': [['12:00', '13:00']] },
};
const at = (local: string) => Date.parse(`${local}+08:00`);

test.each([
  ['in the morning', '2026-11-23T09:00'],
  ['on a make-up workday, a Saturday', '2026-10-10T11:00'],
  ['on a yearly holiday with hours of its own', '2026-12-25T10:00'],
])('it is open %s', (_when, local) => expect(openHours(office, at(local))).toEqual({ isOpen: true }));

test.each([
  ['before it opens', '2026-11-23T08:59', '2026-11-23T09:00'],
  ['in a break', '2026-11-23T12:30', '2026-11-23T13:00'],
  ['on Friday evening', '2026-11-20T18:00', '2026-11-23T09:00'],
  ['on a holiday', '2026-10-01T10:00', '2026-10-02T09:00'],
])('closed %s, it opens next', (_when, local, opens) =>
  expect(openHours(office, at(local))).toEqual({ isOpen: false, opensAt: at(opens) }),
);

test('a calendar without hours opens never', () => {
  expect(openHours({ ...office, hours: {}, special: {} }, at('2026-11-23T09:00'))).toEqual({
    isOpen: false,
    opensAt: null,
  });
});

test('a local time is found again on both sides of a clock change', () => {
  expect(instantOf('Europe/Berlin', '2026-03-29', '09:00')).toBe(Date.parse('2026-03-29T07:00Z'));
  expect(instantOf('Europe/Berlin', '2026-10-25', '09:00')).toBe(Date.parse('2026-10-25T08:00Z'));
  expect(instantOf('Europe/Berlin', '2026-10-25', '24:00')).toBe(Date.parse('2026-10-25T23:00Z'));
});

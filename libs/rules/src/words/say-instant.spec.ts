/** Instants in words for customers. */
import { sayInstant } from './say-instant.ts';

const now = Date.parse('2026-11-23T04:00:00Z');
test.each([
  ['today in the zone', '2026-11-23T07:15:00Z', 'Asia/Shanghai', '15:15 today (GMT+8)', '今天 15:15（GMT+8）'],
  [
    'today in the zone, yesterday in UTC',
    '2026-11-22T16:30:00Z',
    'Asia/Shanghai',
    '00:30 today (GMT+8)',
    '今天 00:30（GMT+8）',
  ],
  [
    'tomorrow',
    '2026-11-24T02:00:00Z',
    'Asia/Shanghai',
    'Tuesday 24 November, 10:00 (GMT+8)',
    '11月24日星期二 10:00（GMT+8）',
  ],
  [
    'in another year',
    '2027-01-04T08:00:00Z',
    'Europe/Berlin',
    'Monday 4 January 2027, 09:00 (GMT+1)',
    '2027年1月4日星期一 09:00（GMT+1）',
  ],
  [
    'half an hour off',
    '2026-11-24T08:00:00Z',
    'Asia/Kathmandu',
    'Tuesday 24 November, 13:45 (GMT+5:45)',
    '11月24日星期二 13:45（GMT+5:45）',
  ],
  ['without an offset', '2026-11-23T23:05:00Z', 'UTC', '23:05 today (UTC)', '今天 23:05（UTC）'],
])('%s', (_sentence, at, tz, en, zh) => {
  const said = (language: 'en' | 'zh') => sayInstant({ at: Date.parse(at), now, tz, language });
  expect([said('en'), said('zh')]).toEqual([en, zh]);
});

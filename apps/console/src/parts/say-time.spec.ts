/** Times read the same wherever they stand. */
import { pressureOf, sayAgo, sayClock, sayInstant, sayMoment, sayStretch, shareLeft } from './say-time.ts';

test.each([
  ['seconds stand as mm:ss', 7_000, '00:07', '00:07'],
  ['just under an hour is still mm:ss', 3_599_000, '59:59', '59:59'],
  ['an hour and more says hours and minutes', 7_860_000, '2 h 11 min', '2 小时 11 分'],
  ['a day and more says days and hours', 93_600_000, '1 d 2 h', '1 天 2 小时'],
  ['a round figure carries no nought', 86_400_000, '1 d', '1 天'],
  ['what has passed is told by its length', -65_000, '01:05', '01:05'],
])('%s', (_sentence, ms, en, zh) => {
  expect(sayStretch(ms, 'en')).toBe(en);
  expect(sayStretch(ms, 'zh')).toBe(zh);
});

const at = '2026-11-22T09:00:00.000Z';
test.each([
  ['the last moments are now', 4, 'now', '刚刚'],
  ['seconds are told', 42, '42 s', '42 秒前'],
  ['minutes are told', 125, '2 min', '2 分钟前'],
  ['hours are told', 7300, '2 h', '2 小时前'],
  ['days are told', 200_000, '2 d', '2 天前'],
  ['a clock a little behind never says the future', -30, 'now', '刚刚'],
])('%s', (_sentence, seconds, en, zh) => {
  expect(sayAgo(at, Date.parse(at) + seconds * 1000, 'en')).toBe(en);
  expect(sayAgo(at, Date.parse(at) + seconds * 1000, 'zh')).toBe(zh);
});

test('an instant is told in the zone of the person, with the zone named', () => {
  expect(sayClock(at, 'en', 'Asia/Shanghai')).toBe('17:00');
  expect(sayInstant(at, 'en', 'UTC')).toMatch(/^22 Nov 2026.*09:00:00 UTC$/);
});

test.each([
  ['today the clock time is enough', '2026-11-22T12:00:00.000Z', '09:00'],
  ['on another day the day is told too', '2026-11-23T12:00:00.000Z', 'Sun 22 Nov 09:00'],
])('%s', (_sentence, now, said) => {
  expect(sayMoment(at, Date.parse(now), 'en', 'UTC').replace(',', '')).toBe(said);
  expect(sayMoment(Date.parse(at), Date.parse(now), 'en', 'UTC').replace(',', '')).toBe(said);
});

test.each([
  ['most of the limit is left: calm', 50_000, 'calm'],
  ['the last fifth: soon', 12_000, 'soon'],
  ['passed: late', 0, 'late'],
])('%s', (_sentence, leftMs, pressure) => expect(pressureOf(leftMs, 60_000)).toBe(pressure));

test('the share that is left stays between nothing and all', () => {
  expect([shareLeft(30, 60), shareLeft(90, 60), shareLeft(-1, 60), shareLeft(1, 0)]).toEqual([0.5, 1, 0, 0]);
});

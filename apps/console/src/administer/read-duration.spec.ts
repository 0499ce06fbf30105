/** What a person writes for a stretch of time is read, and what is no stretch is not guessed. */
import { readDuration, sayDuration } from './read-duration.ts';

test.each([
  ['90', 90],
  ['90 s', 90],
  ['4h', 14_400],
  ['4 h 30 min', 16_200],
  ['1.5 h', 5400],
  ['2 分钟', 120],
  ['1 小时 20 分', 4800],
  ['3 days', 259_200],
  ['', null],
  ['soon', null],
  ['4 parsecs', null],
  ['-5', null],
])('“%s” is %p seconds', (text, seconds) => expect(readDuration(text)).toBe(seconds));

test.each([20, 60, 90, 3600, 14_400, 16_200, 86_400, 129_600, 259_200])('%i s is said and read again', (seconds) => {
  expect(readDuration(sayDuration(seconds, 'en'))).toBe(seconds);
  expect(readDuration(sayDuration(seconds, 'zh'))).toBe(seconds);
});

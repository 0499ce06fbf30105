/** What an answer by SMS will cost is known before it is sent. */
import { countSegments } from './count-segments.ts';

test.each([
  ['nothing is no message', '', 0, 160],
  ['160 plain letters are one', 'a'.repeat(160), 1, 0],
  ['one more makes two, which are shorter', 'a'.repeat(161), 2, 145],
  ['the euro sign counts twice', '€'.repeat(80), 1, 0],
  ['70 Chinese characters are one', '好'.repeat(70), 1, 0],
  ['71 are two', '好'.repeat(71), 2, 63],
])('%s', (_sentence, text, segments, left) => expect(countSegments(text)).toEqual({ segments, left }));

/** Lengths of calls as people read them. */
import { sayLength } from './say-length.ts';

test.each([
  [0, '0:00'],
  [62, '1:02'],
  [3605, '1:00:05'],
  [-3, '0:00'],
])('%i seconds are %s', (seconds, said) => expect(sayLength(seconds)).toBe(said));

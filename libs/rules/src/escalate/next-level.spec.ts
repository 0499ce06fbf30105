/** The ladder, rung by rung. */
import { defaultPolicy } from '../policy/default-policy.ts';
import { nextLevel } from './next-level.ts';

test.each([
  ['the supervisor is told first', 0, { kind: 'tell', level: 1, role: 'supervisor', acknowledgeMinutes: 15 }],
  ['then the administrator', 1, { kind: 'tell', level: 2, role: 'administrator', acknowledgeMinutes: 15 }],
  ['above is nobody', 2, { kind: 'stay', because: 'top-of-ladder' }],
])('A29 %s', (_sentence, after, next) => expect(nextLevel(after, defaultPolicy)).toEqual(next));

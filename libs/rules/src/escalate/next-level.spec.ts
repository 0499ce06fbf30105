/** The ladder, rung by rung. */
import { defaultPolicy } from '../policy/default-policy.ts';
import { nextLevel } from './next-level.ts';

test.each([
  ['the supervisor is told first', 0, { kind: 'tell', level: 1, role: 'supervisor', acknowledgeSeconds: 900 }],
  ['then the administrator', 1, { kind: 'tell', level: 2, role: 'administrator', acknowledgeSeconds: 900 }],
  ['above is nobody', 2, { kind: 'stay', because: 'top-of-ladder' }],
])('A29 %s', (_sentence, after, next) => expect(nextLevel(after, defaultPolicy)).toEqual(next));

test('A45 where no supervisor is signed in, the next level is told within 60 s', () =>
  expect(nextLevel(0, defaultPolicy, () => false)).toMatchObject({ level: 1, acknowledgeSeconds: 60 }));

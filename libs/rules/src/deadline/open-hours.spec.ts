/** Whatever is drawn, the arithmetic says what somebody says who looks at every minute. */
import { Temporal } from 'temporal-polyfill';
import { seeded } from '../simulate/seeded.ts';
import { holdAgainstMinutes } from './hold-against-minutes.ts';
import { zonesBy } from './zones-for-specs.ts';

const seed = Number(process.env.SEED ?? 20_261_123);
const cases = 400;

test(`A2 ${cases} drawn calendars, starts, pauses and lengths come out as minute by minute (seed ${seed})`, () => {
  const held = holdAgainstMinutes(seeded(seed), cases, zonesBy(Temporal));
  expect(held.differences).toEqual([]);
  expect(held.cases).toBe(cases);
  expect(held.beyond / held.questions).toBeLessThan(0.2);
});

/** Drawn days: the same seed gives the same day, more work waits longer, and fewer people are felt at noon. */
import type { DayProfile, Flow } from '@trunkline/contracts';
import { agentId, policyOf, staffOf } from '../assign/desk-for-specs.ts';
import { drawScript } from './draw-script.ts';
import { seeded } from './seeded.ts';
import { simulateDay } from './simulate-day.ts';
import { takeAway } from './take-away.ts';

const startsAt = Date.parse('2026-03-02T00:00:00.000Z');
const policy = policyOf([{ direct: ['chat', 'mail'] }], { routing: { rules: [], otherwise: 'service' } });
const names = ['ann', 'bob', 'cho', 'dan', 'eve', 'fay'];

const flow = (perHour: number, rest: Partial<Flow> = {}): Flow => ({
  standard: 'chat',
  account: '',
  language: 'en',
  label: null,
  perHour: Array.from({ length: 24 }, () => perHour),
  handlingSeconds: 600,
  handlingSpread: 1,
  patienceSeconds: null,
  ...rest,
});
const profile = (flows: Flow[], rest: Partial<DayProfile> = {}): DayProfile => ({
  tz: 'UTC',
  flows,
  shifts: names.map((name) => ({ record: staffOf(name, { capacity: 2 }), from: 0, to: 1440 })),
  acceptSeconds: 0,
  missedShare: 0,
  ...rest,
});
const draw = (of: DayProfile, seed = 1, days = 1) =>
  drawScript({ profile: of, policy, startsAt, days, random: seeded(seed) });
const simulate = (of: DayProfile, seed = 1, days = 1) => simulateDay(draw(of, seed, days), policy, startsAt);

test('the same seed gives the same day, another another', () => {
  const day = profile([flow(30)]);
  expect(simulate(day).waits).toEqual(simulate(day).waits);
  expect(simulate(day, 2).waits).not.toEqual(simulate(day).waits);
});

test('about as many come as the profile says, each is taken, and more work waits longer', () => {
  const [calm, busy] = [simulate(profile([flow(20)]), 1, 5), simulate(profile([flow(34)]), 1, 5)];
  expect(calm.waits.taken / 5 / 24).toBeGreaterThan(18);
  expect(calm.waits.taken / 5 / 24).toBeLessThan(22);
  expect(calm.waits.stillWaiting).toBeLessThan(3);
  expect(calm.waits.mean!).toBeLessThan(60);
  expect(busy.waits.mean!).toBeGreaterThan(calm.waits.mean! * 3);
});

test('with nobody before nine everybody waits until then', () => {
  const shifts = names.map((name) => ({ record: staffOf(name, { capacity: 20 }), from: 540, to: 1440 }));
  const { book } = simulate(profile([flow(4)], { shifts }));
  const early = book.waits.filter((wait) => wait.since < startsAt + 9 * 3_600_000);
  expect(early.length).toBeGreaterThan(10);
  expect(new Set(early.map((wait) => wait.end?.at))).toEqual(new Set([startsAt + 9 * 3_600_000]));
});

test('whoever has no patience leaves before being taken', () => {
  const { waits } = simulate(profile([flow(60, { patienceSeconds: 120 })]));
  expect(waits.leftBefore).toBeGreaterThan(50);
  expect(waits.mean!).toBeLessThan(300);
});

test('a missed offer rings until its end and goes to the next', () => {
  const asked = policyOf([{ direct: [] }], { routing: { rules: [], otherwise: 'service' } });
  const script = drawScript({
    profile: profile([flow(3)], { missedShare: 1, acceptSeconds: 2 }),
    policy: asked,
    startsAt,
    days: 1,
    random: seeded(3),
  });
  const { waits } = simulateDay(script, asked, startsAt);
  expect(waits.p50!).toBeGreaterThanOrEqual(20);
  expect(waits.taken).toBeGreaterThan(50);
});

test('two fewer from noon to one: those hours wait longer, and the morning waits as before', () => {
  const script = draw(profile([flow(30)]), 7, 10);
  const away = takeAway(script, {
    agents: ['ann', 'bob'].map(agentId),
    from: 12 * 3_600_000,
    to: 13 * 3_600_000,
    startsAt,
  });
  const [base, fewer] = [simulateDay(script, policy, startsAt), simulateDay(away, policy, startsAt)];
  const mean = (of: typeof base, hour: number) => of.hours.find((one) => one.hour === hour)!.mean!;
  expect(mean(fewer, 12)).toBeGreaterThan(mean(base, 12) * 1.5);
  const beforeNoon = ({ book }: typeof base) =>
    book.waits.filter(({ end }) => end && end.at < startsAt + 12 * 3_600_000);
  expect(beforeNoon(fewer)).toEqual(beforeNoon(base));
});

/** The engine against the slow truth, and the laws that hold on every day: random desks, zero differences. */
import { agentId, conversationId, DeskForSpecs, nameOf, policyOf, said } from './desk-for-specs.ts';
import { Engine } from './engine.ts';
import { holdAgainstOracle } from './hold-against-oracle.ts';
import { Lots, RandomDay } from './random-day-for-specs.ts';

const seed = Number(process.env.SEED ?? 20261122);
const worlds = 10;
const decisionsEach = 250;

test(`the engine decides what the linear scan decides, to the byte, on ${worlds} random desks (seed ${seed})`, () => {
  for (let world = 0; world < worlds; world += 1) {
    const { decisions, differences } = holdAgainstOracle(seed + world, decisionsEach);
    expect(differences).toEqual([]);
    expect(decisions).toBeGreaterThanOrEqual(decisionsEach);
  }
});

test(`the same inputs give the same decisions, to the byte (seed ${seed})`, () => {
  const day = new RandomDay(seed);
  const [first, second] = [new Engine(day.policy), new Engine(day.policy)];
  for (let inputs = 0; inputs < 500; inputs += 1) {
    const input = day.next(first);
    const hear = (engine: Engine) => {
      try {
        return engine.hear(input);
      } catch {
        return engine.park(input);
      }
    };
    expect(JSON.stringify(hear(second))).toBe(JSON.stringify(hear(first)));
  }
  expect(second.snapshot()).toEqual(first.snapshot());
});

test(`whoever waited 120 minutes longer than another of the same standard is never behind them (seed ${seed})`, () => {
  const lots = new Lots(seed);
  const desk = new DeskForSpecs(policyOf([{ direct: [] }]));
  const arrived = new Map<string, number>();
  desk.comes('ann', { capacity: 4 });
  for (let step = 0; step < 600; step += 1) {
    const minutesAgo = lots.below(300);
    const outcomes =
      lots.share() < 0.55
        ? desk.waits(`c${step}`, { minutesAgo, boostMinutes: lots.below(121) })
        : desk.leaves(lots.of([...arrived.keys(), 'nobody']));
    if (outcomes.some((one) => 'conversationId' in one && one.conversationId === conversationId(`c${step}`)))
      arrived.set(`c${step}`, Date.parse(desk.now) - minutesAgo * 60_000);
    const waiting = [...arrived].filter(
      ([name]) => desk.engine.conversation(conversationId(name))?.state === 'waiting',
    );
    for (const one of outcomes) {
      if (one.kind !== 'offered') continue;
      const oldest = Math.min(...waiting.map(([, at]) => at));
      expect(arrived.get(nameOf(one.conversationId))! - oldest).toBeLessThanOrEqual(120 * 60_000);
    }
    desk.pass(lots.below(60));
  }
});

test('what is heard twice changes nothing the second time', () => {
  const desk = new DeskForSpecs(policyOf([{}]));
  desk.comes('ann', { capacity: 2 });
  for (const name of ['c1', 'c2']) desk.waits(name);
  desk.accepts('c1');
  const stood = desk.engine.snapshot().agents;
  desk.accepts('c1');
  expect(said(desk.comes('ann'))).toEqual([]);
  expect(said(desk.hear('policy', { version: 0, policy: desk.policy }))).toEqual([]);
  expect(said(desk.hear('tick', { drains: [agentId('ann')] }))).toEqual([]);
  expect(desk.engine.snapshot().agents).toEqual(stood);
  expect(said(desk.leaves('c1'))).toEqual(['offered c2 ann']);
  expect(said(desk.leaves('c1'))).toEqual([]);
});

/** The engine against the slow truth: random desks, random days, zero differences. */
import type { Queue } from '@trunkline/contracts';
import fc from 'fast-check';
import { agentId, conversationId, DeskForSpecs, nameOf, policyOf, staffOf } from './desk-for-specs.ts';
import { LinearOracle } from './linear-oracle.ts';
import { capacityOf } from './may-take.ts';

const queues = ['service', 'pay'] as const;
const modes: Queue['mode'][] = ['even', 'by-ability', 'longest-idle', 'least-loaded'];

const person = fc.record({
  groups: fc.subarray([...queues], { minLength: 1 }),
  skills: fc.record({ x: fc.integer({ min: 0, max: 5 }), y: fc.integer({ min: 0, max: 5 }) }),
  capacity: fc.integer({ min: 0, max: 8 }),
});
const happening = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      what: fc.constant('waits' as const),
      queue: fc.constantFrom(...queues),
      least: fc.integer({ min: 0, max: 4 }),
      weight: fc.integer({ min: 1, max: 4 }),
      boost: fc.integer({ min: 0, max: 120 }),
    }),
  },
  { weight: 3, arbitrary: fc.record({ what: fc.constant('leaves' as const), pick: fc.nat(1000) }) },
  { weight: 2, arbitrary: fc.record({ what: fc.constant('accepts' as const), pick: fc.nat(1000) }) },
  { weight: 2, arbitrary: fc.record({ what: fc.constant('misses' as const), pick: fc.nat(1000) }) },
  { weight: 2, arbitrary: fc.record({ what: fc.constant('comes' as const), pick: fc.nat(1000) }) },
  { weight: 1, arbitrary: fc.record({ what: fc.constant('goes' as const), pick: fc.nat(1000) }) },
);
const day = fc.record({
  modes: fc.tuple(fc.constantFrom(...modes), fc.constantFrom(...modes)),
  people: fc.array(person, { minLength: 1, maxLength: 6 }),
  happenings: fc.array(happening, { minLength: 1, maxLength: 80 }),
});
type Day = typeof day extends fc.Arbitrary<infer Value> ? Value : never;

/** Plays the day on both and gives what each gave to whom, step by step. */
function play({ modes: [first, second], people, happenings }: Day) {
  const policy = policyOf([
    { mode: first, direct: [] },
    { code: 'pay', mode: second, direct: [] },
  ]);
  policy.assignment = { ...policy.assignment, missedOffersUntilAway: 1000 };
  const desk = new DeskForSpecs(policy);
  const oracle = new LinearOracle(policy);
  const names = people.map((_, n) => `a${n}`);
  people.forEach((rest, n) => {
    const name = names[n]!;
    desk.hear('staff', { record: staffOf(name, rest) }, { agent: name });
    oracle.agents.set(name, {
      record: staffOf(name, rest),
      isOnline: false,
      load: 0,
      given: {},
      levelSince: 0,
      lastGiven: 0,
      idleSince: null,
    });
  });
  const steps: { engine: string[]; oracle: string[] }[] = [];
  happenings.forEach((one, n) => {
    desk.pass(1);
    const outcomes = happen(desk, oracle, { one, n, names });
    const engine = outcomes.flatMap((outcome) =>
      outcome.kind === 'offered' ? [`${nameOf(outcome.conversationId)} → ${nameOf(outcome.agentId)}`] : [],
    );
    steps.push({ engine, oracle: oracle.settle(desk.now) });
  });
  return { steps, desk, oracle };
}

function happen(
  desk: DeskForSpecs,
  oracle: LinearOracle,
  { one, n, names }: { one: Day['happenings'][number]; n: number; names: string[] },
) {
  const held = [...oracle.items.values()].filter((item) => item.agent !== null);
  const offered = held.filter((item) => desk.engine.conversation(conversationId(item.name))?.state === 'offered');
  const pickFrom = <Row>(rows: Row[]): Row | undefined =>
    'pick' in one && rows.length > 0 ? rows[one.pick % rows.length] : undefined;
  if (one.what === 'waits') {
    const name = `c${n}`;
    const requires: Record<string, number> = one.least > 0 ? { x: one.least } : {};
    const { queue, weight } = one;
    const outcomes = desk.waits(name, { queue, weight, requires, boostMinutes: one.boost });
    const { orderKeyParts, arrival } =
      desk.heard.at(-1)!.kind === 'waits'
        ? {
            ...(desk.heard.at(-1)!.body as never as { orderKeyParts: { orderKey: number } }),
            arrival: desk.heard.length,
          }
        : { orderKeyParts: { orderKey: 0 }, arrival: 0 };
    oracle.items.set(name, {
      name,
      queue,
      requires,
      weight,
      key: orderKeyParts.orderKey,
      arrival,
      missedBy: [],
      agent: null,
    });
    return outcomes;
  }
  if (one.what === 'comes' || one.what === 'goes') {
    const name = pickFrom(names)!;
    const isOnline = oracle.agents.get(name)!.isOnline;
    if (one.what === 'comes') {
      if (!isOnline) oracle.online(name, desk.now);
      return desk.hear('presence', { state: 'online', because: { code: 'signed-in' } }, { agent: name });
    }
    if (isOnline) goes(desk, oracle, name);
    return desk.goes(name);
  }
  const item = pickFrom(one.what === 'leaves' ? held : offered);
  if (!item) return [];
  if (one.what === 'accepts') {
    item.missedBy = [];
    return desk.accepts(item.name);
  }
  oracle.load(item.agent!, -item.weight, desk.now);
  if (one.what === 'leaves') {
    oracle.items.delete(item.name);
    return desk.leaves(item.name);
  }
  const agent = oracle.agents.get(item.agent!)!;
  agent.given[item.queue] = Math.max(0, (agent.given[item.queue] ?? 0) - 1);
  item.missedBy = [...item.missedBy.filter((name) => name !== item.agent), item.agent!];
  item.agent = null;
  return desk.misses(item.name);
}

function goes(desk: DeskForSpecs, oracle: LinearOracle, name: string): void {
  oracle.agents.get(name)!.isOnline = false;
  const back = [...oracle.items.values()].filter((item) => item.agent === name);
  for (const item of back.sort((a, b) => a.key - b.key || a.arrival - b.arrival)) {
    oracle.load(name, -item.weight, desk.now);
    item.agent = null;
  }
}

const seed = Number(process.env.SEED ?? 20261122);

test(`the engine gives what the linear scan gives, on 500 random days (seed ${seed})`, () => {
  fc.assert(
    fc.property(day, (given) => {
      const { steps } = play(given);
      for (const { engine, oracle } of steps) expect(engine).toEqual(oracle);
    }),
    { seed, numRuns: 500 },
  );
});

test(`nobody carries more than they can, and loads are what they hold (seed ${seed})`, () => {
  fc.assert(
    fc.property(day, (given) => {
      const { agents, conversations } = play(given).desk.engine.snapshot();
      for (const agent of agents) {
        const held = conversations.filter((one) => one.agentId === agent.id).reduce((sum, one) => sum + one.held, 0);
        expect(agent.load).toBe(held);
        expect(agent.load).toBeLessThanOrEqual(capacityOf(agent));
      }
      expect(agents.map((agent) => agent.id)).toContain(agentId('a0'));
    }),
    { seed, numRuns: 200 },
  );
});

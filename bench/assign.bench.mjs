/** How fast the engine decides, on a desk where everybody is full and one where there is room; beside a linear scan. */
import { numberOf, openEngine, openScan, planDesk } from './a-busy-desk.mjs';
import { overRounds } from './sum-up.mjs';

const sizes = {
  quick: [
    [100, 1_000],
    [1_000, 2_000],
  ],
  full: [
    [100, 1_000],
    [1_000, 10_000],
  ],
};
const skills = 20;

export async function assign({ quick, seed }) {
  const rows = [];
  for (const [agents, waiting] of sizes[quick ? 'quick' : 'full']) {
    for (const isFull of [true, false]) {
      const name = `${agents.toLocaleString('en-US')} agents, ${isFull ? `${waiting.toLocaleString('en-US')} waiting` : 'room left'}`;
      rows.push(...measure(name, { agents, waiting: isFull ? waiting : 0, seed, quick }));
    }
  }
  const notes = [
    'One step: a conversation leaves, freed room pulls; another arrives. The scan looks at everybody for everyone who waits after each input.',
    'Without Postgres: what the engine itself takes. The same steps on both gave the same decisions, or this would have failed.',
  ];
  return { title: 'assign: the engine alone', seed, rows, notes };
}

function measure(name, { agents, waiting, seed, quick }) {
  const rounds = quick ? 7 : 11;
  const roundMs = quick ? 400 : 1_500;
  const compared = playBoth({ agents, waiting, seed }, quick ? 2_000 : 8_000);
  const day = openDay({ agents, waiting, seed });
  const [rate, cost] = [[], []];
  for (let round = 0; round <= rounds; round += 1) {
    const { inputs, seconds, processorSeconds } = playAlone(day, roundMs);
    if (round === 0) continue; // warms up
    rate.push(inputs / seconds);
    cost.push((processorSeconds / inputs) * 1e6);
  }
  return [
    { what: `${name}: inputs decided`, unit: '/s', figure: overRounds(rate) },
    { what: `${name}: processor time an input`, unit: 'µs', figure: overRounds(cost) },
    { what: `${name}: scan ÷ engine`, unit: '×', figure: overRounds(compared) },
  ];
}

/** A desk with as many in hand as it takes, or half of it, and `waiting` who wait. */
function openDay({ agents, waiting, seed }) {
  const plan = planDesk({ agents, skills, seed });
  const engine = openEngine(plan);
  const held = [];
  let next = 0;
  const arrive = () => {
    const given = engine.arrives(plan.conversation(next++));
    for (const one of given) held.push(numberOf(one));
    return given;
  };
  if (waiting === 0) while (held.length < agents * 1.5) arrive();
  else while (next - held.length < waiting) arrive();
  return { ...plan, engine, held, arrive, leave: () => leave({ ...plan, engine, held }) };
}

function leave({ engine, held, random }) {
  const at = Math.floor(random() * held.length);
  const [number] = held.splice(at, 1);
  for (const one of engine.leaves(number)) held.push(numberOf(one));
}

function playAlone(day, forMs) {
  let inputs = 0;
  const began = performance.now();
  const used = process.cpuUsage();
  while (performance.now() - began < forMs) {
    day.engine.beginBatch();
    day.leave();
    day.arrive();
    inputs += 2;
  }
  const { user, system } = process.cpuUsage(used);
  return { inputs, seconds: (performance.now() - began) / 1000, processorSeconds: (user + system) / 1e6 };
}

/** Step by step on both, asserting the same gifts; gives how many times longer the scan took, in three parts. */
function playBoth({ agents, waiting, seed }, forMs) {
  const plan = planDesk({ agents, skills, seed });
  const engine = openEngine(plan);
  const scan = openScan(plan);
  const held = [];
  const keep = (given) => {
    for (const one of given) held.push(numberOf(one));
  };
  let next = 0;
  const enough = () => (waiting === 0 ? held.length >= agents * 1.5 : next - held.length >= waiting);
  while (!enough()) {
    const one = plan.conversation(next++);
    keep(engine.arrives(one));
    // while it fills, nobody who waited before gains by it: the newcomer alone has to be looked at
    scan.fill(one);
  }
  const steps = [];
  for (const began = performance.now(); performance.now() - began < forMs || steps.length < 6; ) {
    const [number] = held.splice(Math.floor(plan.random() * held.length), 1);
    const one = plan.conversation(next++);
    engine.beginBatch();
    const [mine, mineMs] = timed(() => [...engine.leaves(number), ...engine.arrives(one)]);
    const [slow, slowMs] = timed(() => [...scan.leaves(number), ...scan.arrives(one)]);
    if (mine.join() !== slow.join()) throw new Error(`engine: ${mine.join()}; scan: ${slow.join()}`);
    keep(mine);
    steps.push({ mineMs, slowMs });
  }
  const part = Math.ceil(steps.length / 3);
  return [0, 1, 2].map((at) => ratioOf(steps.slice(at * part, (at + 1) * part)));
}

function ratioOf(steps) {
  const sum = (of) => steps.reduce((all, step) => all + of(step), 0);
  return sum(({ slowMs }) => slowMs) / sum(({ mineMs }) => mineMs);
}

function timed(work) {
  const began = performance.now();
  const answer = work();
  return [answer, performance.now() - began];
}

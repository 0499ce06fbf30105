/** What a decision costs the engine, at a desk where everybody is full and at one with room, beside a linear scan. */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { givenIn, openEngine, openScan, planDesk } from './a-busy-desk.mjs';
import { overRounds, percentile } from './sum-up.mjs';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc');

const sizes = {
  quick: [
    [1_000, 10_000],
    [10_000, 100_000],
  ],
  full: [
    [1_000, 10_000],
    [10_000, 100_000],
    [100_000, 1_000_000],
  ],
};
const skills = 100;
const inputsABatch = 500;
const name = (agents, waiting) => `${count(agents)} agents, ${waiting > 0 ? `${count(waiting)} waiting` : 'room left'}`;
const count = (number) => number.toLocaleString('en-US');

export async function assign({ quick, seed }) {
  const rows = [];
  for (const isFull of [true, false]) {
    let first;
    for (const [agents, waiting] of sizes[quick ? 'quick' : 'full']) {
      const { rows: own, cost } = measure({ agents, waiting: isFull ? waiting : 0, seed, quick });
      rows.push(...own);
      first ??= cost;
      if (cost !== first)
        rows.push({
          what: `${name(agents, isFull ? waiting : 0)}: ÷ the smallest desk`,
          unit: '×',
          figure: ratio(cost, first),
        });
    }
  }
  const notes = [
    'One input: a conversation leaves and freed room pulls, or another arrives. Engine.hear as the dispatcher calls it: whole inputs in, decisions with their working out.',
    'The scan is only the search, without decisions or their working; the same steps on both gave the same gifts, or this would have failed.',
    'Bytes as allocated, by live rows. Order: what queues and turns need. Whole: all that the process holds more than before, records of agents and held conversations included.',
  ];
  return { title: 'assign: the engine alone', seed, rows, notes };
}

const ratio = (of, to) => overRounds(of.map((value, round) => value / to[round]));

function measure({ agents, waiting, seed, quick }) {
  const rounds = quick ? 5 : 7;
  const what = name(agents, waiting);
  const desk = openDay({ agents, waiting, seed });
  const [cost, slow, late] = [[], [], []];
  playMeasured(desk, quick ? 20_000 : 60_000); // warms up
  const scan = openScan(desk);
  for (let round = 0; round < rounds; round += 1) {
    const played = playMeasured(desk, quick ? 10_000 : 40_000, scan);
    cost.push(played.microseconds);
    late.push(percentile(played.each, 0.99));
    slow.push(playBoth(desk, scan, quick ? 200 : 1_500) / played.microseconds);
  }
  const rows = [
    { what: `${what}: processor time an input`, unit: 'µs', figure: overRounds(cost) },
    { what: `${what}: p99 of an input`, unit: 'µs', figure: overRounds(late) },
    { what: `${what}: scan ÷ engine`, unit: '×', figure: overRounds(slow) },
    ...(waiting > 0 ? desk.memory : []).map(([kind, bytes]) => ({
      what: `${what}: ${kind}`,
      unit: 'B',
      figure: overRounds([bytes]),
    })),
  ];
  return { rows, cost };
}

/** A desk with as many in hand as it takes, or half of it, and `waiting` who wait. */
function openDay({ agents, waiting, seed }) {
  collect();
  const before = held(process.memoryUsage());
  const plan = planDesk({ agents, skills, seed });
  const day = { ...plan, ...openEngine(plan), agents, inHand: [], next: 0 };
  day.engine.beginBatch();
  const isEnough = () => (waiting === 0 ? day.inHand.length >= agents * 1.5 : day.next - day.inHand.length >= waiting);
  while (!isEnough()) {
    keep(day, givenIn(day.engine.hear(day.arrives(newcomer(day)))));
    if (day.next % inputsABatch === 0) day.engine.beginBatch();
  }
  day.memory = weigh(day, before);
  return day;
}

const held = ({ heapUsed, arrayBuffers }) => heapUsed + arrayBuffers;

function weigh({ engine, agents, next }, before) {
  engine.beginBatch();
  collect();
  const { perAgent, ordered, body } = engine.bytes;
  const whole = held(process.memoryUsage()) - before;
  return [
    ['index an agent', perAgent / agents],
    ['order a conversation', ordered / next],
    ['body a conversation', body / next],
    ['whole process a conversation', whole / next],
  ];
}

function newcomer(day) {
  const one = day.conversation(day.next);
  day.next += 1;
  return one;
}

const keep = (day, given) => {
  for (const one of given) day.inHand.push(Number(one.split(' ')[0]));
};

function takeOut({ inHand, random }) {
  const at = Math.floor(random() * inHand.length);
  const number = inHand[at];
  inHand[at] = inHand.at(-1);
  inHand.pop();
  return number;
}

/** Processor time an input, and how long each took: the inputs lie ready, as the dispatcher has read them. */
function playMeasured(day, inputs, scan) {
  const each = [];
  let spent = 0;
  while (each.length < inputs) {
    const turns = Array.from({ length: inputsABatch / 2 }, () => [takeOut(day), newcomer(day)]);
    const batch = turns.flatMap(([number, one]) => [day.leaves(number), day.arrives(one)]);
    const heard = hearAll(day.engine, batch);
    spent += heard.spent;
    each.push(...heard.each);
    const given = heard.outcomes.map(givenIn);
    for (const some of given) keep(day, some);
    // What the scan has to know afterwards is told to it outside the clock.
    for (const [turn, [number, one]] of turns.entries()) scan?.follow(number, one, given.slice(2 * turn, 2 * turn + 2));
  }
  return { microseconds: spent / each.length, each };
}

function hearAll(engine, batch) {
  const each = new Float64Array(batch.length);
  const outcomes = [];
  const used = process.cpuUsage();
  engine.beginBatch();
  let began = performance.now();
  for (let at = 0; at < batch.length; at += 1) {
    outcomes.push(engine.hear(batch[at]));
    const now = performance.now();
    each[at] = (now - began) * 1000;
    began = now;
  }
  const { user, system } = process.cpuUsage(used);
  return { each, outcomes, spent: user + system };
}

/** The same steps on the scan, asserting the same gifts; processor time an input of the scan alone. */
function playBoth(day, scan, forMs) {
  let spent = 0;
  let inputs = 0;
  day.engine.beginBatch();
  for (const began = performance.now(); performance.now() - began < forMs || inputs < 4; inputs += 2) {
    const number = takeOut(day);
    const one = newcomer(day);
    const mine = [day.leaves(number), day.arrives(one)].flatMap((input) => givenIn(day.engine.hear(input)));
    const used = process.cpuUsage();
    const slow = [...scan.leaves(number), ...scan.arrives(one)];
    const { user, system } = process.cpuUsage(used);
    spent += user + system;
    if (mine.join() !== slow.join()) throw new Error(`engine: ${mine.join()}; scan: ${slow.join()}`);
    keep(day, mine);
  }
  return spent / inputs;
}

/** How many assignments a second end up in Postgres: the product's dispatch, the same rows without logic, and three peers. */
import { takeInputs } from '../apps/router/dist/dispatch/take-inputs.js';
import { openWaitingDesk } from './a-waiting-desk.mjs';
import { assignAsPeers } from './peers/assign-as-peers.mjs';
import { recordStatements, sayAgain } from './record-statements.mjs';
import { overRounds, percentile } from './sum-up.mjs';

const agents = 400;
const sizes = [500, 50];
/** Conversations of a round, by batch size: as many batches as the percentiles need. */
const waiting = { quick: { 500: 2_000, 50: 600 }, full: { 500: 5_000, 50: 2_000 } };

export async function durable({ quick, seed }) {
  const desk = await openWaitingDesk('bench_durable');
  const rounds = 7;
  const figures = {};
  const note = (name, value) => {
    figures[name] ??= [];
    figures[name].push(value);
  };
  try {
    for (let round = 0; round <= rounds; round += 1) {
      const keep = round === 0 ? () => {} : note; // the first warms up
      for (const size of sizes)
        await playBoth(desk, { size, count: waiting[quick ? 'quick' : 'full'][size], keep, round });
      await desk.empty();
      await desk.fill({ agents, waiting: 2_000 });
      for (const peer of turn(assignAsPeers, round)) keep(peer.name, await peer.play(desk, quick ? 700 : 3_000));
    }
  } finally {
    await desk.close();
  }
  return { title: 'durable: assignments that are committed', seed, rows: rowsOf(figures), notes };
}

/** Forwards in even rounds, backwards in odd ones. */
const turn = (list, round) => (round % 2 ? [...list].reverse() : list);

/** The product once with a pencil in hand, so that the same statements can be said again; then both, A-B or B-A. */
async function playBoth(desk, { size, count, keep, round }) {
  await reset(desk, count);
  const { recorder, said } = recordStatements(desk.postgres);
  await dispatchAll(recorder, await desk.dispatch(), size);
  const owner = [desk.postgres, said];
  const parts = { product: () => desk.dispatch(), raw: () => desk.dispatch() };
  const seen = {};
  for (const name of turn(Object.keys(parts), round)) {
    await reset(desk, count);
    const dispatch = await parts[name]();
    seen[name] =
      name === 'raw' ? await timeRaw(...owner, count) : await timeProduct(desk.postgres, { dispatch, size, count });
  }
  keep(`product ${size}`, seen.product.rate);
  keep(`raw ${size}`, seen.raw.rate);
  keep(`share ${size}`, seen.product.rate / seen.raw.rate);
  keep(`p50 ${size}`, percentile(seen.product.batches, 0.5));
  keep(`p95 ${size}`, percentile(seen.product.batches, 0.95));
  keep(`cpu ${size}`, seen.product.cpuMicros);
}

async function reset(desk, count) {
  await desk.empty();
  await desk.fill({ agents, waiting: count });
}

async function dispatchAll(postgres, dispatch, limit, onEach = () => {}) {
  for (;;) {
    const began = performance.now();
    if ((await takeInputs(postgres, dispatch, { limit, parked: new Map() })) === 0) return;
    onEach(performance.now() - began);
  }
}

async function timeProduct(postgres, { dispatch, size, count }) {
  const batches = [];
  const used = process.cpuUsage();
  const began = performance.now();
  await dispatchAll(postgres, dispatch, size, (ms) => batches.push(ms));
  const seconds = (performance.now() - began) / 1000;
  const { user, system } = process.cpuUsage(used);
  const [{ given }] = await postgres.query('SELECT count(*)::float8 AS given FROM assignment WHERE active');
  if (given !== count) throw new Error(`${given} of ${count} were given`);
  return { rate: count / seconds, batches, cpuMicros: (user + system) / count };
}

async function timeRaw(postgres, said, count) {
  const began = performance.now();
  await sayAgain(postgres, said, () => {});
  const seconds = (performance.now() - began) / 1000;
  const [{ given }] = await postgres.query('SELECT count(*)::float8 AS given FROM assignment WHERE active');
  if (given !== count) throw new Error(`raw: ${given} of ${count} were given`);
  return { rate: count / seconds };
}

const over = (over_, under) => over_.map((value, at) => value / under[at]);

function rowsOf(figures) {
  const bySize = sizes.flatMap((size) => [
    { what: `${size} a batch: assignments`, unit: '/s', figure: overRounds(figures[`product ${size}`]) },
    {
      what: `${size} a batch: the same rows and SQL, no logic`,
      unit: '/s',
      figure: overRounds(figures[`raw ${size}`]),
    },
    {
      what: `${size} a batch: share of that`,
      unit: '×',
      figure: overRounds(figures[`share ${size}`]),
      goal: size === 500 ? { least: 0.85 } : undefined,
    },
    { what: `${size} a batch: one batch, p50`, unit: 'ms', figure: overRounds(figures[`p50 ${size}`]) },
    { what: `${size} a batch: one batch, p95`, unit: 'ms', figure: overRounds(figures[`p95 ${size}`]) },
    {
      what: `${size} a batch: processor time of the dispatcher`,
      unit: 'µs each',
      figure: overRounds(figures[`cpu ${size}`]),
    },
  ]);
  const peers = assignAsPeers.flatMap(({ name, least }) => [
    { what: name, unit: '/s', figure: overRounds(figures[name]) },
    {
      what: `product (500) ÷ ${name}`,
      unit: '×',
      figure: overRounds(over(figures['product 500'], figures[name])),
      goal: { least },
    },
  ]);
  return [...bySize, ...peers];
}

const notes = [
  `${agents} agents with room; every conversation a chat that is offered: state, room, decision with its working, line, fact, memory.`,
  'The same rows: the statements of a run before, with their values, on the same tables in the same state.',
  'The peers write less (no decision, no line, no fact, no memory) and commit one by one; their ticks of seconds and minutes are left out.',
];

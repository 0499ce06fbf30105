/** Everybody signs in at once while many wait: the product's dispatch beside the same commits without logic. */
import { takeInputs } from '../apps/router/dist/dispatch/take-inputs.js';
import { copyDesk, drain, dropDesk, openWaitingDesk } from './a-waiting-desk.mjs';
import { recordStatements, sayAgain } from './record-statements.mjs';
import { overRounds } from './sum-up.mjs';

const sizes = {
  quick: { agents: 300, waiting: 3_000, unroutable: 750 },
  full: { agents: 1_000, waiting: 20_000, unroutable: 5_000 },
};
const plain = 'bench_storm';
const crowded = 'bench_storm_crowded';
const played = 'bench_storm_played';
const roomOfEach = 3;

export async function signInStorm({ quick, seed }) {
  const size = sizes[quick ? 'quick' : 'full'];
  await prepare(plain, { ...size, unroutable: 0 });
  await prepare(crowded, size);
  const said = await record(size);
  const parts = {
    product: () => play(plain, size),
    raw: () => playAgain(said, size),
    crowded: () => play(crowded, size),
  };
  const figures = { product: [], raw: [], crowded: [] };
  for (let round = 0; round < 8; round += 1) {
    const names = Object.keys(parts);
    for (const name of round % 2 ? names.reverse() : names) {
      const ms = await parts[name]();
      if (round > 0) figures[name].push(ms); // the first warms up
    }
  }
  for (const name of [plain, crowded]) await dropDesk(name);
  return {
    title: 'sign-in-storm: all agents sign in at once',
    seed,
    rows: rowsOf(figures, size),
    notes: notesOf(size),
  };
}

/** Agents who are not there, and conversations that wait and were said to. */
async function prepare(name, { agents, waiting, unroutable }) {
  const desk = await openWaitingDesk(name);
  await desk.fill({ agents, capacity: 2 * roomOfEach, online: false, waiting, unroutable });
  await drain(desk.postgres);
  await desk.owner.query('VACUUM ANALYZE');
  await desk.leave();
}

async function onCopy(of, { agents }, work) {
  const desk = await copyDesk(of, played);
  try {
    const dispatch = await desk.dispatch();
    await desk.signIn(0, agents);
    await desk.owner.query('CHECKPOINT');
    const began = performance.now();
    await work(desk, dispatch);
    const ms = performance.now() - began;
    const [{ given }] = await desk.postgres.query('SELECT count(*) AS given FROM assignment WHERE active');
    if (given !== agents * roomOfEach) throw new Error(`${given} were given`);
    return ms;
  } finally {
    await desk.close();
  }
}

async function dispatchAll(postgres, dispatch) {
  while ((await takeInputs(postgres, dispatch, { limit: 500, parked: new Map() })) > 0);
}

const play = (of, size) => onCopy(of, size, ({ postgres }, dispatch) => dispatchAll(postgres, dispatch));

/** The product once with a pencil in hand. */
async function record(size) {
  let statements;
  await onCopy(plain, size, async ({ postgres }, dispatch) => {
    const { recorder, said } = recordStatements(postgres);
    statements = said;
    await dispatchAll(recorder, dispatch);
  });
  return statements;
}

const playAgain = (said, size) => onCopy(plain, size, ({ postgres }) => sayAgain(postgres, said, () => {}));

const ratio = (over, under) => overRounds(over.map((value, at) => value / under[at]));

const rowsOf = ({ product, raw, crowded: behind }, { agents, unroutable }) => [
  { what: `until all ${agents} have their fill`, unit: 'ms', figure: overRounds(product) },
  { what: 'the same commits without logic', unit: 'ms', figure: overRounds(raw) },
  { what: 'product ÷ that', unit: '×', figure: ratio(product, raw), goal: { most: 1.5 } },
  { what: `with ${unroutable} in front that nobody can take`, unit: 'ms', figure: overRounds(behind) },
  { what: 'with them ÷ without', unit: '×', figure: ratio(behind, product), goal: { most: 1.05 } },
];

const notesOf = ({ agents, waiting }) => [
  `${waiting.toLocaleString('en-US')} wait; ${agents} sign in with room for ${roomOfEach} each; batches of 500. Each round on a fresh copy of the same database.`,
];

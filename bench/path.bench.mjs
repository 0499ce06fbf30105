/** From a visitor's *say* to the agent's screen, at a steady pace; beside the same hops and rows without logic. */
import { script } from './say-at-pace.mjs';
import { seeded } from './seeded.mjs';
import { overRounds, percentile } from './sum-up.mjs';

const eachSecond = 20;
const visitors = 20;
const rounds = { quick: { times: 2, messages: 100 }, full: { times: 4, messages: 400 } };
/** Issue goals, milliseconds. */
const goals = { p50: { most: 300 }, p95: { most: 1_000 } };

export async function path({ quick, seed, house, raw }) {
  const random = seeded(seed);
  const { times, messages } = rounds[quick ? 'quick' : 'full'];
  const play = (side, name, count = messages) =>
    side.paced(script({ name, messages: count, visitors }), { everyMs: 1_000 / eachSecond, random });
  // warms up: plans, pools, compiled code
  await play(house, 'pw', 2 * visitors);
  await play(raw, 'rw', 2 * visitors);
  const [ours, theirs] = [[], []];
  for (let time = 0; time < times; time += 1) {
    for (const side of ['house', 'raw', 'raw', 'house']) {
      if (side === 'house') ours.push(await play(house, `p${ours.length}`));
      else theirs.push(await play(raw, `r${theirs.length}`));
    }
  }
  return {
    title: `path: from say to the agent's screen at ${eachSecond} messages/s`,
    seed,
    rows: rowsOf(ours, theirs),
    notes,
  };
}

const notes = [
  'Opening words and later ones together; visitors speak in turn, each opens one conversation a round, agents take what rings.',
  'Without logic: the same rows, commits, outboxes and Kafka hops in three processes, nothing weighed; sockets are pipes there.',
  'Legs: said → committed in channels → on Kafka → committed in the router → on Kafka → on the screen (the services’ own clocks).',
];

function rowsOf(ours, theirs) {
  const onScreen = ({ saidAt, shownAt }) => shownAt - saidAt;
  const ring = ({ saidAt, offeredAt, opens }) => (opens ? offeredAt - saidAt : []);
  const acknowledged = ({ saidAt, takenAt }) => takenAt - saidAt;
  const figure = (sides, of, share) => overRounds(sides.map((words) => percentile(words.flatMap(of), share)));
  const ms = (what, sides, of, share, goal) => ({ what, unit: 'ms', figure: figure(sides, of, share), goal });
  const ratio = (of, share) =>
    overRounds(ours.map((_, at) => figure([ours[at]], of, share).median / figure([theirs[at]], of, share).median));
  return [
    ms('on the screen, p50', ours, onScreen, 0.5, goals.p50),
    ms('on the screen, p95', ours, onScreen, 0.95, goals.p95),
    ms('on the screen, p99', ours, onScreen, 0.99),
    ms('  without logic, p50', theirs, onScreen, 0.5),
    ms('  without logic, p95', theirs, onScreen, 0.95),
    ms('  without logic, p99', theirs, onScreen, 0.99),
    { what: '  ours ÷ without logic, p50', unit: '×', figure: ratio(onScreen, 0.5) },
    ms('rings for an agent, p50', ours, ring, 0.5),
    ms('rings for an agent, p95', ours, ring, 0.95),
    ms('  without logic, p50', theirs, ring, 0.5),
    ms('acknowledged, p50', ours, acknowledged, 0.5),
    ms('acknowledged, p95', ours, acknowledged, 0.95),
    ...legs.map(([what, of]) => ms(`  leg: ${what}, p50`, ours, of, 0.5)),
  ];
}

const legs = [
  ['said → transaction in channels', ({ saidAt, legs: { received } }) => received - saidAt],
  ['transaction → noted as on Kafka', ({ legs: { received, passed } }) => passed - received],
  ['noted → transaction in the router', ({ legs: { passed, stored } }) => stored - passed],
  ['transaction → noted as on Kafka', ({ legs: { stored, told } }) => told - stored],
  ['noted → screen', ({ shownAt, legs: { told } }) => shownAt - told],
];

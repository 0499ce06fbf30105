/** From the visitor's tick to the offer on an agent's screen, at 30 % of the load the house bears; beside the same without logic. */
import { script, spread } from './say-at-pace.mjs';
import { seeded } from './seeded.mjs';
import { overRounds, percentile } from './sum-up.mjs';

const share = 0.3;
/** Each visitor's first word opens a conversation that is offered. */
const sizes = { quick: { times: 2, visitors: 90, burst: 1_500 }, full: { times: 4, visitors: 160, burst: 2_400 } };
const wordsEach = 5;
const goals = { p50: { most: 1.8 }, p99: { most: 2.5 } };

export async function latency({ quick, seed, house, raw }) {
  const random = seeded(seed);
  const { times, visitors, burst } = sizes[quick ? 'quick' : 'full'];
  await bear(house, burst, 'warm');
  const borne = await bear(house, burst, 'borne');
  const everyMs = 1_000 / (borne * share);
  const play = async (side, name) => {
    const words = spread({ name, visitors, wordsEach });
    const said = await side.paced(words, { everyMs, random, take: 'afterwards' });
    return said.filter(({ opens }) => opens).map(({ takenAt, offeredAt }) => offeredAt - takenAt);
  };
  await play(raw, 'lw');
  await play(house, 'lv');
  const [ours, theirs] = [[], []];
  for (let time = 0; time < times; time += 1) {
    for (const side of ['house', 'raw', 'raw', 'house']) {
      if (side === 'house') ours.push(await play(house, `lh${ours.length}`));
      else theirs.push(await play(raw, `lr${theirs.length}`));
    }
  }
  const note = `The house bore ${Math.round(borne)} messages/s just before; rounds ran at ${Math.round(borne * share)}/s.`;
  return {
    title: 'latency: accepted → offered, at 30 % load',
    seed,
    rows: rowsOf(ours, theirs),
    notes: [note, ...notes],
  };
}

async function bear(house, messages, name) {
  const said = await house.burst(script({ name: `lb${name}`, messages, visitors: Math.ceil(messages / 15) }), () => {});
  const ms = Math.max(...said.map(({ shownAt }) => shownAt)) - Math.min(...said.map(({ saidAt }) => saidAt));
  return said.length / (ms / 1_000);
}

const notes = [
  'Accepted is the tick at the visitor, offered the ring on the agent’s socket; openings are spread evenly.',
  'Agents take what rang after the round: without logic nobody takes anything either.',
];

function rowsOf(ours, theirs) {
  const figure = (rounds, at) => overRounds(rounds.map((waits) => percentile(waits, at)));
  const ratio = (at) => overRounds(ours.map((waits, round) => percentile(waits, at) / percentile(theirs[round], at)));
  return [
    ...[0.5, 0.99].flatMap((at) => [
      { what: `accepted → offered, p${at * 100}`, unit: 'ms', figure: figure(ours, at) },
      { what: `  without logic, p${at * 100}`, unit: 'ms', figure: figure(theirs, at) },
    ]),
    { what: 'ours ÷ without logic, p50', unit: '×', figure: ratio(0.5), goal: goals.p50 },
    { what: 'ours ÷ without logic, p99', unit: '×', figure: ratio(0.99), goal: goals.p99 },
  ];
}

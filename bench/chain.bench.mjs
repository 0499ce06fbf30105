/** The whole chain's messages a second, all said at once; beside the same without logic, and beside a stock Nest chain. */
import { countRows } from './count-rows.mjs';
import { processorTime } from './read-process.mjs';
import { script } from './say-at-pace.mjs';
import { overRounds } from './sum-up.mjs';

const sizes = {
  quick: { times: 1, warm: 2, messages: { house: 2_000, raw: 2_000, stock: 500 } },
  full: { times: 4, warm: 3, messages: { house: 2_700, raw: 2_700, stock: 1_000 } },
};
/** Twenty words in ten seconds are what one visitor may say. */
const wordsEach = 15;
const goals = { rate: { least: 600 }, raw: { least: 0.65 }, stock: { least: 8 } };

export async function chain({ quick, seed, house, raw, stock, parts }) {
  const { times, warm, messages } = sizes[quick ? 'quick' : 'full'];
  const sides = { house, raw, stock };
  const rates = { house: [], raw: [], stock: [] };
  const costs = { house: [], raw: [], stock: [] };
  const counts = {};
  const play = async (name, round) => {
    const visitors = Math.ceil(messages[name] / wordsEach);
    const words = script({ name: `${name}-${round}`, messages: messages[name], visitors });
    const readings = [];
    const said = await sides[name].burst(words, () => readings.push(used([...sides[name].pids, ...parts])));
    const seconds = readings[1] - readings[0];
    const ms = Math.max(...said.map(({ shownAt }) => shownAt)) - Math.min(...said.map(({ saidAt }) => saidAt));
    return { rate: said.length / (ms / 1000), cost: (seconds / said.length) * 1_000 };
  };
  // what services do cold, they do once in their life: plans, pools, compiled code
  for (const name of Object.keys(sides)) for (let time = 0; time < warm; time += 1) await play(name, `warm${time}`);
  for (let time = 0; time < times; time += 1) {
    for (const name of ['house', 'raw', 'stock', 'stock', 'raw', 'house']) {
      const counted = counts[name] ? undefined : await countRows(sides[name].database);
      const { rate, cost } = await play(name, rates[name].length);
      rates[name].push(rate);
      costs[name].push(cost);
      if (counted) counts[name] = await counted(messages[name]);
    }
  }
  return {
    title: 'chain: all at once, until the last is at the gateway’s socket',
    seed,
    rows: rowsOf(rates, costs),
    counts,
    notes: [...notes, ...Object.entries(counts).map(tellCounts)],
  };
}

const used = (pids) => pids.reduce((sum, pid) => sum + processorTime(pid), 0);
const names = { house: 'ours', raw: 'same hops and rows without logic', stock: 'stock Nest Kafka chain' };

const notes = [
  'Ours: visitors’ sockets → channels → router (rows, dispatch) → gateway → six agents’ sockets, with sla listening; agents take what rang after the round.',
  'Without logic: the house’s own tables and indexes, copies of the rows it wrote, its batches, records, hops and sockets; sla’s rows too. Nothing is read, judged, sealed, checked or guarded there.',
  'Stock: three Nest services between the same sockets, Transport.KAFKA, one call and one commit a message, three tables, no outbox; a message can be lost or doubled there.',
  'Processor time is that of the services (or stages), Postgres and the broker; what this program itself used is not in it.',
];

/** The house's figures hold what follows a round too: what agents take and solve. */
const tellCounts = ([side, { inserted, updated, commits, facts }]) =>
  `A message of ${names[side]}: ${inserted.toFixed(2)} rows inserted, ${updated.toFixed(2)} updated, ${commits.toFixed(2)} commits, ${facts.toFixed(2)} facts noted as on Kafka.`;

function rowsOf(rates, costs) {
  const ratio = (side) => overRounds(rates.house.map((rate, at) => rate / rates[side][at]));
  const cheaper = (side) => overRounds(costs[side].map((cost, at) => cost / costs.house[at]));
  return [
    ...Object.keys(names).map((side) => ({
      what: names[side],
      unit: 'messages/s',
      figure: overRounds(rates[side]),
      goal: side === 'house' ? goals.rate : undefined,
    })),
    { what: 'ours ÷ without logic', unit: '×', figure: ratio('raw'), goal: goals.raw },
    { what: 'ours ÷ stock', unit: '×', figure: ratio('stock'), goal: goals.stock },
    ...Object.keys(names).map((side) => ({
      what: `processor time for 1,000: ${names[side]}`,
      unit: 's',
      figure: overRounds(costs[side]),
    })),
    { what: 'processor time, without logic ÷ ours', unit: '×', figure: cheaper('raw') },
    { what: 'processor time, stock ÷ ours', unit: '×', figure: cheaper('stock') },
  ];
}

/** The whole chain's messages a second, all said at once; beside the same without logic, and beside a stock Nest chain. */
import { processorTime } from './read-process.mjs';
import { script } from './say-at-pace.mjs';
import { overRounds } from './sum-up.mjs';

const sizes = {
  quick: { times: 1, messages: { house: 1_000, raw: 1_000, stock: 200 } },
  full: { times: 4, messages: { house: 2_000, raw: 2_000, stock: 400 } },
};
/** Twenty words in ten seconds are what one visitor may say. */
const wordsEach = 10;

export async function chain({ quick, seed, house, raw, stock, parts }) {
  const { times, messages } = sizes[quick ? 'quick' : 'full'];
  const sides = { house, raw, stock };
  const rates = { house: [], raw: [], stock: [] };
  const costs = { house: [], raw: [], stock: [] };
  const play = async (name, round) => {
    const words = script({ name: `${name}-${round}`, messages: messages[name], visitors: messages[name] / wordsEach });
    const readings = [];
    const said = await sides[name].burst(words, () => readings.push(used([...sides[name].pids, ...parts])));
    const seconds = readings[1] - readings[0];
    const ms = Math.max(...said.map(({ shownAt }) => shownAt)) - Math.min(...said.map(({ saidAt }) => saidAt));
    return { rate: said.length / (ms / 1000), cost: (seconds / said.length) * 1_000 };
  };
  for (const name of Object.keys(sides)) await play(name, 'warm');
  for (let time = 0; time < times; time += 1) {
    for (const name of ['house', 'raw', 'stock', 'stock', 'raw', 'house']) {
      const { rate, cost } = await play(name, rates[name].length);
      rates[name].push(rate);
      costs[name].push(cost);
    }
  }
  return {
    title: 'chain: all at once, until the last is at the gateway’s socket',
    seed,
    rows: rowsOf(rates, costs),
    notes,
  };
}

const used = (pids) => pids.reduce((sum, pid) => sum + processorTime(pid), 0);

const notes = [
  'Ours: visitors’ sockets → channels → router (rows, dispatch) → gateway → an agent’s socket, with sla listening; agents take what rings.',
  'Stock: three Nest services, Transport.KAFKA, one call and one commit a message, no outbox; a message can be lost or doubled there.',
  'Processor time is that of the services (or stages), Postgres and the broker; what this program itself used is not in it.',
];

function rowsOf(rates, costs) {
  const ratio = (side) => overRounds(rates.house.map((rate, at) => rate / rates[side][at]));
  const name = { house: 'ours', raw: 'same hops and rows without logic', stock: 'stock Nest Kafka chain' };
  return [
    ...Object.keys(name).map((side) => ({ what: name[side], unit: 'messages/s', figure: overRounds(rates[side]) })),
    { what: 'ours ÷ without logic', unit: '×', figure: ratio('raw') },
    { what: 'ours ÷ stock', unit: '×', figure: ratio('stock') },
    ...Object.keys(name).map((side) => ({
      what: `processor time for 1,000: ${name[side]}`,
      unit: 's',
      figure: overRounds(costs[side]),
    })),
  ];
}

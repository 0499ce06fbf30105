/** Runs the benchmarks inside the stack, prints each as a table, and keeps the figures in `results/`. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { agentsOfAlerts, alerts } from './alerts.bench.mjs';
import { assign } from './assign.bench.mjs';
import { chain } from './chain.bench.mjs';
import { classify } from './classify.bench.mjs';
import { deadline } from './deadline.bench.mjs';
import { describeMachine } from './describe-machine.mjs';
import { durable } from './durable.bench.mjs';
import { failover } from './failover.bench.mjs';
import { footprint, readMemory } from './footprint.bench.mjs';
import { readIdle } from './idle.mjs';
import { latency } from './latency.bench.mjs';
import { matching } from './matching.bench.mjs';
import { openHouse } from './open-house.mjs';
import { path } from './path.bench.mjs';
import { printTable } from './print-table.mjs';
import { openRawChain } from './raw/raw-chain.mjs';
import { script } from './say-at-pace.mjs';
import { signInStorm } from './sign-in-storm.bench.mjs';
import { speakWithHouse } from './speak-with-house.mjs';
import { openStockChain } from './stock/stock-chain.mjs';
import { timers } from './timers.bench.mjs';
import { upkeep } from './upkeep.bench.mjs';
import { watchOthers } from './watch-others.mjs';
import { doorOfWebhooks, webhooks } from './webhooks.bench.mjs';

const names = [
  'path',
  'chain',
  'latency',
  'footprint',
  'assign',
  'matching',
  'durable',
  'sign-in-storm',
  'failover',
  'classify',
  'deadline',
  'timers',
  'webhooks',
  'alerts',
  'upkeep',
];
/** The engine, the dispatcher, the classifier or business time alone, or a house of their own. */
const alone = [
  'assign',
  'matching',
  'durable',
  'sign-in-storm',
  'failover',
  'classify',
  'deadline',
  'timers',
  'webhooks',
  'alerts',
  'upkeep',
];
const options = {
  quick: { type: 'boolean', default: false },
  kills: { type: 'string' },
  seed: { type: 'string', default: '20260105' },
};
const { values, positionals } = parseArgs({ options, allowPositionals: true });
const wanted = positionals.length > 0 ? positionals : names;
const unknown = wanted.filter((name) => !names.includes(name));
if (unknown.length > 0) throw new Error(`no benchmark ${unknown.join(', ')}; there are ${names.join(', ')}`);
if (!process.env.DATABASE_URL) throw new Error('no stack around: npm run bench');

const results = join(dirname(fileURLToPath(import.meta.url)), 'results');
const seed = Number(values.seed);
const run = { quick: values.quick, seed };
const kills = values.kills === undefined ? undefined : Number(values.kills);
const machine = describeMachine();

async function keep(name, work) {
  const began = performance.now();
  const others = watchOthers();
  const result = await work();
  const [seconds, coresOfOthers] = [(performance.now() - began) / 1000, others()];
  printTable(result, machine);
  const beside = `others on this machine used ${coresOfOthers.toFixed(2)} cores meanwhile`;
  console.log(`  ${values.quick ? 'quick' : 'full'}, ${seconds.toFixed(1)} s; ${beside}`);
  mkdirSync(results, { recursive: true });
  const file = join(results, `${name}${values.quick ? '-quick' : ''}.json`);
  writeFileSync(
    file,
    `${JSON.stringify({ ...machine, quick: values.quick, seconds, coresOfOthers, ...result }, null, 2)}\n`,
  );
}

const open = [];
const opened = async (thing) => {
  open.push(await thing);
  return open.at(-1);
};
const closeAll = async () => {
  while (open.length > 0) await open.pop().close();
};

try {
  let memory;
  let idle;
  if (wanted.some((name) => !alone.includes(name))) {
    const place = await opened(openHouse());
    const house = await opened(speakWithHouse(place));
    const { pids } = place.run;
    const agents = place.staff.length;
    let raw;
    if (['path', 'chain', 'latency'].some((name) => wanted.includes(name))) {
      // the chain without logic copies rows that the house has written
      await house.burst(script({ name: 'first', messages: 60, visitors: 20 }), () => {});
      raw = await opened(openRawChain({ house: place.run.postgres, agents }));
    }
    if (wanted.includes('path')) await keep('path', () => path({ ...run, house, raw }));
    if (wanted.includes('chain')) {
      const stock = await opened(openStockChain({ agents }));
      await keep('chain', () => chain({ ...run, house, raw, stock, parts: [pids.kafka, pids.postgres] }));
    }
    if (wanted.includes('latency')) await keep('latency', () => latency({ ...run, house, raw }));
    if (wanted.includes('footprint')) {
      const { channels, router, sla, gateway, kafka, mail } = pids;
      memory = await readMemory({ channels, router, sla, gateway, kafka, mail });
      const all = { channels, router, sla, gateway, broker: kafka, postgres: pids.postgres, mail };
      idle = await readIdle(all, values.quick ? { times: 2, seconds: 5 } : { times: 5, seconds: 20 });
    }
    await closeAll();
  }
  if (memory) await keep('footprint', () => footprint({ ...run, memory, idle }));
  if (wanted.includes('assign')) await keep('assign', () => assign(run));
  if (wanted.includes('matching')) await keep('matching', () => matching(run));
  if (wanted.includes('durable')) await keep('durable', () => durable(run));
  if (wanted.includes('sign-in-storm')) await keep('sign-in-storm', () => signInStorm(run));
  if (wanted.includes('failover')) await keep('failover', () => failover({ ...run, kills }));
  if (wanted.includes('classify')) await keep('classify', () => classify(run));
  if (wanted.includes('deadline')) await keep('deadline', () => deadline(run));
  if (wanted.includes('timers')) await keep('timers', () => timers(run));
  if (wanted.includes('webhooks')) {
    const { run: place } = await opened(openHouse({ agents: 0, given: doorOfWebhooks }));
    await keep('webhooks', () => webhooks({ ...run, run: place }));
  }
  if (wanted.includes('alerts')) {
    await closeAll();
    const house = await opened(openHouse({ agents: agentsOfAlerts }));
    await keep('alerts', () => alerts({ ...run, house }));
  }
  if (wanted.includes('upkeep')) {
    await closeAll();
    const place = await opened(openHouse());
    const house = await opened(speakWithHouse(place));
    await keep('upkeep', () => upkeep({ ...run, place, house }));
  }
} finally {
  await closeAll();
}
process.exit(0);

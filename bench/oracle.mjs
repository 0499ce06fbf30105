/** Random decisions of the engine against the linear oracle: 0 differences, or the seed and the input where they part. */
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { holdAgainstOracle } from '../libs/rules/dist/assign/hold-against-oracle.js';

const leastWorlds = 50;
const aWorld = 5_000;
const options = {
  decisions: { type: 'string', default: '1000000' },
  seed: { type: 'string', default: '20261122' },
  workers: { type: 'string', default: String(availableParallelism()) },
};

/** Each worker takes the next world when it is done with one. */
async function run() {
  const { values } = parseArgs({ options });
  const [decisions, seed, workers] = [values.decisions, values.seed, values.workers].map(Number);
  const each = Math.min(aWorld, Math.ceil(decisions / leastWorlds));
  const worlds = Math.ceil(decisions / each);
  const sum = { decisions: 0, worlds: 0, differences: [] };
  const began = performance.now();
  let next = 0;
  const take = (worker) => {
    if (next < worlds) worker.postMessage({ seed: seed + next++, decisions: each });
    else worker.postMessage(null);
  };
  const done = ({ decisions: made, differences }) => {
    sum.decisions += made;
    sum.worlds += 1;
    sum.differences.push(...differences);
    if (sum.worlds % 20 === 0 || differences.length > 0) tell(sum, began);
  };
  await Promise.all(Array.from({ length: workers }, () => untilDone({ take, done })));
  tell(sum, began);
  for (const line of sum.differences) console.log(line);
  process.exitCode = sum.differences.length > 0 ? 1 : 0;
}

function untilDone({ take, done }) {
  const worker = new Worker(new URL(import.meta.url), { workerData: 'plays worlds' });
  return new Promise((resolve, reject) => {
    worker.on('error', reject);
    worker.on('exit', resolve);
    worker.on('message', (held) => {
      done(held);
      take(worker);
    });
    take(worker);
  });
}

function tell({ decisions, worlds, differences }, began) {
  const seconds = ((performance.now() - began) / 1000).toFixed(0);
  const found = differences.filter((line) => line.startsWith('seed')).length;
  console.log(`${decisions.toLocaleString('en-US')} decisions on ${worlds} desks, ${found} differences, ${seconds} s`);
}

if (isMainThread) await run();
else if (workerData === 'plays worlds') {
  parentPort.on('message', (world) => {
    if (world === null) parentPort.close();
    else parentPort.postMessage(holdAgainstOracle(world.seed, world.decisions));
  });
}

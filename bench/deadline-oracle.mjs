/** Drawn calendars, starts, pauses and lengths against a look at every minute: 0 differences, or the case where they part. */
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { Temporal } from 'temporal-polyfill';
import { holdAgainstMinutes } from '../libs/rules/dist/deadline/hold-against-minutes.js';
import { zonesBy } from '../libs/rules/dist/deadline/zones-for-specs.js';
import { seeded } from './seeded.mjs';

const aBatch = 500;
const options = {
  cases: { type: 'string', default: '100000' },
  seed: { type: 'string', default: '20261123' },
  workers: { type: 'string', default: String(availableParallelism()) },
};

/** Each worker takes the next batch when it is done with one; a batch's seed is the run's and its number. */
async function run() {
  const { values } = parseArgs({ options });
  const [cases, seed, workers] = [values.cases, values.seed, values.workers].map(Number);
  const sum = { cases: 0, questions: 0, beyond: 0, differences: [] };
  const began = performance.now();
  let next = 0;
  const give = (worker) => {
    const left = cases - next * aBatch;
    worker.postMessage(left <= 0 ? null : { seed: seed + next++, cases: Math.min(aBatch, left) });
  };
  const take = ({ held, seed: of }) => {
    sum.cases += held.cases;
    sum.questions += held.questions;
    sum.beyond += held.beyond;
    sum.differences.push(...held.differences.map((line) => `seed ${of}, ${line}`));
    if (sum.cases % (aBatch * 40) === 0) tell(sum, began, seed);
  };
  await Promise.all(Array.from({ length: workers }, () => untilDone({ give, take })));
  tell(sum, began, seed);
  for (const line of sum.differences) console.log(line);
  process.exitCode = sum.differences.length > 0 ? 1 : 0;
}

function untilDone({ give, take }) {
  const worker = new Worker(new URL(import.meta.url), { workerData: 'looks at minutes' });
  return new Promise((resolve, reject) => {
    worker.on('error', reject);
    worker.on('exit', resolve);
    worker.on('message', (done) => {
      take(done);
      give(worker);
    });
    give(worker);
  });
}

function tell({ cases, questions, beyond, differences }, began, seed) {
  const count = (number) => number.toLocaleString('en-US');
  const seconds = ((performance.now() - began) / 1000).toFixed(0);
  console.log(
    `seed ${seed}: ${count(cases)} cases, ${count(questions)} questions (${count(beyond)} answered beyond the weeks looked at), ` +
      `${differences.length} differences, ${seconds} s`,
  );
}

if (isMainThread) await run();
else if (workerData === 'looks at minutes') {
  const zones = zonesBy(Temporal);
  parentPort.on('message', (batch) => {
    if (batch === null) parentPort.close();
    else parentPort.postMessage({ seed: batch.seed, held: holdAgainstMinutes(seeded(batch.seed), batch.cases, zones) });
  });
}

/** How much of a core everything takes while nobody says anything, by process. */
import { setTimeout as delay } from 'node:timers/promises';
import { processorTime } from './read-process.mjs';
import { overRounds } from './sum-up.mjs';

const settleMs = 3_000;

/** Percent of one core, `times` readings of `seconds` each; `together` is their sum. */
export async function readIdle(pids, { times, seconds }) {
  const shares = Object.fromEntries([...Object.keys(pids), 'together'].map((name) => [name, []]));
  await delay(settleMs);
  for (let time = 0; time < times; time += 1) {
    const before = read(pids);
    const began = performance.now();
    await delay(seconds * 1_000);
    const after = read(pids);
    const lasted = (performance.now() - began) / 1_000;
    for (const name of Object.keys(pids)) shares[name].push(((after[name] - before[name]) / lasted) * 100);
    shares.together.push(Object.keys(pids).reduce((sum, name) => sum + shares[name].at(-1), 0));
  }
  return Object.fromEntries(Object.entries(shares).map(([name, readings]) => [name, overRounds(readings)]));
}

const read = (pids) => Object.fromEntries(Object.entries(pids).map(([name, pid]) => [name, processorTime(pid)]));

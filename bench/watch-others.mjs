/** How much of the machine others used while we measured: a figure from a busy machine has to say so. */
import { existsSync, readFileSync } from 'node:fs';
import { processorTime } from './read-process.mjs';

const ticksEachSecond = 100;

/** Gives a function that says how many cores, on average since now, were used by what is not of this stack. */
export function watchOthers() {
  if (!existsSync('/proc/stat')) return () => Number.NaN;
  const began = performance.now();
  const busyBefore = busyTime();
  // the stack's supervisor: parts, services and this program are its children
  const ownBefore = processorTime(process.ppid);
  return () => {
    const seconds = (performance.now() - began) / 1000;
    return Math.max(0, (busyTime() - busyBefore - (processorTime(process.ppid) - ownBefore)) / seconds);
  };
}

function busyTime() {
  const [, user, nice, system, , , irq, softirq] = readFileSync('/proc/stat', 'utf8')
    .split('\n')[0]
    .split(/\s+/)
    .map(Number);
  return (user + nice + system + irq + softirq) / ticksEachSecond;
}

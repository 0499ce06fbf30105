/** What a process takes: memory now, and processor time of it and all its children so far. */
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';

const ticksEachSecond = 100;

/** MiB. */
export function residentMemory(pid) {
  if (existsSync('/proc/self/status')) {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    return Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1]) / 1024;
  }
  return Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })) / 1024;
}

/** Seconds; NaN where there is no /proc. */
export function processorTime(pid) {
  if (!existsSync('/proc/self/stat')) return Number.NaN;
  const all = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap(readStat);
  const own = all.find((one) => one.pid === Number(pid));
  if (!own) return Number.NaN;
  const family = [own];
  for (const one of family) family.push(...all.filter(({ parent }) => parent === one.pid));
  // who has ended is counted by its parent
  return family.reduce((sum, one) => sum + one.used, 0) / ticksEachSecond;
}

function readStat(name) {
  try {
    const text = readFileSync(`/proc/${name}/stat`, 'utf8');
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    const used = fields.slice(11, 15).reduce((sum, ticks) => sum + Number(ticks), 0);
    return [{ pid: Number(name), parent: Number(fields[1]), used }];
  } catch {
    return [];
  }
}

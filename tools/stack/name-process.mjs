/** Tells one process from a later one that was given the same number: pid and kernel start time together. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

/** The kernel's start time of a living process, or null when it is gone or only waits to be reaped. */
export function startOf(pid) {
  if (existsSync('/proc/self/stat')) {
    try {
      const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      return fields[0] === 'Z' || fields[0] === 'X' ? null : fields[19];
    } catch {
      return null;
    }
  }
  const line = spawnSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).stdout ?? '';
  return line.replace(/\s/g, '') || null;
}

/** Whether this very process, `{ pid, start }`, still runs. */
export function isAlive(process) {
  return Boolean(process?.pid && process.start && startOf(process.pid) === process.start);
}

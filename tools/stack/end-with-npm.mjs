/** Ends the stack when the npm that started it is gone: one killed by force passes nothing on to its script. */
import { readFileSync } from 'node:fs';
import { isAlive, startOf } from './name-process.mjs';

export function endWithNpm(end) {
  const npm = process.env.npm_lifecycle_event && [process.ppid, parentOf(process.ppid)].find(isNpm);
  if (!npm) return;
  const started = { pid: npm, start: startOf(npm) };
  setInterval(() => isAlive(started) || end(), 200).unref();
}

/** Between npm and us stands the shell that runs the script, unless it gave its place to us. */
function parentOf(pid) {
  return Number(/^PPid:\s*(\d+)/m.exec(read(pid, 'status'))?.[1] ?? 0);
}

const isNpm = (pid) => /^(npm|node|pnpm|yarn)/.test(read(pid, 'comm'));

/** Empty where there is no /proc: there npm is not watched. */
function read(pid, file) {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return '';
  }
}

/** Starts child processes so that none outlives its supervisor: a watchdog knows each one before it runs. */
import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startOf } from './name-process.mjs';

const watchdogScript = fileURLToPath(new URL('watchdog.sh', import.meta.url));
// The child waits for a word on descriptor 3: if we die before the watchdog knows its number, it never begins.
const waitForWord = 'read -r go <&3 && exec 3<&- && exec "$@"';
const lastSeconds = 15;

export function holdChildren() {
  const held = new Map();
  let closing = false;
  let watchdog = startWatchdog();

  function startWatchdog() {
    const child = spawn('sh', [watchdogScript], { detached: true, cwd: '/', stdio: ['pipe', 'ignore', 'ignore'] });
    child.stdin.on('error', () => {});
    child.on('exit', () => {
      if (closing) return;
      watchdog = startWatchdog();
      for (const one of held.values()) tell(`+ ${one.pid} ${one.start} ${one.signal.slice(3)}`);
    });
    child.unref();
    child.stdin.unref();
    return child;
  }

  const tell = (line) => watchdog.stdin.write(`${line}\n`);

  /** Starts one child in a group of its own; `exited` resolves with `{ code, signal }`, never rejects. */
  function launch({ name, command, args = [], log, stdin = 'ignore', signal = 'SIGTERM', ...options }) {
    if (closing) throw new Error(`${name} is not started: the stack is closing`);
    if (log) mkdirSync(dirname(log), { recursive: true });
    const out = log ? openSync(log, 'a') : 'inherit';
    const stdio = [stdin, out, out, 'pipe'];
    const child = spawn('sh', ['-c', waitForWord, 'sh', command, ...args], { detached: true, stdio, ...options });
    if (log) closeSync(out);
    const exited = new Promise((resolve) => {
      child.once('error', (error) => resolve({ code: 127, signal: null, error }));
      child.once('exit', (code, by) => resolve({ code, signal: by }));
    });
    const one = { name, pid: child.pid, start: child.pid && startOf(child.pid), signal, exited };
    if (!child.pid) return one;
    held.set(child.pid, one);
    tell(`+ ${one.pid} ${one.start} ${signal.slice(3)}`);
    child.stdio[3].on('error', () => {});
    child.stdio[3].end('go\n');
    exited.then(() => {
      signalGroup(one.pid, 'SIGKILL');
      held.delete(one.pid);
      tell(`- ${one.pid}`);
    });
    return one;
  }

  /** Stops one child: its own signal first (or the one given), KILL when it has not ended after 15 seconds. */
  async function stop(one, by = one.signal) {
    if (!held.has(one.pid)) return one.exited;
    signalGroup(one.pid, by);
    const late = setTimeout(() => signalGroup(one.pid, 'SIGKILL'), lastSeconds * 1000);
    const end = await one.exited;
    clearTimeout(late);
    return end;
  }

  /** Stops all that still runs and takes no new ones. */
  async function close() {
    closing = true;
    await Promise.all([...held.values()].map((one) => stop(one)));
    // Waited for, so that not even a finished shell is left to a process 1 that reaps nobody.
    const gone = new Promise((resolve) => void watchdog.once('exit', resolve));
    watchdog.ref();
    watchdog.stdin.end();
    await gone;
  }

  const killAll = () => [...held.keys()].forEach((pid) => void signalGroup(pid, 'SIGKILL'));
  return { launch, stop, close, killAll };
}

/** Sends a signal to a child and all it started in its group; nothing happens when they are gone. */
export function signalGroup(pid, signal) {
  try {
    process.kill(-pid, signal);
  } catch (error) {
    if (error.code !== 'ESRCH' && error.code !== 'EPERM') throw error;
  }
}

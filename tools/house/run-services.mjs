/** Starts the four services under the watchdog, waits until each is ready, and reports or restarts one that dies. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { logSize, readFrom, tailOf } from '../stack/read-log.mjs';
import { Refusal } from '../stack/refusal.mjs';
import { waitFor } from '../stack/wait-for.mjs';
import { addressOf, services } from './service-settings.mjs';

const lostPort = /EADDRINUSE/;

/**
 * `onDeath(sentence)` when a service dies and `restart` is not `on`; `onPids(pids)` whenever one got a new process. `leave`: one
 * that ended well stays away, for whoever replaces it.
 */
export function runServices({ root, logs, house, restart, onDeath, onPids }) {
  const running = new Map();
  const logOf = (service) => join(logs, `${service}.log`);
  let closing = false;

  function launch(service, env) {
    const script = join(root, 'apps', service, 'dist/main.js');
    if (!existsSync(script)) throw new Refusal(`${service} is not built: npm run build`);
    // a service is mostly waiting: a small heap and few malloc arenas keep each of them under 180 MB
    const args = ['--max-semi-space-size=4', '--max-old-space-size=160', script];
    const lean = { MALLOC_ARENA_MAX: '2', ...env };
    const child = house.launch({ name: service, command: process.execPath, args, env: lean, log: logOf(service) });
    running.set(service, child);
    return child;
  }

  function watch(service, env, child) {
    const born = Date.now();
    child.exited.then(async ({ code, signal }) => {
      if (closing || running.get(service) !== child) return;
      const how = `${service} ended by itself (${signal ?? `code ${code}`})`;
      if (restart === 'leave' && code === 0) return;
      if (restart !== 'on') return onDeath(`${how}; its log, ${logOf(service)}, ends so:\n${tailOf(logOf(service))}`);
      // One that dies at birth is not started in a tight circle.
      await wait(Date.now() - born < 2000 ? 1000 : 0);
      if (closing) return;
      // A fault point has done its work: its service comes back whole.
      const again = { ...env, FAULT_POINTS: '' };
      watch(service, again, launch(service, again));
      onPids(pids());
    });
  }

  /** All four at once: none needs another to become ready. Tells whether it was only a port that was lost meanwhile. */
  async function start(ports, settings) {
    const begun = services.map((service) => ({ service, from: logSize(logOf(service)), env: settings(service) }));
    for (const one of begun) one.child = launch(one.service, one.env);
    const failed = [];
    const ready = async (one) => {
      // Its own word first: on a port lost to another house, that one's service would answer in its place.
      const listens = () => isQuiet(one.env) || readFrom(logOf(one.service), one.from).includes('"msg":"listening"');
      const check = async () => listens() && (await answers(addressOf(ports, one.service)));
      await waitFor(check, { child: one.child, every: 60 }).catch((error) => {
        failed.push(one);
        throw error;
      });
    };
    // The first that fails ends the attempt: the others' start would be waited for in vain.
    await Promise.all(begun.map(ready)).catch(() => {});
    if (failed.length === 0) {
      for (const { service, env, child } of begun) watch(service, env, child);
      onPids(pids());
      return { started: true };
    }
    await stopAll();
    if (failed.some(({ service, from }) => lostPort.test(readFrom(logOf(service), from)))) return { started: false };
    const why = failed.map(
      ({ service }) => `${service} did not start; ${logOf(service)} ends so:\n${tailOf(logOf(service))}`,
    );
    throw new Refusal(why.join('\n'));
  }

  async function stopAll() {
    await Promise.all([...running.values()].map((child) => house.stop(child)));
    running.clear();
  }

  const close = () => {
    closing = true;
  };
  const pids = () => Object.fromEntries([...running].map(([service, { pid }]) => [service, pid]));
  return { start, close, pids };
}

const isQuiet = ({ LOG_LEVEL }) => ['warn', 'error', 'silent'].includes(LOG_LEVEL);

async function answers(address) {
  try {
    return (await fetch(`${address}/health/ready`, { signal: AbortSignal.timeout(2000) })).ok;
  } catch {
    return false;
  }
}

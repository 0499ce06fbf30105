/** Runs one stack from its claim to its end: prepare, parts, command; whatever happens, everything is stopped. */
import { mkdirSync, rmSync } from 'node:fs';
import { constants } from 'node:os';
import { dirname, join } from 'node:path';
import { endWithNpm } from './end-with-npm.mjs';
import { holdChildren } from './hold-children.mjs';
import { claimHome, releaseHome, writeState } from './keep-state.mjs';
import { isEncrypted, makeCertificates } from './make-certificates.mjs';
import { prepare } from './prepare.mjs';
import { Refusal } from './refusal.mjs';
import { rotateLogs } from './rotate-logs.mjs';
import { runParts } from './run-parts.mjs';
import { takeOrders } from './take-orders.mjs';

const diedByItself = 70;

/** Ends with the command's code, 128 + signal when told to stop, 70 when a part died, 1 when refused. */
export async function supervise(place, { parts, command, fresh, only = 'all' }) {
  makeHome(place);
  const state = await claimHome(place.home);
  const house = holdChildren();
  const end = laterPromise();
  let closing = false;
  let started;
  Object.assign(place, { house, isClosing: () => closing });
  listenForSignals(end.resolve, house);
  endWithNpm(() => end.resolve(128 + constants.signals.SIGHUP));
  const save = (change) => closing || writeState(place.home, Object.assign(state, change));

  work().catch((error) => {
    if (!closing) place.say(error instanceof Refusal ? error.message : (error.stack ?? String(error)));
    end.resolve(1);
  });
  const code = await end.promise;
  closing = true;
  writeState(place.home, { ...state, closing });
  if (started) await house.stop(started);
  await house.close();
  releaseHome(place.home);
  return code;

  async function work() {
    const began = Date.now();
    if (fresh) wipe(place, parts);
    await prepare(place, parts, { strict: only === 'install' });
    if (only === 'install') return end.resolve(0);
    if (isEncrypted()) await makeCertificates(place);
    const onDeath = (sentence) => {
      place.say(sentence);
      end.resolve(diedByItself);
    };
    const here = parts.filter((part) => part.isInstalled?.(place) ?? true);
    const crew = runParts({ place, parts: here, onDeath, onChange: (now) => save({ parts: now }) });
    const env = await crew.startAll();
    save({ env, orders: await takeOrders(crew), ready: true });
    setInterval(() => rotateLogs(place.logs), 60_000).unref();
    place.say(`up in ${((Date.now() - began) / 1000).toFixed(1)} s: ${crew.addresses().join(' · ')}`);
    if (command) return runCommand(env);
    console.log([...Object.entries(env).map(([name, value]) => `${name}=${value}`), 'READY'].join('\n'));
    await new Promise(() => setInterval(() => {}, 3_600_000));
  }

  async function runCommand(env) {
    const homes = { TRUNKLINE_HOME: place.home, TRUNKLINE_STACK: place.home, TRUNKLINE_JARS: place.jars };
    // what takes long to make, and is the same for every stack of this checkout
    const kept = { FITTED_HOME: process.env.FITTED_HOME || join(dirname(place.jars), 'fitted') };
    const handed = { ...process.env, ...env, ...homes, ...kept };
    // A group of its own may not read from the terminal; a pipe it may.
    const stdin = process.stdin.isTTY ? 'ignore' : 'inherit';
    const [program, ...args] = command;
    const child = house.launch({ name: program, command: program, args, env: handed, stdin });
    started = child;
    save({ command: { pid: child.pid, start: child.start, signal: child.signal } });
    const { code, signal } = await child.exited;
    end.resolve(signal ? 128 + constants.signals[signal] : code);
  }
}

/** The first signal stops everything in order, a second one at once. */
function listenForSignals(end, house) {
  let told = false;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      if (told) house.killAll();
      told = true;
      end(128 + constants.signals[signal]);
    });
  }
}

function makeHome({ home, logs }) {
  try {
    mkdirSync(logs, { recursive: true });
    rotateLogs(logs);
  } catch (error) {
    if (error.code !== 'EACCES' && error.code !== 'EPERM') throw error;
    throw new Refusal(`${home} belongs to another user: set TRUNKLINE_HOME to a folder of your own`);
  }
}

/** Deletes what this name keeps: rows, records, secrets; logs and jars stay. */
export function wipe(place, parts) {
  for (const part of parts) {
    const folder = part.dataFolder(place);
    if (folder) rmSync(folder, { recursive: true, force: true });
  }
  for (const name of ['data', 'run.json']) rmSync(join(place.home, name), { recursive: true, force: true });
}

function laterPromise() {
  let resolve;
  const promise = new Promise((one) => {
    resolve = one;
  });
  return { promise, resolve };
}

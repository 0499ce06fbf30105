/** The state file of one stack: who supervises it, which parts run where, and what a dead one left behind. */
import { readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { signalGroup } from './hold-children.mjs';
import { isAlive, startOf } from './name-process.mjs';
import { Refusal } from './refusal.mjs';
import { claimFile, readOwner } from './take-turns.mjs';
import { waitFor } from './wait-for.mjs';

export const stateFile = (home) => join(home, 'stack.json');

/** The state of the stack that runs in this home, or null. */
export function readState(home) {
  const state = readOwner(stateFile(home));
  return isAlive(state) ? state : null;
}

/** Takes the home for this process: one that is just stopping is waited for, what a dead one left running is ended. */
export async function claimHome(home) {
  const before = readOwner(stateFile(home));
  const state = { pid: process.pid, start: startOf(process.pid), ready: false, parts: {} };
  if (before?.closing) await waitFor(() => !isAlive(before), { seconds: 40 });
  if (!claimFile(stateFile(home), state)) {
    const owner = readOwner(stateFile(home));
    throw new Refusal(`already running (supervisor ${owner?.pid}) in ${home}: stack.mjs down ends it`);
  }
  if (before) await endOrphans(before);
  return state;
}

export function writeState(home, state) {
  const next = `${stateFile(home)}.next`;
  writeFileSync(next, `${JSON.stringify(state, null, 2)}\n`, { mode: 0o600 });
  renameSync(next, stateFile(home));
}

/** Gives the home free; a run.json that a killed house left would call it ready. */
export function releaseHome(home) {
  rmSync(join(home, 'run.json'), { force: true });
  for (const name of readdirSync(home)) if (name.startsWith('stack.json')) rmSync(join(home, name), { force: true });
}

/** Ends what a state names and what still is that very process: first by its signal, after 15 seconds by force. */
export async function endOrphans(state) {
  const left = () => [...Object.values(state.parts ?? {}), state.command].filter(isAlive);
  for (const one of left()) signalGroup(one.pid, one.signal ?? 'SIGTERM');
  try {
    await waitFor(() => left().length === 0, { seconds: 15 });
  } catch {
    for (const one of left()) signalGroup(one.pid, 'SIGKILL');
    await waitFor(() => left().length === 0, { seconds: 5 });
  }
}

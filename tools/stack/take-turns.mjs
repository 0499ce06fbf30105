/** Lets one process at a time install and build in this checkout; a lock whose holder died is taken over. */
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { isAlive, startOf } from './name-process.mjs';

export async function takeTurns(lock, work) {
  mkdirSync(dirname(lock), { recursive: true });
  while (!claimFile(lock, { pid: process.pid, start: startOf(process.pid) })) await wait(100);
  const leave = () => rmSync(lock, { force: true });
  process.once('exit', leave);
  try {
    return await work();
  } finally {
    process.off('exit', leave);
    leave();
  }
}

/** Makes the file, with its owner's name in it, in one step; false while another living process owns it. */
export function claimFile(file, owner) {
  const mine = `${file}.${process.pid}`;
  writeFileSync(mine, JSON.stringify(owner), { mode: 0o600 });
  try {
    if (readOwner(file) && !isAlive(readOwner(file))) moveAway(file);
    linkSync(mine, file);
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(mine, { force: true });
  }
}

/** Another process may have put its own file there since we looked: a living owner's file goes back. */
function moveAway(file) {
  const stale = `${file}.stale-${process.pid}`;
  renameSync(file, stale);
  if (isAlive(readOwner(stale))) linkSync(stale, file);
  rmSync(stale);
}

export function readOwner(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}

/**
 * Rehearses a restore on a stack of its own: a demo day, a backup while the house runs, everything destroyed, the backup put
 * back, the house started; the books must balance, and all that was there must be there. Prints how long each step took.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { readStack } from './restore/order-stack.mjs';
import { findImbalance, readBooks } from './restore/read-books.mjs';
import { timed } from './restore/timed.mjs';
import { backUp, putBackHouse } from './restore.mjs';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const home = mkdtempSync(join(tmpdir(), 'trunkline-restore-'));
const jars = process.env.TRUNKLINE_JARS || join(root, '.trunkline/jars');
const children = new Set();

/** Whoever is started here is ended here. */
function start(args, env) {
  const options = { cwd: root, env: { ...process.env, TRUNKLINE_HOME: home, TRUNKLINE_JARS: jars, ...env } };
  const child = spawn(process.execPath, args, { ...options, stdio: ['ignore', 'ignore', 'inherit'] });
  children.add(child);
  child.once('exit', () => children.delete(child));
  return child;
}

async function end(child) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((done) => child.once('exit', done));
  child.kill('SIGTERM');
  await ended;
}

async function until(what, look, seconds = 180) {
  const last = Date.now() + seconds * 1_000;
  for (;;) {
    const found = await look().catch(() => undefined);
    if (found) return found;
    if (Date.now() > last) throw new Error(`${what}: not within ${seconds} s`);
    await wait(100);
  }
}

async function startHouse(env) {
  const house = start(['tools/run-all.mjs'], { ...env, TRUNKLINE_STACK: home });
  await until('the house', async () => {
    if (house.exitCode !== null) throw new Error('the house ended');
    return existsSync(join(home, 'run.json'));
  });
  return house;
}

const atRest = (url) =>
  until('coming to rest', async () => {
    const books = await readBooks(url);
    return findImbalance(books).length === 0 && books;
  });

async function rehearse() {
  start(['tools/stack/stack.mjs', 'up']);
  const { env, parts } = await until('the stack', async () => {
    const state = await readStack(home);
    return state.ready && state;
  });
  const backup = join(dirname(parts.postgres.data), `${basename(home)}-backup`);
  try {
    let house = await timed('a house with a day in it', () => startHouse(env));
    const before = await atRest(env.DATABASE_URL);
    await backUp(home, backup);
    await end(house);
    await putBackHouse(home, backup);
    house = await timed('every service ready', () => startHouse(env));
    const after = await timed('at rest, the books balanced', () => atRest(env.DATABASE_URL));
    const lost = Object.entries(before.rows).filter(([table, count]) => after.rows[table] < count);
    for (const [table, count] of Object.entries(after.rows))
      console.log(`  ${table.padEnd(28)} ${before.rows[table]} → ${count}`);
    if (lost.length > 0) throw new Error(`fewer rows than before: ${lost.map(([table]) => table).join(', ')}`);
    await end(house);
    console.log('rehearsed: everything of before is there, and the books balance');
  } finally {
    rmSync(backup, { recursive: true, force: true });
  }
}

let code = 0;
try {
  await rehearse();
} catch (error) {
  console.error(`rehearse-restore: ${error.stack ?? error}`);
  code = 1;
}
await Promise.all([...children].map(end));
rmSync(home, { recursive: true, force: true });
process.exit(code);

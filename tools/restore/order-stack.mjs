/** A running stack as a backup meets it: its state, and orders to stop, start and wipe a part. */
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');

export async function orderStack(home, ...order) {
  const env = { ...process.env, TRUNKLINE_HOME: home };
  const options = { cwd: root, env, maxBuffer: 10_000_000 };
  return (await promisify(execFile)(process.execPath, ['tools/stack/stack.mjs', ...order], options)).stdout;
}

/** `{ ready, env, parts }`. */
export const readStack = async (home) => JSON.parse(await orderStack(home, 'status', '--json'));

/** Roles, schemas, and the word that this database was restored; the house's passwords lie beside its rows. */
export async function tellRestored(home, env) {
  const secrets = JSON.parse(readFileSync(join(home, 'data/secrets.json'), 'utf8'));
  const names = ['channels', 'router', 'sla', 'gateway'];
  const passwords = names.map((one) => [`DATABASE_PASSWORD_${one.toUpperCase()}`, secrets[`${one}Password`]]);
  const settings = { ...process.env, DATABASE_OWNER_URL: env.DATABASE_URL, ...Object.fromEntries(passwords) };
  const options = { cwd: root, env: settings };
  await promisify(execFile)(process.execPath, ['tools/migrate.mjs', '--after-restore'], options);
}

/**
 * Backup and restore of an embedded stack that runs (TRUNKLINE_HOME): `backup FOLDER` while the house works, `put-back FOLDER`
 * with the house stopped. Both print how long each step took. Elsewhere your database's own means do it: docs/run/backup.md.
 */
import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { orderStack, readStack, tellRestored } from './restore/order-stack.mjs';
import { putBack } from './restore/put-back.mjs';
import { takeBackup } from './restore/take-backup.mjs';
import { timed } from './restore/timed.mjs';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');

/** Into a folder that is not there yet, on a disk that the server's user may read. */
export async function backUp(home, folder) {
  const { ready, env, parts } = await readStack(home);
  if (!ready) throw new Error(`no stack is ready in ${home}`);
  if (existsSync(folder)) throw new Error(`${folder} is there already`);
  const order = { ownerUrl: env.DATABASE_URL, from: parts.postgres.data, to: folder };
  return timed('backup, taken while the house runs', () => takeBackup(order));
}

/** Kafka is emptied: it knows of what the restored rows do not. */
export async function putBackHouse(home, folder) {
  const { env, parts } = await readStack(home);
  if (!existsSync(folder)) throw new Error(`${folder} is not there`);
  await timed('Postgres and Kafka destroyed', async () => {
    for (const part of ['postgres', 'kafka'])
      if (!parts[part].stopped) await orderStack(home, 'stop', part, '--kill', '--wipe');
  });
  await timed('Postgres put back and recovered', async () => {
    putBack({ from: folder, to: parts.postgres.data });
    await orderStack(home, 'start', 'postgres');
  });
  await timed('an empty Kafka', () => orderStack(home, 'start', 'kafka'));
  await timed('the services told that it was restored', () => tellRestored(home, env));
}

async function obey([verb, folder]) {
  const home = resolve(root, process.env.TRUNKLINE_HOME || '.trunkline');
  if (verb === 'backup' && folder) return backUp(home, resolve(folder));
  if (verb === 'put-back' && folder) return putBackHouse(home, resolve(folder));
  throw new Error('restore.mjs backup FOLDER | put-back FOLDER');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await obey(process.argv.slice(2)).catch((error) => {
    console.error(`restore: ${error.message}`);
    process.exitCode = 1;
  });
}

/** Copies a running Postgres whole, from one moment, by its low-level backup: pg_backup_start, the files, pg_backup_stop, the log. */
import { chmodSync, chownSync, copyFileSync, lstatSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';

/** What a restored server makes anew, or must not find: `Backing Up The Data Directory` of Postgres' manual. */
const leftOut = new Set(['postmaster.pid', 'postmaster.opts', 'pg_internal.init', 'current_logfiles.tmp']);
const leftEmpty = new Set(
  'pg_wal pg_replslot pg_dynshmem pg_notify pg_serial pg_snapshots pg_subtrans pg_stat_tmp'.split(' '),
);

/**
 * `ownerUrl` may replicate (the stack's owner may); `from` is the server's data folder, readable by us; `to` must not exist.
 * Writers go on meanwhile. What was committed before the end is in it. Gives the instant of the end, by Postgres' clock.
 */
export async function takeBackup({ ownerUrl, from, to }) {
  const { Client } = (await import('pg')).default;
  const owner = new Client({ connectionString: ownerUrl });
  await owner.connect();
  const one = async (sql, values) => (await owner.query(sql, values)).rows[0];
  try {
    // it keeps the log from here on, and is gone with this connection
    await owner.query(`SELECT pg_create_physical_replication_slot('backup_' || pg_backend_pid(), true, true)`);
    const { first } = await one(`SELECT pg_walfile_name(pg_backup_start('trunkline', true)) AS first`);
    copyFolder(from, to, from);
    const { label, last, at } = await one(
      'SELECT labelfile AS label, pg_walfile_name(lsn) AS last, clock_timestamp() AS at FROM pg_backup_stop(false)',
    );
    writeLike(join(from, 'PG_VERSION'), join(to, 'backup_label'), label);
    copyLog(join(from, 'pg_wal'), join(to, 'pg_wal'), { first, last });
    return { at };
  } finally {
    await owner.end();
  }
}

/** Files may come and go under our hands: what went is not needed, what changed is in the log. */
function copyFolder(from, to, root) {
  mkdirLike(from, to);
  if (leftEmpty.has(relative(root, from))) return;
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    if (leftOut.has(entry.name) || entry.name.startsWith('pgsql_tmp')) continue;
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    try {
      if (entry.isDirectory()) copyFolder(source, target, root);
      else if (entry.isFile()) copyLike(source, target);
    } catch (error) {
      if (error.code !== 'ENOENT') throw error;
    }
  }
}

/** All segments between the two; their names sort as they follow. */
function copyLog(from, to, { first, last }) {
  mkdirLike(from, join(to, 'archive_status'));
  const segments = readdirSync(from).filter((name) => /^[0-9A-F]{24}$/.test(name) && name >= first && name <= last);
  if (segments[0] !== first || segments.at(-1) !== last)
    throw new Error(`the log from ${first} to ${last} is not whole`);
  for (const name of segments) copyLike(join(from, name), join(to, name));
}

function mkdirLike(like, folder) {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  own(like, folder);
}

function copyLike(from, to) {
  copyFileSync(from, to);
  own(from, to);
}

function writeLike(like, file, text) {
  writeFileSync(file, text);
  own(like, file);
}

function own(like, made) {
  const { uid, gid, mode } = lstatSync(like);
  chmodSync(made, mode & 0o777);
  if (process.getuid?.() === 0) chownSync(made, uid, gid);
}

/** Finds where Postgres can run and keep its data: `nobody` may not enter a root's 0700 folders. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { Refusal } from './refusal.mjs';

/** Who runs the server: ourselves, or as root the user nobody, as `{ uid, gid }`. */
export function findServant() {
  if (process.getuid?.() !== 0) return {};
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((one) => one.startsWith('nobody:'));
  const [, , uid, gid] = line?.split(':') ?? [];
  if (!uid) throw new Refusal('Postgres cannot run as root, and there is no user nobody: start as another user');
  return { uid: Number(uid), gid: Number(gid) };
}

/** The folder whose bin/ the servant can execute: the package itself, else one copy of it in /var/tmp. */
export function placePrograms(native, servant) {
  if (complete(native) && canRun(native, servant)) return native;
  const copy = `/var/tmp/trunkline-pg-${nameOf(native)}`;
  if (!existsSync(copy)) {
    const half = `${copy}.${process.pid}`;
    cpSync(native, half, { recursive: true, verbatimSymlinks: true });
    complete(half);
    try {
      renameSync(half, copy);
    } catch {
      rmSync(half, { recursive: true, force: true }); // another start was faster
    }
  }
  if (canRun(copy, servant)) return copy;
  throw new Refusal(`Postgres does not run on this machine (${copy}/bin/postgres --version): set DATABASE_URL`);
}

/** Does what the package's install script would have done; false where the folder belongs to somebody else. */
function complete(native) {
  try {
    for (const { source, target } of JSON.parse(readFileSync(join(native, 'pg-symlinks.json'), 'utf8')))
      linkOnce(basename(source), join(native, target.replace('native/', '')));
    const bin = join(native, 'bin');
    for (const program of readdirSync(bin)) chmodSync(join(bin, program), 0o755);
    return true;
  } catch (error) {
    if (['EACCES', 'EPERM', 'EROFS'].includes(error.code)) return false;
    throw error;
  }
}

function linkOnce(source, link) {
  try {
    symlinkSync(source, link);
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
  }
}

function canRun(folder, servant) {
  const { status } = spawnSync(join(folder, 'bin/postgres'), ['--version'], { ...servant, cwd: '/', stdio: 'ignore' });
  return status === 0;
}

/** The data folder: under the home, else, where the servant cannot enter that, one of its own in /var/tmp. */
export function placeData(home, servant) {
  const data = join(home, 'data');
  mkdirSync(data, { recursive: true });
  const { status } = spawnSync('test', ['-x', data], { ...servant, cwd: '/' });
  if (status === 0) return join(data, 'postgres');
  const elsewhere = `/var/tmp/trunkline-data-${nameOf(data)}`;
  writeFileSync(`${elsewhere}.home`, home, { mode: 0o600 });
  return elsewhere;
}

/** Deletes what stands in /var/tmp for temporary homes that are gone: those of tests. */
export function sweepLostData() {
  const markers = readdirSync('/var/tmp').filter((name) => /^trunkline-data-\w+\.home$/.test(name));
  for (const marker of markers.map((name) => join('/var/tmp', name))) {
    try {
      const home = readFileSync(marker, 'utf8');
      if (!home.startsWith(tmpdir()) || existsSync(home)) continue;
      rmSync(marker.replace(/\.home$/, ''), { recursive: true, force: true });
      rmSync(marker);
    } catch {
      // another user's, who will sweep it
    }
  }
}

const nameOf = (folder) => createHash('sha256').update(`${process.getuid?.()} ${folder}`).digest('hex').slice(0, 12);

/** Puts a backup in the place of a stopped server's data; the server replays the log that lies beside it and is there again. */
import { chownSync, cpSync, existsSync, lstatSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** The backup itself stays as it is, so that it can be put back once more. */
export function putBack({ from, to }) {
  if (existsSync(join(to, 'postmaster.pid'))) throw new Error(`${to} belongs to a server that runs: stop it first`);
  rmSync(to, { recursive: true, force: true });
  cpSync(from, to, { recursive: true, verbatimSymlinks: true, preserveTimestamps: true });
  if (process.getuid?.() === 0) ownLike(from, to);
}

function ownLike(from, to) {
  const { uid, gid } = lstatSync(from);
  chownSync(to, uid, gid);
  if (!lstatSync(from).isDirectory()) return;
  for (const name of readdirSync(from)) ownLike(join(from, name), join(to, name));
}

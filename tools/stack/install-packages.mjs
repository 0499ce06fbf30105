/** Runs `npm ci` when node_modules is missing or belongs to another lock file; times lie, so a stamp decides. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runToEnd } from './run-to-end.mjs';

export async function installPackages(place) {
  const lock = readFileSync(join(place.root, 'package-lock.json'), 'utf8');
  const stamp = join(place.root, 'node_modules/.trunkline-stamp');
  const sum = createHash('sha256').update(lock).digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === sum) return;
  if (!holdsThese(join(place.root, 'node_modules/.package-lock.json'), JSON.parse(lock).packages)) {
    place.say('installing packages (npm ci) …');
    const npm = process.env.npm_execpath?.endsWith('.js') ? [process.execPath, process.env.npm_execpath] : ['npm'];
    // Without scripts npm 10 and npm 11 install the same; under NODE_ENV=production npm would leave the compiler out.
    const [command, ...args] = [...npm, 'ci', '--include=dev', '--ignore-scripts', '--no-audit', '--no-fund'];
    await runToEnd(place, { name: 'npm-ci', command, args, cwd: place.root });
  }
  writeFileSync(stamp, sum);
}

/** Whether npm's own note of what it installed is the lock's: a developer's `npm install` needs no second one. */
function holdsThese(note, wanted) {
  if (!existsSync(note)) return false;
  const got = JSON.parse(readFileSync(note, 'utf8')).packages;
  const same = (path) =>
    wanted[path]?.version === got[path]?.version && wanted[path]?.integrity === got[path]?.integrity;
  const needed = Object.keys(wanted).filter((path) => path && (got[path] || !isOptional(wanted[path])));
  return needed.every(same) && Object.keys(got).every(same);
}

const isOptional = ({ optional, devOptional, peer }) => Boolean(optional || devOptional || peer);

/** Builds what changed: the TypeScript projects, then console and widget when their sources are not the built ones. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Refusal } from './refusal.mjs';
import { runToEnd } from './run-to-end.mjs';

const screens = ['apps/console', 'apps/widget'];

/** `strict` refuses to go on after a failure; otherwise what is built is used, so that one broken file stops no run. */
export async function buildHouse(place, { strict }) {
  const projects = JSON.parse(readFileSync(join(place.root, 'tsconfig.json'), 'utf8')).references ?? [];
  const tsc = join(place.root, 'node_modules/typescript/bin/tsc');
  const goOn = (error) => {
    if (strict || !(error instanceof Refusal)) throw error;
    const first = error.message.split('\n').slice(0, 4).join('\n');
    place.say(`${first}\n… not all of it could be built (${place.logs}): going on with what is built.`);
  };
  if (projects.length > 0) {
    await runToEnd(place, { name: 'tsc', command: process.execPath, args: [tsc, '-b'], cwd: place.root }).catch(goOn);
  }
  for (const screen of screens) await buildScreen(place, screen).catch(goOn);
}

async function buildScreen(place, screen) {
  const folder = join(place.root, screen);
  if (!existsSync(join(folder, 'vite.config.ts'))) return;
  const parts = ['src', 'public', 'index.html', 'vite.config.ts', 'package.json', 'tsconfig.json'];
  const sum = sumOf([
    ...parts.map((part) => join(folder, part)),
    join(place.root, 'libs/contracts/src'),
    join(place.root, 'package-lock.json'),
  ]);
  const stamp = join(folder, 'dist/.built-from');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === sum) return;
  place.say(`building ${screen} …`);
  const vite = join(place.root, 'node_modules/vite/bin/vite.js');
  await runToEnd(place, { name: 'vite', command: process.execPath, args: [vite, 'build'], cwd: folder });
  writeFileSync(stamp, sum);
}

/** One sum over names and contents, specs left out: they are not built. */
function sumOf(places) {
  const hash = createHash('sha256');
  const add = (place) => {
    const what = statSync(place, { throwIfNoEntry: false });
    if (what?.isDirectory()) for (const name of readdirSync(place).sort()) add(join(place, name));
    else if (what && !place.endsWith('.spec.ts')) hash.update(`${place}\0`).update(readFileSync(place));
  };
  for (const place of places) add(place);
  return hash.digest('hex');
}

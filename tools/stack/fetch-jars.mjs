/** Fetches Kafka's and GreenMail's jars once, by Maven, and compares each with the checked-in list. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Refusal } from './refusal.mjs';
import { runToEnd } from './run-to-end.mjs';

const pom = fileURLToPath(new URL('pom.xml', import.meta.url));
const list = fileURLToPath(new URL('jars.sha256', import.meta.url));
const sha256 = (file) => createHash('sha256').update(readFileSync(file)).digest('hex');

const stampOf = () => `${sha256(pom)} ${sha256(list)}\n`;

/** Whether the folder holds what pom and list name now; then neither Maven nor the network is needed. */
export function haveJars(folder) {
  const stamp = join(folder, 'stamp');
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === stampOf();
}

export async function fetchJars(place) {
  const folder = place.jars;
  if (haveJars(folder)) return;
  place.say('fetching Kafka and GreenMail (once) …');
  for (const part of ['kafka', 'mail', 'stamp']) rmSync(join(folder, part), { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const args = ['-q', '-B', '-ntp', '-f', pom, 'package', `-Djars=${folder}`];
  await runToEnd(place, { name: 'maven', command: 'mvn', args });
  const wrong = readFileSync(list, 'utf8')
    .trim()
    .split('\n')
    .map((line) => line.split(/\s+/))
    .filter(([sum, file]) => !existsSync(join(folder, file)) || sha256(join(folder, file)) !== sum)
    .map(([, file]) => file);
  if (wrong.length > 0) throw new Refusal(`these jars are not the ones we tested: ${wrong.join(', ')}`);
  writeFileSync(join(folder, 'stamp'), stampOf());
}

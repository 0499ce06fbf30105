/** Finds lock entries that are incomplete or carry an address, before `npm ci` refuses them somewhere else. */
import { readFileSync } from 'node:fs';

const { packages } = JSON.parse(readFileSync(process.argv[2] ?? 'package-lock.json', 'utf8'));

/** The entry that `name` resolves to from the folder `from`, as Node would look it up. */
function find(from, name) {
  for (let at = from; ; at = at.slice(0, Math.max(0, at.lastIndexOf('node_modules/') - 1))) {
    const hit = packages[`${at ? `${at}/` : ''}node_modules/${name}`];
    if (hit || !at) return hit;
  }
}

const bad = [];
for (const [path, entry] of Object.entries(packages)) {
  if (entry.resolved && !entry.link) bad.push(`${path}: carries an address`);
  for (const [name, range] of Object.entries(entry.optionalDependencies ?? {})) {
    const got = find(path, name)?.version;
    if (!got || (/^\d+\.\d+\.\d+[\w.-]*$/.test(range) && got !== range))
      bad.push(`${path || '.'} wants ${name}@${range}, lock has ${got ?? 'nothing'}`);
  }
}
if (bad.length > 0) {
  console.error(bad.join('\n'));
  process.exit(1);
}
console.log(`${Object.keys(packages).length} lock entries, all complete`);

/** Everything before the parts: what the machine must bring, packages, jars, and what has to be built. */
import { join } from 'node:path';
import { buildHouse } from './build-house.mjs';
import { checkNode, findJava, findMaven, findPostgres } from './check-prerequisites.mjs';
import { fetchJars, haveJars } from './fetch-jars.mjs';
import { installPackages } from './install-packages.mjs';
import { takeTurns } from './take-turns.mjs';

export async function prepare(place, parts, { strict }) {
  const { root, jars, env = process.env } = place;
  const needsJava = parts.some((part) => part.needsJava);
  const needsPostgres = parts.some((part) => part.name === 'postgres');
  checkNode(root);
  if (needsJava) place.java = findJava(env);
  if (needsJava && !haveJars(jars)) findMaven();
  if (needsPostgres) findPostgres(root, { installed: false });
  const fetching = needsJava ? takeTurns(`${jars}.lock`, () => fetchJars(place)) : undefined;
  // TRUNKLINE_BUILD=off takes packages and dist as they are.
  if (env.TRUNKLINE_BUILD !== 'off') {
    await takeTurns(join(root, '.trunkline/install.lock'), async () => {
      await installPackages(place);
      await buildHouse(place, { strict });
    });
  }
  await fetching;
  if (needsPostgres) findPostgres(root, { installed: true });
}

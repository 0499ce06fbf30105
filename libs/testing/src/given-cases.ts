/** Reads cases that others wrote where they lie, and says so in one line where they are missing. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../../', import.meta.url));

/**
 * Runs `run` with the folder's path under `CASES_DIR` (default `../shared/cases` beside the repository). Where it is
 * missing, as in a user's clone, one skipped test stands in the report instead.
 */
export function givenCases(folder: string, run: (path: string) => void): void {
  const path = resolve(root, process.env.CASES_DIR ?? '../shared/cases', folder);
  if (existsSync(path)) {
    run(path);
    return;
  }
  process.stdout.write(`given cases ${folder}: not here, set CASES_DIR to where they lie\n`);
  test.skip(`the given cases of ${folder} are not on this machine`, () => {});
}

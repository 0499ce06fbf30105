/** The pages about channels and settings say what the code says: `tools/write-docs.mjs` would change nothing. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../../..');

test('the pages that are made from the code are up to date', () => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['tools/write-docs.mjs', '--check'], {
    cwd: root,
    encoding: 'utf8',
  });
  expect({ status, said: `${stdout}${stderr}` }).toEqual({ status: 0, said: 'every page is up to date\n' });
}, 90_000);

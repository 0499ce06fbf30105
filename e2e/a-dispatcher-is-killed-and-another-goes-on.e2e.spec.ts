/** Journey: whoever dispatches is killed in the middle of the work; the other replica goes on, and no decision is another. */
import { execFile } from 'node:child_process';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');

test('the dispatcher is killed three times under load: 0 doubled, 0 over capacity, 0 lost, 0 decided otherwise', async () => {
  const order = ['bench/run.mjs', 'failover', '--quick', '--kills', '3'];
  const { stdout } = await promisify(execFile)(process.execPath, order, { cwd: root });
  process.stdout.write(stdout);
  for (const what of [
    'assigned to two',
    'agents over capacity',
    'conversations lost',
    'decisions other',
    'memory other',
  ]) {
    expect(stdout).toMatch(new RegExp(`${what}.* 0\\.00 `));
  }
}, 400_000);

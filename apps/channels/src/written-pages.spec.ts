/** The pages say what the code says (`tools/write-docs.mjs` would change nothing), and their links lead somewhere. */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const root = join(import.meta.dirname, '../../..');

test('the pages that are made from the code are up to date', () => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['tools/write-docs.mjs', '--check'], {
    cwd: root,
    encoding: 'utf8',
  });
  expect({ status, said: `${stdout}${stderr}` }).toEqual({ status: 0, said: 'every page is up to date\n' });
}, 90_000);

test('every link of the pages leads to a file, and every picture is there', () => {
  const below = (folder: string) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name));
  const rooms = ['apps', 'libs'].flatMap((folder) =>
    readdirSync(join(root, folder)).map((room) => join(folder, room, 'README.md')),
  );
  const pages = [...readdirSync(root), ...below('docs'), ...rooms, 'e2e/README.md', 'tools/README.md'].filter(
    (name) => name.endsWith('.md') && existsSync(join(root, name)),
  );
  const broken = pages.flatMap((page) => {
    const links = readFileSync(join(root, page), 'utf8').matchAll(/\]\((?![a-z]+:|#)([^)#]+)[^)]*\)/g);
    return [...links]
      .filter(([, to = '']) => !existsSync(join(root, dirname(page), to)))
      .map(([link]) => `${page}: ${link}`);
  });
  expect(broken).toEqual([]);
});

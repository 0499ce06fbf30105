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

test('every command of ours that the pages name is there', () => {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: object };
  const said = spawnSync(process.execPath, ['apps/cli/bin/trunkline.mjs', 'help'], { cwd: root, encoding: 'utf8' });
  const verbs = new Set(
    [...said.stdout.matchAll(/^ {2}([a-z][a-z-]*)(?: ([a-z][a-z-]*))?/gm)].map(([verb]) => verb.trim()),
  );
  const missing = pagesBelow('docs').flatMap((page) => {
    const text = readFileSync(join(root, page), 'utf8');
    const named = (pattern: RegExp) => [...text.matchAll(pattern)].map(([, name = '']) => name);
    const files = named(/\bnode ((?:tools|bench|docker)\/[\w./-]+\.mjs)/g).filter(
      (file) => !existsSync(join(root, file)),
    );
    const runs = named(/\bnpm run ([\w:-]+)/g).filter((name) => !(name in scripts));
    const asked = named(
      /\b(?:npx )?trunkline ((?:parked|policy|channel|mail|classify) [a-z-]+|simulate|replay|deadline)/g,
    );
    return [...files, ...runs, ...asked.filter((verb) => !verbs.has(verb))].map((name) => `${page}: ${name}`);
  });
  expect(verbs.size).toBeGreaterThan(10);
  expect(missing).toEqual([]);
});

const pagesBelow = (folder: string) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => join(folder, name));

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

/** The widget as a host page gets it: built, weighed, and without a byte of zod. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const room = join(import.meta.dirname, '..');
const built = mkdtempSync(join(tmpdir(), 'trunkline-widget-'));
const weigh = (name: string) => gzipSync(readFileSync(join(built, name))).length;

beforeAll(() => {
  const vite = join(room, '../../node_modules/vite/bin/vite.js');
  execFileSync(process.execPath, [vite, 'build', '--outDir', built, '--emptyOutDir'], { cwd: room, stdio: 'pipe' });
}, 60_000);
afterAll(() => rmSync(built, { recursive: true, force: true }));

test('the loader weighs at most 5 kB and the panel at most 60 kB, gzipped', () => {
  const panels = readdirSync(join(built, 'assets'));
  expect(panels).toHaveLength(1);
  expect(weigh('widget.js')).toBeLessThanOrEqual(5_000);
  expect(weigh(`assets/${panels[0]}`)).toBeLessThanOrEqual(60_000);
});

test('the loader is a classic script that leaves no name of its own on the page', () => {
  const loader = readFileSync(join(built, 'widget.js'), 'utf8');
  expect(loader).toMatch(/^\(\(\)=>\{/);
  expect(loader).not.toMatch(/import\.meta|^export |PANEL_ADDRESS/m);
});

test('the widget takes contracts by type only', () => {
  const sources = readdirSync(join(room, 'src'), { recursive: true, encoding: 'utf8' }).filter((it) =>
    /\.tsx?$/.test(it),
  );
  const breaches = sources.filter((name) =>
    readFileSync(join(room, 'src', name), 'utf8').match(/^import (?!type )[^;]*from '@trunkline\/contracts'/m),
  );
  expect(breaches).toEqual([]);
});

test('no text of anybody’s is read as markup', () => {
  const sources = readdirSync(join(room, 'src'), { recursive: true, encoding: 'utf8' });
  const breaches = sources.filter(
    (name) =>
      /\.tsx?$/.test(name) &&
      !name.includes('.spec.') &&
      /innerHTML|dangerouslySet|insertAdjacentHTML/.test(readFileSync(join(room, 'src', name), 'utf8')),
  );
  expect(breaches).toEqual([]);
});

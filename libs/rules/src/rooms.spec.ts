/** What this room may not do. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('.', import.meta.url));
const sources = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts') && !name.endsWith('.spec.ts'))
  .map((name) => ({ name, text: readFileSync(`${root}${name}`, 'utf8') }));

test.each([
  ['take contracts by type only', /^(?:import|export) (?!type )[^;]*from '@trunkline\/contracts'/m],
  ['take no package and nothing of Node', /from '(?!\.|@trunkline\/contracts')/],
  ['look at no clock', /\bDate\.now\(|\bnew Date\(\)|\bperformance\./],
  ['draw no lots', /\bMath\.random\(|\bcrypto\./],
])('the rules %s', (_sentence, forbidden) =>
  expect(sources.filter(({ text }) => forbidden.test(text)).map(({ name }) => name)).toEqual([]),
);

/** A region file as an operator supplies one: the smallest real MaxMind DB, in which every address is in one place. */
import { writeFileSync } from 'node:fs';

type Value = string | number | Value[] | { [name: string]: Value };

/** https://maxmind.github.io/MaxMind-DB/: type in the upper three bits, size in the rest; types over seven in a second byte. */
function write(value: Value): Buffer {
  if (typeof value === 'string') return Buffer.concat([control(2, Buffer.byteLength(value)), Buffer.from(value)]);
  if (typeof value === 'number') {
    const bytes = Buffer.alloc(4);
    bytes.writeUInt32BE(value);
    return Buffer.concat([control(6, 4), bytes]);
  }
  if (Array.isArray(value)) return Buffer.concat([control(11, value.length), ...value.map(write)]);
  const entries = Object.entries(value);
  return Buffer.concat([control(7, entries.length), ...entries.flatMap(([name, of]) => [write(name), write(of)])]);
}

function control(type: number, size: number): Buffer {
  const head = type > 7 ? 0 : type << 5;
  const extended = type > 7 ? [type - 7] : [];
  if (size < 29) return Buffer.from([head | size, ...extended]);
  return Buffer.from([head | 29, ...extended, size - 29]);
}

export function writeRegionFile(path: string, names: { en: string; zh: string }): void {
  const city = write({ city: { names: { en: names.en, 'zh-CN': names.zh } } });
  const nodes = 1;
  // both sides of the one node are the first record of the data, which begins sixteen bytes after the tree
  const record = Buffer.from([0, 0, nodes + 16]);
  const about = write({
    binary_format_major_version: 2,
    binary_format_minor_version: 0,
    build_epoch: 0,
    database_type: 'Journey-City',
    description: { en: 'One place' },
    ip_version: 4,
    languages: ['en', 'zh-CN'],
    node_count: nodes,
    record_size: 24,
  });
  const tree = Buffer.concat([record, record]);
  const mark = Buffer.concat([Buffer.from([0xab, 0xcd, 0xef]), Buffer.from('MaxMind.com')]);
  writeFileSync(path, Buffer.concat([tree, Buffer.alloc(16), city, mark, about]));
}

/** Counts what the services took in, and what of it more than once, by the lines that they write at `LOG_LEVEL=debug`. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export type Taken = { all: number; again: number; byUnit: Record<string, number> };

export function countTaken(logs: string): Taken {
  const seen = new Set<string>();
  const taken: Taken = { all: 0, again: 0, byUnit: {} };
  for (const name of readdirSync(logs).filter((one) => /^(channels|router|sla|gateway)\b.*\.log/.test(one))) {
    for (const [, unit = '', ids = ''] of readFileSync(join(logs, name), 'utf8').matchAll(/"took (\S+) ([\w,-]+)"/g)) {
      for (const id of ids.split(',')) {
        const what = `${name.split(/[-.]/)[0]} ${unit} ${id}`;
        taken.all += 1;
        if (!seen.has(what)) seen.add(what);
        else {
          taken.again += 1;
          taken.byUnit[unit] = (taken.byUnit[unit] ?? 0) + 1;
        }
      }
    }
  }
  return taken;
}

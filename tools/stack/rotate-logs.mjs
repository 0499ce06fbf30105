/** Keeps a folder's logs small: one that has grown over the limit becomes `.1`, and starts again. */
import { copyFileSync, readdirSync, statSync, truncateSync } from 'node:fs';
import { join } from 'node:path';

const limitBytes = 20 * 1024 * 1024;

/** Copies and empties in place, since whoever writes keeps its descriptor (all of ours append). */
export function rotateLogs(folder) {
  for (const name of readdirSync(folder)) {
    const log = join(folder, name);
    if (!name.endsWith('.log') || statSync(log).size < limitBytes) continue;
    copyFileSync(log, `${log}.1`);
    truncateSync(log);
  }
}

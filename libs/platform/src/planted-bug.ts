/** Bugs that a run can plant on purpose, to show that its checker sees them; free where no file is named. */
import { readFileSync } from 'node:fs';

export type PlantedBug =
  | 'dedupe-off'
  | 'cursor-without-receipt'
  | 'offset-before-commit'
  | 'retry-doubles-mail'
  | 'sent-without-sending'
  | 'outbox-by-cursor'
  | 'load-not-freed';

const readEachMs = 50;
let file = '';
let planted = '';
let readAt = 0;

/** The file holds the name of the one bug that is planted now; empty plants none. */
export function armPlantedBugs(path: string): void {
  file = path;
}

export function isPlanted(bug: PlantedBug): boolean {
  if (file === '') return false;
  if (performance.now() - readAt > readEachMs) {
    planted = readFileSync(file, 'utf8').trim();
    readAt = performance.now();
  }
  return planted === bug;
}

/** Prints a benchmark as a table: its rows, each with its rounds' median and spread, and whether a goal was reached. */
import { showRounds } from './sum-up.mjs';

/** A row: `{ what, unit, figure, goal?, note? }`; `figure` as `overRounds` gives it, `goal` as `{ most }` or `{ least }`. */
export function printTable({ title, seed, rows, notes = [] }, machine) {
  const lines = rows.map(({ what, unit, figure, goal, note }) => [
    what,
    `${showRounds(figure)} ${unit}`,
    String(figure.rounds.length),
    goal ? `${goal.most === undefined ? `≥ ${goal.least}` : `≤ ${goal.most}`}: ${reached(figure, goal)}` : '',
    note ?? '',
  ]);
  const table = [['', 'median (min–max)', 'rounds', 'goal', ''], ...lines];
  const widths = table[0].map((_, at) => Math.max(...table.map((line) => line[at].length)));
  console.log(`\n${title}`);
  console.log(
    `${machine.machine}; ${machine.system}; Node ${machine.node}; commit ${machine.commit}; seed ${seed}; ` +
      `load before ${machine.loadBefore.toFixed(2)}`,
  );
  for (const line of table)
    console.log(
      line
        .map((cell, at) => cell.padEnd(widths[at]))
        .join('  ')
        .trimEnd(),
    );
  for (const note of notes) console.log(`  ${note}`);
}

export function reached({ median }, { most, least }) {
  return (most === undefined || median <= most) && (least === undefined || median >= least) ? 'reached' : 'MISSED';
}

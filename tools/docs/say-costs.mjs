/** Unit costs as rows of a table, and tables. */

export const costRows = (costs) =>
  costs.map(({ what, value, unit, source }) => [what, `${value.toLocaleString('en-US')} ${unit}`, `\`${source}\``]);

export const table = (head, rows) =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

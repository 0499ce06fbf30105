/** Reads CSV as spreadsheets write it: quotes, line breaks in them, and comma, semicolon or tab by the head line. */
export type CsvRow = {
  /** Counts from 1 as an editor does. */ line: number;
  cells: string[];
};
export type CsvRead = { ok: true; rows: CsvRow[] } | { ok: false; line: number };

/** Not ok: the quotation mark of that line is never closed. Rows without any text are left out. */
export function readCsv(text: string): CsvRead {
  const source = text.replace(/^\uFEFF/, '');
  const separator = separatorOf(source);
  const rows: CsvRow[] = [];
  let [at, line] = [0, 1];
  while (at < source.length) {
    const row: CsvRow = { line, cells: [] };
    for (let more = true; more; ) {
      const cell = readCell(source, at, separator);
      if (!cell) return { ok: false, line };
      row.cells.push(cell.text.trim());
      line += cell.breaks;
      at = cell.end;
      more = source[at] === separator;
      if (more) at += 1;
    }
    at += source.startsWith('\r\n', at) ? 2 : 1;
    line += 1;
    if (row.cells.some((cell) => cell !== '')) rows.push(row);
  }
  return { ok: true, rows };
}

function readCell(source: string, from: number, separator: string) {
  if (source[from] !== '"') {
    let end = from;
    while (end < source.length && source[end] !== separator && source[end] !== '\n' && source[end] !== '\r') end += 1;
    return { text: source.slice(from, end), end, breaks: 0 };
  }
  let close = from + 1;
  while (close < source.length && (source[close] !== '"' || source[close + 1] === '"'))
    close += source[close] === '"' ? 2 : 1;
  if (close >= source.length) return null;
  const inside = source.slice(from + 1, close);
  let end = close + 1;
  while (end < source.length && source[end] !== separator && source[end] !== '\n' && source[end] !== '\r') end += 1;
  return {
    text: inside.replaceAll('""', '"') + source.slice(close + 1, end),
    end,
    breaks: inside.split('\n').length - 1,
  };
}

function separatorOf(source: string): string {
  const head = source.slice(0, source.search(/[\r\n]|$/));
  const count = (mark: string) => head.split(mark).length;
  return [',', ';', '\t'].reduce((best, mark) => (count(mark) > count(best) ? mark : best));
}

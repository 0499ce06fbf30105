/** Pasted lines as examples: trimmed, without bullets and quotes, each once; what is there already is counted, not added. */
export type SplitLines = { fresh: string[]; duplicates: string[] };

const same = (text: string) => text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();

export function splitLines(pasted: string, there: readonly string[]): SplitLines {
  const known = new Set(there.map(same));
  const split: SplitLines = { fresh: [], duplicates: [] };
  for (const line of pasted.split(/\r?\n/)) {
    const text = line
      .replace(/^\s*(?:[-*•·]\s+|\d+(?:[.)]\s+|[)、]\s*))/, '')
      .replace(/^["“「](.*)["”」]$/, '$1')
      .trim();
    if (text === '') continue;
    (known.has(same(text)) ? split.duplicates : split.fresh).push(text);
    known.add(same(text));
  }
  return split;
}

/** Cuts a folded text into sentences and these at their commas, each with what stands beside it. */

export type Clause = {
  text: string;
  /** Where it begins in the whole. */
  from: number;
  /** Those beside it in the same sentence; empty where there is none. */
  before: string;
  after: string;
  /** Its sentence asks. */
  isAsked: boolean;
};

/** A dot within a number or between letters ends nothing. */
const sentence = /(?:[^!?;。\n.]|\.(?=[\p{L}\d]))+[!?;。\n.]*/gu;
const comma =
  /(?:,(?!\d)|(?<!\p{L})and(?=\s+(?:then|after that)\s)|、(?=[^\d]{4})|\b(?:but|although|though|however|whereas)\b|但是?|不过|然而)/u;

export function clausesOf(folded: string): Clause[] {
  return [...folded.matchAll(sentence)].flatMap(({ 0: text, index }) => {
    const isAsked = /\?\s*$/.test(text) || /(?:吗|么|呢)\s*[。!]?\s*$/.test(text);
    const parts = cut(text);
    return parts.map((part, at) => ({
      text: part.text,
      from: index + part.from,
      before: parts[at - 1]?.text.trim() ?? '',
      after: parts[at + 1]?.text.trim() ?? '',
      isAsked,
    }));
  });
}

function cut(text: string): { text: string; from: number }[] {
  const parts: { text: string; from: number }[] = [];
  let from = 0;
  for (const piece of text.split(new RegExp(comma.source, 'gu'))) {
    const at = text.indexOf(piece, from);
    if (piece.trim() !== '') parts.push({ text: piece, from: at });
    from = at + piece.length;
  }
  return parts;
}

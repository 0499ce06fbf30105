/** The pieces of a folded text by which a leaning is judged: words, neighbours, three characters, beginnings of words. */
const words = /[a-z']+|\p{Script=Han}|\d+/gu;
const han = /\p{Script=Han}/u;
/** What comes later in a long mail leans nowhere. */
const readsAtMost = 1_500;

/** Each once; any number is `0`. */
export function piecesOf(folded: string): string[] {
  const run = (folded.slice(0, readsAtMost).match(words) ?? []).map((word) => (/^\d/.test(word) ? '0' : word));
  const pieces = new Set<string>();
  for (const [at, word] of run.entries()) {
    const [first, second] = [run[at - 2] ?? '', run[at - 1] ?? ''];
    pieces.add(word);
    if (second) pieces.add(`${second} ${word}`);
    if (han.test(first) && han.test(word)) pieces.add(`${first}${second}${word}`);
    if (word.length >= 6) pieces.add(`${word.slice(0, 5)}*`);
  }
  return [...pieces];
}

/** The pieces of a folded text by which a leaning is judged: words, neighbours, three characters, beginnings of words. */
const words = /[a-z']+|\p{Script=Han}|\d+/gu;
const han = /\p{Script=Han}/u;
/** Say nothing by themselves, and nothing among themselves. */
const empty = new Set(
  (
    "0 a an the i i'm i'll i've i'd am me my we we're our us you you're your he she it it's its they them their this that that's these those " +
    'is are was were be been will would can could do does did have has had to of in on at for from with and or if so as by ' +
    'about what which who where when how there here go get got want need like know tell say please just now then also some any one out up'
  ).split(' '),
);
/** What comes later in a long mail leans nowhere. */
const readsAtMost = 1_500;

/** Each once; any number is `0`. */
export function piecesOf(folded: string): string[] {
  const run = (folded.slice(0, readsAtMost).match(words) ?? []).map((word) => (/^\d/.test(word) ? '0' : word));
  const pieces = new Set<string>();
  for (const [at, word] of run.entries()) {
    const [first, second] = [run[at - 2] ?? '', run[at - 1] ?? ''];
    const isEmpty = empty.has(word);
    if (!isEmpty) pieces.add(word);
    if (second && !(isEmpty && empty.has(second))) pieces.add(`${second} ${word}`);
    if (han.test(first) && han.test(word)) pieces.add(`${first}${second}${word}`);
    if (word.length >= 6) pieces.add(`${word.slice(0, 5)}*`);
  }
  return [...pieces];
}

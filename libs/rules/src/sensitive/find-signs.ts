/** Finds what makes a customer's words sensitive (`domain.md` §2), with the words that say so. */
import type { PolicyV1, SignKind } from '@trunkline/contracts';
import { fold } from '../words/fold.ts';
import { amountsIn } from './amounts-in.ts';
import { leanTo } from './lean-to.ts';
import { type HeardCue, isTakenBack, readCues } from './read-cues.ts';

/** `words` are the evidence, as they stand in the folded text; of a customer's tag, the tag. */
export type FoundSign = { kind: SignKind; words: string[] };
export type Said = { text: string; tags?: readonly string[] };

/** More than a long mail's first page decides nothing, and a megabyte costs no more than a page. */
const readsAtMost = 6_000;
const enough = 2;
const mostWords = 6;

/**
 * Each kind once. Words that ship and the policy's own decide alike; anger alone, said loudly, tends to complain. Where
 * none of them speaks, what the text leans to on the whole decides.
 * Counts over time are elsewhere: `unsatisfied-again.ts` and `find-spike.ts`.
 */
export function findSigns({ text, tags = [] }: Said, policy: PolicyV1): FoundSign[] {
  const folded = fold(text.slice(0, readsAtMost));
  const heard = readCues(folded);
  const found = weigh([...heard.cues, ...ownWords(folded, policy)]);
  const add = (kind: SignKind, words: string[]) => {
    if (words.length > 0) found.set(kind, [...new Set([...(found.get(kind) ?? []), ...words])]);
  };
  const { costlyFrom, mediaTags } = policy.signs;
  if (costlyFrom !== null) {
    add(
      'rare-and-costly',
      amountsIn(folded).flatMap(({ value, words }) => (value >= costlyFrom ? [words] : [])),
    );
  }
  const leaning = found.size === 0 && !heard.isWithdrawn ? leanTo(folded) : null;
  if (leaning) add(leaning.kind, leaning.words);
  const media = new Set(mediaTags.map(fold));
  add(
    'in-the-media',
    tags.filter((tag) => media.has(fold(tag))),
  );
  return [...found].map(([kind, words]) => ({ kind, words: words.slice(0, mostWords) }));
}

function weigh(heard: HeardCue[]): Map<SignKind, string[]> {
  const found = new Map<SignKind, string[]>();
  const anger = heard.filter(({ speaksFor }) => speaksFor === 'anger');
  const neglect = heard.filter(({ speaksFor }) => speaksFor === 'neglect');
  const mood = loudness(anger) + weightOfNeglect(neglect, anger.length > 0);
  const moodWords = wordsOf([...anger, ...neglect]);
  const kinds = new Set(heard.flatMap(({ speaksFor }) => (isMood(speaksFor) ? [] : [speaksFor])));
  for (const kind of kinds) {
    const own = heard.filter(({ speaksFor }) => speaksFor === kind);
    const leftAlone = wordsOf(neglect).length >= (kind === 'unsatisfied-again' ? 1 : 2) ? 1 : 0;
    const deepens = kind === 'unsatisfied-again' || kind === 'may-leave' ? Math.max(mood, leftAlone) : mood;
    if (loudness(own) >= enough) found.set(kind, wordsOf(own));
    else if (loudness(own) + deepens >= enough) found.set(kind, [...wordsOf(own), ...moodWords]);
  }
  if (mood >= enough && found.size === 0) found.set('tends-to-complain', moodWords);
  return found;
}

/** Waiting is the trade's daily bread: it deepens anger; only said three ways over it is a grievance of its own. */
const weightOfNeglect = (neglect: HeardCue[], isAngry: boolean): number => {
  const ways = wordsOf(neglect).length;
  if (isAngry) return Math.min(1, ways);
  return ways >= 3 ? enough : 0;
};

const isMood = (speaksFor: HeardCue['speaksFor']): speaksFor is 'anger' | 'neglect' =>
  speaksFor === 'anger' || speaksFor === 'neglect';
/** The same words said twice are not louder. */
const loudness = (cues: HeardCue[]): number => {
  const loudest = new Map<string, number>();
  for (const { words, weight } of cues) loudest.set(words, Math.max(weight, loudest.get(words) ?? 0));
  return [...loudest.values()].reduce((sum, weight) => sum + weight, 0);
};
const wordsOf = (cues: HeardCue[]): string[] => [...new Set(cues.map(({ words }) => words))];

/** A desk's own words are enough alone, unless they are taken back. */
function ownWords(folded: string, policy: PolicyV1): HeardCue[] {
  return Object.entries(policy.signs.words).flatMap(([kind, texts]) =>
    [...texts.en, ...texts.zh].map(fold).flatMap((words): HeardCue[] => {
      const at = placeOf(folded, words);
      if (at < 0 || isTakenBack(folded.slice(0, at), words)) return [];
      return [{ speaksFor: kind as SignKind, weight: enough, words, at }];
    }),
  );
}

const latin = /[\p{Script=Latin}\p{N}]/u;

/** Latin words only whole, CJK anywhere. */
function placeOf(folded: string, words: string): number {
  if (words === '') return -1;
  const isEdge = (outside: string | undefined, inside: string | undefined) =>
    outside === undefined || inside === undefined || !latin.test(outside) || !latin.test(inside);
  for (let at = folded.indexOf(words); at >= 0; at = folded.indexOf(words, at + 1)) {
    if (isEdge(folded[at - 1], words[0]) && isEdge(folded[at + words.length], words.at(-1))) return at;
  }
  return -1;
}

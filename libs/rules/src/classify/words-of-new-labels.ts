/** Finds words of labels that have few examples yet: until they have, their words speak for them. */
import type { Label, PolicyV1 } from '@trunkline/contracts';
import { everyExample } from '../policy/examples/every-example.ts';
import { fold } from '../words/fold.ts';
import { holdsWord } from '../words/has-word.ts';

const fewExamples = 10;
const bonusAtMost = 2;

export const isNewLabel = ({ code, examples }: Label): boolean =>
  !everyExample[code] && examples.en.length + examples.zh.length < fewExamples;

/** Each such label whose words the folded text holds, with what that adds to its score. */
export function wordsOfNewLabels(folded: string, { topics }: PolicyV1['taxonomy']) {
  return topics
    .flatMap(({ labels }) => labels.filter(isNewLabel))
    .map(({ code, words }) => {
      const held = [...words.en, ...words.zh].map(fold).filter((word) => holdsWord(folded, word));
      const bonus = Math.min(
        bonusAtMost,
        held.reduce((sum, word) => sum + weightOf(word), 0),
      );
      return { code, held, bonus };
    })
    .filter(({ held }) => held.length > 0);
}

/** Longer ones weigh more: three characters of Chinese say as much as two words of English. */
const weightOf = (word: string) =>
  /\p{Script=Han}/u.test(word) ? 0.5 + word.length / 2 : 1 + word.split(' ').length / 2;

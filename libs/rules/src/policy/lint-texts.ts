/** Texts with holes that nobody fills, and words of no letter, which would be found in every text or in none. */
import type { PolicyV1 } from '@trunkline/contracts';
import { fold } from '../words/fold.ts';
import { type Fault, isOdd, isWrong } from './fault.ts';
import { texts as shipped } from './texts.ts';

const holesIn = (text: string) => [...text.matchAll(/\{([^{}]*)\}/g)].map(([, name]) => name as string);
const holesOf = ({ en, zh }: { en: string; zh: string }) => [...holesIn(en), ...holesIn(zh)];

/** Filled in every text; the others where the text that ships has them. */
const always = ['desk', 'agent', 'number', 'subject'];
const anywhere = new Set([...always, ...Object.values(shipped).flatMap(holesOf)]);

export function lintTexts(policy: PolicyV1): Fault[] {
  return [...lintHoles(policy), ...lintWords(policy)];
}

function lintHoles({ texts }: PolicyV1): Fault[] {
  return Object.entries(texts).flatMap(([key, text]) => {
    const known = shipped[key] ? new Set([...always, ...holesOf(shipped[key])]) : anywhere;
    return (['en', 'zh'] as const).flatMap((language) =>
      holesIn(text[language]).flatMap((hole) => {
        const path = `texts.${key}.${language}`;
        if (!anywhere.has(hole)) return [isWrong(path, 'no-such-hole', { hole })];
        return known.has(hole) ? [] : [isOdd(path, 'hole-stays-empty', { hole })];
      }),
    );
  });
}

function lintWords({ taxonomy, urgentWords, signs }: PolicyV1): Fault[] {
  const lists: [string, readonly string[]][] = [
    ['urgentWords.high', urgentWords.high],
    ['urgentWords.critical', urgentWords.critical],
    ...Object.entries(signs.words).flatMap(([kind, { en, zh }]): [string, string[]][] => [
      [`signs.words.${kind}.en`, en],
      [`signs.words.${kind}.zh`, zh],
    ]),
    ...taxonomy.topics.flatMap(({ labels }, topic) =>
      labels.flatMap(({ words }, label): [string, string[]][] => [
        [`taxonomy.topics[${topic}].labels[${label}].words.en`, words.en],
        [`taxonomy.topics[${topic}].labels[${label}].words.zh`, words.zh],
      ]),
    ),
    ...taxonomy.rules.map(({ words = [] }, at): [string, string[]] => [`taxonomy.rules[${at}].words`, words]),
  ];
  return lists.flatMap(([path, words]) =>
    words.flatMap((word, at) => (/[\p{L}\p{N}]/u.test(fold(word)) ? [] : [isWrong(`${path}[${at}]`, 'empty-word')])),
  );
}

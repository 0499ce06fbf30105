/** Fits the classifier of a policy's taxonomy: to the texts that ship, the desk's own, and what people put right. */
import type { Label, PolicyV1 } from '@trunkline/contracts';
import { everyExample } from '../policy/examples/every-example.ts';
import { type Example, fitClassifier } from './fit-classifier.ts';
import { smallTalk } from './small-talk.ts';
import type { TextModel } from './text-model.ts';
import { isNewLabel } from './words-of-new-labels.ts';

/** Names the labels that the taxonomy had when it was fitted. */
export type TaxonomyModel = TextModel;

/**
 * The same taxonomy and corrections, in the same order, give the same model to the byte. Takes seconds of a processor:
 * services do it in a worker. A correction to a label that is gone is left out; one to null says that the text belongs
 * to none.
 */
export function fitTaxonomy({ taxonomy }: PolicyV1, corrections: readonly Example[] = []): TaxonomyModel {
  const labels = taxonomy.topics.flatMap((topic) => topic.labels);
  const codes = new Set(labels.map(({ code }) => code));
  const kept = corrections.filter(({ label }) => label === null || codes.has(label));
  const none = smallTalk.map((text) => ({ text, label: null }));
  return fitClassifier([...labels.flatMap(examplesOf), ...kept, ...none], {
    anchors: labels.flatMap(anchorsOf),
  });
}

function examplesOf({ code, examples }: Label): Example[] {
  const shipped = everyExample[code];
  const lines = shipped ? `${shipped.en}\n${shipped.zh}`.split('\n') : [];
  return [...lines, ...examples.en, ...examples.zh].filter(Boolean).map((text) => ({ text, label: code }));
}

/**
 * Its name, and its words in one text a language. Where a label has few examples, each word is a text: one that an
 * administrator made is learnt from them alone. Where there are many, a word by itself misleads ("support", "down").
 */
function anchorsOf(label: Label): Example[] {
  const { code, name, words } = label;
  const said = isNewLabel(label) ? [...words.en, ...words.zh] : [words.en.join('. '), words.zh.join('，')];
  return [name.en, name.zh, ...said].filter(Boolean).map((text) => ({ text, label: code }));
}

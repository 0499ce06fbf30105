/** Names what a text is about: words of the policy and a classifier fitted to our examples, or nothing where unsure. */
import type { Label, PolicyV1 } from '@trunkline/contracts';
import { everyExample } from '../policy/examples/every-example.ts';
import { fold } from '../words/fold.ts';
import { holdsWord } from '../words/has-word.ts';
import { findLabel } from './find-label.ts';
import { type Classifier, type Example, fitClassifier, scoresOf, vectorOf } from './fit-classifier.ts';
import { gramsOf } from './grams-of.ts';

export type NamedMatter = {
  /** Second-level label; null below the policy's threshold: never a guess. */
  label: string | null;
  /** Its first level. */
  topic: string | null;
  /** 0–1: how sure, of the best label even where it is not taken. */
  confidence: number;
  /** Words of the text that decided. */
  evidence: string[];
};
/** What says nothing about the matter. */
const courtesies =
  /\b(hello|hi|hey|dear|good (morning|day|evening)|ok|okay|yes|no|please|are you there|anyone)\b|[您你]好|在吗|在不在|有人吗|请问|好的|嗯|哈喽/g;

type Words = { code: string; own: { word: string; language: 'en' | 'zh' }[] };
type Model = { classifier: Classifier; words: Words[] };

const models = new WeakMap<PolicyV1['taxonomy'], Model>();
let lastFitted: { content: string; model: Model } | undefined;
/** Texts say more in their first lines than in their footers; long mails are read this far. */
const readAtMost = 2000;
/** How steeply a lead becomes sureness, and from which raw score on a text counts as one of ours: fitted to held-out texts. */
const steepness = 5;
const foreignBelow = -0.55;
const ownAbove = 0.1;
const perWord = 0.25;
const wordsAtMost = 0.6;

/** Fitted once per taxonomy, on first use (a fraction of a second), or when the service warms up by calling it. */
export function nameTheMatter(text: string, language: string, policy: PolicyV1): NamedMatter {
  const model = modelOf(policy);
  const read = text.slice(0, readAtMost);
  const folded = fold(read);
  const grams = gramsOf(read);
  const scores = scoresOf(vectorOf(grams, model.classifier), model.classifier);
  const hits = hitsOf(folded, language, model.words);
  const total = model.classifier.labels.map((code, at) => (scores[at] as number) + bonusOf(hits.get(code)));
  const best = total.indexOf(Math.max(...total));
  const code = model.classifier.labels[best] as string;
  const confidence = saysSomething(folded) ? sureness(total, best) : 0;
  const isSure = confidence >= policy.taxonomy.confidenceThreshold;
  const found = isSure ? findLabel(code, policy) : undefined;
  return {
    label: found?.label.code ?? null,
    topic: found?.topic.code ?? null,
    confidence: Math.round(confidence * 1000) / 1000,
    evidence: evidenceOf({ model, best, words: grams.words, hits: (hits.get(code) ?? []).map(({ word }) => word) }),
  };
}

const saysSomething = (folded: string) => /\p{L}{2}/u.test(folded.replace(courtesies, ''));

/** The lead over the other labels, and whether it looks like any of them at all. */
function sureness(total: readonly number[], best: number): number {
  const top = total[best] as number;
  const share = 1 / total.reduce((sum, score) => sum + Math.exp(steepness * (score - top)), 0);
  const known = Math.min(1, Math.max(0, (top - foreignBelow) / (ownAbove - foreignBelow)));
  return share * known;
}

type Hit = { word: string; weight: number };

function hitsOf(folded: string, language: string, words: readonly Words[]): Map<string, Hit[]> {
  const hits = new Map<string, Hit[]>();
  for (const { code, own } of words) {
    const found = own
      .filter(({ word }) => holdsWord(folded, word))
      .map((each) => ({ word: each.word, weight: weightOf(each.word) * (each.language === language ? 1 : 0.7) }));
    if (found.length > 0) hits.set(code, found);
  }
  return hits;
}

/** Longer ones weigh more: three characters of Chinese say as much as two words of English. */
const weightOf = (word: string) =>
  Math.min(2, /\p{Script=Han}/u.test(word) ? word.length / 2 : word.split(' ').length / 1.5);
const bonusOf = (hits: readonly Hit[] = []) =>
  Math.min(
    wordsAtMost,
    hits.reduce((sum, hit) => sum + hit.weight * perWord, 0),
  );

function evidenceOf(decided: { model: Model; best: number; words: readonly string[]; hits: string[] }): string[] {
  const { classifier } = decided.model;
  const pushes = [...new Set(decided.words)]
    .map((word) => ({ word, push: pushOf(classifier, word, decided.best) }))
    .filter(({ word, push }) => push > 0.02 && word.length > 1 && !decided.hits.some((hit) => hit.includes(word)))
    .sort((a, b) => b.push - a.push);
  return [...decided.hits, ...pushes.map(({ word }) => word)].slice(0, 5);
}

function pushOf(classifier: Classifier, gram: string, label: number): number {
  const id = classifier.gramIds.get(gram);
  return id === undefined ? 0 : (classifier.weights[id * classifier.labels.length + label] as number);
}

/** Most new versions of a policy leave the taxonomy as it is: then the model stays too. */
function modelOf({ taxonomy }: PolicyV1): Model {
  const known = models.get(taxonomy);
  if (known) return known;
  const content = JSON.stringify(taxonomy.topics);
  const model = lastFitted?.content === content ? lastFitted.model : fitModel(taxonomy);
  lastFitted = { content, model };
  models.set(taxonomy, model);
  return model;
}

function fitModel(taxonomy: PolicyV1['taxonomy']): Model {
  const labels = taxonomy.topics.flatMap((topic) => topic.labels);
  return { classifier: fitClassifier(labels.flatMap(examplesOf)), words: labels.map(wordsOfLabel) };
}

/** Its name and its words are examples too: a label of an administrator's own is learnt from them alone. */
function examplesOf({ code, name, words }: Label): Example[] {
  const texts = everyExample[code];
  const lines = texts ? `${texts.en}\n${texts.zh}`.split('\n') : [];
  return [name.en, name.zh, ...words.en, ...words.zh, ...lines].map((text) => ({ text, label: code }));
}

const wordsOfLabel = ({ code, words }: Label): Words => ({
  code,
  own: (['en', 'zh'] as const).flatMap((language) => words[language].map((word) => ({ word: fold(word), language }))),
});

/** Names what a text is about: by a rule of the policy, else by the fitted classifier, or nothing where unsure. */
import type { PolicyV1 } from '@trunkline/contracts';
import { countGrams } from './count-grams.ts';
import { findEvidence } from './find-evidence.ts';
import { findLabel } from './find-label.ts';
import { surenessOf } from './fit-sureness.ts';
import { fitTaxonomy, type TaxonomyModel } from './fit-taxonomy.ts';
import { type Matcher, nameByRule } from './name-by-rule.ts';
import { foldStart, readAtMost, readGrams } from './read-grams.ts';
import { bestOf, scoresOf } from './text-model.ts';
import { wordsOfNewLabels } from './words-of-new-labels.ts';

export type NamedMatter = {
  language: string;
  /** Second-level label; null where unsure: never a guess. */
  label: string | null;
  /** Its first level. */
  topic: string | null;
  /** 0–1: how sure, of the best label even where it is not taken. */
  confidence: number;
  /** Words of the text that decided, the strongest first. */
  evidence: string[];
  because: 'rule-names-it' | 'classifier-names-it' | 'says-nothing' | 'like-none-of-ours' | 'not-sure-enough';
};
export type NamingBasis = {
  policy: PolicyV1;
  /** Fitted elsewhere, as services do; without one it is fitted here, once per taxonomy, which takes seconds. */
  model?: TaxonomyModel | undefined;
  matcher?: Matcher | undefined;
};

/** What says nothing about the matter. */
const courtesies =
  /\b(hello|hi|hey|dear|good (morning|day|evening)|ok|okay|yes|no|please|are you there|anyone)\b|[您你]好|在吗|在不在|有人吗|请问|好的|嗯|哈喽/g;

/**
 * Reads the first 2,000 characters, whatever comes after. Two thresholds must both be passed: the model's own on the
 * raw score, which one in twenty of our texts fails and most foreign ones, and the policy's on the confidence, by which
 * an administrator may ask for more. `language` is what the caller found: texts of every language are judged by one model, for people mix them.
 */
export function nameTheMatter(text: string, language: string, basis: NamingBasis): NamedMatter {
  return { language, ...nameIt(text, basis) };
}

type Named = Omit<NamedMatter, 'language'>;

function nameIt(text: string, basis: NamingBasis): Named {
  const { policy, matcher } = basis;
  const folded = foldStart(text);
  const ruled = nameByRule({ read: text.slice(0, readAtMost), folded }, policy.taxonomy, matcher);
  const byRule = ruled && findLabel(ruled.label, policy);
  if (ruled && byRule) {
    const named = { confidence: 1, evidence: ruled.evidence, because: 'rule-names-it' as const };
    return { label: byRule.label.code, topic: byRule.topic.code, ...named };
  }
  if (!saysSomething(folded)) return { ...unnamed, confidence: 0, evidence: [], because: 'says-nothing' };
  const { code, isForeign, confidence, evidence } = judge(text, basis.model ?? modelOf(policy), policy);
  const found = findLabel(code, policy);
  if (!found || isForeign) return { ...unnamed, confidence, evidence, because: 'like-none-of-ours' };
  if (confidence < policy.taxonomy.confidenceThreshold)
    return { ...unnamed, confidence, evidence, because: 'not-sure-enough' };
  const because = 'classifier-names-it';
  return { label: found.label.code, topic: found.topic.code, confidence, evidence, because };
}

const unnamed = { label: null, topic: null } as const;
const saysSomething = (folded: string) => /\p{L}{2}/u.test(folded.replace(courtesies, ''));

/** A label that the policy no longer has cannot win, one that the model does not know yet can by its words. */
function judge(text: string, model: TaxonomyModel, policy: PolicyV1) {
  const grams = readGrams(text, model.reading);
  const counted = countGrams(grams);
  const byWords = wordsOfNewLabels(grams.folded, policy.taxonomy);
  const codes = [...new Set([...model.labels, ...byWords.map(({ code }) => code)])];
  const learnt = scoresOf(counted, model);
  const scores = Float64Array.from(codes, (code, at) => {
    if (!findLabel(code, policy)) return -Number.MAX_VALUE;
    return (learnt[at] ?? scoreOfUnknown) + (byWords.find((one) => one.code === code)?.bonus ?? 0);
  });
  const best = bestOf(scores);
  const [code, score] = [codes[best] as string, scores[best] as number];
  const held = byWords.find((one) => one.code === code)?.held ?? [];
  const pushing = best < learnt.length ? findEvidence({ grams, counted }, best, model) : [];
  return {
    code,
    isForeign: score < model.rejectBelow,
    confidence: Math.round(surenessOf(scores, best, model.sureness) * fading(score, model) * 1000) / 1000,
    evidence: [...new Set([...held, ...pushing])],
  };
}

/** What a label scores that a text says nothing of. */
const scoreOfUnknown = -1;

/** Sureness fades below the model's threshold: of labels that all do not fit, one may still fit better than the rest. */
const fading = (score: number, { sureness, rejectBelow }: TaxonomyModel) =>
  Math.exp(Math.min(0, sureness.steepness * (score - rejectBelow)));

const models = new WeakMap<PolicyV1['taxonomy'], TaxonomyModel>();
let lastFitted: { content: string; model: TaxonomyModel } | undefined;

/** Most new versions of a policy leave the taxonomy as it is: then the model stays too. */
function modelOf(policy: PolicyV1): TaxonomyModel {
  const known = models.get(policy.taxonomy);
  if (known) return known;
  const content = JSON.stringify(policy.taxonomy.topics);
  const model = lastFitted?.content === content ? lastFitted.model : fitTaxonomy(policy);
  lastFitted = { content, model };
  models.set(policy.taxonomy, model);
  return model;
}

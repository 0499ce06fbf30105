/** What the desk makes of a text: its language, and what it is about by the rules of the policy, then the classifier. */
import type { PolicyV1 } from '@trunkline/contracts';
import { chooseQueue, findLabel, nameTheMatter } from '@trunkline/rules';
import { findLanguage } from '../intake/find-language.ts';
import type { Classifier } from './hold-classifier.ts';
import { matchPattern } from './match-pattern.ts';

export type Judged = ReturnType<typeof judgeText>;

/** Without a classifier one is fitted here and now, which takes seconds: for specs alone. */
export function judgeText(text: string, policy: PolicyV1, classifier?: Classifier) {
  const language = findLanguage(text, policy.desk.defaultLanguage);
  const matter = nameTheMatter(text, language, { policy, model: classifier?.model, matcher: matchPattern });
  const label = findLabel(matter.label, policy)?.label;
  const isByRule = matter.because === 'rule-names-it';
  return {
    ...matter,
    kind: label?.kind ?? null,
    complexity: label?.complexity ?? 0,
    classifierVersion: isByRule ? null : (classifier?.version ?? null),
  };
}

/** Where a chat with these words would go: what an administrator asks while they write a taxonomy. */
export function queueFor(judged: Judged, policy: PolicyV1): string {
  return chooseQueue({ ...judged, standard: 'chat', account: '' }, policy).queue;
}

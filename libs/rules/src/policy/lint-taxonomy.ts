/** Labels that nothing can lead to, rules that name a matter and are never reached, patterns that cannot be tried. */
import type { LabelRule, PolicyV1 } from '@trunkline/contracts';
import { hasWord } from '../words/has-word.ts';
import { everyExample } from './examples/every-example.ts';
import { type Fault, isOdd, isWrong, repeated } from './fault.ts';
import type { LintGiven } from './lint-given.ts';

export function lintTaxonomy(policy: PolicyV1, refusesPattern: LintGiven['refusesPattern']): Fault[] {
  const { topics } = policy.taxonomy;
  const codes = topics.map((topic) => topic.code);
  return [
    ...repeated(codes).map((at) => isWrong(`taxonomy.topics[${at}].code`, 'is-there-twice', { code: codes[at]! })),
    ...lintLabels(policy),
    ...policy.taxonomy.rules.flatMap((_rule, at) => lintRule(policy, at, refusesPattern)),
  ];
}

function lintLabels({ taxonomy }: PolicyV1): Fault[] {
  const labels = taxonomy.topics.flatMap((topic, first) =>
    topic.labels.map((label, second) => ({ label, path: `taxonomy.topics[${first}].labels[${second}]` })),
  );
  const codes = labels.map(({ label }) => label.code);
  const twice = repeated(codes).map((at) =>
    isWrong(`${labels[at]!.path}.code`, 'is-there-twice', { code: codes[at]! }),
  );
  const silent = labels.filter(({ label: { code, words, examples } }) => {
    const own = [words.en, words.zh, examples.en, examples.zh];
    const isNamed = taxonomy.rules.some((rule) => rule.label === code);
    return !isNamed && !Object.hasOwn(everyExample, code) && own.every((texts) => texts.length === 0);
  });
  return [...twice, ...silent.map(({ label, path }) => isOdd(path, 'label-without-words', { label: label.code }))];
}

function lintRule({ taxonomy }: PolicyV1, at: number, refusesPattern: LintGiven['refusesPattern']): Fault[] {
  const rule = taxonomy.rules[at]!;
  const path = `taxonomy.rules[${at}]`;
  const found: Fault[] = [];
  if (!taxonomy.topics.some(({ labels }) => labels.some(({ code }) => code === rule.label)))
    found.push(isWrong(`${path}.label`, 'no-such-label', { label: rule.label }));
  const refused = rule.pattern === undefined ? null : (refusesPattern?.(rule.pattern) ?? null);
  if (refused !== null) found.push(isWrong(`${path}.pattern`, 'pattern-refused', { detail: refused }));
  const before = taxonomy.rules.slice(0, at).findIndex((earlier) => takesAllOf(earlier, rule));
  if (before >= 0) found.push(isWrong(path, 'rule-is-shadowed', { by: String(before + 1) }));
  return found;
}

/** Certain cases only: the same pattern again, or words of which each holds a word of the earlier rule. */
function takesAllOf(earlier: LabelRule, later: LabelRule): boolean {
  if (earlier.words && earlier.pattern !== undefined)
    return JSON.stringify(strip(earlier)) === JSON.stringify(strip(later));
  if (earlier.pattern !== undefined) return later.pattern === earlier.pattern && later.words === undefined;
  if (later.pattern !== undefined || !later.words) return false;
  return later.words.every((word) => earlier.words?.some((one) => hasWord(word, one)));
}

const strip = ({ words, pattern }: LabelRule) => [words, pattern];

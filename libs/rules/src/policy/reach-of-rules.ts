/** Which routing rules anything ever reaches: tries every kind of matter that the rules can tell apart. */
import type { PolicyV1 } from '@trunkline/contracts';
import type { Matter } from '../classify/choose-queue.ts';

type Rules = PolicyV1['routing']['rules'];
type Field = Exclude<keyof Rules[number], 'queue'>;

/** `by`: places, from 0, of the rules that take all of it before. */
export type Reach = { kind: 'reached' } | { kind: 'matches-nothing' } | { kind: 'shadowed'; by: number[] };

const fields: Field[] = ['standard', 'account', 'topic', 'label', 'kind', 'language'];
/** More comparisons than this are not made: the document was written by a machine, and the lint must not stall. */
const mostComparisons = 20_000_000;

/** `otherwise`: whether anything is left for the last word. Null where there are too many rules to try. */
export function reachOfRules(policy: PolicyV1): { rules: Reach[]; otherwise: boolean } | null {
  const { rules } = policy.routing;
  const told = toldApart(policy);
  const count = told.reduce((product, { length }) => product * length, rules.length);
  if (count > mostComparisons) return null;
  const isReached = rules.map(() => false);
  const takenBy = rules.map(() => new Set<number>());
  let otherwise = false;
  for (const matter of every(told)) {
    const matching = rules.flatMap((rule, at) => (matches(rule, matter) ? [at] : []));
    const [first, ...behind] = matching;
    if (first === undefined) otherwise = true;
    else isReached[first] = true;
    for (const at of behind) takenBy[at]!.add(first!);
  }
  return { otherwise, rules: rules.map((_rule, at) => reachOf(isReached[at]!, takenBy[at]!)) };
}

function reachOf(isReached: boolean, takenBy: Set<number>): Reach {
  if (isReached) return { kind: 'reached' };
  if (takenBy.size === 0) return { kind: 'matches-nothing' };
  return { kind: 'shadowed', by: [...takenBy].sort((a, b) => a - b) };
}

const matches = (rule: Rules[number], matter: Partial<Matter>) =>
  fields.every((field) => rule[field] === undefined || rule[field] === matter[field]);

/** Values that a rule names, and one that none names; every standard; a label brings its topic and kind along. */
function toldApart({ routing, taxonomy, standards }: PolicyV1): Partial<Matter>[][] {
  const named = (field: Field) => new Set(routing.rules.flatMap((rule) => rule[field] ?? []));
  const single = (field: Field) => [...named(field), undefined].map((value) => ({ [field]: value }) as Partial<Matter>);
  const [labels, topics, kinds] = [named('label'), named('topic'), named('kind')];
  const known = new Map<string, Partial<Matter>>();
  for (const topic of taxonomy.topics) {
    for (const { code: label, kind } of topic.labels) {
      const matter: Partial<Matter> = {
        label: labels.has(label) ? label : null,
        topic: topics.has(topic.code) ? topic.code : null,
        kind: kinds.has(kind) ? kind : null,
      };
      known.set(JSON.stringify(matter), matter);
    }
  }
  const unnamed = { label: null, topic: null, kind: null };
  known.set(JSON.stringify(unnamed), unnamed);
  const each = Object.keys(standards).map((standard) => ({ standard }) as Partial<Matter>);
  return [[...known.values()], each, single('account'), single('language')];
}

function* every(told: Partial<Matter>[][]): Generator<Partial<Matter>> {
  const [first, ...rest] = told;
  if (!first) {
    yield {};
    return;
  }
  for (const part of first) for (const others of every(rest)) yield { ...part, ...others };
}

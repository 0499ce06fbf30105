/** Finds the first rule of the taxonomy that a text matches: it names the matter before the classifier is asked. */
import type { PolicyV1 } from '@trunkline/contracts';
import { fold } from '../words/fold.ts';
import { holdsWord } from '../words/has-word.ts';

/** Compiles a pattern by an engine that is linear in the text. One that it refuses must match nothing. */
export type Matcher = (pattern: string) => (text: string) => boolean;
export type NamedByRule = { label: string; evidence: string[] };

/** A pattern is tried on the text as it stands and as it is folded; without a matcher it matches nothing. */
export function nameByRule(
  { read, folded }: { read: string; folded: string },
  { rules }: Pick<PolicyV1['taxonomy'], 'rules'>,
  matcher?: Matcher,
): NamedByRule | undefined {
  for (const { label, words = [], pattern } of rules) {
    const found = words.map(fold).filter((word) => holdsWord(folded, word));
    if (found.length > 0) return { label, evidence: found };
    const matches = pattern === undefined ? undefined : matcher?.(pattern);
    if (matches?.(read) || matches?.(folded)) return { label, evidence: [pattern as string] };
  }
  return undefined;
}

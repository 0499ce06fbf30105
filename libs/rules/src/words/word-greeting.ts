/** What a customer reads first of the person who now has their conversation: name and number (`domain.md` §7). */
import type { PolicyV1, StaffV1, Standard } from '@trunkline/contracts';
import { keyOn } from './key-on.ts';
import { wordText } from './word-text.ts';

type Greeting = {
  standard: Standard;
  language: string | null;
  person: Pick<StaffV1, 'name' | 'number'>;
  /** They had it before: one is greeted once by each person. */
  hasGreeted: boolean;
};

/** Empty: nothing is said. */
export function wordGreeting({ standard, language, person, hasGreeted }: Greeting, policy: PolicyV1): string {
  if (hasGreeted) return '';
  return wordText(keyOn('greeting', standard, policy), language, policy, { agent: person.name, number: person.number });
}

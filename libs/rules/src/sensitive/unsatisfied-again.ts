/** Has the same matter ended unsatisfactorily so often, without a satisfied end in between, that it is sensitive? */
import type { PolicyV1 } from '@trunkline/contracts';
import { type Contact, type SameMatter, sameMatter, type Tie } from './same-matter.ts';

/**
 * How one contact ended. A conversation that is solved again and again is several: `resolution` counts them.
 * Silence is no outcome. `flagged`: it was the one that raised the sign.
 */
export type Outcome = Contact & { resolution: number; satisfied: boolean; outcomeAt: string; flagged: boolean };

export type UnsatisfiedAgain =
  | { kind: 'flag'; contacts: string[]; how: SameMatter }
  | { kind: 'none'; because: 'not-often-enough' | 'flagged-already' | 'satisfied-last'; count: number };

type Asked = { latest: Outcome; earlier: Outcome[]; ties: Tie[]; policy: PolicyV1 };

/** Flags once, when the count is reached or a tie makes it so; a satisfied end begins anew. */
export function unsatisfiedAgain({ latest, earlier, ties, policy }: Asked): UnsatisfiedAgain {
  const matter = earlier.map((outcome) => ({ outcome, how: sameMatter(latest, outcome, { ties, policy }) }));
  const same = matter.filter(({ how }) => how.kind !== 'other');
  const contacts = lastOfEach([...same.map(({ outcome }) => outcome), latest]);
  const run = contacts.slice(contacts.findLastIndex(({ satisfied }) => satisfied) + 1);
  const count = run.length;
  const { unsatisfiedContacts } = policy.signs;
  if (latest.satisfied) return { kind: 'none', because: 'satisfied-last', count };
  if (count < unsatisfiedContacts) return { kind: 'none', because: 'not-often-enough', count };
  if (run.some(({ flagged }) => flagged)) return { kind: 'none', because: 'flagged-already', count };
  const how = same.find(({ how: one }) => one.kind === 'same')?.how ?? same[0]!.how;
  return { kind: 'flag', contacts: [...new Set(run.map(({ conversationId }) => conversationId))], how };
}

/** One contact judged twice counts once, as it was judged last. */
function lastOfEach(outcomes: Outcome[]): Outcome[] {
  const last = new Map<string, Outcome>();
  const inTime = [...outcomes].sort((a, b) => Date.parse(a.outcomeAt) - Date.parse(b.outcomeAt));
  for (const outcome of inTime) {
    const contact = `${outcome.conversationId}:${outcome.resolution}`;
    const flagged = outcome.flagged || (last.get(contact)?.flagged ?? false);
    last.delete(contact);
    last.set(contact, { ...outcome, flagged });
  }
  return [...last.values()];
}

/** Of five, one and two are a no. */
export const isSatisfiedScore = (score: number): boolean => score > 2;

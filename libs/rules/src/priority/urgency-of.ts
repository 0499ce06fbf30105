/** How urgent a matter is: what its label says, raised by words of the text, never lowered. */
import type { PolicyV1, Urgency } from '@trunkline/contracts';
import { findLabel } from '../classify/find-label.ts';
import { fold } from '../words/fold.ts';
import { holdsWord } from '../words/has-word.ts';

const rank: Record<Urgency, number> = { low: 0, normal: 1, high: 2, critical: 3 };

type Matter = { text: string; label: string | null };
/** `words`: those of the text that decided; none where the label did. */
export type JudgedUrgency = { urgency: Urgency; words: string[] };

export const urgencyOf = (matter: Matter, policy: PolicyV1): Urgency => judgeUrgency(matter, policy).urgency;

export function judgeUrgency(matter: Matter, policy: PolicyV1): JudgedUrgency {
  const byLabel = findLabel(matter.label, policy)?.label.urgency ?? 'normal';
  const byWords = urgencyOfWords(matter.text, policy);
  return rank[byWords.urgency] > rank[byLabel] ? byWords : { urgency: byLabel, words: [] };
}

function urgencyOfWords(text: string, { urgentWords }: PolicyV1): JudgedUrgency {
  const folded = fold(text);
  for (const urgency of ['critical', 'high'] as const) {
    const words = urgentWords[urgency].filter((word) => holdsWord(folded, fold(word)));
    if (words.length > 0) return { urgency, words };
  }
  return { urgency: 'low', words: [] };
}

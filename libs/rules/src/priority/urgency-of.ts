/** How urgent a matter is: what its label says, raised by words of the text, never lowered. */
import type { PolicyV1, Urgency } from '@trunkline/contracts';
import { findLabel } from '../classify/find-label.ts';
import { hasWord } from '../words/has-word.ts';

const rank: Record<Urgency, number> = { low: 0, normal: 1, high: 2, critical: 3 };

export function urgencyOf(matter: { text: string; label: string | null }, policy: PolicyV1): Urgency {
  const byLabel = findLabel(matter.label, policy)?.label.urgency ?? 'normal';
  const byWords = urgencyOfWords(matter.text, policy);
  return rank[byWords] > rank[byLabel] ? byWords : byLabel;
}

function urgencyOfWords(text: string, policy: PolicyV1): Urgency {
  if (policy.urgentWords.critical.some((word) => hasWord(text, word))) return 'critical';
  if (policy.urgentWords.high.some((word) => hasWord(text, word))) return 'high';
  return 'low';
}

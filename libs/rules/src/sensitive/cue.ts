/** What in a text speaks for a sign, and how loudly: 3 also as a question, 2 alone, 1 only beside something else. */
import type { SignKind } from '@trunkline/contracts';

/** `anger` and `neglect` (left waiting, nobody helps) are no sign by themselves: they add to what is one. */
export type Cue = { speaksFor: SignKind | 'anger' | 'neglect'; weight: 1 | 2 | 3; pattern: RegExp };

/** Alternatives over folded text, as one expression. Gaps in them are bounded, so that time stays linear. */
export const cue = (speaksFor: Cue['speaksFor'], weight: Cue['weight'], alternatives: string[]): Cue => ({
  speaksFor,
  weight,
  pattern: new RegExp(alternatives.join('|'), 'g'),
});

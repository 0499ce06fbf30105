/** What a conversation may be about, and when in a sale; in the order of the trade. */
import type { Kind, Label, SignKind, Urgency } from '@trunkline/contracts';

export const kinds: readonly Kind[] = [
  'inquiry',
  'incident',
  'complaint-employee',
  'complaint-event',
  'suggestion',
  'praise',
];
export const stages: readonly Label['stage'][] = ['before-sale', 'during-sale', 'after-sale'];
export const urgencies: readonly Urgency[] = ['low', 'normal', 'high', 'critical'];
export const signKinds: readonly SignKind[] = [
  'tends-to-complain',
  'may-leave',
  'unsatisfied-again',
  'many-report-it',
  'rare-and-costly',
  'in-the-media',
];

/** The kinds of clocks in the order of a conversation's life, those that may rest, and what brings a matter onto the ladder. */
import type { ClockKind, Trigger } from '@trunkline/contracts';

export const clockKinds: readonly ClockKind[] = [
  'accept',
  'first-response',
  'next-response',
  'agent-silence',
  'resolution',
  'promise',
  'delay-promise',
  'follow-up',
  'survey',
  'auto-close',
];
export const restingKinds: readonly ClockKind[] = ['first-response', 'next-response', 'resolution', 'promise'];
export const triggers: readonly Trigger[] = [
  'limit-missed',
  'limit-near',
  'delay-told-enough',
  'complaint',
  'repeated',
  'beyond-ability',
  'publicity',
  'sensitive',
];

/** What the policy may protect until the customer is verified. */
import type { Protected } from '@trunkline/contracts';

export const protectables: readonly Protected[] = [
  'history',
  'forms',
  'macros',
  'change-address',
  'ticket-attachments',
];

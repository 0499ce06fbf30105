/** The service standards, in the order in which people think of them. */
import type { Standard } from '@trunkline/contracts';

export const standards: readonly Standard[] = ['chat', 'call', 'social', 'sms', 'mail'];

/** The desk of the demo day: the default, with the mail queue on office hours in Shanghai (`domain.md` §1). */
import type { PolicyV1 } from '@trunkline/contracts';
import { defaultPolicy } from './default-policy.ts';

export const demoPolicy: PolicyV1 = {
  ...defaultPolicy,
  queues: defaultPolicy.queues.map((queue) => (queue.code === 'mail' ? { ...queue, calendar: 'office-cn' } : queue)),
};

/** What a choice is made from: the policy, the people, and the time it is. */
import type { AgentId, PolicyV1 } from '@trunkline/contracts';
import type { RememberedAgent } from './remembered.ts';

export type Desk = {
  policy: PolicyV1;
  /** Everybody whom routing may give work, by id. */
  routed: readonly RememberedAgent[];
  agent(id: AgentId): RememberedAgent | undefined;
  /** The language skills that anybody of a group has. */
  spokenIn(group: string): ReadonlySet<string> | undefined;
  at: string;
};

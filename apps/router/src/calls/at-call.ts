/** Where what follows from a change of a call is carried out: its transaction, its conversation, the call as it stands now. */
import type { LiveSettings, Tx } from '@trunkline/platform';
import type { HeldConversation } from '../intake/conversations.store.ts';
import type { KnownCall } from './calls.store.ts';

export type AtCall = {
  tx: Tx;
  conversation: HeldConversation;
  call: KnownCall;
  settings: Pick<LiveSettings, 'policy' | 'staff' | 'person'>;
  /** Postgres' `now()` of the transaction. */
  now: string;
};

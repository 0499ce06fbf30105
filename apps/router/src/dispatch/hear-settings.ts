/** Tells the engine of policy and staff as they are now, where it has heard otherwise: replay reads them from the rows. */
import { isDeepStrictEqual } from 'node:util';
import type { LiveSettings, Postgres } from '@trunkline/platform';
import { type NewInput, putInputs } from './inputs.store.ts';
import type { Dispatch } from './rebuild-engine.ts';

const ofNothing = { conversationId: null, routingVersion: null } as const;

/** Called by the dispatcher alone, between batches; what it puts is taken next. */
export async function hearSettings(postgres: Postgres, dispatch: Dispatch, settings: LiveSettings): Promise<void> {
  const { policy, staff } = settings;
  const inputs: NewInput[] = [];
  const { heard } = dispatch;
  if (!isDeepStrictEqual(heard.policy, policy)) {
    inputs.push({ kind: 'policy', ...ofNothing, agentId: null, body: { version: policy.version, policy } });
  }
  heard.policy = policy; // the same object from now on: compared at no cost
  for (const record of staff.values()) {
    if (!isDeepStrictEqual(heard.staff.get(record.id), record)) {
      inputs.push({ kind: 'staff', ...ofNothing, agentId: record.id, body: { record } });
    }
    heard.staff.set(record.id, record);
  }
  if (inputs.length > 0) await postgres.transaction((tx) => putInputs(tx, inputs));
}

/** Notes that these agents hold a socket or asked for something; whoever is not noted for long enough is gone. */
import type { AgentId } from '@trunkline/contracts';
import type { Postgres } from '@trunkline/platform';
import { keepSeenUntil } from './presence.store.ts';

export async function keepSeen(postgres: Postgres, agentIds: AgentId[], goneAfterSeconds: number): Promise<void> {
  if (agentIds.length === 0) return;
  await postgres.transaction((tx) => keepSeenUntil(tx, agentIds, goneAfterSeconds));
}

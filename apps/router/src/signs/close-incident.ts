/** Ends an incident: by itself, or because a supervisor says so. Ended already is ended. */
import type { AgentId, Because, IncidentId } from '@trunkline/contracts';
import { type Tx, writeFacts } from '@trunkline/platform';
import { closeRow } from './incidents.store.ts';

type Closing = { id: IncidentId; by: AgentId | null; because: Because };

export async function closeIncident(tx: Tx, { id, by, because }: Closing): Promise<void> {
  const closed = await closeRow(tx, { id, by, because });
  if (!closed) return;
  const { version, label, queues, count } = closed;
  const data = { incidentId: id, version, label, queues, count, because: because.code, personId: by };
  await writeFacts(tx, [{ type: 'incident.closed', key: id, data }]);
}

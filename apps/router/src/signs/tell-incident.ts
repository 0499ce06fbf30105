/** One message for all members of an incident: noted with them in one go, and written to each by `tell-members.ts`. */
import { type BothLanguages, type IncidentId, type IncidentMessageId, newId, type StaffV1 } from '@trunkline/contracts';
import { refuse, type Tx } from '@trunkline/platform';
import { insertIncidentMessage } from './incident-messages.store.ts';

type Telling = { incidentId: IncidentId; text: BothLanguages; person: StaffV1 };

export async function tellIncident(tx: Tx, { incidentId, text, person }: Telling): Promise<IncidentMessageId> {
  const id = newId<IncidentMessageId>();
  const count = await insertIncidentMessage(tx, { id, incidentId, text, by: person.id });
  if (count === 0) refuse('incident-without-members');
  return id;
}

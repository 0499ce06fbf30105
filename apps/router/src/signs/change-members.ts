/** A person adds a conversation to an incident, or takes one out: who was taken out is not counted in again. */
import type { ConversationId, IncidentId, PolicyV1, SignId, StaffV1 } from '@trunkline/contracts';
import { refuse, type Tx, writeFacts } from '@trunkline/platform';
import type { HeldConversation } from '../intake/conversations.store.ts';
import { headOf } from '../intake/head-of.ts';
import { insertEvents } from '../intake/messages.store.ts';
import { putMember, recountIncident, removeMember } from './incidents.store.ts';
import { raiseSigns } from './raise-signs.ts';
import { reweigh } from './reweigh.ts';
import { withoutSign } from './weigh-sign.ts';

type Change = { incidentId: IncidentId; held: HeldConversation; person: StaffV1; policy: PolicyV1 };

/** Added twice is added once. */
export async function addToIncident(tx: Tx, { incidentId, held, person, policy }: Change): Promise<void> {
  if (held.state === 'closed') refuse('already-closed');
  await putMember(tx, { id: incidentId, conversationId: held.id, by: person.id });
  const because = { code: 'added-to-incident', values: { agent: person.name } };
  await raiseSigns(tx, [{ held, kind: 'many-report-it', basis: 'count', because, incidentId }], policy);
  await recountIncident(tx, incidentId);
}

/** What made it sensitive goes with it; without any other sign it weighs as before. */
export async function takeFromIncident(tx: Tx, { incidentId, held, person, policy }: Change): Promise<void> {
  if (!(await removeMember(tx, { id: incidentId, conversationId: held.id, by: person.id }))) refuse('not-found');
  const signId = await withdrawSign(tx, { incidentId, conversationId: held.id, person });
  await recountIncident(tx, incidentId);
  if (!signId || held.state === 'closed') return;
  const others = await tx.query(
    'SELECT FROM conversation_sign WHERE conversation_id = $1 AND removed_at IS NULL LIMIT 1',
    [held.id],
  );
  held.version += 1;
  await reweigh(tx, [{ held, parts: others.length > 0 ? held.orderKeyParts : withoutSign(held, policy) }]);
  const because = { code: 'taken-from-incident', values: {} };
  await insertEvents(tx, [{ conversationId: held.id, what: 'unflagged', agentId: person.id, because }]);
  const data = { ...headOf(held), signId, kind: 'many-report-it', by: 'detection', personId: person.id } as const;
  await writeFacts(tx, [{ type: 'conversation.unflagged', key: held.id, data }]);
}

type Withdrawn = { incidentId: IncidentId; conversationId: ConversationId; person: StaffV1 };

/** It leaves its incident, so that adding it once more marks it once more. */
async function withdrawSign(tx: Tx, { incidentId, conversationId, person }: Withdrawn): Promise<SignId | undefined> {
  const [sign] = await tx.query<{ id: SignId }>(
    `UPDATE conversation_sign SET removed_at = now(), removed_by = $3, removed_because = 'taken-from-incident', incident_id = NULL
      WHERE conversation_id = $1 AND incident_id = $2 AND removed_at IS NULL RETURNING id`,
    [conversationId, incidentId, person.id],
  );
  return sign?.id;
}

/** The customer of a conversation has shown who they are: it is written, noted and said. */
import type { AgentId, Because, ConversationId } from '@trunkline/contracts';
import type { NewFact, Tx } from '@trunkline/platform';
import { noteChanges } from '../customers/links.store.ts';
import type { HeldConversation } from '../intake/conversations.store.ts';
import { headOf } from '../intake/head-of.ts';
import { insertEvents } from '../intake/messages.store.ts';

export type Shown = {
  by: 'code' | 'host-site' | 'supervisor';
  hours: number;
  person: AgentId | null;
  because: Because;
};

/** The caller holds the conversation and has raised its version, and writes the fact once all of it stands. */
export async function verifyConversation(tx: Tx, held: HeldConversation, shown: Shown): Promise<NewFact> {
  const [row] = await tx.query<{ until: string }>(
    `UPDATE conversation SET verified_until = now() + $2 * interval '1 hour', verified_by = $3, verified_at = now()
      WHERE id = $1 RETURNING to_char(verified_until AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS until`,
    [held.id, shown.hours, shown.by],
  );
  await insertEvents(tx, [
    { conversationId: held.id, what: 'verified', agentId: shown.person, because: shown.because },
  ]);
  const { customerId } = held;
  const details = { conversationId: held.id, how: shown.by, because: shown.because };
  await noteChanges(tx, [{ customerId, by: shown.person, what: 'verified', details }]);
  return fact(held, { by: shown.by, until: row!.until });
}

const fact = (held: HeldConversation, shown: { by: Shown['by']; until: string }): NewFact => ({
  type: 'conversation.verified',
  key: held.id,
  data: { ...headOf(held), customerId: held.customerId, ...shown },
});

/** Whoever writes signed in at the host site is verified while they do. */
export async function verifyBySite(tx: Tx, helds: HeldConversation[], hours: number): Promise<NewFact[]> {
  if (helds.length === 0) return [];
  const rows = await tx.query<{ id: ConversationId; until: string; is_new: boolean }>(
    `UPDATE conversation c SET verified_until = now() + $2 * interval '1 hour', verified_by = 'host-site', verified_at = coalesce(o.verified_at, now())
       FROM conversation o WHERE o.id = c.id AND c.id = ANY($1::uuid[])
        AND coalesce(o.verified_until, '-infinity') < now() + $2 * interval '1 hour' - interval '1 minute'
     RETURNING c.id, to_char(c.verified_until AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS until,
               coalesce(o.verified_until, '-infinity') < now() AS is_new`,
    [helds.map(({ id }) => id), hours],
  );
  const news = rows.filter(({ is_new }) => is_new);
  const because = { code: 'signed-in-at-site', values: {} };
  await insertEvents(
    tx,
    news.map(({ id }) => ({ conversationId: id, what: 'verified', because })),
  );
  return news.map(({ id, until }) => fact(helds.find((held) => held.id === id)!, { by: 'host-site', until }));
}

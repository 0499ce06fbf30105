/** Whoever wanted nothing more and then writes again wants more: the matter goes on, and nothing is asked of them until it ends anew. */
import type { ConversationId } from '@trunkline/contracts';
import type { Tx } from '@trunkline/platform';
import { saysOnlyThanks } from '@trunkline/rules';
import type { Intake } from '../intake/intake.ts';
import { insertEvents } from '../intake/messages.store.ts';

/** `answered`: conversations whose question these messages answered; plain thanks end nothing and begin nothing. */
export async function takeUpAgain(
  tx: Tx,
  { messages, opened }: Intake,
  answered: ReadonlySet<ConversationId>,
): Promise<void> {
  const fresh = new Set(opened.map(({ id }) => id));
  const ids = messages.flatMap(({ conversationId, spokenBy, automatic, text }) =>
    spokenBy === 'customer' &&
    automatic === null &&
    !fresh.has(conversationId) &&
    !answered.has(conversationId) &&
    !saysOnlyThanks(text)
      ? [conversationId]
      : [],
  );
  if (ids.length === 0) return;
  const again = await tx.query<{ id: ConversationId }>(
    `UPDATE closing k SET wants_more = true, survey = CASE WHEN survey <> 'offered' THEN survey END
       FROM conversation c
      WHERE k.conversation_id = ANY($1::uuid[]) AND k.wants_more = false AND c.id = k.conversation_id
        AND c.state NOT IN ('solved', 'closed')
        AND k.cycle = 1 + (SELECT count(*) FROM event e WHERE e.conversation_id = c.id AND e.what = 'reopened')
      RETURNING k.conversation_id AS id`,
    [[...new Set(ids)]],
  );
  if (again.length === 0) return;
  await tx.query(`DELETE FROM question WHERE conversation_id = ANY($1::uuid[]) AND kind = 'survey-offer'`, [
    again.map(({ id }) => id),
  ]);
  const because = { code: 'wants-more', values: {} };
  await insertEvents(
    tx,
    again.map(({ id }) => ({ conversationId: id, what: 'closing', because })),
  );
}

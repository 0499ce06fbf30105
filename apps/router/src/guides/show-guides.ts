/** What helps an agent in one conversation, with its holes filled for its customer and whoever reads it. */
import type { ConversationId, Guides, StaffV1 } from '@trunkline/contracts';
import { refuse } from '@trunkline/platform';
import { may, whichGuides } from '@trunkline/rules';
import type { GiveOrder } from '../desk/give-order.ts';
import { showConversation } from '../desk/show-conversation.ts';
import { walksOf } from './tree-walks.store.ts';

export async function showGuides(desk: GiveOrder, person: StaffV1, id: ConversationId): Promise<Guides> {
  const page = await showConversation(desk.postgres, id);
  const verdict = may({ person, does: 'see-guides', thing: page });
  if (!verdict.ok) refuse(verdict.because);
  const [ticket] = await desk.postgres.query<{ number: string }>(
    `SELECT 'T-' || number AS number FROM ticket WHERE conversation_id = $1 AND state <> 'closed'
        AND NOT $2::uuid = ANY (hidden_from) ORDER BY opened_at DESC LIMIT 1`,
    [id, person.id],
  );
  const walks = await walksOf(desk.postgres, id);
  return whichGuides({ page, person, ticket: ticket?.number ?? null, walks }, desk.settings.policy);
}

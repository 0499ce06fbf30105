/** An agent says that two contacts of one customer are about the same matter, or are not. */
import type { Matter, SameMatterSaid } from '@trunkline/contracts';
import { refuse } from '@trunkline/platform';
import type { GivenOrder, GiveOrder } from '../desk/give-order.ts';
import { judgeMatter } from './judge-outcomes.ts';
import { putTie } from './outcomes.store.ts';
import { showMatter } from './show-matter.ts';

/** Both orders give the same; what was said last holds. */
export async function tieMatter(desk: GiveOrder, order: GivenOrder & { said: SameMatterSaid }): Promise<Matter> {
  const { conversationId: other, tied } = order.said;
  await desk.held(order, async (tx, { conversation, person }) => {
    if (other === conversation.id) refuse('bad-request', { detail: 'conversationId' });
    const [same] = await tx.query(
      `SELECT FROM conversation c JOIN address a ON a.id = c.address_id WHERE c.id = $1 AND a.customer_id = $2`,
      [other, conversation.customerId],
    );
    if (!same) refuse('another-customer');
    await putTie(tx, { one: conversation.id, other, tied, personId: person.id });
    if (tied) await judgeMatter(tx, conversation, desk.settings.policy);
  });
  return showMatter(desk.postgres, order.conversationId, desk.settings.policy);
}

/** A supervisor takes a sign back, with a reason; without any other sign the conversation weighs as before. */
import type { SignId, SignKind } from '@trunkline/contracts';
import { refuse, writeFacts } from '@trunkline/platform';
import type { GivenOrder, GiveOrder } from '../desk/give-order.ts';
import { headOf } from '../intake/head-of.ts';
import { insertEvents } from '../intake/messages.store.ts';
import { reweigh } from './reweigh.ts';
import { withoutSign } from './weigh-sign.ts';

export function takeBack(desk: GiveOrder, order: GivenOrder & { signId: SignId; reason: string }): Promise<void> {
  return desk.held(order, async (tx, { conversation, person }) => {
    const [sign] = await tx.query<{ kind: SignKind; basis: string; removed: boolean }>(
      `UPDATE conversation_sign SET removed_at = now(), removed_by = $3, removed_because = $4
        WHERE id = $1 AND conversation_id = $2 AND removed_at IS NULL RETURNING kind, basis`,
      [order.signId, conversation.id, person.id, order.reason],
    );
    if (!sign) refuse('not-found');
    const others = await tx.query(
      'SELECT FROM conversation_sign WHERE conversation_id = $1 AND removed_at IS NULL LIMIT 1',
      [conversation.id],
    );
    conversation.version += 1;
    const parts = others.length > 0 ? conversation.orderKeyParts : withoutSign(conversation, desk.settings.policy);
    await reweigh(tx, [{ held: conversation, parts }]);
    const because = { code: 'sign-taken-back', values: { note: order.reason } };
    await insertEvents(tx, [{ conversationId: conversation.id, what: 'unflagged', agentId: person.id, because }]);
    const by = sign.basis === 'person' ? ('person' as const) : ('detection' as const);
    const data = { ...headOf(conversation), signId: order.signId, kind: sign.kind, by, personId: person.id };
    await writeFacts(tx, [{ type: 'conversation.unflagged', key: conversation.id, data }]);
  });
}

/**
 * Puts a conversation's label right, by whoever sees it. Who has it stays: handing it over is another order; a complaint
 * that nobody has goes to those who work on complaints.
 */
import type { AgentId, Conversation } from '@trunkline/contracts';
import { refuse, writeFacts } from '@trunkline/platform';
import { findLabel, isComplaint } from '@trunkline/rules';
import { routeComplaint } from '../complaints/route-complaint.ts';
import type { GivenOrder, GiveOrder } from '../desk/give-order.ts';
import { headOf } from '../intake/head-of.ts';
import { insertEvents } from '../intake/messages.store.ts';
import { proposeCorrection, saveLabel } from './corrections.store.ts';

export function relabel(desk: GiveOrder, order: GivenOrder & { label: string | null }): Promise<Conversation> {
  const { label: to } = order;
  const found = to === null ? undefined : findLabel(to, desk.settings.policy);
  if (to !== null && !found) refuse('no-such-label', { label: to });
  return desk.order(order, async (tx, { conversation, person }) => {
    const by = person.id as AgentId;
    const change = { conversationId: conversation.id, by, to, topic: found?.topic.code ?? null };
    const from = await saveLabel(tx, change);
    if (from === to) refuse('label-is-so-already');
    conversation.version += 1;
    await proposeCorrection(tx, { ...change, from });
    const because = { code: 'label-put-right', values: { from: from ?? '', to: to ?? '' } };
    await insertEvents(tx, [{ conversationId: conversation.id, what: 'relabelled', agentId: by, because }]);
    const data = { ...headOf(conversation), from, to, by };
    await writeFacts(tx, [{ type: 'conversation.relabelled', key: conversation.id, data }]);
    const kind = found?.label.kind;
    if (kind && isComplaint(kind)) await routeComplaint(tx, conversation, { kind, by, policy: desk.settings.policy });
  });
}

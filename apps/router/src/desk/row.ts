/** The columns and joins of which a conversation's row in lists and its page are made. */
import type { ConversationRow } from '@trunkline/contracts';

/** JSON of a row, made by Postgres in the shape of the contract; instants in ISO. */
export const rowJson = `
  jsonb_build_object(
    'id', c.id, 'version', c.version, 'state', c.state, 'queue', c.queue, 'channel', c.channel,
    'standard', c.standard, 'live', c.live,
    'customer', jsonb_build_object('id', a.customer_id, 'name', coalesce(a.name, p.name), 'address', a.address,
                                   'isVerified', a.is_verified, 'isVip', p.is_vip),
    'subject', c.subject, 'lastWords', c.last_words, 'lastFrom', c.last_from, 'lastAt', c.last_at,
    'arrivedAt', c.arrived_at, 'label', c.label, 'urgency', c.urgency, 'orderKey', c.order_key,
    'agentId', c.agent_id, 'followerId', CASE WHEN c.state <> 'closed' THEN c.follower_id END, 'offeredUntil', c.offered_until, 'nextDueAt', c.next_due_at, 'unread', c.unread,
    'automatic', c.automatic, 'isSuspect', c.is_suspect, 'waitingBecause', c.waiting_because)`;

export const rowJoins = `
  FROM conversation c JOIN address a ON a.id = c.address_id JOIN customer p ON p.id = a.customer_id`;

export type RowJson = { row: ConversationRow; order_key: number; last_at: string };

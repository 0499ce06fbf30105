/** Hears what became of our words and shows it at the message: states only ever go forward. */

import { Controller } from '@nestjs/common';
import { type Because, type ConversationId, type Fact, newId } from '@trunkline/contracts';
import { Facts, Postgres, type Tx, writeFacts } from '@trunkline/platform';
import { holdConversations } from '../intake/conversations.store.ts';
import { headOf } from '../intake/head-of.ts';
import { unmarkAnswered } from '../tickets/mark-answered.ts';

type Delivery = Fact<'delivery.sent' | 'delivery.delivered' | 'delivery.read' | 'delivery.failed' | 'delivery.unknown'>;

@Controller()
export class DeliveriesConsumer {
  constructor(private readonly postgres: Postgres) {}

  @Facts('delivery.sent', 'delivery.delivered', 'delivery.read', 'delivery.failed', 'delivery.unknown')
  async hear(batch: Delivery[]): Promise<void> {
    await this.postgres.transaction((tx) => recordDeliveries(tx, batch));
  }
}

/** Of several about one message in a batch the furthest stands; a late or repeated one changes nothing. */
export async function recordDeliveries(tx: Tx, batch: Delivery[]): Promise<void> {
  const conversations = await holdConversations(tx, [...new Set(batch.map((fact) => fact.data.conversationId))]);
  await keepReferences(tx, batch);
  const moved: { message_id: string; conversation_id: ConversationId }[] = [];
  for (const fact of furthest(batch)) {
    moved.push(
      ...(await tx.query<{ message_id: string; conversation_id: ConversationId }>(
        `UPDATE message SET delivery_state = $2, delivery_at = $3, delivery_because = $4, delivery_detail = $5
          WHERE id = $1 AND attempt = $6 AND delivery_state IS NOT NULL
            AND array_position($7::text[], delivery_state) < array_position($7::text[], $2::text)
        RETURNING id AS message_id, conversation_id`,
        [
          fact.data.messageId,
          stateOf(fact),
          fact.at,
          becauseOf(fact),
          'detail' in fact.data ? fact.data.detail : null,
          fact.data.attempt,
          order,
        ],
      )),
    );
  }
  await tellMoved(tx, moved, conversations);
  const isMoved = new Set(moved.map(({ message_id }) => message_id));
  const failed = batch.filter(({ type, data }) => type === 'delivery.failed' && isMoved.has(data.messageId));
  await unmarkAnswered(
    tx,
    failed.map(({ data }) => data.messageId),
    conversations,
  );
}

/** By which a later mail is known as an answer: kept even where the news that it arrived came before. */
async function keepReferences(tx: Tx, batch: Delivery[]): Promise<void> {
  const sent = batch.flatMap((fact) =>
    fact.type === 'delivery.sent' && fact.data.reference !== null ? fact.data : [],
  );
  if (sent.length === 0) return;
  await tx.query(
    `UPDATE message m SET reference = s.reference FROM unnest($1::uuid[], $2::text[]) AS s (id, reference)
      WHERE m.id = s.id AND m.reference IS NULL`,
    [sent.map((data) => data.messageId), sent.map((data) => data.reference)],
  );
}

/** `unknown` may still be settled either way; what was delivered or read never fails afterwards. */
const order = ['queued', 'sending', 'unknown', 'sent', 'failed', 'delivered', 'read'];
const stateOf = (fact: Delivery): string => fact.type.slice('delivery.'.length);

function furthest(batch: Delivery[]): Delivery[] {
  const byMessage = new Map<string, Delivery>();
  for (const fact of batch) {
    const key = `${fact.data.messageId}:${fact.data.attempt}`;
    const known = byMessage.get(key);
    if (!known || order.indexOf(stateOf(known)) < order.indexOf(stateOf(fact))) byMessage.set(key, fact);
  }
  return [...byMessage.values()].sort((a, b) => order.indexOf(stateOf(a)) - order.indexOf(stateOf(b)));
}

function becauseOf(fact: Delivery): string | null {
  if (!('because' in fact.data) || fact.data.because === undefined) return null;
  const because: Because = { code: fact.data.because, values: {} };
  return JSON.stringify(because);
}

type Held = Awaited<ReturnType<typeof holdConversations>>;

/** Raises the versions and says so, so that a screen fetches what now stands in the row and not what stood before. */
async function tellMoved(tx: Tx, moved: { conversation_id: ConversationId }[], held: Held): Promise<void> {
  const touched = [...new Set(moved.map((one) => one.conversation_id))].flatMap((id) => held.get(id) ?? []);
  if (touched.length === 0) return;
  await tx.query('UPDATE conversation SET version = version + 1 WHERE id = ANY($1::uuid[])', [
    touched.map((one) => one.id),
  ]);
  await writeFacts(
    tx,
    touched.map((one) => ({
      id: newId(),
      type: 'message.moved' as const,
      key: one.id,
      data: headOf({ ...one, version: one.version + 1 }),
    })),
  );
}

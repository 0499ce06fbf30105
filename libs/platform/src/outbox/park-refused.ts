/** Puts aside a row that the broker refuses, so that its shard goes on; one click sends it again. */
import { parkItem } from '../facts-in/park-item.ts';
import { guardLease, type Held } from '../lease.ts';
import type { OutboxRow, Relaying } from './shard.ts';

/** Under this name refused rows lie among the parked items. */
export const relayConsumer = 'relay';

export async function parkRefused({ held, postgres }: Relaying, row: OutboxRow, error: Error): Promise<void> {
  await postgres.transaction(async (tx) => {
    await guardLease(tx, held.get(row.shard) as Held);
    await tx.query('UPDATE outbox SET published_at = now() WHERE id = $1', [row.id]);
    await parkItem(tx, {
      consumer: relayConsumer,
      eventId: row.event_id,
      topic: row.topic,
      key: row.key,
      raw: Buffer.from(row.body),
      headers: { ce_type: row.type },
      because: 'broker-refused',
      detail: error.message,
    });
  });
}

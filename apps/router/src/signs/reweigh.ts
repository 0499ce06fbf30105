/** Gives held conversations their new order keys; the engine hears of those that wait or ring. */
import type { OrderKeyParts } from '@trunkline/contracts';
import type { Tx } from '@trunkline/platform';
import { type NewInput, putInputs } from '../dispatch/inputs.store.ts';
import type { HeldConversation } from '../intake/conversations.store.ts';

type Change = { held: HeldConversation; parts: OrderKeyParts };

/** Also writes the versions, as the caller raised them. */
export async function reweigh(tx: Tx, changes: Change[]): Promise<void> {
  if (changes.length === 0) return;
  const inputs = changes.flatMap((change) => take(change) ?? []);
  await tx.query(
    `UPDATE conversation c SET order_key_parts = n.parts, order_key = n.key, version = n.version, routing_version = n.routing
       FROM jsonb_to_recordset($1::jsonb) AS n (id uuid, parts jsonb, key float8, version bigint, routing bigint)
      WHERE c.id = n.id`,
    [
      JSON.stringify(
        changes.map(({ held, parts }) => ({
          id: held.id,
          parts,
          key: parts.orderKey,
          version: held.version,
          routing: held.routingVersion,
        })),
      ),
    ],
  );
  await putInputs(tx, inputs);
}

/** What the engine must hear of it, if anything: the key of one who waits. */
export function take({ held, parts }: Change): NewInput | null {
  const isSame = held.orderKeyParts === parts;
  held.orderKeyParts = parts;
  held.orderKey = parts.orderKey;
  if (isSame || (held.state !== 'waiting' && held.state !== 'offered')) return null;
  held.routingVersion += 1;
  return {
    kind: 'warned',
    conversationId: held.id,
    agentId: null,
    routingVersion: held.routingVersion,
    body: { orderKeyParts: parts },
  };
}

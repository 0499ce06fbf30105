/** Writes facts in the transaction that makes them true; the relay passes them on to Kafka. */
import { type FactBody, type FactType, factMaxBytes, newId, topicOfFact } from '@trunkline/contracts';
import { PermanentError } from '../errors.ts';
import type { Tx } from '../postgres/transaction.ts';
import { traceparent } from '../trace.ts';
import { pokeRelays } from './poke-relays.ts';
import { shardOf } from './shard-of.ts';

/**
 * A fact to be told. `key` decides partition and order: who writes facts of one key holds that thing's row lock, so that
 * they commit in the order of their ids. `id` only where the fact's id must be known before.
 */
export type NewFact = {
  [Type in FactType]: { type: Type; key: string; data: FactBody<Type>; id?: string };
}[FactType];

/** Its instant is Postgres' `now()` of this transaction. A body over 200 KiB is a defect of the writer and throws. */
export async function writeFacts(tx: Tx, facts: readonly NewFact[]): Promise<void> {
  if (facts.length === 0) return;
  const bodies = facts.map(({ type, data }) => encode(type, data));
  const shards = facts.map(({ key }) => shardOf(key));
  const trace = traceparent();
  await tx.query(
    `INSERT INTO outbox (event_id, topic, key, shard, type, body, headers)
     SELECT event_id, topic, key, shard, type, body, $7::jsonb
     FROM unnest($1::uuid[], $2::text[], $3::text[], $4::smallint[], $5::text[], $6::text[])
       WITH ORDINALITY AS fact (event_id, topic, key, shard, type, body, place)
     ORDER BY place`,
    [
      facts.map(({ id }) => id ?? newId()),
      facts.map(({ type }) => topicOfFact(type)),
      facts.map(({ key }) => key),
      shards,
      facts.map(({ type }) => type),
      bodies,
      JSON.stringify(trace ? { traceparent: trace } : {}),
    ],
  );
  tx.afterCommit(() => pokeRelays([...new Set(shards)]));
}

function encode(type: FactType, data: unknown): string {
  const body = JSON.stringify(data);
  const bytes = Buffer.byteLength(body);
  if (bytes > factMaxBytes)
    throw new PermanentError(`${type} has ${bytes} bytes, more than ${factMaxBytes}`, 'too-large');
  return body;
}

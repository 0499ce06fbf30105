/** Passes one shard's waiting rows on to Kafka, in the order of their ids, and notes where each landed. */
import { faultPoint } from '../fault-point.ts';
import { nameTrouble } from '../kafka/name-trouble.ts';
import type { Landing } from '../kafka/producer.ts';
import { writeRecord } from '../kafka/write-record.ts';
import { guardLease } from '../lease.ts';
import { counter } from '../metrics.ts';
import { isPlanted } from '../planted-bug.ts';
import type { Tx } from '../postgres/transaction.ts';
import { parkRefused } from './park-refused.ts';
import type { OutboxRow, Shard } from './shard.ts';

/** A row landed at or below the shard's last one there: the log is a new one, though it has the old name. */
export class LogWiped extends Error {
  readonly retryable = true;
}

const relayed = counter({ name: 'trunkline_facts_relayed_total', help: 'Facts sent to Kafka' });
export const takeAtMost = 500;
/** Under the 1 MiB that a broker takes as one batch. */
const sendBytes = 900_000;

/** Returns how many rows it took; a throw leaves what was not noted to be sent again. */
export async function passOn(shard: Shard): Promise<number> {
  const rows = await shard.postgres.query<OutboxRow>(
    `SELECT id, event_id, topic, key, type, at, body, headers->>'traceparent' AS traceparent
     FROM outbox WHERE shard = $1 AND published_at IS NULL ORDER BY id LIMIT ${takeAtMost}`,
    [shard.number],
  );
  const seen = isPlanted('outbox-by-cursor') ? rows.filter((_row, at) => at > 0) : rows;
  for (const part of cutBySize(seen)) await sendPart(shard, part);
  return rows.length;
}

function* cutBySize(rows: OutboxRow[]): Generator<OutboxRow[]> {
  let [part, bytes]: [OutboxRow[], number] = [[], 0];
  for (const row of rows) {
    const size = row.body.length + row.key.length + 400;
    if (bytes + size > sendBytes && part.length > 0) {
      yield part;
      [part, bytes] = [[], 0];
    }
    part.push(row);
    bytes += size;
  }
  if (part.length > 0) yield part;
}

/** What the broker refuses is found by halving and parked; the shard goes on. */
async function sendPart(shard: Shard, part: OutboxRow[]): Promise<void> {
  const { source } = shard;
  const outgoing = part.map((row) => ({
    topic: row.topic,
    record: writeRecord({ ...row, id: row.event_id, source, traceparent: row.traceparent ?? undefined }),
  }));
  faultPoint('relay.before-send');
  let landings: Landing[];
  try {
    landings = await shard.producer.send(outgoing);
  } catch (error) {
    if (nameTrouble(error) !== 'too-large') throw error;
    if (part.length === 1) return parkRefused(shard, part[0] as OutboxRow, error as Error);
    const middle = part.length >> 1;
    await sendPart(shard, part.slice(0, middle));
    return sendPart(shard, part.slice(middle));
  }
  relayed.inc(part.length);
  faultPoint('relay.after-send');
  await shard.postgres.transaction(async (tx) => {
    await guardLease(tx, shard.held);
    await note(tx, shard.number, { part, landings });
  });
}

/** Marks the rows as published and compares with the shard's last landing there, before that note is overwritten. */
async function note(
  tx: Tx,
  shard: number,
  { part, landings }: { part: OutboxRow[]; landings: Landing[] },
): Promise<void> {
  const reach = reachOf(part, landings);
  const before = await tx.query<{ topic: string; partition: number; before: number | null }>(
    `WITH landed AS (
       UPDATE outbox SET published_at = now(), partition = here.partition, "offset" = here.place,
         cluster_id = (SELECT log FROM relay_log)
       FROM unnest($1::bigint[], $2::int[], $3::bigint[]) AS here (id, partition, place)
       WHERE outbox.id = here.id
     )
     INSERT INTO relay_landing (shard, topic, partition, "offset")
     SELECT $4, topic, partition, highest FROM unnest($5::text[], $6::int[], $7::bigint[]) AS reach (topic, partition, highest)
     ON CONFLICT (shard, topic, partition) DO UPDATE SET "offset" = excluded."offset"
     RETURNING relay_landing.topic, relay_landing.partition, old."offset" AS before`,
    [
      part.map(({ id }) => id),
      landings.map(({ partition }) => partition),
      landings.map(({ offset }) => offset),
      shard,
      reach.map(({ topic }) => topic),
      reach.map(({ partition }) => partition),
      reach.map(({ highest }) => highest),
    ],
  );
  const last = new Map(before.map((row) => [`${row.topic}/${row.partition}`, row.before]));
  for (const { topic, partition, lowest } of reach) {
    const earlier = last.get(`${topic}/${partition}`) ?? -1;
    if (lowest <= earlier) throw new LogWiped(`${topic}/${partition}: landed at ${lowest}, earlier at ${earlier}`);
  }
}

type Reach = { topic: string; partition: number; lowest: number; highest: number };

function reachOf(part: OutboxRow[], landings: Landing[]): Reach[] {
  const places = new Map<string, Reach>();
  part.forEach(({ topic }, index) => {
    const { partition, offset } = landings[index] as Landing;
    const place = places.get(`${topic}/${partition}`);
    if (!place) places.set(`${topic}/${partition}`, { topic, partition, lowest: offset, highest: offset });
    else [place.lowest, place.highest] = [Math.min(place.lowest, offset), Math.max(place.highest, offset)];
  });
  return [...places.values()];
}

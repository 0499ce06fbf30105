/** Passes the waiting rows of our shards on to Kafka, of each in the order of their ids, and notes where each landed. */
import { Fenced } from '../errors.ts';
import { faultPoint } from '../fault-point.ts';
import { nameTrouble } from '../kafka/name-trouble.ts';
import type { Landing } from '../kafka/producer.ts';
import { writeRecord } from '../kafka/write-record.ts';
import { guardLeases, type Held } from '../lease.ts';
import { counter } from '../metrics.ts';
import { isPlanted } from '../planted-bug.ts';
import type { Tx } from '../postgres/transaction.ts';
import { parkRefused } from './park-refused.ts';
import type { OutboxRow, Relaying } from './shard.ts';

/** A row landed at or below the shard's last one there: the log is a new one, though it has the old name. */
export class LogWiped extends Error {
  readonly retryable = true;
}

const relayed = counter({ name: 'trunkline_facts_relayed_total', help: 'Facts sent to Kafka' });
/** Of each shard. */
export const takeAtMost = 500;
/** Under the 1 MiB that a broker takes as one batch. */
const sendBytes = 900_000;

/** Returns how many rows it took, all shards together; a throw leaves what was not noted to be sent again. */
export async function passOn(relaying: Relaying): Promise<number> {
  const rows = await relaying.postgres.query<OutboxRow>(
    `SELECT waiting.* FROM unnest($1::smallint[]) AS ours (number) CROSS JOIN LATERAL (
       SELECT id, shard, event_id, topic, key, type, at, body, headers->>'traceparent' AS traceparent
       FROM outbox WHERE shard = ours.number AND published_at IS NULL ORDER BY id LIMIT ${takeAtMost}) AS waiting`,
    [[...relaying.held.keys()]],
  );
  const seen = isPlanted('outbox-by-cursor') ? rows.filter((_row, at) => at > 0) : rows;
  // whose lease ended while we asked is not ours to send
  for (const part of cutBySize(seen.filter(({ shard }) => relaying.held.has(shard)))) await sendPart(relaying, part);
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

/** What the broker refuses is found by halving and parked; the rest goes on. */
async function sendPart(relaying: Relaying, part: OutboxRow[]): Promise<void> {
  const { source, producer, postgres } = relaying;
  const held = leasesOf(relaying, part);
  const outgoing = part.map((row) => ({
    topic: row.topic,
    record: writeRecord({ ...row, id: row.event_id, source, traceparent: row.traceparent ?? undefined }),
  }));
  faultPoint('relay.before-send');
  let landings: Landing[];
  try {
    landings = await producer.send(outgoing);
  } catch (error) {
    if (nameTrouble(error) !== 'too-large') throw error;
    if (part.length === 1) return parkRefused(relaying, part[0] as OutboxRow, error as Error);
    const middle = part.length >> 1;
    await sendPart(relaying, part.slice(0, middle));
    return sendPart(relaying, part.slice(middle));
  }
  relayed.inc(part.length);
  faultPoint('relay.after-send');
  await postgres.transaction(async (tx) => {
    await guardLeases(tx, held);
    await note(tx, part, landings);
  });
}

/** One that ended meanwhile: what it guarded is the next holder's to send. */
function leasesOf({ held }: Relaying, part: OutboxRow[]): Held[] {
  return [...new Set(part.map(({ shard }) => shard))].map((shard) => {
    const ours = held.get(shard);
    if (!ours) throw new Fenced(`relay-${shard}`);
    return ours;
  });
}

/** Marks the rows as published and compares with each shard's last landing there, before that note is overwritten. */
async function note(tx: Tx, part: OutboxRow[], landings: Landing[]): Promise<void> {
  const reach = reachOf(part, landings);
  const before = await tx.query<{ shard: number; topic: string; partition: number; before: number | null }>(
    `WITH landed AS (
       UPDATE outbox SET published_at = now(), partition = here.partition, "offset" = here.place,
         cluster_id = (SELECT log FROM relay_log)
       FROM unnest($1::bigint[], $2::int[], $3::bigint[]) AS here (id, partition, place)
       WHERE outbox.id = here.id
     )
     INSERT INTO relay_landing (shard, topic, partition, "offset")
     SELECT * FROM unnest($4::smallint[], $5::text[], $6::int[], $7::bigint[]) AS reach (shard, topic, partition, highest)
     ORDER BY shard, topic, partition
     ON CONFLICT (shard, topic, partition) DO UPDATE SET "offset" = excluded."offset"
     RETURNING relay_landing.shard, relay_landing.topic, relay_landing.partition, old."offset" AS before`,
    [
      part.map(({ id }) => id),
      landings.map(({ partition }) => partition),
      landings.map(({ offset }) => offset),
      reach.map(({ shard }) => shard),
      reach.map(({ topic }) => topic),
      reach.map(({ partition }) => partition),
      reach.map(({ highest }) => highest),
    ],
  );
  const last = new Map(before.map((row) => [placeOf(row), row.before]));
  for (const one of reach) {
    const earlier = last.get(placeOf(one)) ?? -1;
    if (one.lowest <= earlier) throw new LogWiped(`${placeOf(one)}: landed at ${one.lowest}, earlier at ${earlier}`);
  }
}

type Place = { shard: number; topic: string; partition: number };
type Reach = Place & { lowest: number; highest: number };
const placeOf = ({ shard, topic, partition }: Place): string => `shard ${shard} in ${topic}/${partition}`;

function reachOf(part: OutboxRow[], landings: Landing[]): Reach[] {
  const places = new Map<string, Reach>();
  part.forEach(({ shard, topic }, index) => {
    const { partition, offset } = landings[index] as Landing;
    const name = placeOf({ shard, topic, partition });
    const place = places.get(name);
    if (!place) places.set(name, { shard, topic, partition, lowest: offset, highest: offset });
    else [place.lowest, place.highest] = [Math.min(place.lowest, offset), Math.max(place.highest, offset)];
  });
  return [...places.values()];
}

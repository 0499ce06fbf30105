/** Watches over the log our rows landed in: notes what every reader has passed, and sees when the log was wiped. */
import { setTimeout as delay } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import { type TopicName, topicNames, topics } from '@trunkline/contracts';
import type { Admin } from 'kafkajs';
import { connectKafka } from '../kafka/connect-kafka.ts';
import { groupOf, type KafkaSettings, wireTopic } from '../kafka/kafka-settings.ts';
import { nameTrouble } from '../kafka/name-trouble.ts';
import { prepareTopics } from '../kafka/prepare-topics.ts';
import type { Held } from '../lease.ts';
import type { Postgres } from '../postgres/transaction.ts';
import { deletePassed } from './delete-passed.ts';
import { pokeRelays } from './poke-relays.ts';
import { republish } from './republish.ts';
import { sendOnceMore } from './send-once-more.ts';
import { shardCount } from './shard-of.ts';

type Log = { log: string; cluster_id: string };
type Ends = Map<string, number>;
const nightHour = 3;
const allShards = Array.from({ length: shardCount }, (_, shard) => shard);

export class WatchLog {
  private readonly log = new Logger(WatchLog.name);
  private readonly ours: TopicName[];
  private readonly wipedHooks: (() => Promise<void> | void)[] = [];
  private opened?: Promise<Admin>;
  private cleanedOn = '';

  constructor(
    private readonly postgres: Postgres,
    private readonly settings: KafkaSettings,
  ) {
    this.ours = topicNames.filter(
      (name) => !('fleeting' in topics[name]) && (topics[name].writers as readonly string[]).includes(settings.service),
    );
  }

  onWiped(run: () => Promise<void> | void): void {
    this.wipedHooks.push(run);
  }

  /** The sweeper, as long as this replica holds its lease. */
  async keep(held: Held): Promise<void> {
    const { checkEveryMs = 5_000, markEveryMs = 30_000, onceMoreAfterMs = 30_000 } = this.settings;
    let markedAt = 0;
    let failures = 0;
    while (!held.signal.aborted) {
      try {
        await this.look();
        await this.repeat(onceMoreAfterMs);
        if (Date.now() - markedAt >= markEveryMs) {
          await this.note();
          markedAt = Date.now();
        }
        await this.clean();
        failures = 0;
      } catch (error) {
        failures += 1;
        if (failures === 1) this.log.warn(`the log could not be looked at: ${(error as Error).message}`);
      }
      await delay(checkEveryMs, undefined, { signal: held.signal }).catch(() => undefined);
    }
  }

  /** Compares the log with what we noted of it; republishes where it is another. Always true, so a caller may note it. */
  async look(): Promise<true> {
    const [now] = await this.postgres.query<{ now: Date }>('SELECT now()');
    const { clusterId } = await this.ask((admin) => admin.describeCluster());
    const log = await this.known(clusterId);
    const because = log.cluster_id === clusterId ? await this.shrunk() : `cluster ${clusterId}, not ${log.cluster_id}`;
    if (because) await this.startOver(log, clusterId, because);
    else await this.postgres.query('UPDATE relay_log SET sound_at = $1 WHERE log = $2', [now?.now, log.log]);
    return true;
  }

  /** A send told us: it landed where older rows had been. */
  async wiped(because: string): Promise<void> {
    const { clusterId } = await this.ask((admin) => admin.describeCluster());
    await this.startOver(await this.known(clusterId), clusterId, because);
  }

  async close(): Promise<void> {
    const opened = this.opened;
    this.opened = undefined;
    await opened?.then((admin) => admin.disconnect()).catch(() => undefined);
  }

  private async startOver(seen: Log, clusterId: string, because: string): Promise<void> {
    const rows = await republish(this.postgres, seen.log, clusterId);
    if (rows === undefined) return;
    this.log.warn(`the log was wiped (${because}): ${rows} facts are sent again`);
    pokeRelays(allShards);
    for (const run of this.wipedHooks) await run();
  }

  private async repeat(afterMs: number): Promise<void> {
    const rows = await sendOnceMore(this.postgres, afterMs);
    if (!rows) return;
    this.log.log(`${rows} facts are sent once more, for readers that were busy when the log was wiped`);
    pokeRelays(allShards);
  }

  private async known(clusterId: string): Promise<Log> {
    const [log] = await this.postgres.query<Log>(
      `INSERT INTO relay_log (log, cluster_id) VALUES ($1, $1)
       ON CONFLICT (one) DO UPDATE SET log = relay_log.log RETURNING log, cluster_id`,
      [clusterId],
    );
    return log as Log;
  }

  /** Says where the log ends below what landed there, or that a topic of ours is gone; undefined when it is sound. */
  private async shrunk(): Promise<string | undefined> {
    const landed = await this.postgres.query<{ topic: TopicName; partition: number; highest: number }>(
      'SELECT topic, partition, max("offset") AS highest FROM relay_landing GROUP BY topic, partition',
    );
    const ends = await this.ends();
    const short = landed.find(({ topic, partition, highest }) => (ends.get(`${topic}/${partition}`) ?? 0) <= highest);
    return short && `${short.topic}/${short.partition} ends at or below ${short.highest}`;
  }

  /** Where each partition of our topics ends; a missing topic is made again, and has no end. */
  private async ends(): Promise<Ends> {
    const ends: Ends = new Map();
    for (const topic of this.ours) {
      const partitions = await this.offsetsOf(topic);
      for (const { partition, high } of partitions) ends.set(`${topic}/${partition}`, Number(high));
    }
    return ends;
  }

  private async offsetsOf(topic: TopicName): Promise<{ partition: number; high: string }[]> {
    try {
      return await this.ask((admin) => admin.fetchTopicOffsets(wireTopic(this.settings, topic)));
    } catch (error) {
      if (nameTrouble(error) !== 'unknown-topic') throw error;
      if (this.settings.topics === 'managed') this.log.error(`${topic} is missing, and KAFKA_TOPICS=managed`);
      else await prepareTopics(this.settings);
      return [];
    }
  }

  /** The lowest offset that a required group has yet to read, by partition; never above the log's end. */
  private async note(): Promise<void> {
    const ends = await this.ends();
    const [log] = await this.postgres.query<Log>('SELECT log, cluster_id FROM relay_log');
    const marks = new Map<string, { topic: string; partition: number; passed: number }>();
    for (const topic of this.ours) {
      for (const reader of topics[topic].readers) {
        for (const { partition, offset } of await this.committed(reader, topic)) {
          const place = `${topic}/${partition}`;
          const passed = Math.max(0, Math.min(Number(offset), ends.get(place) ?? 0));
          const mark = marks.get(place);
          if (!mark || passed < mark.passed) marks.set(place, { topic, partition, passed });
        }
      }
    }
    await this.store(log?.log, [...marks.values()]);
  }

  private async committed(reader: string, topic: TopicName): Promise<{ partition: number; offset: string }[]> {
    const groupId = groupOf(this.settings, reader);
    const [found] = await this.ask((admin) =>
      admin.fetchOffsets({ groupId, topics: [wireTopic(this.settings, topic)] }),
    );
    return found?.partitions ?? [];
  }

  /**
   * A mark only rises within one log: a topic that was just deleted takes its readers' offsets with it. Right after a
   * wipe none is noted: a busy reader may still commit an offset of the old log.
   */
  private async store(
    log: string | undefined,
    marks: { topic: string; partition: number; passed: number }[],
  ): Promise<void> {
    await this.postgres.query(
      `INSERT INTO relay_mark (topic, partition, cluster_id, mark_offset)
       SELECT topic, partition, log, passed
       FROM unnest($1::text[], $2::int[], $3::bigint[]) AS mark (topic, partition, passed)
       JOIN relay_log ON log = $4 AND wiped_at IS NULL
       ON CONFLICT (topic, partition, cluster_id) DO UPDATE
         SET mark_offset = greatest(relay_mark.mark_offset, excluded.mark_offset), noted_at = now()`,
      [
        marks.map(({ topic }) => topic),
        marks.map(({ partition }) => partition),
        marks.map(({ passed }) => passed),
        log ?? '',
      ],
    );
  }

  /** Once a night, at the first look after three in the morning. */
  private async clean(): Promise<void> {
    const now = new Date();
    const day = now.toISOString().slice(0, 10);
    if (now.getUTCHours() !== nightHour || this.cleanedOn === day) return;
    this.cleanedOn = day;
    const rows = await deletePassed(this.postgres);
    this.log.log(`${rows} facts older than 7 days were deleted: every reader has passed them`);
  }

  /** One admin client, opened anew after any error. */
  private async ask<T>(question: (admin: Admin) => Promise<T>): Promise<T> {
    this.opened ??= this.open();
    try {
      return await question(await this.opened);
    } catch (error) {
      await this.close();
      throw error;
    }
  }

  private async open(): Promise<Admin> {
    const admin = connectKafka(this.settings).admin();
    await admin.connect();
    return admin;
  }
}

/** The relay: four shards, each under its own lease, and the sweeper beside them (design §5, promises A3). */
import { setTimeout as delay } from 'node:timers/promises';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { Parked } from '../facts-in/park.ts';
import { KAFKA, type KafkaSettings } from '../kafka/kafka-settings.ts';
import { nameTrouble } from '../kafka/name-trouble.ts';
import { FactProducer } from '../kafka/producer.ts';
import { type Held, type Holding, Leases } from '../lease.ts';
import { Postgres } from '../postgres/transaction.ts';
import { countWaiting, type Waiting } from './count-waiting.ts';
import { relayConsumer } from './park-refused.ts';
import { LogWiped, passOn, takeAtMost } from './pass-on.ts';
import { onPoke, pokeRelays } from './poke-relays.ts';
import type { Shard } from './shard.ts';
import { shardCount } from './shard-of.ts';
import { WatchLog } from './watch-log.ts';

const pollMs = 100;
/** When busy, a short wait before the next take lets more rows share one send and one commit. */
const gatherMs = 5;
const backoff = { firstMs: 100, longestMs: 2_000 };
const flushMs = 3_000;

@Injectable()
export class Relay {
  private readonly log = new Logger(Relay.name);
  private readonly watch: WatchLog;
  private readonly bells = Array.from({ length: shardCount }, () => new Bell());
  /** Shards that are ours and may still have rows to send. */
  private readonly busy = new Set<number>();
  private holdings: Holding[] = [];
  private unlisten = () => {};
  private poll?: NodeJS.Timeout;
  private looking = false;
  private draining = false;

  constructor(
    private readonly postgres: Postgres,
    private readonly leases: Leases,
    @Inject(KAFKA) private readonly settings: KafkaSettings,
    parked: Parked,
  ) {
    this.watch = new WatchLog(postgres, settings);
    parked.retryWith(relayConsumer, ({ eventId }) => this.sendAgain(eventId));
  }

  start(): void {
    this.unlisten = onPoke((shards) => this.ring(shards));
    this.poll = setInterval(() => void this.lookForRows(), pollMs);
    const shards = this.bells.map((_, number) =>
      this.leases.hold(`relay-${number}`, { onHeld: (held) => this.serve(number, held) }),
    );
    this.holdings = [...shards, this.leases.hold('relay-watch', { onHeld: (held) => this.watch.keep(held) })];
  }

  /** Sends what waits, at most 3 s long, then gives the leases back. What stays behind is sent by the next start. */
  async stop(): Promise<void> {
    this.draining = true;
    this.unlisten();
    clearInterval(this.poll);
    this.ring(this.bells.keys());
    const until = Date.now() + flushMs;
    while (this.busy.size > 0 && Date.now() < until) await delay(20);
    await Promise.all(this.holdings.map((holding) => holding.stop()));
    await this.watch.close();
  }

  /** Runs after a wiped log was found and its rows are on their way again. */
  onLogWiped(run: () => Promise<void> | void): void {
    this.watch.onWiped(run);
  }

  /** How many rows wait, and since when the oldest. */
  waiting(): Promise<Waiting> {
    return countWaiting(this.postgres);
  }

  /** One shard, as long as we hold it. */
  private async serve(number: number, held: Held): Promise<void> {
    const { postgres, settings } = this;
    const producer = new FactProducer(settings);
    const shard: Shard = { number, held, postgres, producer, source: settings.service };
    let failures = 0;
    let known = false;
    this.busy.add(number);
    try {
      while (!held.signal.aborted) {
        try {
          known = known || (await this.watch.look());
          const took = await passOn(shard);
          failures = 0;
          await this.rest(number, took, held.signal);
        } catch (error) {
          if (held.signal.aborted) return;
          failures += 1;
          if (failures === 1)
            this.log.warn(`shard ${number} waits (${nameTrouble(error)}): ${(error as Error).message}`);
          known = await this.recover(error, known);
          if (this.draining) this.busy.delete(number); // nothing more can be done for it now
          const wait = Math.min(backoff.firstMs * 2 ** Math.min(failures, 10), backoff.longestMs);
          await delay(wait, undefined, { signal: held.signal }).catch(() => undefined);
        }
      }
    } finally {
      this.busy.delete(number);
      await producer.close();
    }
  }

  private async rest(number: number, took: number, signal: AbortSignal): Promise<void> {
    if (took === 0) {
      if (this.draining) this.busy.delete(number);
      return this.bells[number]?.wait(signal);
    }
    if (took < takeAtMost) await delay(gatherMs);
  }

  /** Returns whether the log is still the one that was looked at. */
  private async recover(error: unknown, known: boolean): Promise<boolean> {
    const trouble = nameTrouble(error);
    if (error instanceof LogWiped)
      await this.watch.wiped(error.message).catch((cause: Error) => this.log.warn(cause.message));
    // a missing topic, or a broker that was away: it may come back as another one
    return known && trouble !== 'unknown-topic' && trouble !== 'broker-away';
  }

  private async lookForRows(): Promise<void> {
    if (this.looking) return; // Postgres is slow: asking more often helps nobody
    this.looking = true;
    const sql = `SELECT shard FROM generate_series(0, ${shardCount - 1}) AS shard
      WHERE EXISTS (SELECT FROM outbox WHERE outbox.shard = shard::smallint AND published_at IS NULL)`;
    const rows = await this.postgres.query<{ shard: number }>(sql).catch(() => []);
    this.looking = false;
    this.ring(rows.map(({ shard }) => shard));
  }

  private ring(shards: Iterable<number>): void {
    for (const shard of shards) this.bells[shard]?.ring();
  }

  private async sendAgain(eventId: string): Promise<void> {
    const rows = await this.postgres.query<{ shard: number }>(
      'UPDATE outbox SET published_at = NULL WHERE event_id = $1 AND "offset" IS NULL RETURNING shard',
      [eventId],
    );
    pokeRelays(rows.map(({ shard }) => shard));
  }
}

/** Wakes one waiter; a ring that nobody waits for is kept. */
class Bell {
  private rung = false;
  private wake?: () => void;

  ring(): void {
    this.rung = true;
    this.wake?.();
  }

  async wait(signal: AbortSignal): Promise<void> {
    if (!this.rung && !signal.aborted) {
      await new Promise<void>((resolve) => {
        this.wake = resolve;
        signal.addEventListener('abort', this.wake, { once: true });
      });
      if (this.wake) signal.removeEventListener('abort', this.wake);
    }
    this.rung = false;
    this.wake = undefined;
  }
}

/** The relay: four shards, each under its own lease, what is ours sent together, and the sweeper beside it (design §5, promises A3). */
import { setTimeout as delay } from 'node:timers/promises';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { Parked } from '../facts-in/park.ts';
import { KAFKA, type KafkaSettings } from '../kafka/kafka-settings.ts';
import { nameTrouble } from '../kafka/name-trouble.ts';
import { FactProducer } from '../kafka/producer.ts';
import { type Held, type Holding, Leases } from '../lease.ts';
import { pause } from '../pause.ts';
import { Postgres } from '../postgres/transaction.ts';
import { countWaiting, type Waiting } from './count-waiting.ts';
import { HintReplicas } from './hint-replicas.ts';
import { relayConsumer } from './park-refused.ts';
import { LogWiped, passOn } from './pass-on.ts';
import { onPoke, pokeRelays } from './poke-relays.ts';
import type { Relaying } from './shard.ts';
import { shardCount } from './shard-of.ts';
import { WatchLog } from './watch-log.ts';

/** Who writes in this process pokes, who writes in another sends a hint: the poll finds what both missed. */
const pollMs = 1_000;
/** When busy, a wait before the next take lets more rows share one send and one commit: the more there are, the longer. */
const gather = { leastMs: 5, eachRowMs: 0.5, mostMs: 40 };
const backoff = { firstMs: 100, longestMs: 2_000 };
const flushMs = 3_000;

@Injectable()
export class Relay {
  private readonly log = new Logger(Relay.name);
  private readonly watch: WatchLog;
  private readonly hints: HintReplicas;
  private readonly bell = new Bell();
  /** The lease of each shard that is ours now. */
  private readonly held = new Map<number, Held>();
  private readonly ending = new AbortController();
  private holdings: Holding[] = [];
  private unlisten = () => {};
  private poll?: NodeJS.Timeout;
  private serving?: Promise<void>;
  /** What is being sent and noted. */
  private passing: Promise<unknown> = Promise.resolve();
  private rests = false;
  private looking = false;
  private draining = false;

  constructor(
    private readonly postgres: Postgres,
    private readonly leases: Leases,
    @Inject(KAFKA) private readonly settings: KafkaSettings,
    parked: Parked,
  ) {
    this.watch = new WatchLog(postgres, settings);
    this.hints = new HintReplicas(postgres, `relay_${settings.service}`);
    parked.retryWith(relayConsumer, ({ eventId }) => this.sendAgain(eventId));
  }

  start(): void {
    this.unlisten = onPoke((shards) => this.hear(shards));
    this.hints.listen(() => this.bell.ring());
    this.poll = setInterval(() => void this.lookForRows(), pollMs);
    this.serving = this.serve();
    const shards = Array.from({ length: shardCount }, (_, number) =>
      this.leases.hold(`relay-${number}`, { onHeld: (held) => this.keep(number, held) }),
    );
    this.holdings = [...shards, this.leases.hold('relay-watch', { onHeld: (held) => this.watch.keep(held) })];
  }

  /** Sends what waits, at most 3 s long, then gives the leases back. What stays behind is sent by the next start. */
  async stop(): Promise<void> {
    this.draining = true;
    this.rests = false;
    this.unlisten();
    clearInterval(this.poll);
    this.bell.ring();
    const until = Date.now() + flushMs;
    while (!this.rests && this.held.size > 0 && Date.now() < until) await delay(20);
    this.ending.abort();
    this.bell.ring();
    await Promise.all(this.holdings.map((holding) => holding.stop()));
    await this.serving;
    await Promise.all([this.watch.close(), this.hints.close()]);
  }

  /** Runs after a wiped log was found and its rows are on their way again. */
  onLogWiped(run: () => Promise<void> | void): void {
    this.watch.onWiped(run);
  }

  /** How many rows wait, and since when the oldest. */
  waiting(): Promise<Waiting> {
    return countWaiting(this.postgres);
  }

  /** One shard, as long as we hold it; what is on its way when it ends is noted under its lease, or not at all. */
  private async keep(number: number, held: Held): Promise<void> {
    this.held.set(number, held);
    this.bell.ring();
    await new Promise<void>((ended) => {
      if (held.signal.aborted) ended();
      held.signal.addEventListener('abort', () => ended(), { once: true });
    });
    this.held.delete(number);
    await this.passing.catch(() => undefined);
  }

  /** All shards that are ours, together: their rows share a question, a send and a commit. */
  private async serve(): Promise<void> {
    const { postgres, settings, held } = this;
    const producer = new FactProducer(settings);
    const relaying: Relaying = { held, postgres, producer, source: settings.service };
    let failures = 0;
    let known = false;
    while (!this.ending.signal.aborted) {
      try {
        if (held.size === 0) {
          await this.rest(0);
          continue;
        }
        known = known || (await this.watch.look());
        const passing = passOn(relaying);
        this.passing = passing;
        const took = await passing;
        failures = 0;
        await this.rest(took);
      } catch (error) {
        if (this.ending.signal.aborted) break;
        failures += 1;
        if (failures === 1) this.log.warn(`facts wait (${nameTrouble(error)}): ${(error as Error).message}`);
        known = await this.recover(error, known);
        this.rests = this.draining; // nothing more can be done for them now
        const wait = Math.min(backoff.firstMs * 2 ** Math.min(failures, 10), backoff.longestMs);
        await pause(wait, this.ending.signal);
      }
    }
    await producer.close();
  }

  private async rest(took: number): Promise<void> {
    if (took > 0) return delay(Math.min(gather.mostMs, Math.max(gather.leastMs, took * gather.eachRowMs)));
    this.rests = true;
    await this.bell.wait(this.ending.signal);
    this.rests = false;
  }

  /** Returns whether the log is still the one that was looked at. */
  private async recover(error: unknown, known: boolean): Promise<boolean> {
    const trouble = nameTrouble(error);
    if (error instanceof LogWiped)
      await this.watch.wiped(error.message).catch((cause: Error) => this.log.warn(cause.message));
    // a missing topic, or a broker that was away: it may come back as another one
    return known && trouble !== 'unknown-topic' && trouble !== 'broker-away';
  }

  private hear(shards: readonly number[]): void {
    if (shards.some((shard) => this.held.has(shard))) this.bell.ring();
    if (shards.some((shard) => !this.held.has(shard))) this.hints.send();
  }

  private async lookForRows(): Promise<void> {
    // while it works it finds them by itself; and while Postgres is slow, asking more often helps nobody
    if (!this.rests || this.held.size === 0 || this.looking) return;
    this.looking = true;
    const sql = `SELECT FROM unnest($1::smallint[]) AS ours (number)
      WHERE EXISTS (SELECT FROM outbox WHERE shard = ours.number AND published_at IS NULL) LIMIT 1`;
    const rows = await this.postgres.query(sql, [[...this.held.keys()]]).catch(() => []);
    this.looking = false;
    if (rows.length > 0) this.bell.ring();
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

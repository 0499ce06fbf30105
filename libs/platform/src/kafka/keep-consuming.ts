/** One group's membership, kept up over crashes and outages of the broker, with its own generation token. */
import { setTimeout as delay } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import type { Consumer, EachBatchPayload, Kafka } from 'kafkajs';
import { nameTrouble } from './name-trouble.ts';
import type { IncomingRecord } from './read-record.ts';
import { type Fetched, type Taking, takeBatch, WaitFirst } from './take-batch.ts';

export type Membership = {
  kafka: Kafka;
  groupId: string;
  /** Names on the wire. */
  topics: string[];
  /** `replica`: from the end, nothing is ever committed. */
  audience: 'shared' | 'replica';
  taking: Taking;
  onUnknownTopic: () => Promise<void>;
  /** After each join, once the positions are known: from here on nothing is missed. */
  onJoined: () => Promise<void> | void;
  /** The consumer is beyond help: the process has to end. */
  die: (because: string) => void;
};

const backoff = { firstMs: 200, longestMs: 10_000 };
const longestRejoinMs = 2_000;
const alarmAfterMs = 60_000;
const stuckAfterMs = 45_000;
const restarts = { most: 3, withinMs: 5 * 60_000 };

export class Consuming {
  private readonly log: Logger;
  /** Raised by each join and each rebalance: what an older generation still does, it does in vain. */
  private generation = 0;
  private state: 'joining' | 'joined' | 'settled' = 'joining';
  private brokerAway = true;
  private lastSign = Date.now();
  private lags = new Map<string, number>();
  private failing = new Map<string, { since: number; times: number }>();
  private resumes = new Set<NodeJS.Timeout>();
  private restarted: number[] = [];
  private readonly stopping = new AbortController();
  private consumer?: Consumer;
  /** Lets the loop go on to its end when we stop. */
  private leave = () => {};
  private ended?: Promise<void>;

  constructor(private readonly membership: Membership) {
    this.log = new Logger(`Consumer ${membership.groupId}`);
  }

  start(): void {
    this.ended = this.keepUp();
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    this.leave();
    await this.consumer?.disconnect().catch(() => undefined);
    for (const timer of this.resumes) clearTimeout(timer);
    await this.ended;
  }

  joined(): boolean {
    return this.state === 'settled';
  }

  lag(): number {
    return [...this.lags.values()].reduce((sum, lag) => sum + lag, 0);
  }

  /** The broker is there and yet nothing was fetched for 45 s: only a new process helps. */
  isStuck(): boolean {
    return !this.brokerAway && !this.stopping.signal.aborted && Date.now() - this.lastSign > stuckAfterMs;
  }

  private async keepUp(): Promise<void> {
    for (let wait = backoff.firstMs; !this.stopping.signal.aborted; wait = Math.min(wait * 2, longestRejoinMs)) {
      const from = Date.now();
      try {
        await this.consumeUntilCrash();
      } catch (error) {
        this.state = 'joining';
        this.generation += 1;
        await this.judge(error);
      }
      if (Date.now() - from > 30_000) wait = backoff.firstMs;
      await delay(wait, undefined, { signal: this.stopping.signal }).catch(() => undefined);
    }
  }

  /** Ends with the crash's error, or without one when we are stopping. A crashed consumer is never used again. */
  private async consumeUntilCrash(): Promise<void> {
    const { kafka, groupId, topics, audience } = this.membership;
    const consumer = kafka.consumer({
      groupId,
      sessionTimeout: 10_000,
      heartbeatInterval: 2_000,
      rebalanceTimeout: 15_000,
      // the broker answers as soon as there is a byte: waiting longer costs no latency, and asks seldom
      maxWaitTimeInMs: 1_000,
      retry: { retries: 3, initialRetryTime: 100, maxRetryTime: 1_000, restartOnFailure: async () => false },
    });
    this.consumer = consumer;
    try {
      const crashed = this.follow(consumer);
      await consumer.connect();
      await consumer.subscribe({ topics, fromBeginning: audience === 'shared' });
      await consumer.run({
        autoCommit: false,
        eachBatchAutoResolve: false,
        partitionsConsumedConcurrently: 3,
        eachBatch: (payload) => this.take(payload),
      });
      if (this.stopping.signal.aborted) return;
      const crash = await crashed;
      if (crash) throw crash;
    } finally {
      await consumer.disconnect().catch(() => undefined);
    }
  }

  /** Hears of joins, rebalances and fetches; resolves with the error once the consumer has crashed, or nothing when we stop. */
  private follow(consumer: Consumer): Promise<unknown> {
    const { events } = consumer;
    consumer.on(events.GROUP_JOIN, () => {
      this.generation += 1;
      this.state = 'joined';
      this.brokerAway = false;
      this.lastSign = Date.now();
      this.lags.clear();
    });
    consumer.on(events.REBALANCING, () => {
      this.generation += 1;
      this.state = 'joining';
    });
    // the first fetch after a join has found where each partition begins for us
    consumer.on(events.FETCH, async () => {
      this.lastSign = Date.now();
      if (this.state !== 'joined') return;
      this.state = 'settled';
      this.log.log('joined');
      await this.membership.onJoined();
    });
    consumer.on(events.COMMIT_OFFSETS, () => {
      this.lastSign = Date.now();
    });
    return new Promise((resolve) => {
      this.leave = () => resolve(undefined);
      consumer.on(events.CRASH, ({ payload }) => resolve(payload.error));
    });
  }

  private async judge(error: unknown): Promise<void> {
    if (this.stopping.signal.aborted) return;
    const trouble = nameTrouble(error);
    // an outage is told once, not at each attempt to come back
    if (!this.brokerAway || trouble !== 'broker-away') this.log.warn(`left (${trouble}): ${(error as Error).message}`);
    if (trouble === 'broker-away') {
      this.brokerAway = true;
      return;
    }
    if (trouble === 'unknown-topic') {
      this.brokerAway = true;
      return this.membership.onUnknownTopic().catch((cause: Error) => this.log.warn(`topics: ${cause.message}`));
    }
    if (trouble === 'defect') return this.membership.die(`consumer crashed for good: ${(error as Error).stack}`);
    const now = Date.now();
    this.restarted = [...this.restarted.filter((at) => now - at < restarts.withinMs), now];
    if (this.restarted.length > restarts.most) this.membership.die('consumer crashed too often');
  }

  private async take(payload: EachBatchPayload): Promise<void> {
    const { batch } = payload;
    const place = `${batch.topic}/${batch.partition}`;
    try {
      await takeBatch(this.describe(payload), this.membership.taking);
      this.failing.delete(place);
    } catch (error) {
      if (!(error instanceof WaitFirst)) throw error;
      this.pause(place, payload.pause, error);
    }
  }

  private describe(payload: EachBatchPayload): Fetched {
    const { batch, resolveOffset, commitOffsetsIfNecessary, heartbeat, isRunning } = payload;
    const { topic, partition } = batch;
    const born = this.generation;
    const place = `${topic}/${partition}`;
    this.lags.set(place, lagAfter(batch.highWatermark, batch.firstOffset()));
    return {
      records: batch.messages.map((message) => ({ ...message, topic, partition }) as IncomingRecord),
      isOurs: () => this.generation === born,
      isStopping: () => !isRunning(),
      resolve: ({ offset }) => {
        resolveOffset(offset);
        this.failing.delete(place);
        this.lags.set(place, lagAfter(batch.highWatermark, offset) - 1);
      },
      commit:
        this.membership.audience === 'replica'
          ? undefined
          : ({ offset }) =>
              commitOffsetsIfNecessary({
                topics: [{ topic, partitions: [{ partition, offset: (BigInt(offset) + 1n).toString() }] }],
              }),
      heartbeat: () => {
        this.lastSign = Date.now();
        return heartbeat();
      },
    };
  }

  /** No offset moves; the fetch starts again where the position stands, after 0.2 to 10 s. */
  private pause(place: string, pauseFetching: () => () => void, error: WaitFirst): void {
    const resume = pauseFetching();
    const failing = this.failing.get(place) ?? { since: Date.now(), times: 0 };
    const wait = Math.min(backoff.firstMs * 2 ** failing.times, backoff.longestMs);
    this.failing.set(place, { since: failing.since, times: failing.times + 1 });
    const forMs = Date.now() - failing.since;
    if (forMs > alarmAfterMs) this.log.error(`${place} has been waiting for ${forMs} ms: ${error.message}`);
    else this.log.warn(`${place} waits ${wait} ms: ${error.message}`);
    const timer = setTimeout(() => {
      this.resumes.delete(timer);
      resume();
    }, wait);
    this.resumes.add(timer);
  }
}

/** How many records lie at and after this offset; kafkajs' own figure counts from the batch's end. */
function lagAfter(highWatermark: string, offset: string | null): number {
  return offset === null ? 0 : Math.max(0, Number(BigInt(highWatermark) - BigInt(offset)));
}

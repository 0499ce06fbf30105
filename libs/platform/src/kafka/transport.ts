/** Nest's transport over Kafka: batches to `@Facts` methods, nothing lost, nothing in anybody's way (design §5, promises A7). */
import { Inject, Injectable, Logger } from '@nestjs/common';
import { type CustomTransportStrategy, type MessageHandler, Server } from '@nestjs/microservices';
import { type Fact, type FactType, topicOfFact } from '@trunkline/contracts';
import { isObservable, lastValueFrom } from 'rxjs';
import { PermanentError } from '../errors.ts';
import { Parked, type ParkedItem } from '../facts-in/park.ts';
import { counter } from '../metrics.ts';
import { inTrace } from '../trace.ts';
import { connectKafka } from './connect-kafka.ts';
import type { Listener } from './cut-runs.ts';
import { groupOf, KAFKA, type KafkaSettings, wireTopic } from './kafka-settings.ts';
import { Consuming } from './keep-consuming.ts';
import { prepareTopics } from './prepare-topics.ts';
import { readRecord } from './read-record.ts';
import type { Parking } from './take-batch.ts';

type Audience = 'shared' | 'replica';
type Extras = { unit?: string; method?: symbol; every?: 'replica' };
type Callback = MessageHandler<Fact[], undefined, unknown>;

const counted = {
  taken: counter({ name: 'trunkline_facts_taken_total', help: 'Facts taken in', labels: ['consumer'] }),
  parked: counter({ name: 'trunkline_facts_parked_total', help: 'Records put aside', labels: ['consumer', 'because'] }),
};

@Injectable()
export class KafkaBatches extends Server implements CustomTransportStrategy {
  /** Failures are ours to judge; Nest is not to report them a second time. */
  override readonly propagatesEventHandlerErrors = true;
  private readonly log = new Logger(KafkaBatches.name);
  private readonly heard = { shared: new Map<FactType, Listener[]>(), replica: new Map<FactType, Listener[]>() };
  private readonly units = new Map<string, { listener: Listener; method?: symbol }>();
  private readonly consuming: Partial<Record<Audience, Consuming>> = {};
  private listening = false;
  private readonly rereads: (() => Promise<void> | void)[] = [];
  /** How the process ends when a consumer is beyond help; a test sets its own. */
  die = (because: string): void => {
    this.log.fatal(because);
    process.exit(1);
  };

  constructor(
    @Inject(KAFKA) private readonly settings: KafkaSettings,
    private readonly parked: Parked,
  ) {
    super();
  }

  /** Nest names each method once per type; we keep one listener per method, so that mixed types share a run. */
  override addHandler(pattern: unknown, callback: Callback, _isEvent?: boolean, extras: Extras = {}): void {
    const type = pattern as FactType;
    const unit = extras.unit ?? String(pattern);
    const take = async (facts: Fact[]) => {
      await hand(callback, facts);
      counted.taken.inc({ consumer: unit }, facts.length);
      if (this.settings.tellTaken && !extras.every) this.log.debug(`took ${unit} ${facts.map(({ id }) => id).join()}`);
    };
    const known = this.units.get(unit);
    // parked items find their way back by this name
    if (known && known.method !== extras.method) throw new Error(`two methods that hear facts are called ${unit}`);
    const { listener } = known ?? { listener: { unit, take } };
    this.units.set(unit, { listener, method: extras.method });
    const of = this.heard[extras.every ?? 'shared'];
    of.set(type, [...(of.get(type) ?? []), listener]);
    if (extras.every) return;
    this.parked.retryWith(unit, (item) => listener.take([factIn(item)]));
  }

  /** Returns at once: a service takes webhooks while Kafka is away, and joins when it is back. */
  listen(callback: () => void): void {
    this.listening = true;
    this.parked.retryWith(this.settings.service, (item) => this.takeUnread(factIn(item)));
    for (const audience of ['shared', 'replica'] as const) {
      if (this.heard[audience].size === 0) continue;
      const consuming = this.consume(audience);
      this.consuming[audience] = consuming;
      consuming.start();
    }
    callback();
  }

  /** Takes nothing more, ends the run in hand, commits and leaves the groups. */
  async close(): Promise<void> {
    await Promise.all(Object.values(this.consuming).map((each) => each.stop()));
  }

  /** Runs after each (re)join of this replica's own group, which starts at the end: sockets read again what they show. */
  onReplicaJoined(run: () => Promise<void> | void): void {
    this.rereads.push(run);
  }

  /** True when every group is joined and knows its positions; part of readiness. */
  joined(): boolean {
    return this.listening && Object.values(this.consuming).every((each) => each.joined());
  }

  /** No progress though the broker answers; liveness fails on it. */
  isStuck(): boolean {
    return Object.values(this.consuming).some((each) => each.isStuck());
  }

  /** Records that were known to wait at the last fetch, over this member's partitions. */
  lag(): number {
    return this.consuming.shared?.lag() ?? 0;
  }

  // biome-ignore lint/complexity/noBannedTypes: Nest's signature
  on<Event extends string = string, Callback extends Function = Function>(_event: Event, _callback: Callback): void {
    throw new Error('a consumer listens with @Facts');
  }

  unwrap<T>(): T {
    throw new Error('the Kafka client stays in libs/platform');
  }

  private consume(audience: Audience): Consuming {
    const { settings } = this;
    const group = groupOf(settings, settings.service);
    const types = [...this.heard[audience].keys()];
    return new Consuming({
      kafka: connectKafka(settings),
      groupId: audience === 'shared' ? group : `${group}.${settings.instance}`,
      topics: [...new Set(types.map((type) => wireTopic(settings, topicOfFact(type))))],
      audience,
      taking: {
        listeners: this.heard[audience],
        consumer: settings.service,
        park: (item) => this.park(audience, item),
        handlerLimitMs: 8_000,
      },
      onUnknownTopic: () => this.makeTopics(),
      onJoined: () => (audience === 'replica' ? this.readAgain() : undefined),
      die: (because) => this.die(because),
    });
  }

  private async park(audience: Audience, item: Parking): Promise<void> {
    const { topic, partition, offset } = item.record;
    // not its detail: a parser's words quote what the customer wrote
    this.log.error(`${topic}/${partition}@${offset} is put aside by ${item.consumer}: ${item.because}`);
    counted.parked.inc({ because: item.because, consumer: item.consumer });
    if (audience === 'shared') await this.parked.parkRecord(item);
  }

  /** What could not be read when it came, and now can: for all who listen to its type. */
  private async takeUnread(fact: Fact): Promise<void> {
    for (const listener of this.heard.shared.get(fact.type) ?? []) await listener.take([fact]);
  }

  private async makeTopics(): Promise<void> {
    if (this.settings.topics === 'auto') return prepareTopics(this.settings);
    this.log.error('a topic is missing, and KAFKA_TOPICS=managed: somebody has to make it');
  }

  private async readAgain(): Promise<void> {
    for (const run of this.rereads) {
      try {
        await run();
      } catch (error) {
        this.log.error(`reading again after a join failed: ${(error as Error).message}`);
      }
    }
  }
}

/** The fact in a parked record; as unreadable as before, it stays parked. */
function factIn({ topic, partition, offset, key, raw, headers }: ParkedItem): Fact {
  const record = { topic: topic ?? '', partition: partition ?? 0, offset: String(offset ?? 0), value: raw, headers };
  const read = readRecord({ ...record, key: Buffer.from(key ?? '') });
  if (!read.ok) throw new PermanentError(read.detail, read.because);
  return read.fact;
}

/** Nest may answer with a value, a promise or a stream; all that counts is whether it failed. */
async function hand(callback: Callback, facts: Fact[]): Promise<void> {
  await inTrace(facts[0]?.traceparent, async () => {
    const answer: unknown = await callback(facts, undefined);
    if (isObservable(answer)) await lastValueFrom(answer, { defaultValue: undefined });
  });
}

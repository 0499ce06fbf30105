/** Facts that may be lost without harm (`typing`): sent at once, without an outbox, and forgotten when Kafka is away. */
import { setTimeout as delay } from 'node:timers/promises';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { type FactBody, type FactType, newId, topicOfFact, type topics } from '@trunkline/contracts';
import { Partitioners, type Producer } from 'kafkajs';
import { connectKafka } from './connect-kafka.ts';
import { KAFKA, type KafkaSettings, wireTopic } from './kafka-settings.ts';
import { type OutgoingRecord, writeRecord } from './write-record.ts';

type FleetingTopic = { [Name in keyof typeof topics]: (typeof topics)[Name] extends { fleeting: true } ? Name : never };
export type FleetingType = (typeof topics)[FleetingTopic[keyof typeof topics]]['facts'][number] & FactType;

const reopenAfterMs = 2_000;
/** Gathered this long, the same said twice goes once: a hint is worth no request of its own. */
const gatherMs = 20;
const mostWaiting = 5_000;

type Waiting = Map<string, { topic: string; record: OutgoingRecord }>;

@Injectable()
export class Fleeting {
  private readonly log = new Logger(Fleeting.name);
  private producer?: Promise<Producer>;
  private notBefore = 0;
  private waiting: Waiting = new Map();
  private passing = false;

  constructor(@Inject(KAFKA) private readonly settings: KafkaSettings) {}

  /** Never throws and never waits. */
  send<Type extends FleetingType>(type: Type, key: string, data: FactBody<Type>): void {
    if (Date.now() < this.notBefore || this.waiting.size >= mostWaiting) return;
    const body = JSON.stringify(data);
    const same = `${type} ${key} ${body}`;
    if (this.waiting.has(same)) return;
    const source = this.settings.service;
    const record = writeRecord({ id: newId(), type, source, at: new Date(), key, body });
    this.waiting.set(same, { topic: wireTopic(this.settings, topicOfFact(type)), record });
    if (!this.passing) void this.passAll();
  }

  async stop(): Promise<void> {
    this.notBefore = Number.POSITIVE_INFINITY;
    this.waiting.clear();
    await this.close();
  }

  private async close(): Promise<void> {
    const producer = this.producer;
    this.producer = undefined;
    await producer?.then((each) => each.disconnect()).catch(() => undefined);
  }

  private async passAll(): Promise<void> {
    this.passing = true;
    while (this.waiting.size > 0) {
      await delay(gatherMs);
      const together = this.waiting;
      this.waiting = new Map();
      if (together.size === 0) break; // the service stops
      await this.pass(together).catch((error: Error) => {
        this.log.debug(`lost ${together.size} hints: ${error.message}`);
        this.notBefore = Math.max(this.notBefore, Date.now() + reopenAfterMs);
        return this.close();
      });
    }
    this.passing = false;
  }

  private async pass(together: Waiting): Promise<void> {
    this.producer ??= this.open();
    const producer = await this.producer;
    const byTopic = new Map<string, OutgoingRecord[]>();
    for (const { topic, record } of together.values())
      (byTopic.get(topic) ?? byTopic.set(topic, []).get(topic))?.push(record);
    const topicMessages = [...byTopic].map(([topic, messages]) => ({ topic, messages }));
    await producer.sendBatch({ topicMessages, acks: 1, timeout: 1_000 });
  }

  private async open(): Promise<Producer> {
    const retry = { retries: 0 };
    const producer = connectKafka(this.settings).producer({
      createPartitioner: Partitioners.DefaultPartitioner,
      retry,
    });
    await producer.connect();
    return producer;
  }
}

/** The producer of facts: idempotent, one request in flight, acknowledged by all; builds itself anew when it is of no more use. */
import { Logger } from '@nestjs/common';
import { type ICustomPartitioner, type Message, Partitioners, type Producer } from 'kafkajs';
import { connectKafka } from './connect-kafka.ts';
import { type KafkaSettings, wireTopic } from './kafka-settings.ts';
import { nameTrouble } from './name-trouble.ts';
import { prepareTopics } from './prepare-topics.ts';
import type { OutgoingRecord } from './write-record.ts';

export type Outgoing = { topic: string; record: OutgoingRecord };
/** Where a record lies in its topic. */
export type Landing = { partition: number; offset: number };

export class FactProducer {
  private readonly log = new Logger(FactProducer.name);
  private producer?: Promise<Producer>;
  private readonly partitionOf = new WeakMap<Message, number>();

  constructor(private readonly settings: KafkaSettings) {}

  /**
   * Sends all in their order and says where each landed. A throw means that any part may have landed: send again. The
   * error is the client's own; when the client was of no more use, or the topic gone, that is mended before the throw.
   */
  async send(outgoing: Outgoing[]): Promise<Landing[]> {
    try {
      const producer = await this.connected();
      const topicMessages = this.byTopic(outgoing);
      const answers = await producer.sendBatch({ acks: -1, timeout: 10_000, topicMessages });
      return this.landings(outgoing, answers);
    } catch (error) {
      await this.mend(error);
      throw error;
    }
  }

  async close(): Promise<void> {
    const producer = this.producer;
    this.producer = undefined;
    await producer?.then((each) => each.disconnect()).catch(() => undefined);
  }

  private connected(): Promise<Producer> {
    this.producer ??= this.open();
    return this.producer;
  }

  private async open(): Promise<Producer> {
    const producer = connectKafka(this.settings).producer({
      idempotent: true,
      maxInFlightRequests: 1,
      createPartitioner: this.landByKey,
      retry: { retries: 2, initialRetryTime: 100, maxRetryTime: 500 },
    });
    await producer.connect();
    return producer;
  }

  /** The Java client's partition for the key; noted, because the answer names offsets by partition only. */
  private readonly landByKey: ICustomPartitioner = () => {
    const choose = Partitioners.DefaultPartitioner();
    return (args) => {
      const partition = choose(args);
      this.partitionOf.set(args.message, partition);
      return partition;
    };
  };

  private byTopic(outgoing: Outgoing[]): { topic: string; messages: Message[] }[] {
    const messages = new Map<string, Message[]>();
    for (const { topic, record } of outgoing) {
      const wire = wireTopic(this.settings, topic);
      const of = messages.get(wire);
      if (of) of.push(record);
      else messages.set(wire, [record]);
    }
    return [...messages].map(([topic, of]) => ({ topic, messages: of }));
  }

  private landings(
    outgoing: Outgoing[],
    answers: { topicName: string; partition: number; baseOffset?: string }[],
  ): Landing[] {
    const next = new Map(answers.map((each) => [`${each.topicName}/${each.partition}`, Number(each.baseOffset)]));
    return outgoing.map(({ topic, record }) => {
      const partition = this.partitionOf.get(record) as number;
      const place = `${wireTopic(this.settings, topic)}/${partition}`;
      const offset = next.get(place) as number;
      next.set(place, offset + 1);
      return { partition, offset };
    });
  }

  /** After any error but a refused record a new client is the sure way: the outbox makes sending again harmless. */
  private async mend(error: unknown): Promise<void> {
    const trouble = nameTrouble(error);
    if (trouble === 'too-large') return;
    await this.close();
    if (trouble !== 'unknown-topic') return;
    if (this.settings.topics === 'managed') {
      this.log.error('a topic is missing, and KAFKA_TOPICS=managed: somebody has to make it');
      return;
    }
    await prepareTopics(this.settings).catch((cause: Error) => this.log.warn(`topics: ${cause.message}`));
  }
}

/** Kafka with nothing of ours around it, under our own client's settings: what a benchmark holds our hops against. */
import { type Consumer, Partitioners, type Producer } from 'kafkajs';
import { connectKafka } from './connect-kafka.ts';

export type PlainRecord = { key: string; value: string; headers?: Record<string, string> };

/** Records of one partition, in order; offsets are committed after `take`. A throw ends the consumer. */
type Take = (values: string[]) => Promise<void>;

export class PlainHops {
  private producer?: Promise<Producer>;
  private readonly consumers: Consumer[] = [];

  constructor(private readonly settings: { service: string; brokers: string[] }) {}

  /** Makes the topics; they must be new. */
  async makeTopics(topics: string[], partitions = 3): Promise<void> {
    const admin = connectKafka(this.settings).admin();
    await admin.connect();
    await admin.createTopics({
      topics: topics.map((topic) => ({ topic, numPartitions: partitions })),
      waitForLeaders: true,
    });
    await admin.disconnect();
  }

  async send(topic: string, messages: PlainRecord[]): Promise<void> {
    this.producer ??= this.openProducer();
    await (await this.producer).send({ topic, messages, acks: -1 });
  }

  /** Resolves once it has joined. */
  async listen(topic: string, group: string, take: Take): Promise<void> {
    const consumer = connectKafka(this.settings).consumer({ groupId: group, maxWaitTimeInMs: 1_000 });
    this.consumers.push(consumer);
    const joined = new Promise<void>((resolve) => {
      consumer.on(consumer.events.GROUP_JOIN, () => resolve());
    });
    await consumer.connect();
    await consumer.subscribe({ topics: [topic], fromBeginning: true });
    await consumer.run({
      autoCommit: false,
      eachBatchAutoResolve: false,
      partitionsConsumedConcurrently: 3,
      eachBatch: async ({ batch, resolveOffset, heartbeat, commitOffsetsIfNecessary, uncommittedOffsets }) => {
        await take(batch.messages.map(({ value }) => value?.toString() ?? ''));
        resolveOffset(batch.lastOffset());
        await commitOffsetsIfNecessary(uncommittedOffsets());
        await heartbeat();
      },
    });
    await joined;
  }

  async close(): Promise<void> {
    await Promise.all(this.consumers.map((consumer) => consumer.disconnect()));
    await (await this.producer)?.disconnect();
  }

  private async openProducer(): Promise<Producer> {
    const producer = connectKafka(this.settings).producer({
      idempotent: true,
      maxInFlightRequests: 1,
      createPartitioner: Partitioners.DefaultPartitioner,
    });
    await producer.connect();
    return producer;
  }
}

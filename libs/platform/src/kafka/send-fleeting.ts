/** Facts that may be lost without harm (`typing`): sent at once, without an outbox, and forgotten when Kafka is away. */
import { Inject, Injectable, Logger } from '@nestjs/common';
import { type FactBody, type FactType, newId, topicOfFact, type topics } from '@trunkline/contracts';
import { Partitioners, type Producer } from 'kafkajs';
import { connectKafka } from './connect-kafka.ts';
import { KAFKA, type KafkaSettings, wireTopic } from './kafka-settings.ts';
import { writeRecord } from './write-record.ts';

type FleetingTopic = { [Name in keyof typeof topics]: (typeof topics)[Name] extends { fleeting: true } ? Name : never };
export type FleetingType = (typeof topics)[FleetingTopic[keyof typeof topics]]['facts'][number] & FactType;

const reopenAfterMs = 2_000;

@Injectable()
export class Fleeting {
  private readonly log = new Logger(Fleeting.name);
  private producer?: Promise<Producer>;
  private notBefore = 0;

  constructor(@Inject(KAFKA) private readonly settings: KafkaSettings) {}

  /** Never throws and never waits. */
  send<Type extends FleetingType>(type: Type, key: string, data: FactBody<Type>): void {
    if (Date.now() < this.notBefore) return;
    const source = this.settings.service;
    const record = writeRecord({ id: newId(), type, source, at: new Date(), key, body: JSON.stringify(data) });
    this.pass(wireTopic(this.settings, topicOfFact(type)), record).catch((error: Error) => {
      this.log.debug(`lost ${type}: ${error.message}`);
      this.notBefore = Date.now() + reopenAfterMs;
      void this.stop();
    });
  }

  async stop(): Promise<void> {
    const producer = this.producer;
    this.producer = undefined;
    await producer?.then((each) => each.disconnect()).catch(() => undefined);
  }

  private async pass(topic: string, record: ReturnType<typeof writeRecord>): Promise<void> {
    this.producer ??= this.open();
    const producer = await this.producer;
    await producer.send({ topic, messages: [record], acks: 1, timeout: 1_000 });
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

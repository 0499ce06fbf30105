/** Lets a fresh broker make what groups and idempotent producers need, so that nobody meets it unready. */
import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { topicNames } from '@trunkline/contracts';
import type { Kafka } from 'kafkajs';
import { connectKafka } from './connect-kafka.ts';
import { type KafkaSettings, wireTopic } from './kafka-settings.ts';

const patienceMs = 30_000;

/** Joins one throw-away group and starts one idempotent producer; tries again for 30 s. */
export async function warmUp(
  settings: Pick<KafkaSettings, 'service' | 'brokers' | 'prefix' | 'security'>,
): Promise<void> {
  const kafka = connectKafka(settings);
  const until = Date.now() + patienceMs;
  for (;;) {
    try {
      await startProducer(kafka);
      return await joinGroup(kafka, wireTopic(settings, topicNames[0] as string));
    } catch (error) {
      if (Date.now() > until) throw error;
      await delay(200);
    }
  }
}

async function startProducer(kafka: Kafka): Promise<void> {
  const producer = kafka.producer({ idempotent: true, maxInFlightRequests: 1 });
  try {
    await producer.connect();
  } finally {
    await producer.disconnect();
  }
}

async function joinGroup(kafka: Kafka, topic: string): Promise<void> {
  const groupId = `warm-up-${randomUUID()}`;
  const retry = { retries: 2, restartOnFailure: async () => false };
  const consumer = kafka.consumer({ groupId, retry, maxWaitTimeInMs: 100 });
  try {
    const joined = new Promise<void>((resolve, reject) => {
      consumer.on(consumer.events.FETCH, () => resolve());
      consumer.on(consumer.events.CRASH, ({ payload }) => reject(payload.error));
    });
    await consumer.connect();
    await consumer.subscribe({ topics: [topic] });
    await consumer.run({ autoCommit: false, eachMessage: async () => undefined });
    await joined;
  } finally {
    await consumer.disconnect();
  }
}

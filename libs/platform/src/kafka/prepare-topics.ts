/** Makes the topics that are missing, with the settings that contracts' `topics.ts` names; safe to call twice. */
import { type Topic, topicNames, topics } from '@trunkline/contracts';
import type { Admin, ITopicConfig } from 'kafkajs';
import { connectKafka } from './connect-kafka.ts';
import { type KafkaSettings, wireTopic } from './kafka-settings.ts';

const dayMs = 24 * 60 * 60 * 1000;

export async function prepareTopics(
  settings: Pick<KafkaSettings, 'service' | 'brokers' | 'prefix' | 'security'>,
): Promise<void> {
  const admin = connectKafka(settings).admin();
  await admin.connect();
  try {
    const there = new Set(await admin.listTopics());
    const missing = topicNames.filter((name) => !there.has(wireTopic(settings, name)));
    if (missing.length > 0)
      await create(
        admin,
        missing.map((name) => describe(wireTopic(settings, name), topics[name])),
      );
  } finally {
    await admin.disconnect();
  }
}

function describe(topic: string, { partitions, retentionDays, compacted }: Topic): ITopicConfig {
  const keep = compacted
    ? [{ name: 'cleanup.policy', value: 'compact' }]
    : [
        { name: 'cleanup.policy', value: 'delete' },
        { name: 'retention.ms', value: String((retentionDays ?? 7) * dayMs) },
      ];
  return { topic, numPartitions: partitions, configEntries: keep };
}

/** Several services may find a topic missing at once: who comes second is content. */
async function create(admin: Admin, wanted: ITopicConfig[]): Promise<void> {
  try {
    await admin.createTopics({ topics: wanted, waitForLeaders: true, timeout: 10_000 });
  } catch (error) {
    const causes = (error as { errors?: { type?: string }[] }).errors ?? [error as { type?: string }];
    if (causes.some(({ type }) => type !== 'TOPIC_ALREADY_EXISTS')) throw error;
  }
}

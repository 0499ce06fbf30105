/** A process of its own for the stack, compose and the migration Job: makes the topics, warms the broker, ends with 0. */
import { readConfig, topicsConfig } from '../config.ts';
import { grantRights } from './grant-rights.ts';
import { reachKafka } from './kafka-settings.ts';
import { prepareTopics } from './prepare-topics.ts';
import { warmUp } from './warm-up.ts';

try {
  const config = readConfig(topicsConfig);
  const settings = {
    service: 'prepare-topics' as never,
    ...reachKafka(config),
    prefix: config.KAFKA_TOPIC_PREFIX,
  };
  await prepareTopics(settings);
  await grantRights(settings, config.KAFKA_SERVICE_USERS);
  await warmUp(settings);
  process.exit(0);
} catch (error) {
  process.stderr.write(`prepare-topics: ${(error as Error).message}\n`);
  process.exit(1);
}

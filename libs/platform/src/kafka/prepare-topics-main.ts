/** A process of its own for the stack, compose and the migration Job: makes the topics, warms the broker, ends with 0. */
import { services } from '@trunkline/contracts';
import { z } from 'zod';
import { kafkaConfig, readConfig, setting } from '../config.ts';
import { grantRights } from './grant-rights.ts';
import { reachKafka } from './kafka-settings.ts';
import { prepareTopics } from './prepare-topics.ts';
import { warmUp } from './warm-up.ts';

const spec = {
  ...kafkaConfig,
  KAFKA_SERVICE_USERS: setting.json(z.partialRecord(z.enum(services), z.string().min(1)), {
    default: {},
    help: '{"channels":"user",…}: gives each its rights on topics and groups (ACLs); needs a user who may',
  }),
  KAFKA_TOPIC_PREFIX: setting.text({ default: '', help: 'stands before every topic and group; for tests' }),
};

try {
  const config = readConfig(spec);
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

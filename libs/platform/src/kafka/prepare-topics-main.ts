/** A process of its own for the stack, compose and the migration Job: makes the topics, warms the broker, ends with 0. */
import { readConfig, setting } from '../config.ts';
import { prepareTopics } from './prepare-topics.ts';
import { warmUp } from './warm-up.ts';

const spec = {
  KAFKA_BROKERS: setting.text({ help: 'host:port of the brokers, separated by commas' }),
  KAFKA_TOPIC_PREFIX: setting.text({ default: '', help: 'stands before every topic and group; for tests' }),
};

try {
  const config = readConfig(spec);
  const settings = {
    service: 'prepare-topics' as never,
    brokers: config.KAFKA_BROKERS.split(','),
    prefix: config.KAFKA_TOPIC_PREFIX,
  };
  await prepareTopics(settings);
  await warmUp(settings);
  process.exit(0);
} catch (error) {
  process.stderr.write(`prepare-topics: ${(error as Error).message}\n`);
  process.exit(1);
}

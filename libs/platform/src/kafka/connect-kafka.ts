/** Opens a kafkajs client that is quiet about what heals by itself. */
import { Logger } from '@nestjs/common';
import { Kafka, logLevel } from 'kafkajs';
import type { KafkaSecurity } from './kafka-settings.ts';
import { restWhileIdle } from './rest-while-idle.ts';

const log = new Logger('Kafka');
restWhileIdle();

/** kafkajs calls every reconnect an error; who uses the client hears of it by exception and judges it there. */
const logCreator =
  () =>
  ({ level, namespace, log: entry }: { level: logLevel; namespace: string; log: { message: string } }): void => {
    if (level <= logLevel.WARN) log.debug(`${namespace}: ${entry.message}`);
  };

export function connectKafka(settings: { service: string; brokers: string[]; security?: KafkaSecurity }): Kafka {
  const { tls = null, signIn = null } = settings.security ?? {};
  return new Kafka({
    clientId: settings.service,
    brokers: settings.brokers,
    ...(tls && { ssl: { minVersion: 'TLSv1.2', ...(tls.ca ? { ca: [tls.ca] } : {}) } }),
    ...(signIn && { sasl: { mechanism: 'scram-sha-512', username: signIn.user, password: signIn.password } }),
    connectionTimeout: 2_000,
    requestTimeout: 10_000,
    logLevel: logLevel.WARN,
    logCreator,
    retry: { retries: 2, initialRetryTime: 100, maxRetryTime: 1_000 },
  });
}

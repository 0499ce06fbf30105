/** What each stage of the stock chain starts from: Nest's own Kafka transport, as its documentation shows it. */
import 'reflect-metadata';
import { Controller, Logger, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { ClientKafka, EventPattern, Transport } from '@nestjs/microservices';
import pg from 'pg';

Logger.overrideLogger(false);
process.env.KAFKAJS_NO_PARTITIONER_WARNING = '1';
process.on('disconnect', () => process.exit(0));

const { BENCH_DATABASE_URL, KAFKA_BROKERS, BENCH_PREFIX } = process.env;
const quiet = { logLevel: 0 };
const client = (clientId) => ({ clientId, brokers: KAFKA_BROKERS.split(','), ...quiet });

export const topic = (name) => `${BENCH_PREFIX}${name}`;
export const tell = (said) => process.send(said);
export const openPool = () => new pg.Pool({ connectionString: BENCH_DATABASE_URL, max: 10 });

/** `emit(topic, key, value)` resolves once the broker has it. */
export async function openEmitter(clientId) {
  const kafka = new ClientKafka({ client: client(clientId) });
  await kafka.connect();
  return (name, key, value) =>
    new Promise((resolve, reject) =>
      kafka.emit(topic(name), { key, value }).subscribe({ error: reject, complete: resolve }),
    );
}

/** One message a call, as `@EventPattern` gives it; Nest commits its offset. */
export async function listen(name, groupId, take) {
  class Heard {
    take(value) {
      return take(value);
    }
  }
  EventPattern(topic(name))(Heard.prototype, 'take', Object.getOwnPropertyDescriptor(Heard.prototype, 'take'));
  Controller()(Heard);
  class Root {}
  Module({ controllers: [Heard] })(Root);
  const app = await NestFactory.createMicroservice(Root, {
    transport: Transport.KAFKA,
    options: { client: client(groupId), consumer: { groupId: topic(groupId) }, subscribe: { fromBeginning: true } },
    logger: false,
  });
  await app.listen();
}

/** For specs: one service's platform over a database and a topic prefix of its own, without doors. */
import { randomUUID } from 'node:crypto';
import type { Service } from '@trunkline/contracts';
import { Parked } from '../facts-in/park.ts';
import { Leases } from '../lease.ts';
import { Log } from '../log.ts';
import { Relay } from '../outbox/relay.ts';
import { openPostgres } from '../postgres/open-postgres.ts';
import { Postgres } from '../postgres/transaction.ts';
import type { KafkaSettings } from './kafka-settings.ts';
import { FactProducer } from './producer.ts';
import { KafkaBatches } from './transport.ts';

export type GivenService = {
  settings: KafkaSettings;
  postgres: Postgres;
  parked: Parked;
  batches: KafkaBatches;
  relay: Relay;
  producer: FactProducer;
  leases: Leases;
  stop: () => Promise<void>;
};

export type GivenOptions = { service: Service; url: string; brokers: string } & Partial<
  Omit<KafkaSettings, 'brokers'>
> & {
    prefix: string;
  };

export async function givenAService({ service, url, brokers, ...more }: GivenOptions): Promise<GivenService> {
  const instance = randomUUID();
  const settings: KafkaSettings = { topics: 'auto', ...more, service, instance, brokers: brokers.split(',') };
  const postgres = new Postgres(await openPostgres({ url }));
  const leases = new Leases(postgres, { name: service, instance }, new Log({ service, instance, level: 'silent' }));
  const parked = new Parked(postgres);
  const relay = new Relay(postgres, leases, settings, parked);
  const producer = new FactProducer(settings);
  const batches = new KafkaBatches(settings, parked);
  const stop = async () => {
    await batches.close();
    await relay.stop();
    await producer.close();
    await leases.stop();
    await postgres.close();
  };
  return { settings, postgres, parked, batches, relay, producer, leases, stop };
}

/** Waits for the fact, never for a time; the sentence is what a failing test prints. */
export async function until(what: string, isSo: () => Promise<boolean> | boolean, seconds = 20): Promise<void> {
  const end = Date.now() + seconds * 1_000;
  while (!(await isSo())) {
    if (Date.now() > end) throw new Error(`not within ${seconds} s: ${what}`);
    await new Promise((next) => setTimeout(next, 20));
  }
}

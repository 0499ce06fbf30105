/** Where Kafka is and under which names this service speaks to it. */
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Service, TopicName } from '@trunkline/contracts';
import type { Config, kafkaConfig } from '../config.ts';

/** Nest's token for the settings below. */
export const KAFKA = Symbol('kafka');

/** How a line to Kafka is kept: in plain, encrypted, and as whom. Absent in tests. */
export type KafkaSecurity = {
  /** `ca`: the authority's certificate, PEM; null: the usual ones. */
  tls: { ca: string | null } | null;
  signIn: { user: string; password: string } | null;
};

export type KafkaSettings = {
  service: Service;
  /** This replica's name, new at each start: the group of `every: 'replica'` is made of it. */
  instance: string;
  brokers: string[];
  security?: KafkaSecurity;
  /** Stands before each topic and group, so that several test runs share one broker; empty in production. */
  prefix: string;
  /** `auto`: an unknown topic is made as contracts' `topics.ts` says; `managed`: somebody else does, we only raise the alarm. */
  topics: 'auto' | 'managed';
  /** Writes the ids of all facts that are taken into the log: who counts what came twice reads them there. */
  tellTaken?: boolean;
  /** How often the sweeper notes what every reader has passed; design §5 says 30 s. */
  markEveryMs?: number;
  /** How often the sweeper looks for signs of a wiped log. */
  checkEveryMs?: number;
  /** How long after a wipe all is sent once more: longer than any reader is busy with one batch (8 s) or rests (10 s). */
  onceMoreAfterMs?: number;
};

type Reached = Config<typeof kafkaConfig>;
type FromConfig = Reached & { KAFKA_TOPIC_PREFIX: string; KAFKA_TOPICS: 'auto' | 'managed'; LOG_LEVEL?: string };

/** Reads the authority's file: a missing one is said at the start, not at the first lost line. */
export function reachKafka(config: Reached): { brokers: string[]; security: KafkaSecurity } {
  const { KAFKA_TLS, KAFKA_CA, KAFKA_USER: user, KAFKA_PASSWORD: password } = config;
  return {
    brokers: config.KAFKA_BROKERS.split(',').map((broker) => broker.trim()),
    security: {
      tls: KAFKA_TLS ? { ca: KAFKA_CA ? readFileSync(KAFKA_CA, 'utf8') : null } : null,
      signIn: user ? { user, password } : null,
    },
  };
}

/** Takes this service's Kafka settings out of its configuration. */
export function kafkaSettings(config: FromConfig, service: { name: Service; instance?: string }): KafkaSettings {
  return {
    service: service.name,
    instance: service.instance ?? randomUUID(),
    ...reachKafka(config),
    prefix: config.KAFKA_TOPIC_PREFIX,
    topics: config.KAFKA_TOPICS,
    tellTaken: config.LOG_LEVEL === 'debug',
  };
}

/** The topic's name on the wire. */
export const wireTopic = (settings: { prefix: string }, topic: string): string => `${settings.prefix}${topic}`;
/** A wire name's topic in contracts. */
export const plainTopic = (settings: { prefix: string }, wire: string): TopicName =>
  wire.slice(settings.prefix.length) as TopicName;
/** The group that all replicas of a service share. */
export const groupOf = (settings: { prefix: string }, service: string): string => `${settings.prefix}${service}`;

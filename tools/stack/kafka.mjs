/** Apache Kafka 4.4 in KRaft mode, one node: broker and controller in one Java. */
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { certificatesOf, isEncrypted, wordOf } from './make-certificates.mjs';
import { logSize, readFrom } from './read-log.mjs';
import { runToEnd } from './run-to-end.mjs';
import { waitFor } from './wait-for.mjs';

const lean = ['-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1'];

export const kafka = {
  name: 'kafka',
  gives: ['KAFKA_BROKERS'],
  needsJava: true,
  ports: { broker: 'TRUNKLINE_KAFKA_PORT', controller: undefined },
  dataFolder: (place) => join(place.home, 'data/kafka'),
  env: ({ broker }, place) => (isEncrypted() ? encryptedEnv(place, broker) : { KAFKA_BROKERS: `127.0.0.1:${broker}` }),
  address: ({ broker }) => `127.0.0.1:${broker}`,

  async start(place, { ports, log }) {
    const folder = kafka.dataFolder(place);
    const files = writeSettings(folder, ports, isEncrypted() ? encryptedLines(place) : plainLines);
    const classes = join(place.jars, 'kafka/*');
    if (!existsSync(join(folder, 'log/meta.properties'))) {
      const users = isEncrypted() ? scramUsers(place) : [];
      const tool = ['kafka.tools.StorageTool', 'format', '-t', clusterId(), '-c', files.server, ...users];
      const args = ['-Xmx128m', ...lean, `-Dlog4j2.configurationFile=${files.log4j}`, '-cp', classes, ...tool];
      await runToEnd(place, { name: 'kafka-format', command: place.java, args });
    }
    // A benchmark wants the optimising compiler too: it is slower to start.
    const flags = place.name === 'bench' ? ['-XX:+UseSerialGC'] : lean;
    const settings = ['-Djava.awt.headless=true', `-Dlog4j2.configurationFile=${files.log4j}`];
    const args = ['-Xms128m', '-Xmx384m', ...flags, ...settings, '-cp', classes, 'kafka.Kafka', files.server];
    const from = logSize(log);
    const child = place.house.launch({ name: 'kafka', command: place.java, args, log, signal: 'SIGTERM' });
    await waitFor(() => readFrom(log, from).includes('Kafka Server started'), { child });
    return child;
  },

  /** A fresh broker refuses its first group: platform joins one, and makes the topics, before anybody else comes. */
  async warmUp(place, env) {
    const script = join(place.root, 'libs/platform/dist/kafka/prepare-topics-main.js');
    if (!existsSync(script)) return;
    const child = { name: 'prepare-topics', command: process.execPath, args: [script], cwd: place.root };
    await runToEnd(place, { ...child, env: { ...process.env, ...env } });
  },
};

/** 16 random bytes; the tool takes a leading dash for an option. */
function clusterId() {
  const id = randomBytes(16).toString('base64url');
  return id.startsWith('-') ? clusterId() : id;
}

function writeSettings(folder, { broker, controller }, lines) {
  mkdirSync(folder, { recursive: true });
  const files = { server: join(folder, 'server.properties'), log4j: join(folder, 'log4j2.properties') };
  const all = [...serverLines(join(folder, 'log'), controller), ...lines({ broker, controller })];
  writeFileSync(files.server, `${all.join('\n')}\n`, { mode: 0o600 });
  writeFileSync(files.log4j, `${log4jLines.join('\n')}\n`);
  return files;
}

const plainLines = ({ broker, controller }) => [
  `listeners=PLAINTEXT://127.0.0.1:${broker},CONTROLLER://127.0.0.1:${controller}`,
  `advertised.listeners=PLAINTEXT://127.0.0.1:${broker}`,
  'listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT',
  'inter.broker.listener.name=PLAINTEXT',
];

/** The stack's own user may all; each service's has the rights it is granted (`grant-rights.ts`). */
const owner = 'stack';
const serviceUsers = { channels: 'channels', router: 'router', sla: 'sla', gateway: 'gateway' };

function scramUsers(place) {
  const word = wordOf(place);
  const names = [owner, ...Object.values(serviceUsers)];
  return names.flatMap((name) => ['--add-scram', `SCRAM-SHA-512=[name=${name},password=${word}]`]);
}

const encryptedEnv = (place, broker) => ({
  KAFKA_BROKERS: `localhost:${broker}`,
  KAFKA_TLS: 'on',
  KAFKA_CA: certificatesOf(place).ca,
  KAFKA_USER: owner,
  KAFKA_PASSWORD: wordOf(place),
  KAFKA_SERVICE_USERS: JSON.stringify(serviceUsers),
  // Services may not make any.
  KAFKA_TOPICS: 'managed',
});

/** Clients come by TLS and SCRAM alone; the controller's line is the broker's own, to itself. */
function encryptedLines(place) {
  const { store } = certificatesOf(place);
  const word = wordOf(place);
  const login = `org.apache.kafka.common.security.scram.ScramLoginModule required username="${owner}" password="${word}";`;
  return ({ broker, controller }) => [
    `listeners=SASL_SSL://127.0.0.1:${broker},CONTROLLER://127.0.0.1:${controller}`,
    `advertised.listeners=SASL_SSL://localhost:${broker}`,
    'listener.security.protocol.map=SASL_SSL:SASL_SSL,CONTROLLER:PLAINTEXT',
    'inter.broker.listener.name=SASL_SSL',
    'sasl.enabled.mechanisms=SCRAM-SHA-512',
    'sasl.mechanism.inter.broker.protocol=SCRAM-SHA-512',
    `listener.name.sasl_ssl.scram-sha-512.sasl.jaas.config=${login}`,
    ...['keystore', 'truststore'].flatMap((one) => [
      `ssl.${one}.type=PKCS12`,
      `ssl.${one}.location=${store}`,
      `ssl.${one}.password=${word}`,
    ]),
    `ssl.key.password=${word}`,
    'ssl.enabled.protocols=TLSv1.2,TLSv1.3',
    'authorizer.class.name=org.apache.kafka.metadata.authorizer.StandardAuthorizer',
    `super.users=User:${owner};User:ANONYMOUS`,
  ];
}

const serverLines = (log, controller) => [
  'process.roles=broker,controller',
  'node.id=1',
  `controller.quorum.voters=1@127.0.0.1:${controller}`,
  `log.dirs=${log}`,
  'controller.listener.names=CONTROLLER',
  'auto.create.topics.enable=false',
  'num.partitions=3',
  'default.replication.factor=1',
  'min.insync.replicas=1',
  'log.segment.bytes=67108864',
  'log.retention.hours=168',
  'offsets.topic.replication.factor=1',
  'offsets.topic.num.partitions=4',
  'share.coordinator.state.topic.replication.factor=1',
  'share.coordinator.state.topic.min.isr=1',
  'transaction.state.log.replication.factor=1',
  'transaction.state.log.min.isr=1',
  'transaction.state.log.num.partitions=4',
  'group.initial.rebalance.delay.ms=0',
  'group.min.session.timeout.ms=1000',
  // After a kill the broker may return only when its old session is over; the usual nine seconds are for clusters.
  'broker.session.timeout.ms=4000',
  'broker.heartbeat.interval.ms=800',
];

const log4jLines = [
  'status=error',
  'appender.console.type=Console',
  'appender.console.name=console',
  'appender.console.layout.type=PatternLayout',
  'appender.console.layout.pattern=%d{ISO8601} %p %m (%c)%n',
  'rootLogger.level=warn',
  'rootLogger.appenderRef.console.ref=console',
  'logger.started.name=kafka.server.KafkaRaftServer',
  'logger.started.level=info',
];

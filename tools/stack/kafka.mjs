/** Apache Kafka 4.4 in KRaft mode, one node: broker and controller in one Java. */
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
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
  env: ({ broker }) => ({ KAFKA_BROKERS: `127.0.0.1:${broker}` }),
  address: ({ broker }) => `127.0.0.1:${broker}`,

  async start(place, { ports, log }) {
    const folder = kafka.dataFolder(place);
    const files = writeSettings(folder, ports);
    const classes = join(place.jars, 'kafka/*');
    if (!existsSync(join(folder, 'log/meta.properties'))) {
      const tool = ['kafka.tools.StorageTool', 'format', '-t', clusterId(), '-c', files.server];
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

function writeSettings(folder, { broker, controller }) {
  mkdirSync(folder, { recursive: true });
  const files = { server: join(folder, 'server.properties'), log4j: join(folder, 'log4j2.properties') };
  writeFileSync(files.server, `${serverLines(join(folder, 'log'), broker, controller).join('\n')}\n`);
  writeFileSync(files.log4j, `${log4jLines.join('\n')}\n`);
  return files;
}

const serverLines = (log, broker, controller) => [
  'process.roles=broker,controller',
  'node.id=1',
  `controller.quorum.voters=1@127.0.0.1:${controller}`,
  `log.dirs=${log}`,
  `listeners=PLAINTEXT://127.0.0.1:${broker},CONTROLLER://127.0.0.1:${controller}`,
  `advertised.listeners=PLAINTEXT://127.0.0.1:${broker}`,
  'listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT',
  'controller.listener.names=CONTROLLER',
  'inter.broker.listener.name=PLAINTEXT',
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

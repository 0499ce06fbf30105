/** The relay on a real broker and Postgres: order, duplicates after a crash, refused rows, two replicas, its speed. */
import { randomUUID } from 'node:crypto';
import { Logger } from '@nestjs/common';
import { factMaxBytes, newId } from '@trunkline/contracts';
import { freshDatabase, testPasswords } from '@trunkline/testing';
import { connectKafka } from '../kafka/connect-kafka.ts';
import { type GivenService, givenAService, until } from '../kafka/given-a-service.ts';
import { wireTopic } from '../kafka/kafka-settings.ts';
import { prepareTopics } from '../kafka/prepare-topics.ts';
import { FactProducer } from '../kafka/producer.ts';
import { headerText } from '../kafka/read-record.ts';
import { migrateService } from '../postgres/migrate.ts';
import { prepareRoles, urlOfService } from '../postgres/prepare-roles.ts';
import { inTrace, newTraceparent } from '../trace.ts';
import { passOn } from './pass-on.ts';
import { shardOf } from './shard-of.ts';
import { type NewFact, writeFacts } from './write-fact.ts';

type Heard = { id: string; key: string; because: string; traceparent?: string };

const brokers = process.env.KAFKA_BROKERS as string;
const heard: Heard[] = [];
let database: Awaited<ReturnType<typeof freshDatabase>>;
let router: GivenService;
let stopListening: () => Promise<void>;
let given: { service: 'router'; url: string; brokers: string; prefix: string };

const fact = (because: string, key = 'one'): NewFact => ({
  type: 'agent.presence-changed',
  key,
  data: { agentId: newId(), state: 'online', since: new Date().toISOString(), because },
});
const write = (facts: NewFact[]) => router.postgres.transaction((tx) => writeFacts(tx, facts));
const waiting = async () => (await router.relay.waiting()).rows;
const saying = (name: string) => heard.filter(({ because }) => because.startsWith(name));

async function listen(service: GivenService): Promise<() => Promise<void>> {
  const consumer = connectKafka(service.settings).consumer({ groupId: `spec-${randomUUID()}`, maxWaitTimeInMs: 100 });
  await consumer.connect();
  await consumer.subscribe({ topics: [wireTopic(service.settings, 'agents')], fromBeginning: true });
  await consumer.run({
    eachMessage: async ({ message: { key, value, headers = {} } }) => {
      const { because } = JSON.parse(String(value));
      const id = headerText(headers.ce_id) as string;
      heard.push({ id, key: String(key), because, traceparent: headerText(headers.traceparent) });
    },
  });
  return () => consumer.disconnect();
}

beforeAll(async () => {
  Logger.overrideLogger(false);
  database = await freshDatabase();
  const { ownerUrl } = database;
  await prepareRoles({ ownerUrl, passwords: testPasswords });
  await migrateService({ ownerUrl, service: 'router', migrations: [] });
  const url = urlOfService(ownerUrl, 'router', testPasswords.router);
  given = { service: 'router', url, brokers, prefix: `spec${process.env.JEST_WORKER_ID}-${randomUUID().slice(0, 8)}.` };
  router = await givenAService(given);
  await prepareTopics(router.settings);
  stopListening = await listen(router);
  router.relay.start();
}, 60_000);

afterAll(async () => {
  await stopListening?.();
  await router?.stop();
  await database?.drop();
});

test('facts of one key arrive in the order of their transactions, with the trace that wrote them', async () => {
  const trace = newTraceparent();
  await inTrace(trace, async () => {
    for (let at = 0; at < 50; at += 1) await write([fact(`ordered ${at} a`), fact(`ordered ${at} b`)]);
  });
  await until('all arrived', () => saying('ordered').length === 100);
  const wanted = Array.from({ length: 50 }, (_, at) => [`ordered ${at} a`, `ordered ${at} b`]).flat();
  expect(saying('ordered').map(({ because }) => because)).toEqual(wanted);
  expect(new Set(saying('ordered').map(({ traceparent }) => traceparent))).toEqual(new Set([trace]));
});

test('a row that was rolled back is never sent, one that committed is sent within the poll', async () => {
  const broken = router.postgres.transaction(async (tx) => {
    await writeFacts(tx, [fact('rolled back')]);
    throw new Error('no');
  });
  await expect(broken).rejects.toThrow('no');
  await router.postgres.query(
    `INSERT INTO outbox (event_id, topic, key, shard, type, body) VALUES ($1, 'agents', 'quiet', $2, 'agent.presence-changed', $3)`,
    [newId(), shardOf('quiet'), JSON.stringify({ because: 'without a poke' })],
  );
  await until('the quiet row arrived', () => saying('without a poke').length === 1);
  expect(saying('rolled back')).toEqual([]);
});

test('a crash between send and note sends the row again with the same id', async () => {
  const producer = new FactProducer(router.settings);
  const stale = { name: 'relay-0', owner: 'somebody who died', epoch: 0, signal: new AbortController().signal };
  const key = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].find((each) => shardOf(each) === 0) as string;
  await router.relay.stop();
  await write([fact('sent twice', key)]);
  const relaying = { held: new Map([[0, stale]]), postgres: router.postgres, producer, source: 'router' };
  await expect(passOn(relaying)).rejects.toThrow('held by another');
  await until('it arrived once', () => saying('sent twice').length === 1);
  expect(await waiting()).toBe(1);
  await producer.close();
  await router.stop();
  router = await givenAService(given);
  router.relay.start();
  await until('it arrived again', () => saying('sent twice').length === 2);
  expect(new Set(saying('sent twice').map(({ id }) => id)).size).toBe(1);
  await until('nothing waits', async () => (await waiting()) === 0);
});

test('a row that the broker refuses is parked, its shard goes on, and one click sends it again', async () => {
  const eventId = newId();
  await router.postgres.query(
    `INSERT INTO outbox (event_id, topic, key, shard, type, body) VALUES ($1, 'agents', 'one', $2, 'agent.presence-changed', $3)`,
    [eventId, shardOf('one'), JSON.stringify({ because: 'far too long'.repeat(200_000) })],
  );
  await write([fact('after the refused')]);
  await until('the next one arrived', () => saying('after the refused').length === 1);
  const [item] = await router.parked.list();
  expect(item).toMatchObject({ consumer: 'relay', eventId, because: 'broker-refused' });
  await until('nothing waits', async () => (await waiting()) === 0);
  await router.postgres.query('UPDATE outbox SET body = $2 WHERE event_id = $1', [eventId, '{"because":"now short"}']);
  expect(await router.parked.retry(item?.id as string)).toEqual({ taken: 'now' });
  await until('it arrived', () => saying('now short').length === 1);
});

test('a fact over 200 KiB is a defect of its writer and rolls its transaction back', async () => {
  await expect(write([fact('x'.repeat(factMaxBytes))])).rejects.toMatchObject({ because: 'too-large' });
});

test('two replicas share the shards and neither loses nor mixes the order of a key', async () => {
  const second = await givenAService(given);
  second.relay.start();
  const keys = Array.from({ length: 20 }, (_, at) => `key ${at}`);
  for (let round = 0; round < 20; round += 1) await write(keys.map((key) => fact(`shared ${round}`, key)));
  await router.relay.stop();
  for (let round = 20; round < 40; round += 1) await write(keys.map((key) => fact(`shared ${round}`, key)));
  await until('all arrived', () => saying('shared').length >= 800, 30);
  const wanted = Array.from({ length: 40 }, (_, round) => `shared ${round}`);
  for (const key of keys) {
    const said = saying('shared').filter((each) => each.key === key);
    expect(said.map(({ because }) => because)).toEqual(wanted);
  }
  await second.stop();
});

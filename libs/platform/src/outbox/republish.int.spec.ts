/** A wiped log on a real broker: what a reader may have missed comes again by itself, and nothing else does. */
import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import { Controller, type INestMicroservice, Logger, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { type Fact, newId, type Service } from '@trunkline/contracts';
import { freshDatabase, testPasswords } from '@trunkline/testing';
import { connectKafka } from '../kafka/connect-kafka.ts';
import { Facts } from '../kafka/facts.ts';
import { type GivenService, givenAService, until } from '../kafka/given-a-service.ts';
import { wireTopic } from '../kafka/kafka-settings.ts';
import { prepareTopics } from '../kafka/prepare-topics.ts';
import { migrateService } from '../postgres/migrate.ts';
import { prepareRoles, urlOfService } from '../postgres/prepare-roles.ts';
import { deletePassed } from './delete-passed.ts';
import { type NewFact, writeFacts } from './write-fact.ts';

const taken: { id: string; because: string }[] = [];
let gate: Promise<void> = Promise.resolve();
let atTheGate = 0;

@Controller()
class PresenceConsumer {
  @Facts('agent.presence-changed')
  async take(batch: Fact<'agent.presence-changed'>[]): Promise<void> {
    atTheGate += 1;
    await gate;
    taken.push(...batch.map(({ id, data }) => ({ id, because: data.because })));
  }
}

@Module({ controllers: [PresenceConsumer] })
class Consumers {}

let database: Awaited<ReturnType<typeof freshDatabase>>;
let router: GivenService;
let sla: GivenService;
let consumers: INestMicroservice;
const prefix = `spec${process.env.JEST_WORKER_ID}-${randomUUID().slice(0, 8)}.`;

const give = (service: Service, checkEveryMs = 100) =>
  givenAService({
    service,
    url: urlOfService(database.ownerUrl, service, testPasswords[service]),
    brokers: process.env.KAFKA_BROKERS as string,
    prefix,
    markEveryMs: 100,
    onceMoreAfterMs: 3_000,
    checkEveryMs,
  });
const write = (name: string, count: number) =>
  router.postgres.transaction((tx) =>
    writeFacts(
      tx,
      Array.from({ length: count }, (_, at): NewFact => {
        const data = { agentId: newId<never>(), state: 'online', since: new Date().toISOString() } as const;
        return { type: 'agent.presence-changed', key: `key ${at}`, data: { ...data, because: `${name} ${at}` } };
      }),
    ),
  );
const saying = (name: string) => taken.filter(({ because }) => because.startsWith(name));
const published = async (service = router) => (await service.relay.waiting()).rows === 0;
const logNow = async (service = router) =>
  (await service.postgres.query<{ log: string; wipes: number; sound_at: Date }>('SELECT * FROM relay_log'))[0];
const marks = async () =>
  (await router.postgres.query<{ sum: number }>('SELECT coalesce(sum(mark_offset), 0)::int AS sum FROM relay_mark'))[0]
    ?.sum;

async function foundSoundSince(): Promise<boolean> {
  const sql = 'SELECT sound_at > (SELECT max(published_at) FROM outbox) AS sound FROM relay_log';
  return (await router.postgres.query<{ sound: boolean }>(sql))[0]?.sound ?? false;
}

/** All that a wipe brought about is over: sent again, sent once more, and passed by every reader. */
async function isSettled(): Promise<boolean> {
  const [row] = await router.postgres.query<{ above: number; wiped_at: Date | null }>(
    `SELECT wiped_at, (SELECT count(*)::int FROM outbox LEFT JOIN relay_mark AS mark USING (topic, partition, cluster_id)
       WHERE published_at IS NULL OR (cluster_id = log AND "offset" >= coalesce(mark_offset, 0))) AS above FROM relay_log`,
  );
  return row?.wiped_at === null && row.above === 0;
}

async function deleteTopic(name: string): Promise<void> {
  const admin = connectKafka(router.settings).admin();
  await admin.connect();
  await admin.deleteTopics({ topics: [wireTopic(router.settings, name)] });
  await admin.disconnect();
}

async function startReading(): Promise<void> {
  sla = await give('sla');
  consumers = await NestFactory.createMicroservice(Consumers, { strategy: sla.batches, logger: false });
  await consumers.listen();
  await until('sla has joined', () => sla.batches.joined());
}

async function stopReading(): Promise<void> {
  await consumers.close();
  await sla.stop();
}

beforeAll(async () => {
  Logger.overrideLogger(false);
  database = await freshDatabase();
  const { ownerUrl } = database;
  await prepareRoles({ ownerUrl, passwords: testPasswords });
  for (const service of ['router', 'sla', 'gateway'] as const)
    await migrateService({ ownerUrl, service, migrations: [] });
  router = await give('router');
  await prepareTopics(router.settings);
  router.relay.start();
  await startReading();
}, 60_000);

afterAll(async () => {
  await stopReading();
  await router?.stop();
  await database?.drop();
});

test('lag alone sends nothing again', async () => {
  await stopReading();
  await write('lagging', 50);
  await until('all are published', () => published());
  const before = await logNow();
  await until(
    'the log was looked at and noted again',
    async () => ((await logNow())?.sound_at ?? 0) > (before?.sound_at ?? 0),
  );
  await startReading();
  await until('all are taken', () => saying('lagging').length >= 50);
  expect(saying('lagging')).toHaveLength(50);
  expect(await logNow()).toMatchObject({ log: before?.log, wipes: 0 });
});

test('the topic is deleted: what nobody had read comes again with the same ids, what was read does not', async () => {
  await write('read', 20);
  await until('they are taken', () => saying('read').length === 20);
  await until('they are noted as passed', async () => (await marks()) === 70);
  await until('the log was found sound since', foundSoundSince);
  await stopReading();
  await write('unread', 20);
  await until('they are published', () => published());
  const ids = await router.postgres.query<{ event_id: string }>(
    `SELECT event_id FROM outbox WHERE body LIKE '%unread%'`,
  );
  await deleteTopic('agents');
  await until('the wipe was seen', async () => (await logNow())?.wipes === 1);
  await startReading();
  await until('the unread are taken', () => saying('unread').length >= 20, 30);
  expect(new Set(saying('unread').map(({ id }) => id))).toEqual(new Set(ids.map(({ event_id }) => event_id)));
  expect(saying('read')).toHaveLength(20);
});

test('the topic is deleted under readers and writers at work: nothing is lost', async () => {
  await write('before the wipe', 40);
  await deleteTopic('agents');
  for (let round = 0; round < 10; round += 1) await write(`after the wipe ${round},`, 10);
  await until('all are taken', () => new Set(taken.map(({ because }) => because)).size === 90 + 40 + 100, 60);
  await until('nothing waits', () => published());
}, 90_000);

test('a reader that is busy while the topic is deleted and grows anew misses nothing', async () => {
  await until('the wipe before is settled', isSettled);
  let open = () => {};
  gate = new Promise((resolve) => {
    open = resolve;
  });
  atTheGate = 0;
  await write('in hand', 10);
  await until('the reader has them in hand', () => atTheGate > 0);
  const before = (await logNow())?.wipes ?? 0;
  await deleteTopic('agents');
  await until('the wipe was seen', async () => ((await logNow())?.wipes ?? 0) > before);
  await write('past it', 400);
  await until('all are published', () => published(), 6);
  open();
  await until('all are taken', () => new Set(saying('past it').map(({ id }) => id)).size === 400);
}, 90_000);

test('another cluster answers: rows above the mark are sent again to it', async () => {
  await stopReading();
  await write('for the other cluster', 10);
  await until('they are published', () => published());
  const before = (await logNow())?.wipes ?? 0;
  await router.postgres.query(`UPDATE relay_log SET cluster_id = 'the old one'`);
  await until('it was seen', async () => ((await logNow())?.wipes ?? 0) > before);
  await until('they are published again', () => published());
  await startReading();
  await until('each came twice', () => saying('for the other cluster').length >= 20);
  expect(new Set(saying('for the other cluster').map(({ id }) => id)).size).toBe(10);
});

test('the same cluster with an empty log: a row that lands where older ones had been tells it', async () => {
  await stopReading();
  await router.stop();
  router = await give('router', 60_000);
  router.relay.start();
  await write('unread before the log was emptied', 30);
  await until('they are published', () => published());
  const before = (await logNow())?.wipes ?? 0;
  await deleteTopic('agents');
  await until('it can be made again', () =>
    prepareTopics(router.settings).then(
      () => true,
      () => false,
    ),
  );
  await write('told it', 1);
  await until('the wipe was seen', async () => ((await logNow())?.wipes ?? 0) > before);
  await startReading();
  await until('all are taken', () => saying('unread before').length >= 30 && saying('told it').length >= 1);
  expect(new Set(saying('unread before').map(({ id }) => id)).size).toBe(30);
  await router.stop();
  router = await give('router');
  router.relay.start();
});

test('of a compacted topic the newest row of each key comes again', async () => {
  const gateway = await give('gateway');
  gateway.relay.start();
  const put = (key: string, version: number) =>
    gateway.postgres.query(
      `INSERT INTO outbox (event_id, topic, key, shard, type, body) VALUES ($1, 'settings', $2, 0, 'setting.published', $3)`,
      [newId(), key, JSON.stringify({ version })],
    );
  for (const version of [1, 2, 3]) for (const key of ['policy', 'staff']) await put(key, version);
  await until('they are published', () => published(gateway));
  await until('the log is known', async () => (await logNow(gateway)) !== undefined);
  await gateway.postgres.query(`UPDATE relay_log SET cluster_id = 'the old one'`);
  await until('it was seen', async () => (await logNow(gateway))?.wipes === 1);
  await until('they are published again', () => published(gateway));
  const again = await gateway.postgres.query<{ body: string }>(
    `SELECT body FROM outbox WHERE cluster_id = (SELECT log FROM relay_log) ORDER BY id`,
  );
  expect(again.map(({ body }) => body)).toEqual(['{"version":3}', '{"version":3}']);
  await gateway.stop();
});

test('old rows go once every reader has passed them, and not before', async () => {
  await until('all is noted as passed', isSettled);
  await stopReading();
  await write('old and unread', 5);
  await until('they are published', () => published());
  await router.postgres.query(
    `UPDATE outbox SET at = now() - interval '8 days', published_at = now() - interval '8 days'`,
  );
  expect(await deletePassed(router.postgres)).toBeGreaterThan(100);
  const left = await router.postgres.query<{ body: string }>('SELECT body FROM outbox');
  expect(left).toHaveLength(5);
  expect(left.every(({ body }) => body.includes('old and unread'))).toBe(true);
  await startReading();
});

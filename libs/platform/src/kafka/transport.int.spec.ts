/** The transport on a real broker: order, waiting, poison, unknown records, replicas, offsets. */
import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import { Controller, type INestMicroservice, Logger, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { type Fact, type FactType, newId, topicOfFact } from '@trunkline/contracts';
import { freshDatabase, testPasswords } from '@trunkline/testing';
import { EMPTY } from 'rxjs';
import { once } from '../facts-in/once.ts';
import { migrateService } from '../postgres/migrate.ts';
import { prepareRoles, urlOfService } from '../postgres/prepare-roles.ts';
import { connectKafka } from './connect-kafka.ts';
import { Facts } from './facts.ts';
import { type GivenService, givenAService, until } from './given-a-service.ts';
import { groupOf, wireTopic } from './kafka-settings.ts';
import { prepareTopics } from './prepare-topics.ts';
import { Fleeting } from './send-fleeting.ts';
import type { OutgoingRecord } from './write-record.ts';
import { writeRecord } from './write-record.ts';

const brokers = process.env.KAFKA_BROKERS as string;
const calls: { size: number; words: string[] }[] = [];
const taken: string[] = [];
const heardByReplica: string[] = [];
let rejoins = 0;
let behave: (word: string) => unknown = () => undefined;

const word = (fact: Fact<'agent.presence-changed'>) => fact.data.because;

@Controller()
class PresenceConsumer {
  @Facts('agent.presence-changed')
  async take(batch: Fact<'agent.presence-changed'>[]): Promise<unknown> {
    calls.push({ size: batch.length, words: batch.map(word) });
    const result = batch.map((fact) => behave(word(fact)));
    await Promise.all(result);
    taken.push(...batch.map(word));
    return result.includes(EMPTY) ? EMPTY : undefined;
  }
}

@Controller()
class DeliveriesConsumer {
  @Facts('delivery.delivered', 'delivery.read')
  async take(batch: Fact<'delivery.delivered' | 'delivery.read'>[]): Promise<void> {
    calls.push({ size: batch.length, words: batch.map(({ type }) => type) });
  }

  @Facts('delivery.delivered', { every: 'replica' })
  async tell(batch: Fact<'delivery.delivered'>[]): Promise<void> {
    heardByReplica.push(...batch.map(({ key }) => key));
  }
}

@Controller()
class TypingConsumer {
  @Facts('chat.moved', 'typing.started', { every: 'replica' })
  async tell(batch: Fact<'chat.moved' | 'typing.started'>[]): Promise<void> {
    heardByReplica.push(...batch.map(({ key }) => key));
  }
}

@Module({ controllers: [TypingConsumer, PresenceConsumer, DeliveriesConsumer] })
class Consumers {}

let database: Awaited<ReturnType<typeof freshDatabase>>;
let sla: GivenService;
let app: INestMicroservice;

const record = (type: FactType, key: string, data: unknown): OutgoingRecord =>
  writeRecord({ id: newId(), type, source: 'spec', at: new Date(), key, body: JSON.stringify(data) });
const presence = (said: string, key = 'one') =>
  record('agent.presence-changed', key, {
    agentId: newId(),
    state: 'online',
    since: new Date().toISOString(),
    because: said,
  });
const delivered = (key: string, type: FactType = 'delivery.delivered') =>
  record(type, key, {
    messageId: newId(),
    conversationId: newId(),
    channel: 'webchat',
    attempt: 1,
    reference: null,
    socketOf: null,
  });
const send = (topic: string, records: OutgoingRecord[]) =>
  sla.producer.send(records.map((each) => ({ topic, record: each })));
const sendPresence = (words: string[]) =>
  send(
    topicOfFact('agent.presence-changed'),
    words.map((each) => presence(each)),
  );

async function lagOf(topic: string): Promise<number> {
  const admin = connectKafka(sla.settings).admin();
  await admin.connect();
  const wire = wireTopic(sla.settings, topic);
  const ends = await admin.fetchTopicOffsets(wire);
  const [committed] = await admin.fetchOffsets({ groupId: groupOf(sla.settings, 'sla'), topics: [wire] });
  await admin.disconnect();
  const at = new Map(committed?.partitions.map(({ partition, offset }) => [partition, Math.max(0, Number(offset))]));
  return ends.reduce((sum, { partition, high }) => sum + Number(high) - (at.get(partition) ?? 0), 0);
}

beforeAll(async () => {
  Logger.overrideLogger(false);
  database = await freshDatabase();
  await prepareRoles({ ownerUrl: database.ownerUrl, passwords: testPasswords });
  await migrateService({ ownerUrl: database.ownerUrl, service: 'sla', migrations: [] });
  const url = urlOfService(database.ownerUrl, 'sla', testPasswords.sla);
  const prefix = `spec${process.env.JEST_WORKER_ID}-${randomUUID().slice(0, 8)}.`;
  sla = await givenAService({ service: 'sla', url, brokers, prefix });
  await prepareTopics(sla.settings);
  await send('deliveries', [delivered('before the start')]);
  sla.batches.onReplicaJoined(() => {
    rejoins += 1;
  });
  app = await NestFactory.createMicroservice(Consumers, { strategy: sla.batches, logger: false });
  await app.listen();
  await until('both groups are joined', () => sla.batches.joined());
}, 60_000);

afterAll(async () => {
  await app?.close();
  await sla?.stop();
  await database?.drop();
});

beforeEach(() => {
  calls.length = 0;
  taken.length = 0;
  behave = () => undefined;
});

const words = (count: number, name: string) => Array.from({ length: count }, (_, index) => `${name} ${index}`);

test('records of one key are taken in their order, in runs of at most 500', async () => {
  const sent = words(1_200, 'in order');
  await sendPresence(sent);
  await until('all are taken', () => taken.length === 1_200);
  expect(taken).toEqual(sent);
  expect(calls.every(({ size }) => size <= 500)).toBe(true);
  expect(calls.length).toBeLessThan(20);
});

test('two types of one method share a run', async () => {
  const types = Array.from(
    { length: 40 },
    (_, index) => (index % 2 ? 'delivery.read' : 'delivery.delivered') as FactType,
  );
  await send(
    'deliveries',
    types.map((type) => delivered('mixed', type)),
  );
  const mixed = () => calls.filter(({ words: [first] }) => first?.startsWith('delivery.'));
  await until('all are taken', () => mixed().reduce((sum, { size }) => sum + size, 0) >= 40);
  expect(Math.max(...mixed().map(({ size }) => size))).toBeGreaterThan(2);
});

test('a transient failure pauses the partition, moves no offset, and the order stays', async () => {
  let refusals = 3;
  behave = (said) => {
    if (said === 'waits 1' && refusals-- > 0) throw Object.assign(new Error('deadlock detected'), { code: '40P01' });
  };
  await sendPresence(words(3, 'waits'));
  await until('all are taken', () => taken.length >= 3);
  expect(taken).toEqual(words(3, 'waits'));
  expect(await sla.parked.count()).toBe(0);
});

test('one poison among 500 is parked alone, after three tries of its own, and all others are taken once', async () => {
  const sent = words(500, 'poison');
  behave = (said) => {
    if (said === 'poison 333') throw Object.assign(new Error('violates check constraint'), { code: '23514' });
  };
  await sendPresence(sent);
  await until('it is parked', async () => (await sla.parked.count()) === 1);
  await until('the others are taken', () => taken.length === 499);
  expect(taken).toEqual(sent.filter((said) => said !== 'poison 333'));
  expect(calls.filter(({ words: [first], size }) => size === 1 && first === 'poison 333')).toHaveLength(3);
  const [item] = await sla.parked.list();
  expect(item).toMatchObject({ consumer: 'PresenceConsumer.take', because: 'handling-failed', tries: 3 });
  expect(JSON.parse(item?.raw.toString() ?? '')).toMatchObject({ because: 'poison 333' });
});

test('one click takes a parked record in again with its own event id, a second click changes nothing', async () => {
  const [item] = await sla.parked.list();
  const id = item?.id as string;
  behave = () => {
    throw Object.assign(new Error('still violates'), { code: '23514' });
  };
  await expect(sla.parked.retry(id)).rejects.toMatchObject({ code: 'handling-failed' });
  expect(await sla.parked.count()).toBe(1);
  behave = () => undefined;
  expect(await sla.parked.retry(id)).toEqual({ taken: 'now' });
  expect(await sla.parked.retry(id)).toEqual({ taken: 'before' });
  expect(taken).toEqual(['poison 333']);
  expect(await sla.parked.count()).toBe(0);
});

test.each([
  ['a TypeError', () => (undefined as unknown as { no: { thing: string } }).no.thing],
  ['a SyntaxError', () => JSON.parse('{')],
  [
    'a plain object',
    () => {
      throw { status: 'error', message: 'plain' };
    },
  ],
])('%s in a handler is parked and the consumer goes on', async (name, fail) => {
  const before = await sla.parked.count();
  behave = (said) => (said === name ? fail() : undefined);
  await sendPresence([name, `after ${name}`]);
  await until('the next one is taken', () => taken.includes(`after ${name}`));
  expect(await sla.parked.count()).toBe(before + 1);
});

test('an empty stream is an answer like any other', async () => {
  behave = () => EMPTY;
  await sendPresence(['empty', 'after empty']);
  await until('both are taken', () => taken.length === 2);
});

test('unknown types, broken JSON and broken contracts are parked with their raw bytes, unheard types are passed', async () => {
  const before = await sla.parked.count();
  const unknown = record('nobody.knows' as FactType, 'one', { any: 'thing' });
  const noJson = { ...presence('x'), value: '{"half' };
  const broken = record('agent.presence-changed', 'one', { agentId: 'no id' });
  const bare = { key: 'one', value: '\u0000\u0001', headers: {} };
  await send('agents', [unknown, noJson, broken, bare, presence('after the garbage')]);
  await send('deliveries', [delivered('one', 'delivery.sent')]);
  await until('the good one is taken', () => taken.includes('after the garbage'));
  const items = (await sla.parked.list()).slice(before);
  expect(items.map(({ because }) => because).sort()).toEqual([
    'breaks-contract',
    'not-json',
    'unknown-fact',
    'unknown-fact',
  ]);
  expect(items.find(({ because }) => because === 'not-json')?.raw.toString()).toBe('{"half');
  const stillUnknown = items.find(({ headers }) => headers.ce_type === 'nobody.knows');
  await expect(sla.parked.retry(stillUnknown?.id as string)).rejects.toMatchObject({ code: 'handling-failed' });
});

test('every replica hears from the end, and reads again after its join', async () => {
  await until('the first join was told', () => rejoins > 0);
  await send('deliveries', [delivered('after the start')]);
  await until('it is heard', () => heardByReplica.includes('after the start'));
  expect(heardByReplica).not.toContain('before the start');
});

test('a fleeting fact reaches every replica without an outbox', async () => {
  const fleeting = new Fleeting(sla.settings);
  fleeting.send('chat.moved', 'webchat:demo:anna', { channel: 'webchat', account: 'demo', address: 'anna' });
  await until('it is heard', () => heardByReplica.includes('webchat:demo:anna'));
  await fleeting.stop();
});

test('two methods of one name are refused at the start, for a parked item could go back to either', () => {
  const other = async () => undefined as never;
  expect(() =>
    sla.batches.addHandler('agent.presence-changed', other, true, { unit: 'PresenceConsumer.take' }),
  ).toThrow('two methods that hear facts are called PresenceConsumer.take');
});

test('at the end every offset is committed', async () => {
  await until('no lag on agents', async () => (await lagOf('agents')) === 0);
  await until('no lag on deliveries', async () => (await lagOf('deliveries')) === 0);
});

test('a fact heard twice is new once, and a parked one is new until it is taken in', async () => {
  const facts = [newId(), newId()].map((id) => ({ id }) as Fact);
  const count = (given: Fact[]) => sla.postgres.transaction(async (tx) => (await once(tx, 'spec', given)).length);
  expect(await count([...facts, ...facts])).toBe(2);
  expect(await count(facts)).toBe(0);
  await sla.postgres.query(`UPDATE processed_event SET outcome = 'parked' WHERE consumer = 'spec' AND event_id = $1`, [
    facts[0]?.id,
  ]);
  expect(await count(facts)).toBe(1);
});

/** A membership on a real broker: what ends the process, what heals by itself. */
import { randomUUID } from 'node:crypto';
import { Logger } from '@nestjs/common';
import { type Fact, newId } from '@trunkline/contracts';
import { connectKafka } from './connect-kafka.ts';
import { until } from './given-a-service.ts';
import { Consuming, type Membership } from './keep-consuming.ts';
import { prepareTopics } from './prepare-topics.ts';
import { FactProducer } from './producer.ts';
import { writeRecord } from './write-record.ts';

const settings = {
  service: 'sla',
  instance: randomUUID(),
  brokers: (process.env.KAFKA_BROKERS as string).split(','),
  prefix: `spec${process.env.JEST_WORKER_ID}-${randomUUID().slice(0, 8)}.`,
  topics: 'auto',
} as const;
const opened: Consuming[] = [];

function join(topics: string[], more: Partial<Membership> = {}, take = async (_facts: Fact[]) => {}) {
  const seen = { deaths: [] as string[], joins: 0, unknown: 0 };
  const listeners = new Map([['agent.presence-changed' as const, [{ unit: 'Spec.take', take }]]]);
  const consuming = new Consuming({
    kafka: connectKafka(settings),
    groupId: `${settings.prefix}${randomUUID()}`,
    topics,
    audience: 'shared',
    taking: { listeners, consumer: 'spec', park: async () => {}, handlerLimitMs: 1_000 },
    onUnknownTopic: async () => {
      seen.unknown += 1;
    },
    onJoined: () => {
      seen.joins += 1;
    },
    die: (because) => seen.deaths.push(because),
    ...more,
  });
  opened.push(consuming);
  consuming.start();
  return { consuming, seen };
}

const presence = (because: string) => {
  const body = JSON.stringify({ agentId: newId(), state: 'online', since: new Date().toISOString(), because });
  return writeRecord({ id: newId(), type: 'agent.presence-changed', source: 'spec', at: new Date(), key: 'k', body });
};

beforeAll(() => Logger.overrideLogger(false));
afterAll(() => Promise.all(opened.map((each) => each.stop())));

test('a defect that no restart mends ends the process', async () => {
  const { seen, consuming } = join(['no topic has such a name!']);
  await until('it asks to die', () => seen.deaths.length > 0);
  expect(seen.deaths[0]).toContain('crashed for good');
  await consuming.stop();
});

test('a topic that is missing is made, and then heard; nobody dies of it', async () => {
  const heard: string[] = [];
  const take = async (facts: Fact[]) =>
    void heard.push(...facts.map(({ data }) => (data as { because: string }).because));
  const { seen, consuming } = join(
    [`${settings.prefix}agents`],
    { onUnknownTopic: () => prepareTopics(settings) },
    take,
  );
  await until('it has joined', () => consuming.joined());
  const producer = new FactProducer(settings);
  await producer.send([{ topic: 'agents', record: presence('first') }]);
  await until('it is heard', () => heard.includes('first'));
  await producer.close();
  expect(seen.deaths).toEqual([]);
  expect(consuming.isStuck()).toBe(false);
});

test('a broker that is away is waited for: not joined, not stuck, not dead', async () => {
  const kafka = connectKafka({ service: 'sla', brokers: ['127.0.0.1:1'] });
  const { seen, consuming } = join(['agents'], { kafka });
  await consuming.stop();
  expect([consuming.joined(), consuming.isStuck(), seen.deaths]).toEqual([false, false, []]);
});

test('stopping ends the run in hand, commits it, and the next member goes on behind it', async () => {
  await prepareTopics(settings);
  const groupId = `${settings.prefix}handed-over`;
  const producer = new FactProducer(settings);
  const words = Array.from({ length: 1_000 }, (_, at) => String(at));
  await producer.send(words.map((word) => ({ topic: 'agents', record: presence(`handed ${word}`) })));
  await producer.close();
  const taken: string[] = [];
  let inHand = () => {};
  const started = new Promise<void>((resolve) => {
    inHand = resolve;
  });
  const take = async (facts: Fact[]) => {
    inHand();
    await new Promise((next) => setTimeout(next, 50));
    const said = facts.map(({ data }) => (data as { because: string }).because);
    taken.push(...said.filter((word) => word.startsWith('handed')));
  };
  const first = join([`${settings.prefix}agents`], { groupId }, take);
  await started;
  await first.consuming.stop();
  expect(taken.length).toBeLessThan(1_000);
  const second = join([`${settings.prefix}agents`], { groupId }, take);
  await until('all are taken', () => taken.length >= 1_000);
  expect(taken).toEqual(words.map((word) => `handed ${word}`));
  await second.consuming.stop();
});

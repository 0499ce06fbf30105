/** Makes the AsyncAPI 3 document of the topics from their list and the facts' contracts. */
import { z } from 'zod';
import { facts } from './facts.ts';
import { type Service, services, type Topic, topics } from './topics.ts';

type Json = { [name: string]: unknown };
const ref = (path: string) => ({ $ref: `#/${path}` });
const idOf = (topic: string) => topic.replaceAll('.', '-');

export function asyncApiDocument(): Json {
  const all = Object.entries(topics as Record<string, Topic>);
  return {
    asyncapi: '3.0.0',
    info: {
      title: 'Trunkline’s facts',
      version: '1',
      description:
        'CloudEvents 1.0, Kafka binary binding. At least once; ids are UUIDv7; published versions gain optional fields only.',
      license: { name: 'Apache-2.0', url: 'https://www.apache.org/licenses/LICENSE-2.0' },
    },
    defaultContentType: 'application/json',
    channels: Object.fromEntries(all.map(([name, topic]) => [idOf(name), channel(name, topic)])),
    operations: Object.fromEntries(services.flatMap((service) => operationsOf(service, all))),
    components: {
      messages: Object.fromEntries(Object.entries(facts).map(([type, schema]) => [idOf(type), message(type, schema)])),
    },
  };
}

function channel(address: string, topic: Topic): Json {
  const messages = Object.fromEntries(
    topic.facts.map((type) => [idOf(type), ref(`components/messages/${idOf(type)}`)]),
  );
  const kept = topic.compacted
    ? { 'cleanup.policy': ['compact'] }
    : { 'retention.ms': (topic.retentionDays ?? 7) * 86_400_000 };
  return {
    address,
    description: `Key: ${topic.key}.${topic.fleeting ? ' May be lost without harm.' : ''}`,
    messages,
    bindings: { kafka: { partitions: topic.partitions, topicConfiguration: kept } },
  };
}

function operationsOf(service: Service, all: [string, Topic][]): [string, Json][] {
  return all.flatMap(([name, topic]) => {
    const does: [string, Json][] = [];
    const on = { channel: ref(`channels/${idOf(name)}`) };
    if (topic.writers.includes(service)) does.push([`${service}-writes-${idOf(name)}`, { action: 'send', ...on }]);
    if (topic.readers.includes(service)) does.push([`${service}-reads-${idOf(name)}`, { action: 'receive', ...on }]);
    if (topic.everyReplica.includes(service)) {
      does.push([`each-${service}-replica-reads-${idOf(name)}`, { action: 'receive', ...on }]);
    }
    return does;
  });
}

function message(type: string, schema: z.ZodType): Json {
  const { $schema, ...payload } = z.toJSONSchema(schema, { unrepresentable: 'any' }) as Json;
  const header = { type: 'string' };
  return {
    name: type,
    headers: {
      type: 'object',
      required: ['ce_id', 'ce_type', 'ce_source', 'ce_time', 'ce_specversion'],
      properties: {
        ce_id: { ...header, format: 'uuid' },
        ce_type: { ...header, const: type },
        ce_source: header,
        ce_time: { ...header, format: 'date-time' },
        ce_specversion: { ...header, const: '1.0' },
        traceparent: header,
      },
    },
    payload,
  };
}

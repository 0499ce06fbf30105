/** What a service may do at Kafka and nothing more: drawn from the table of topics, for ACLs of the principal it signs in as. */
import { type Service, type TopicName, topicNames, topics } from '@trunkline/contracts';

export type Right = {
  resource: 'topic' | 'group';
  name: string;
  /** Every name that begins so: groups of one replica each. */
  isPrefix: boolean;
  operation: 'read' | 'write' | 'describe';
};

/** `prefix` stands before every topic and group. */
export function rightsOf(service: Service, { prefix }: { prefix: string }): Right[] {
  const writes = topicNames.filter((name) => has(topics[name].writers, service));
  const reads = topicNames.filter((name) => has(readersOf(name), service));
  const on = (name: string, operation: Right['operation']): Right => ({
    resource: 'topic',
    name: `${prefix}${name}`,
    isPrefix: false,
    operation,
  });
  const group = (name: string, operation: Right['operation'], isPrefix = false): Right => ({
    resource: 'group',
    name: `${prefix}${name}`,
    isPrefix,
    operation,
  });
  // the relay asks how far the readers of what it wrote have come
  const watched = new Set(writes.flatMap((name) => topics[name].readers as readonly Service[]));
  watched.delete(service);
  return [
    ...writes.flatMap((name) => [on(name, 'write'), on(name, 'describe')]),
    ...reads.map((name) => on(name, 'read')),
    group(service, 'read'),
    group(`${service}.`, 'read', true),
    ...[...watched].sort().map((reader) => group(reader, 'describe')),
  ];
}

const readersOf = (name: TopicName): readonly Service[] => [...topics[name].readers, ...topics[name].everyReplica];
const has = (list: readonly Service[], service: Service): boolean => list.includes(service);

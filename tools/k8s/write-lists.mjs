/** Says to Kubernetes what the code says: topics by reader, Strimzi KafkaTopics as an example, which settings are secret. */

const made = '# Made by `node tools/check-k8s.mjs --write` from libs/contracts/src/topics.ts; do not edit.\n';

/** What the chart scales by: topics and partitions by the service whose shared group reads them. */
export function listTopics(topics) {
  const services = ['channels', 'router', 'sla', 'gateway'];
  const readBy = (service) => Object.entries(topics).filter(([, topic]) => topic.readers.includes(service));
  const lines = services.flatMap((service) => [
    `  ${service}:`,
    ...readBy(service).map(([name, { partitions }]) => `    ${name}: ${partitions}`),
  ]);
  return `${made}readers:\n${lines.join('\n')}\n`;
}

const dayMs = 24 * 60 * 60 * 1000;

export function describeKafkaTopics(topics) {
  const items = Object.entries(topics).map(([name, { partitions, retentionDays, compacted, key }]) => {
    const keep = compacted
      ? ['    cleanup.policy: compact']
      : ['    cleanup.policy: delete', `    retention.ms: ${(retentionDays ?? 7) * dayMs}`];
    return [
      'apiVersion: kafka.strimzi.io/v1',
      'kind: KafkaTopic',
      'metadata:',
      `  name: ${name}`,
      '  labels:',
      '    strimzi.io/cluster: kafka',
      'spec:',
      `  # keyed by ${key}`,
      `  topicName: ${name}`,
      `  partitions: ${partitions}`,
      '  replicas: 3',
      '  config:',
      ...keep,
      '    min.insync.replicas: 2',
    ].join('\n');
  });
  return `${made}# For a Kafka run by Strimzi; with these, set kafka.topics to managed. The label names the Kafka they belong to.
${items.map((item) => `---\n${item}\n`).join('')}`;
}

/** A user for each service, with the rights that the table of topics gives it (`rightsOf`) and no others. */
export function describeKafkaUsers(services, rightsOf) {
  const items = services.map((service) => {
    const rights = rightsOf(service, { prefix: '' }).map(({ resource, name, isPrefix, operation }) =>
      [
        '      - resource:',
        `          { type: ${resource}, name: "${name}", patternType: ${isPrefix ? 'prefix' : 'literal'} }`,
        `        operations: [${operation[0].toUpperCase()}${operation.slice(1)}]`,
      ].join('\n'),
    );
    const head = ['apiVersion: kafka.strimzi.io/v1', 'kind: KafkaUser', 'metadata:', `  name: trunkline-${service}`];
    const spec = ['  labels:', '    strimzi.io/cluster: kafka', 'spec:', '  authentication: { type: scram-sha-512 }'];
    return [...head, ...spec, '  authorization:', '    type: simple', '    acls:', ...rights].join('\n');
  });
  return `${made}# For a Kafka run by Strimzi with authorization of type simple. Its operator keeps each password in a Secret of the
# user's name: put it into the service's Secret as KAFKA_PASSWORD. With a topic prefix the names begin with it.
${items.map((item) => `---\n${item}\n`).join('')}`;
}

/** What the chart refuses as a plain variable: whatever the page of settings calls a secret. */
export function listSecrets(settingsPage) {
  const names = [...settingsPage.matchAll(/^\| `([A-Z0-9_]+)` \|.*\(secret\) \|$/gm)].map(([, name]) => name);
  return `${made.replace('libs/contracts/src/topics.ts', 'docs/run/settings.md')}secrets:\n${names.map((name) => `  - ${name}`).join('\n')}\n`;
}

/** Gives each service's user its rights at Kafka; safe to call twice. Needs a user who may alter the cluster's ACLs. */
import { type Service, services } from '@trunkline/contracts';
import kafkajs from 'kafkajs';
import { connectKafka } from './connect-kafka.ts';
import type { KafkaSettings } from './kafka-settings.ts';
import { type Right, rightsOf } from './rights-of.ts';

// its module names these where a named import cannot find them
const { AclOperationTypes, AclPermissionTypes, AclResourceTypes, ResourcePatternTypes } = kafkajs;

const operations = {
  read: AclOperationTypes.READ,
  write: AclOperationTypes.WRITE,
  describe: AclOperationTypes.DESCRIBE,
};
const resources = { topic: AclResourceTypes.TOPIC, group: AclResourceTypes.GROUP };

type Reached = Pick<KafkaSettings, 'service' | 'brokers' | 'prefix' | 'security'>;

/** `users`: the user each service signs in as. */
export async function grantRights(settings: Reached, users: Readonly<Record<string, string>>): Promise<void> {
  const unknown = Object.keys(users).find((name) => !services.includes(name as Service));
  if (unknown) throw new Error(`KAFKA_SERVICE_USERS: ${unknown} is no service`);
  const acl = Object.entries(users).flatMap(([service, user]) =>
    rightsOf(service as Service, settings).map((right) => ({ ...patternOf(right), principal: `User:${user}` })),
  );
  if (acl.length === 0) return;
  const admin = connectKafka(settings).admin();
  await admin.connect();
  try {
    await admin.createAcls({ acl });
  } finally {
    await admin.disconnect();
  }
}

const patternOf = ({ resource, name, isPrefix, operation }: Right) => ({
  resourceType: resources[resource],
  resourceName: name,
  resourcePatternType: isPrefix ? ResourcePatternTypes.PREFIXED : ResourcePatternTypes.LITERAL,
  operation: operations[operation],
  permissionType: AclPermissionTypes.ALLOW,
  host: '*',
});

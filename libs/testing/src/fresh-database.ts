/** An empty database of one's own on the stack's Postgres, so that specs running side by side do not meet. */
import { randomUUID } from 'node:crypto';
import type { Service } from '@trunkline/contracts';
import { Client, escapeIdentifier } from 'pg';

/** Roles belong to the whole cluster, so every spec gives them the same passwords. */
export const testPasswords: Record<Service, string> = {
  channels: 'channels-in-tests',
  router: 'router-in-tests',
  sla: 'sla-in-tests',
  gateway: 'gateway-in-tests',
};

/** `DATABASE_URL` is the owner's. Nothing is in it yet: `prepareRoles` and `migrateService` of platform do the rest. */
export async function freshDatabase(): Promise<{ ownerUrl: string; drop(): Promise<void> }> {
  const clusterUrl = process.env.DATABASE_URL;
  if (!clusterUrl)
    throw new Error('DATABASE_URL is not set: run the specs through tools/stack/stack.mjs run, as npm test does');
  const name = `spec_${process.env.JEST_WORKER_ID ?? 0}_${randomUUID().slice(0, 8)}`;
  await run(clusterUrl, `CREATE DATABASE ${escapeIdentifier(name)}`);
  const ownerUrl = new URL(clusterUrl);
  ownerUrl.pathname = `/${name}`;
  return {
    ownerUrl: ownerUrl.href,
    drop: () => run(clusterUrl, `DROP DATABASE IF EXISTS ${escapeIdentifier(name)} WITH (FORCE)`),
  };
}

async function run(url: string, sql: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

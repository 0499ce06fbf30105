/** Brings one service's schema to its newest version, as the owner, one at a time: platform's migrations, then its own. */
import type { Service } from '@trunkline/contracts';
import { Client, escapeIdentifier } from 'pg';
import { DataSource, type MigrationInterface } from 'typeorm';
import { platformMigrations } from './migrations/index.ts';
import { roleOf } from './prepare-roles.ts';

export type MigrationClass = new () => MigrationInterface;

export async function migrateService(options: {
  ownerUrl: string;
  service: Service;
  migrations: MigrationClass[];
}): Promise<void> {
  const lock = new Client({ connectionString: options.ownerUrl });
  await lock.connect();
  try {
    await lock.query(`SELECT pg_advisory_lock(hashtextextended('trunkline migrate ' || $1, 0))`, [options.service]);
    await runAll(options.ownerUrl, options.service, platformMigrations);
    await runAll(options.ownerUrl, options.service, options.migrations);
    const list = `${escapeIdentifier(options.service)}.migration`;
    await lock.query(`REVOKE INSERT, UPDATE, DELETE ON ${list} FROM ${escapeIdentifier(roleOf(options.service))}`);
  } finally {
    await lock.end();
  }
}

async function runAll(ownerUrl: string, service: Service, migrations: MigrationClass[]): Promise<void> {
  const source = new DataSource({
    type: 'postgres',
    url: ownerUrl,
    schema: service,
    migrationsTableName: 'migration',
    migrationsTransactionMode: 'each',
    installExtensions: false,
    migrations,
    poolSize: 1,
    extra: { options: `-c search_path=${service}` },
    logging: false,
  });
  await source.initialize();
  try {
    await source.runMigrations();
  } finally {
    await source.destroy();
  }
}

/** Refuses to start on a schema older than the service needs: a service never migrates. */
import type { MigrationClass } from './migrate.ts';
import { platformMigrations } from './migrations/index.ts';
import type { Postgres } from './transaction.ts';

/** The name of the last migration of a list: `schemaVersionOf(migrations)`. */
export function schemaVersionOf(migrations: MigrationClass[]): string | undefined {
  const last = migrations.at(-1);
  return last && new last().name;
}

/** Which of the needed migrations the schema has not seen yet. */
export async function missingMigrations(postgres: Postgres, schemaVersion: string | undefined): Promise<string[]> {
  const needed = [schemaVersionOf(platformMigrations), schemaVersion].filter((name) => name !== undefined);
  const [{ exists }] = (await postgres.query<{ exists: boolean }>(
    `SELECT to_regclass('migration') IS NOT NULL AS exists`,
  )) as [{ exists: boolean }];
  if (!exists) return needed;
  const rows = await postgres.query<{ name: string }>('SELECT name FROM migration WHERE name = ANY($1)', [needed]);
  return needed.filter((name) => !rows.some((row) => row.name === name));
}

export async function demandSchema(
  postgres: Postgres,
  schemaVersion: string | undefined,
  waitMs = 30_000,
): Promise<void> {
  const giveUpAt = Date.now() + waitMs;
  for (;;) {
    const missing = await missingMigrations(postgres, schemaVersion);
    if (missing.length === 0) return;
    if (Date.now() >= giveUpAt) {
      throw new Error(
        `The schema is older than this release needs (${missing.join(', ')} missing): run tools/migrate.mjs first.`,
      );
    }
    await new Promise((next) => setTimeout(next, 250));
  }
}

/** Counts what a database was given meanwhile: rows written by table, commits, facts that went to Kafka. */
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';

const tables = `SELECT schemaname || '.' || relname AS name, n_tup_ins::int AS inserted, n_tup_upd::int AS updated
  FROM pg_stat_user_tables`;
const commits = 'SELECT xact_commit::int AS commits FROM pg_stat_database WHERE datname = current_database()';
/** Postgres' own figures lag behind by at most a second. */
const settleMs = 1_200;

/** Gives a function that tells the difference since now, by message. */
export async function countRows(connectionString) {
  const before = await read(connectionString);
  return async (messages) => {
    const after = await read(connectionString);
    const each = (table, what) =>
      ((after.rows.get(table)?.[what] ?? 0) - (before.rows.get(table)?.[what] ?? 0)) / messages;
    const names = [...after.rows.keys()]
      .filter((name) => each(name, 'inserted') + each(name, 'updated') >= 0.005)
      .sort();
    const facts = names
      .filter((name) => name.endsWith('.outbox'))
      .reduce((sum, name) => sum + each(name, 'updated'), 0);
    const sum = (what) => names.reduce((total, name) => total + each(name, what), 0);
    return {
      inserted: sum('inserted'),
      updated: sum('updated'),
      commits: (after.commits - before.commits) / messages,
      facts,
      tables: Object.fromEntries(names.map((name) => [name, [each(name, 'inserted'), each(name, 'updated')]])),
    };
  };
}

async function read(connectionString) {
  await delay(settleMs);
  const client = new pg.Client({ connectionString });
  await client.connect();
  const { rows } = await client.query(tables);
  const [{ commits: many }] = (await client.query(commits)).rows;
  await client.end();
  return { rows: new Map(rows.map((row) => [row.name, row])), commits: many };
}

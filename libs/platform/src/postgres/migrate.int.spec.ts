/** What a service's role may, and that tables and schema agree. */
import { services } from '@trunkline/contracts';
import { freshDatabase, testPasswords } from '@trunkline/testing';
import { Client } from 'pg';
import { compareSchema } from './compare-schema.ts';
import { demandSchema } from './demand-schema.ts';
import { migrateService } from './migrate.ts';
import { platformMigrations } from './migrations/index.ts';
import { openPostgres } from './open-postgres.ts';
import { prepareRoles, urlOfService } from './prepare-roles.ts';
import { platformTables } from './tables/index.ts';
import { Postgres } from './transaction.ts';

let database: Awaited<ReturnType<typeof freshDatabase>>;
const clients = new Map<string, Client>();

beforeAll(async () => {
  database = await freshDatabase();
  const { ownerUrl } = database;
  await prepareRoles({ ownerUrl, passwords: testPasswords });
  for (const service of services) await migrateService({ ownerUrl, service, migrations: [] });
  for (const service of services) {
    const client = new Client({ connectionString: urlOfService(ownerUrl, service, testPasswords[service]) });
    await client.connect();
    clients.set(service, client);
  }
});

afterAll(async () => {
  for (const client of clients.values()) await client.end();
  await database?.drop();
});

const as = (service: string) => clients.get(service) as Client;
const denied = { code: '42501' };
const pairs = services.flatMap((one) =>
  services.filter((other) => other !== one).map((other) => [one, other] as const),
);

test.each(services)('%s reads and writes the rows of its own schema by their bare names', async (service) => {
  await as(service).query(`INSERT INTO lease VALUES ('spec', 'me', 1, now())`);
  await as(service).query(`UPDATE lease SET epoch = 2 WHERE name = 'spec'`);
  const { rows } = await as(service).query(`DELETE FROM lease WHERE name = 'spec' RETURNING epoch`);
  expect(rows).toEqual([{ epoch: '2' }]);
});

test.each(pairs)('%s sees nothing of %s', async (one, other) => {
  for (const table of ['outbox', 'parked', 'setting', 'migration']) {
    await expect(as(one).query(`SELECT * FROM ${other}.${table}`)).rejects.toMatchObject(denied);
    await expect(as(one).query(`DELETE FROM ${other}.${table}`)).rejects.toMatchObject(denied);
  }
  await expect(as(one).query(`SELECT ${other}.keep_day_partitions(14, 1)`)).rejects.toMatchObject(denied);
});

test.each(services)('%s changes no schema, nor says which migrations ran', async (service) => {
  for (const sql of [
    'CREATE TABLE mine (id int)',
    'CREATE TEMPORARY TABLE mine (id int)',
    'CREATE TABLE public.mine (id int)',
    'CREATE SCHEMA mine',
    'ALTER TABLE outbox ADD COLUMN more text',
    'DROP TABLE outbox',
    'TRUNCATE outbox',
    'CREATE INDEX ON outbox (key)',
    `INSERT INTO migration (timestamp, name) VALUES (1, 'never ran')`,
    `DELETE FROM migration`,
  ]) {
    await expect(as(service).query(sql)).rejects.toMatchObject(denied);
  }
});

test.each(services)('%s plans with indexes even where its tables were empty when it first asked', async (service) => {
  const { rows } = await as(service).query(
    `SELECT name, setting FROM pg_settings WHERE name IN ('enable_seqscan', 'enable_hashjoin', 'enable_mergejoin', 'search_path')`,
  );
  expect(Object.fromEntries(rows.map(({ name, setting }) => [name, setting]))).toEqual({
    enable_seqscan: 'off',
    enable_hashjoin: 'off',
    enable_mergejoin: 'off',
    search_path: service,
  });
});

test('a fact goes into its own day, one of an unknown day into the default, and old days go', async () => {
  const router = as('router');
  const put = (day: string) =>
    router.query(
      `INSERT INTO processed_event (consumer, event_day, event_id) VALUES ('spec', ${day}, gen_random_uuid())`,
    );
  await put('current_date');
  await put('current_date - 400');
  const { rows } = await router.query(
    `SELECT tableoid::regclass::text AS place FROM processed_event ORDER BY event_day`,
  );
  expect(rows[0].place).toBe('processed_event_default');
  expect(rows[1].place).toMatch(/^processed_event_\d{8}$/);
  await router.query('SELECT keep_day_partitions(14, 5)');
  const left = await router.query('SELECT count(*)::int AS many FROM processed_event');
  expect(left.rows).toEqual([{ many: 1 }]);
  await expect(router.query('SELECT keep_day_partitions(1, 5)')).rejects.toThrow('at least 8 days');
});

const partitioned = 'ProcessedEventRow';

test('the entities and the migrated schema are the same', async () => {
  const tables = platformTables.filter(({ name }) => name !== partitioned);
  expect(await compareSchema({ ownerUrl: database.ownerUrl, service: 'router', tables })).toEqual([]);
});

test('a column, an index or a table that only one of them has would be found', async () => {
  const owner = new Client({ connectionString: database.ownerUrl });
  await owner.connect();
  await owner.query(
    'ALTER TABLE sla.lease ADD COLUMN more text; DROP INDEX sla.setting_changed; DROP TABLE sla.idempotency',
  );
  const tables = platformTables.filter(({ name }) => name !== partitioned);
  const found = (await compareSchema({ ownerUrl: database.ownerUrl, service: 'sla', tables })).join('\n');
  await owner.query(`DROP SCHEMA sla CASCADE`);
  await owner.end();
  await prepareRoles({ ownerUrl: database.ownerUrl, passwords: testPasswords });
  await migrateService({ ownerUrl: database.ownerUrl, service: 'sla', migrations: [] });
  for (const thing of ['"more"', 'setting_changed', '"idempotency"']) expect(found).toContain(thing);
});

test.each(services)('%s has rights on its own rows, on a few only to read, and on nothing else', async (service) => {
  const { rows } = await as(service).query(
    `SELECT table_schema, table_name, string_agg(privilege_type, ',' ORDER BY privilege_type) AS rights
     FROM information_schema.role_table_grants WHERE grantee = current_user GROUP BY 1, 2`,
  );
  expect(new Set(rows.map(({ table_schema }) => table_schema))).toEqual(new Set([service]));
  const readOnly = rows.filter(({ rights }) => rights === 'SELECT').map(({ table_name }) => table_name);
  expect(readOnly).toEqual(['migration']);
  const others = rows.filter(({ rights }) => rights !== 'SELECT' && rights !== 'DELETE,INSERT,SELECT,UPDATE');
  expect(others).toEqual([]);
});

test('migrating again, and by two at once, changes nothing', async () => {
  const { ownerUrl } = database;
  await Promise.all([1, 2, 3].map(() => migrateService({ ownerUrl, service: 'sla', migrations: [] })));
  const { rows } = await as('sla').query('SELECT name FROM migration ORDER BY id');
  expect(rows.map(({ name }) => name)).toEqual(platformMigrations.map((Migration) => new Migration().name));
});

test('a service refuses to start on a schema older than it needs', async () => {
  const url = urlOfService(database.ownerUrl, 'sla', testPasswords.sla);
  const postgres = new Postgres(await openPostgres({ url, poolSize: 1 }));
  await expect(demandSchema(postgres, undefined, 0)).resolves.toBeUndefined();
  await expect(demandSchema(postgres, 'clocks-0000000000009', 0)).rejects.toThrow(
    'older than this release needs (clocks-0000000000009 missing): run tools/migrate.mjs first',
  );
  await postgres.close();
});

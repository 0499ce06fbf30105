/** One transaction, all or nothing, and how columns become values. */
import { freshDatabase, testPasswords } from '@trunkline/testing';
import { Client } from 'pg';
import { isTransient } from '../errors.ts';
import { migrateService } from './migrate.ts';
import { openPostgres } from './open-postgres.ts';
import { prepareRoles, urlOfService } from './prepare-roles.ts';
import { Postgres } from './transaction.ts';

let database: Awaited<ReturnType<typeof freshDatabase>>;
let postgres: Postgres;

beforeAll(async () => {
  database = await freshDatabase();
  await prepareRoles({ ownerUrl: database.ownerUrl, passwords: testPasswords });
  await migrateService({ ownerUrl: database.ownerUrl, service: 'router', migrations: [] });
  postgres = new Postgres(await openPostgres({ url: urlOfService(database.ownerUrl, 'router', testPasswords.router) }));
});
afterAll(async () => {
  await postgres?.close();
  await database?.drop();
});

const insert = `INSERT INTO lease VALUES ($1, 'me', 1, now())`;
const names = async () => (await postgres.query<{ name: string }>('SELECT name FROM lease')).map(({ name }) => name);

test('what was written is there after the commit, and only then the rest is told', async () => {
  const told: string[][] = [];
  const result = await postgres.transaction(async (tx) => {
    tx.afterCommit(() => told.push(['committed']));
    await tx.query(insert, ['kept']);
    expect(told).toEqual([]);
    return 'done';
  });
  expect(result).toBe('done');
  expect(told).toEqual([['committed']]);
  expect(await names()).toContain('kept');
});

test('a throw rolls all back, goes on to the caller, and nobody is told', async () => {
  const told: string[] = [];
  const failing = postgres.transaction(async (tx) => {
    tx.afterCommit(() => told.push('committed'));
    await tx.query(insert, ['lost']);
    throw new Error('changed my mind');
  });
  await expect(failing).rejects.toThrow('changed my mind');
  expect(told).toEqual([]);
  expect(await names()).not.toContain('lost');
});

test('update and delete give the rows they return', async () => {
  await postgres.query(insert, ['given']);
  expect(await postgres.query(`UPDATE lease SET epoch = 7 WHERE name = 'given' RETURNING epoch`)).toEqual([
    { epoch: 7 },
  ]);
  expect(await postgres.query(`DELETE FROM lease WHERE name = 'given' RETURNING name`)).toEqual([{ name: 'given' }]);
  expect(await postgres.query(`UPDATE lease SET epoch = 7 WHERE name = 'nobody'`)).toEqual([]);
});

test('bigint is a number while exact, a date stays text, an instant is a Date', async () => {
  const [row] = await postgres.query(
    `SELECT 9007199254740991::bigint AS exact, 9007199254740993::bigint AS too_big, '{1,NULL,3}'::bigint[] AS many,
       '2026-02-28'::date AS day, '2026-02-28T01:02:03Z'::timestamptz AS at, 1.10::numeric AS price`,
  );
  expect(row).toEqual({
    exact: 9007199254740991,
    too_big: '9007199254740993',
    many: [1, null, 3],
    day: '2026-02-28',
    at: new Date('2026-02-28T01:02:03Z'),
    price: '1.10',
  });
});

test('a statement that takes too long is cut off, and waiting may help', async () => {
  const error = await postgres.query(`SELECT pg_sleep(60)`).catch((thrown) => thrown);
  expect(isTransient(error)).toBe(true);
}, 15_000);

test('a connection that is cut in mid-transaction is a transient failure, and the pool lives on', async () => {
  const cut = await postgres
    .transaction(async (tx) => {
      const [{ pid }] = (await tx.query<{ pid: number }>('SELECT pg_backend_pid() AS pid')) as [{ pid: number }];
      await postgres.query('SELECT pg_terminate_backend($1)', [pid]);
      await tx.query('SELECT 1');
    })
    .catch((thrown) => thrown);
  expect(isTransient(cut)).toBe(true);
  expect(await postgres.query('SELECT 1 AS one')).toEqual([{ one: 1 }]);
});

test('a database that is not there is one sentence after a bounded wait', async () => {
  const url = 'postgres://trunkline_router:x@127.0.0.1:1/nowhere';
  await expect(openPostgres({ url, waitMs: 300 })).rejects.toThrow('Postgres is not reachable');
  const wrong = urlOfService(database.ownerUrl, 'router', 'wrong');
  await expect(openPostgres({ url: wrong, waitMs: 30_000 })).rejects.toThrow('Postgres refuses this service');
});

test('a statement prepared before a migration fails once as transient, and is prepared anew', async () => {
  const owner = new Client({ connectionString: database.ownerUrl });
  await owner.connect();
  const all = () => postgres.query('SELECT * FROM lease WHERE name = $1', ['nobody']);
  await all();
  await owner.query('ALTER TABLE router.lease ADD COLUMN added int');
  await owner.end();
  const error = await all().catch((thrown) => thrown);
  expect(isTransient(error)).toBe(true);
  expect(await all()).toEqual([]);
});

/** What is old goes, what will be needed is there. */
import { freshDatabase, testPasswords } from '@trunkline/testing';
import { KeepHouse } from './keep-house.ts';
import { Leases } from './lease.ts';
import { Log } from './log.ts';
import { migrateService } from './postgres/migrate.ts';
import { openPostgres } from './postgres/open-postgres.ts';
import { prepareRoles, urlOfService } from './postgres/prepare-roles.ts';
import { Postgres } from './postgres/transaction.ts';

let database: Awaited<ReturnType<typeof freshDatabase>>;
let postgres: Postgres;

beforeAll(async () => {
  database = await freshDatabase();
  await prepareRoles({ ownerUrl: database.ownerUrl, passwords: testPasswords });
  await migrateService({ ownerUrl: database.ownerUrl, service: 'gateway', migrations: [] });
  postgres = new Postgres(
    await openPostgres({ url: urlOfService(database.ownerUrl, 'gateway', testPasswords.gateway) }),
  );
});
afterAll(async () => {
  await postgres?.close();
  await database?.drop();
});

test('answers of yesterday are forgotten, and three days ahead have their partition', async () => {
  const log = new Log({ service: 'gateway', instance: 'spec', level: 'silent' });
  const leases = new Leases(postgres, { name: 'gateway', instance: 'spec' }, log);
  await postgres.query(
    `INSERT INTO idempotency (person, key, at) VALUES ('lin', 'old', now() - interval '25 hours'), ('lin', 'new', now())`,
  );
  await new KeepHouse(postgres, leases, log).tidy();
  expect(await postgres.query('SELECT key FROM idempotency')).toEqual([{ key: 'new' }]);
  const [row] = await postgres.query(
    `SELECT to_regclass('processed_event_' || to_char(now() AT TIME ZONE 'UTC' + interval '3 days', 'YYYYMMDD')) AS day`,
  );
  expect(row.day).not.toBeNull();
});

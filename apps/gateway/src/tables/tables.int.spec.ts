/** What the entities say of the gateway's schema is what its migrations make. */
import { compareSchema, migrateService, prepareRoles } from '@trunkline/platform';
import { freshDatabase, testPasswords } from '@trunkline/testing';
import { migrations } from '../migrations/index.ts';
import { tables } from './index.ts';

let database: Awaited<ReturnType<typeof freshDatabase>>;

beforeAll(async () => {
  database = await freshDatabase();
  await prepareRoles({ ownerUrl: database.ownerUrl, passwords: testPasswords });
  await migrateService({ ownerUrl: database.ownerUrl, service: 'gateway', migrations });
});
afterAll(() => database?.drop());

test('the gateway’s tables are as its migrations make them', async () => {
  const changes = await compareSchema({ ownerUrl: database.ownerUrl, service: 'gateway', tables });
  expect(changes.filter((sql) => !/_fkey/.test(sql))).toEqual([]);
});

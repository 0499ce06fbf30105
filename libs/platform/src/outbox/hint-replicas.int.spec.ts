/** The hint from one replica's commit to the relay of another, on a real Postgres. */
import { freshDatabase, testPasswords } from '@trunkline/testing';
import { until } from '../kafka/given-a-service.ts';
import { migrateService } from '../postgres/migrate.ts';
import { openPostgres } from '../postgres/open-postgres.ts';
import { prepareRoles, urlOfService } from '../postgres/prepare-roles.ts';
import { Postgres } from '../postgres/transaction.ts';
import { HintReplicas } from './hint-replicas.ts';

let database: Awaited<ReturnType<typeof freshDatabase>>;
const open: (() => Promise<void>)[] = [];

async function replica(channel: string) {
  const url = urlOfService(database.ownerUrl, 'router', testPasswords.router);
  const postgres = new Postgres(await openPostgres({ url }));
  const hints = new HintReplicas(postgres, channel);
  const heard = { times: 0 };
  hints.listen(() => {
    heard.times += 1;
  });
  open.push(async () => {
    await hints.close();
    await postgres.close();
  });
  return { postgres, hints, heard };
}

beforeAll(async () => {
  database = await freshDatabase();
  await prepareRoles({ ownerUrl: database.ownerUrl, passwords: testPasswords });
  await migrateService({ ownerUrl: database.ownerUrl, service: 'router', migrations: [] });
}, 60_000);

afterAll(async () => {
  for (const close of open) await close();
  await database?.drop();
});

test('who holds the shards hears of rows that another replica wrote, other services do not', async () => {
  const [writer, holder, other] = [await replica('relay_a'), await replica('relay_a'), await replica('relay_b')];
  await until('the hint is heard', () => {
    writer.hints.send(); // one may be lost before the other listens
    return holder.heard.times > 0;
  });
  expect(other.heard.times).toBe(0);
});

test('a listening connection that breaks is opened anew, and a hint without one harms nobody', async () => {
  const writer = await replica('relay_d');
  await writer.postgres.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE $1', [
    'LISTEN relay_d%',
  ]);
  writer.hints.send();
  expect(await writer.postgres.query('SELECT 1 AS one')).toEqual([{ one: 1 }]);
});

/** The last version of each setting counts, whatever order and however often they come. */
import {
  type AgentId,
  type Fact,
  newId,
  type PolicyV1,
  type SettingPublishedV1,
  type StaffV1,
} from '@trunkline/contracts';
import { freshDatabase, testPasswords } from '@trunkline/testing';
import { PermanentError } from '../errors.ts';
import { Log } from '../log.ts';
import { migrateService } from '../postgres/migrate.ts';
import { openPostgres } from '../postgres/open-postgres.ts';
import { prepareRoles, urlOfService } from '../postgres/prepare-roles.ts';
import { Postgres } from '../postgres/transaction.ts';
import { LiveSettings } from './live-settings.ts';
import { SettingsConsumer } from './settings.consumer.ts';

let database: Awaited<ReturnType<typeof freshDatabase>>;
let postgres: Postgres;
let live: LiveSettings;
let consumer: SettingsConsumer;

const defaults = { policy: { version: 0 } as PolicyV1 };
const log = new Log({ service: 'sla', instance: 'spec', level: 'silent' });
const lin: StaffV1 = {
  id: newId<AgentId>(),
  email: 'lin@desk.test',
  name: '林',
  number: '1024',
  role: 'agent',
  language: 'zh',
  groups: ['general'],
  skills: { 'lang-zh': 5 },
  capacity: 6,
  standards: [],
  active: true,
};

beforeAll(async () => {
  database = await freshDatabase();
  await prepareRoles({ ownerUrl: database.ownerUrl, passwords: testPasswords });
  await migrateService({ ownerUrl: database.ownerUrl, service: 'sla', migrations: [] });
  postgres = new Postgres(await openPostgres({ url: urlOfService(database.ownerUrl, 'sla', testPasswords.sla) }));
  live = new LiveSettings(postgres, defaults, log);
  consumer = new SettingsConsumer(postgres, live);
});
afterAll(async () => {
  live?.onModuleDestroy();
  await postgres?.close();
  await database?.drop();
});

function published(version: number, change: Partial<StaffV1> = {}): Fact<'setting.published'> {
  const body = { ...lin, ...change };
  const data: SettingPublishedV1 = { kind: 'staff', name: body.id, version, body };
  return {
    id: newId(),
    type: 'setting.published',
    source: 'gateway',
    at: new Date().toISOString(),
    key: `staff:${body.id}`,
    data,
  };
}

test('before anything was published the default policy holds, and nobody is known', async () => {
  await live.onModuleInit();
  expect(live.policy).toBe(defaults.policy);
  expect(live.person(lin.id)).toBeUndefined();
});

test('what was published is known at once, and who wants to hear is told once a batch', async () => {
  let told = 0;
  live.onChange('staff', () => {
    told += 1;
  });
  await consumer.take([
    published(1, { capacity: 4 }),
    published(2),
    published(1, { id: newId<AgentId>(), name: 'Wei' }),
  ]);
  expect(live.person(lin.id)).toEqual(lin);
  expect(live.staff.size).toBe(2);
  expect(told).toBe(1);
});

test('an older version, and the same one again, change nothing', async () => {
  await consumer.take([published(1, { capacity: 1 })]);
  await consumer.take([published(2, { capacity: 2 })]);
  expect(live.person(lin.id)?.capacity).toBe(6);
});

test('another replica finds it by itself', async () => {
  const other = new LiveSettings(postgres, defaults, log);
  await other.onModuleInit();
  expect(other.person(lin.id)).toEqual(lin);
  const heard = new Promise<void>((done) => other.onChange('staff', done));
  await consumer.take([published(3, { name: '林晓' })]);
  await heard;
  expect(other.person(lin.id)?.name).toBe('林晓');
  other.onModuleDestroy();
});

test('a row whose transaction began earlier but committed later is not overlooked', async () => {
  const late = { ...lin, id: newId<AgentId>(), name: 'Late' };
  await postgres.query(
    `INSERT INTO setting (kind, name, version, body, changed_at) VALUES ('staff', $1, 1, $2, now() - interval '3 s')`,
    [late.id, JSON.stringify(late)],
  );
  await live.refresh();
  expect(live.person(late.id)?.name).toBe('Late');
});

test('one that breaks its contract is a permanent error, and none of its batch is stored', async () => {
  const before = live.staff.size;
  const broken = consumer.take([published(9, { id: newId<AgentId>() }), published(9, { capacity: -1 })]);
  await expect(broken).rejects.toBeInstanceOf(PermanentError);
  await live.refresh();
  expect(live.staff.size).toBe(before);
  expect(live.person(lin.id)?.capacity).toBe(6);
});

test('a day of the roster is kept while somebody may be on shift, and let go when it is history', async () => {
  const dateOf = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
  const day = (date: string): Fact<'setting.published'> => ({
    ...published(1),
    data: { kind: 'roster', name: `general:${date}`, version: 1, body: { queue: 'general', date, shifts: [] } },
  });
  const dates = [-30, -1, 0, 30].map(dateOf);
  await consumer.take(dates.map(day));
  expect([...live.roster.keys()].sort()).toEqual(dates.slice(1).map((date) => `general:${date}`));
});

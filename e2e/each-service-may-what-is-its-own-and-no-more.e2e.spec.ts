/** V27, promises F: at Kafka and Postgres each service may exactly what the tables say; everything else is tried and denied. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Service, services, type TopicName, topicNames, topics } from '@trunkline/contracts';
import { connectKafka, type Right, rightsOf, roleOf } from '@trunkline/platform';
import pg from 'pg';
import { type House, startHouse } from './start-house.ts';

let house: House;
let stack: Record<string, string>;
let owner: pg.Client;
const as = new Map<Service, pg.Client>();

beforeAll(async () => {
  house = await startHouse({ own: true, env: { TRUNKLINE_TLS: 'on' }, withinMs: 240_000 });
  stack = JSON.parse(readFileSync(join(house.home, 'stack.json'), 'utf8')).env;
  owner = await open(stack.DATABASE_URL!);
  const secrets = JSON.parse(readFileSync(join(house.home, 'data/secrets.json'), 'utf8')) as Record<string, string>;
  for (const service of services) {
    const own = new URL(stack.DATABASE_URL!);
    own.username = roleOf(service);
    own.password = secrets[`${service}Password`]!;
    as.set(service, await open(own.href));
  }
}, 300_000);
afterAll(async () => {
  for (const client of [owner, ...as.values()]) await client?.end();
  await house?.stop();
}, 60_000);

async function open(connectionString: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  return client;
}

/** A line to Kafka as somebody. */
function kafkaAs(user: string) {
  const tls = { ca: readFileSync(stack.KAFKA_CA!, 'utf8') };
  const signIn = { user, password: stack.KAFKA_PASSWORD! };
  return connectKafka({ service: user, brokers: [stack.KAFKA_BROKERS!], security: { tls, signIn } });
}
const denied = /not authorized|authorization failed/i;
/** kafkajs says the second of a group that one may not even look up. */
const deniedGroup = /not authorized|failed to find group coordinator/i;
/** All that a refusal says: kafkajs puts what came of each topic below it. */
const wordsOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'done',
    (error: Error & { errors?: Error[] }) => [error, ...(error.errors ?? [])].map(({ message }) => message).join(': '),
  );
const has = (list: readonly Service[], service: Service) => list.includes(service);
const readsIt = (service: Service, name: TopicName) =>
  has(topics[name].readers, service) || has(topics[name].everyReplica, service);
const pairs = services.flatMap((service) => topicNames.map((name) => [service, name] as const));
const notWritten = pairs.filter(([service, name]) => !has(topics[name].writers, service));
const notRead = pairs.filter(([service, name]) => !readsIt(service, name));

/** Reads until something came of it: a fetch that was answered, or what the broker refused. */
async function tryToRead(service: Service, topic: string, groupId = `${service}.journey`): Promise<string> {
  const consumer = kafkaAs(service).consumer({ groupId, retry: { retries: 0 }, rebalanceTimeout: 2_000 });
  try {
    await consumer.connect();
    await consumer.subscribe({ topics: [topic] });
    return await new Promise<string>((resolve, reject) => {
      consumer.on(consumer.events.CRASH, ({ payload }) => resolve(payload.error.message));
      consumer.on(consumer.events.FETCH, () => resolve('read'));
      consumer.run({ eachMessage: async () => {} }).catch(reject);
    });
  } catch (error) {
    return (error as Error).message;
  } finally {
    await consumer.disconnect();
  }
}

describe('Kafka', () => {
  test('the rights that stand there are those of the table of topics, nothing more', async () => {
    const admin = kafkaAs(stack.KAFKA_USER!).admin();
    await admin.connect();
    const any = { resourceType: 1, resourcePatternType: 1, operation: 1, permissionType: 1 };
    const { resources } = await admin.describeAcls(any);
    await admin.disconnect();
    const found = resources.flatMap(({ resourceType, resourceName, resourcePatternType, acls }) =>
      acls.map(({ principal, operation, permissionType, host }) =>
        [principal, permissionType, host, resourceType, resourceName, resourcePatternType, operation].join(' '),
      ),
    );
    const wanted = services.flatMap((service) => rightsOf(service, { prefix: '' }).map((one) => asAcl(service, one)));
    expect(found.sort()).toEqual([...new Set(wanted)].sort());
  }, 30_000);

  test.each(notWritten)(
    '%s writes nothing on %s',
    async (service, topic) => {
      const producer = kafkaAs(service).producer({ retry: { retries: 0 } });
      await producer.connect();
      const sent = producer.send({ topic, messages: [{ key: 'journey', value: '{}' }] });
      await expect(sent).rejects.toThrow(denied);
      await producer.disconnect();
    },
    30_000,
  );

  test.each(notRead)(
    '%s reads nothing of %s',
    async (service, topic) => {
      expect(await tryToRead(service, topic)).toMatch(denied);
    },
    60_000,
  );

  test.each(services)(
    '%s reads settings, which is its own to read',
    async (service) => {
      expect(await tryToRead(service, 'settings')).toBe('read');
    },
    60_000,
  );

  test.each(services)(
    '%s joins nobody else’s group, makes and deletes no topic, gives no right',
    async (service) => {
      const other = services.find((one) => one !== service)!;
      expect(await tryToRead(service, 'settings', other)).toMatch(deniedGroup);
      const admin = kafkaAs(service).admin({ retry: { retries: 0 } });
      await admin.connect();
      expect(await wordsOf(admin.createTopics({ topics: [{ topic: 'mine' }] }))).toMatch(denied);
      expect(await wordsOf(admin.deleteTopics({ topics: ['settings'] }))).toMatch(denied);
      const all = { resourceType: 2, resourceName: '*', resourcePatternType: 3, operation: 2, permissionType: 3 };
      const acl = [{ ...all, principal: `User:${service}`, host: '*' }];
      expect(await wordsOf(admin.createAcls({ acl }))).toMatch(denied);
      await admin.disconnect();
    },
    60_000,
  );
});

/** As the protocol counts: any allow is 3; topic 2, group 3; literal 3, prefixed 4; read 3, write 4, describe 8. */
function asAcl(service: Service, { resource, name, isPrefix, operation }: Right): string {
  const codes = { topic: 2, group: 3, read: 3, write: 4, describe: 8 };
  return [`User:${service}`, 3, '*', codes[resource], name, isPrefix ? 4 : 3, codes[operation]].join(' ');
}

describe('Postgres', () => {
  const own = 'SELECT INSERT UPDATE DELETE';
  /** Where a service may less than read and change its rows. */
  const less: Record<string, string> = { migration: 'SELECT' };

  test('the grants of the whole catalogue are: rows of the own schema, read only where it says so', async () => {
    const { rows } = await owner.query<{ schema: string; name: string; kind: string; who: string; what: string[] }>(
      `SELECT n.nspname AS schema, c.relname AS name, c.relkind AS kind,
         CASE a.grantee WHEN 0 THEN 'public' ELSE pg_get_userbyid(a.grantee) END AS who,
         array_agg(a.privilege_type ORDER BY a.privilege_type)::text[] AS what
       FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace, aclexplode(c.relacl) a
       WHERE n.nspname <> ALL('{pg_catalog,information_schema,pg_toast}') AND a.grantee <> c.relowner
       GROUP BY 1, 2, 3, 4`,
    );
    const tables = rows.filter(({ kind }) => kind !== 'S');
    expect(new Set(tables.map(({ schema }) => schema))).toEqual(new Set(services));
    expect(tables.length).toBeGreaterThan(100);
    const wrong = rows.filter(({ schema, name, kind, who, what }) => {
      const wanted = kind === 'S' ? 'USAGE' : (less[name] ?? own);
      return who !== roleOf(schema as Service) || what.join(' ') !== wanted.split(' ').sort().join(' ');
    });
    expect(wrong).toEqual([]);
  });

  test('no role inherits, owns, makes or becomes anything, and public may use no schema', async () => {
    const { rows: roles } = await owner.query(
      `SELECT rolname, rolsuper, rolcreatedb, rolcreaterole, rolreplication, rolbypassrls, rolinherit,
         (SELECT count(*)::int FROM pg_auth_members WHERE member = pg_roles.oid) AS memberships,
         (SELECT count(*)::int FROM pg_class WHERE relowner = pg_roles.oid) AS owned
       FROM pg_roles WHERE rolname LIKE 'trunkline\\_%' ORDER BY 1`,
    );
    const none = { rolsuper: false, rolcreatedb: false, rolcreaterole: false, rolreplication: false };
    const wanted = [...services].sort().map((service) => ({
      rolname: roleOf(service),
      ...none,
      rolbypassrls: false,
      rolinherit: false,
      memberships: 0,
      owned: 0,
    }));
    expect(roles).toEqual(wanted);
    const { rows: schemas } = await owner.query(
      `SELECT n.nspname, a.grantee::regrole::text AS who, a.privilege_type AS what
       FROM pg_namespace n, aclexplode(n.nspacl) a
       WHERE n.nspname = ANY($1) AND a.grantee <> n.nspowner`,
      [services],
    );
    expect(schemas.map(({ nspname, who, what }) => `${nspname} ${who} ${what}`).sort()).toEqual(
      [...services].sort().map((service) => `${service} ${roleOf(service)} USAGE`),
    );
    const { rows: strong } = await owner.query(
      `SELECT p.proname FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
       WHERE n.nspname = ANY($1) AND p.prosecdef AND has_function_privilege('public', p.oid, 'EXECUTE')`,
      [services],
    );
    expect(strong).toEqual([]);
  });

  test.each(services)(
    '%s, tried on every table there is, changes none and reads none that is not its own',
    async (me) => {
      const { rows } = await owner.query<{ schema: string; name: string }>(
        `SELECT schemaname AS schema, tablename AS name FROM pg_tables WHERE schemaname = ANY($1)`,
        [services],
      );
      for (const { schema, name } of rows) {
        const table = `"${schema}"."${name}"`;
        const ways = [`ALTER TABLE ${table} ADD COLUMN more text`, `DROP TABLE ${table}`, `TRUNCATE ${table}`];
        if (schema !== me) ways.push(`SELECT FROM ${table} LIMIT 0`, `DELETE FROM ${table} WHERE false`);
        for (const sql of ways) expect(`${sql}: ${await codeOf(me, sql)}`).toBe(`${sql}: 42501`);
      }
    },
    120_000,
  );

  test.each(services)(
    '%s makes nothing: no table, function, role, schema, file',
    async (me) => {
      for (const sql of [
        'CREATE TABLE mine (id int)',
        'CREATE TEMPORARY TABLE mine (id int)',
        'CREATE TABLE public.mine (id int)',
        'CREATE VIEW mine AS SELECT 1',
        'CREATE FUNCTION mine() RETURNS int LANGUAGE sql RETURN 1',
        'CREATE SCHEMA mine',
        'CREATE ROLE mine',
        'CREATE DATABASE mine',
        'CREATE EXTENSION file_fdw',
        `ALTER ROLE ${roleOf(me)} SUPERUSER`,
        `ALTER SYSTEM SET log_statement = 'all'`,
        'SET ROLE trunkline',
        ...services.filter((one) => one !== me).map((one) => `SET ROLE ${roleOf(one)}`),
        `SET session_replication_role = 'replica'`,
        `COPY outbox TO '/tmp/outbox'`,
        `COPY outbox TO PROGRAM 'cat'`,
        `SELECT pg_read_file('PG_VERSION')`,
        'SELECT rolpassword FROM pg_authid',
      ])
        expect(`${sql}: ${await codeOf(me, sql)}`).toBe(`${sql}: 42501`);
    },
    30_000,
  );

  /** How Postgres refuses it: 42501 is "not allowed". */
  const codeOf = (me: Service, sql: string): Promise<string> =>
    as
      .get(me)!
      .query(sql)
      .then(
        () => 'done',
        (error: { code?: string }) => error.code ?? String(error),
      );
});

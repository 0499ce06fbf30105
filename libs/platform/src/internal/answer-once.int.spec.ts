/** An order that is sent twice has one effect and two equal answers. */
import { freshDatabase, testPasswords } from '@trunkline/testing';
import { Refusal, refuse } from '../errors.ts';
import { migrateService } from '../postgres/migrate.ts';
import { openPostgres } from '../postgres/open-postgres.ts';
import { prepareRoles, urlOfService } from '../postgres/prepare-roles.ts';
import { Postgres } from '../postgres/transaction.ts';
import { answerOnce } from './answer-once.ts';

let database: Awaited<ReturnType<typeof freshDatabase>>;
let postgres: Postgres;
let effects: number;

beforeAll(async () => {
  database = await freshDatabase();
  await prepareRoles({ ownerUrl: database.ownerUrl, passwords: testPasswords });
  await migrateService({ ownerUrl: database.ownerUrl, service: 'router', migrations: [] });
  postgres = new Postgres(await openPostgres({ url: urlOfService(database.ownerUrl, 'router', testPasswords.router) }));
});
beforeEach(() => {
  effects = 0;
});
afterAll(async () => {
  await postgres?.close();
  await database?.drop();
});

const order = (person: string, key?: string) =>
  postgres.transaction((tx) =>
    answerOnce(tx, { person, key }, async () => {
      effects += 1;
      return { effect: effects };
    }),
  );

test('the second order gets the first answer', async () => {
  expect(await order('lin', 'k1')).toEqual({ effect: 1 });
  expect(await order('lin', 'k1')).toEqual({ effect: 1 });
  expect(effects).toBe(1);
});

test('twenty at once have one effect', async () => {
  const answers = await Promise.all(Array.from({ length: 20 }, () => order('lin', 'k2')));
  expect(new Set(answers.map(({ effect }) => effect))).toEqual(new Set([1]));
  expect(effects).toBe(1);
});

test('without a key, and with another person’s, each order counts', async () => {
  await order('lin');
  await order('lin');
  await order('wei', 'k1');
  expect(effects).toBe(3);
});

test('an answer without a value is kept as well', async () => {
  const effect = async () => {
    effects += 1;
  };
  const silent = () => postgres.transaction((tx) => answerOnce(tx, { person: 'lin', key: 'k3' }, effect));
  await silent();
  await expect(silent()).resolves.toBeUndefined();
  expect(effects).toBe(1);
});

test('a refusal is not kept: the same order may succeed later', async () => {
  const refused = postgres.transaction((tx) =>
    answerOnce(tx, { person: 'lin', key: 'k4' }, async () => refuse('agent-full', { agent: 'Wei' })),
  );
  await expect(refused).rejects.toBeInstanceOf(Refusal);
  expect(await order('lin', 'k4')).toEqual({ effect: 1 });
});

test('after 24 hours the key is forgotten', async () => {
  await order('lin', 'k5');
  await postgres.query(`UPDATE idempotency SET at = at - interval '25 hours' WHERE key = 'k5'`);
  expect(await order('lin', 'k5')).toEqual({ effect: 2 });
});

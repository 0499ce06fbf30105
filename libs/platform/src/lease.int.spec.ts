/** Two who want the same lease: one has it, the other waits, and who lost it cannot write. */
import { freshDatabase, testPasswords } from '@trunkline/testing';
import { Fenced } from './errors.ts';
import { guardLease, type Held, Leases } from './lease.ts';
import { Log } from './log.ts';
import { migrateService } from './postgres/migrate.ts';
import { openPostgres } from './postgres/open-postgres.ts';
import { prepareRoles, urlOfService } from './postgres/prepare-roles.ts';
import { Postgres } from './postgres/transaction.ts';

let database: Awaited<ReturnType<typeof freshDatabase>>;
let postgres: Postgres;
const opened: Leases[] = [];

beforeAll(async () => {
  database = await freshDatabase();
  await prepareRoles({ ownerUrl: database.ownerUrl, passwords: testPasswords });
  await migrateService({ ownerUrl: database.ownerUrl, service: 'sla', migrations: [] });
  postgres = new Postgres(await openPostgres({ url: urlOfService(database.ownerUrl, 'sla', testPasswords.sla) }));
});
afterEach(async () => {
  await Promise.all(opened.splice(0).map((leases) => leases.stop()));
});
afterAll(async () => {
  await postgres?.close();
  await database?.drop();
});

function replica(instance: string): Leases {
  const leases = new Leases(
    postgres,
    { name: 'sla', instance },
    new Log({ service: 'sla', instance, level: 'silent' }),
  );
  opened.push(leases);
  return leases;
}

/** Competes and gives each turn as it is won; a turn lasts until its signal. */
function compete(leases: Leases, name: string, ttlMs = 900) {
  const turns: Held[] = [];
  let heard = () => {};
  const holding = leases.hold(name, {
    ttlMs,
    onHeld: (held) =>
      new Promise((over) => {
        turns.push(held);
        heard();
        held.signal.addEventListener('abort', () => over());
      }),
  });
  const turn = async (number: number): Promise<Held> => {
    while (turns.length < number) await new Promise<void>((next) => (heard = next));
    return turns[number - 1] as Held;
  };
  return { holding, turn, turns };
}

const lost = (held: Held) => held.signal.aborted || new Promise((done) => held.signal.addEventListener('abort', done));
const write = (held: Held) => postgres.transaction(async (tx) => guardLease(tx, held));

test('one holds it, and keeps it over many renewals', async () => {
  const first = compete(replica('a'), 'kept', 300);
  const held = await first.turn(1);
  const second = compete(replica('b'), 'kept', 300);
  await expect(write(held)).resolves.toBeUndefined();
  const [{ until }] = (await postgres.query(`SELECT until FROM lease WHERE name = 'kept'`)) as [{ until: Date }];
  for (let at = until; at.getTime() < until.getTime() + 900; ) {
    [{ until: at }] = (await postgres.query(`SELECT until FROM lease WHERE name = 'kept'`)) as [{ until: Date }];
  }
  expect(held.signal.aborted).toBe(false);
  expect(second.turns).toEqual([]);
});

test('who stops gives it back at once, and the next has a higher epoch', async () => {
  const a = replica('a');
  const first = compete(a, 'given-back', 900);
  const one = await first.turn(1);
  const second = compete(replica('b'), 'given-back', 900);
  const before = performance.now();
  await a.stop();
  const two = await second.turn(1);
  expect(performance.now() - before).toBeLessThan(800);
  expect(two.epoch).toBe(one.epoch + 1);
  expect(one.signal.aborted).toBe(true);
  await expect(write(one)).rejects.toBeInstanceOf(Fenced);
  await expect(write(two)).resolves.toBeUndefined();
});

test('who was thought dead and comes back is fenced, and hears that it lost the lease', async () => {
  const first = compete(replica('a'), 'fenced', 900);
  const one = await first.turn(1);
  await postgres.query(`UPDATE lease SET owner = 'b', epoch = epoch + 1 WHERE name = 'fenced'`);
  await expect(write(one)).rejects.toBeInstanceOf(Fenced);
  await lost(one);
  expect((await first.turn(2)).epoch).toBe(one.epoch + 2);
});

test('nobody takes the lease over while a guarded transaction is open', async () => {
  const held = await compete(replica('a'), 'guarded', 60_000).turn(1);
  const order: string[] = [];
  let taken: Promise<void> | undefined;
  await postgres.transaction(async (tx) => {
    await guardLease(tx, held);
    taken = postgres
      .query(`UPDATE lease SET owner = 'b', epoch = epoch + 1 WHERE name = 'guarded'`)
      .then(() => void order.push('taken over'));
    for (let waiting = 0; waiting === 0; ) {
      [{ waiting }] = (await tx.query(`SELECT count(*)::int AS waiting FROM pg_locks WHERE NOT granted`)) as [
        { waiting: number },
      ];
    }
    order.push('committed');
  });
  await taken;
  expect(order).toEqual(['committed', 'taken over']);
});

test('what fails under the lease gives it back, and is started again', async () => {
  let starts = 0;
  await new Promise<void>((done) => {
    replica('a').hold('failing', {
      ttlMs: 150,
      onHeld: async () => {
        starts += 1;
        if (starts === 3) done();
        throw new Error('no luck');
      },
    });
  });
  expect(starts).toBe(3);
});

test('while Postgres cannot be asked, the own clock ends the lease', async () => {
  const lonely = new Postgres(
    await openPostgres({ url: urlOfService(database.ownerUrl, 'sla', testPasswords.sla), poolSize: 1 }),
  );
  const leases = new Leases(
    lonely,
    { name: 'sla', instance: 'c' },
    new Log({ service: 'sla', instance: 'c', level: 'silent' }),
  );
  const held = await compete(leases, 'cut-off', 600).turn(1);
  await lonely.close();
  await lost(held);
  expect(held.signal.aborted).toBe(true);
  await leases.stop();
});

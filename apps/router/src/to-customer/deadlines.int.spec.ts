/** The clocks' news on a real Postgres: what is nearly late moves forward once, and lists know the next due instant. */
import { type ConversationId, newId } from '@trunkline/contracts';
import { defaultPolicy } from '@trunkline/rules';
import { freshDatabase, testPasswords } from '@trunkline/testing';
import { type DeskOnPostgres, openDesk, waits } from '../dispatch/desk-for-specs.ts';
import { DeadlinesConsumer } from './deadlines.consumer.ts';

let desk: DeskOnPostgres;
let consumer: DeadlinesConsumer;

beforeAll(async () => {
  desk = await openDesk(await freshDatabase(), testPasswords);
  consumer = new DeadlinesConsumer(desk.postgres, desk.settings);
});
afterAll(() => desk?.close());

const dueAt = '2026-11-22T12:00:00.000Z';
function fact(conversationId: ConversationId, what: 'set' | 'met' | 'warned', policy = 'first-response') {
  const head = { clockId: newId(), conversationId, policy, standard: 'chat', queue: 'service', cycle: 1, dueAt };
  return { id: newId(), type: `deadline.${what}`, at: dueAt, data: { ...head, late: false } } as never;
}
type Row = { orderKey: number; routingVersion: number; version: number; nextDueAt: Date | null };
const look = async (id: ConversationId): Promise<Row> => {
  const [row] = await desk.postgres.query<Row>(
    `SELECT order_key AS "orderKey", routing_version::float8 AS "routingVersion", version::float8 AS version,
            next_due_at AS "nextDueAt" FROM conversation WHERE id = $1`,
    [id],
  );
  return row!;
};
const inputsOf = (id: ConversationId) =>
  desk.postgres.query(
    `SELECT routing_version::int AS v FROM dispatch_input WHERE kind = 'warned' AND conversation_id = $1`,
    [id],
  );

test('what is nearly late moves forward once, said once or twice, in one batch or in two', async () => {
  const id = await waits(desk.postgres);
  const before = await look(id);
  await consumer.hear([fact(id, 'warned'), fact(id, 'warned', 'next-response')]);
  await consumer.hear([fact(id, 'warned')]);
  const after = await look(id);
  expect(before.orderKey - after.orderKey).toBe(defaultPolicy.priority.nearLimit * 60_000);
  expect(after).toMatchObject({ routingVersion: before.routingVersion + 1, version: before.version + 1 });
  expect(await inputsOf(id)).toEqual([{ v: after.routingVersion }]);
});

test('the house’s line says of which limit, and how much of it is used', async () => {
  const id = await waits(desk.postgres);
  await consumer.hear([fact(id, 'warned')]);
  const [event] = await desk.postgres.query('SELECT what, because FROM event WHERE conversation_id = $1', [id]);
  const values = { policy: 'first-response', percent: defaultPolicy.time.warnAtPercent };
  expect(event).toEqual({ what: 'moved-forward', because: { code: 'limit-near', values } });
});

test('a list knows when the next is due, until it is met', async () => {
  const id = await waits(desk.postgres);
  await consumer.hear([fact(id, 'set')]);
  expect((await look(id)).nextDueAt?.toISOString()).toBe(dueAt);
  await consumer.hear([fact(id, 'met')]);
  expect((await look(id)).nextDueAt).toBeNull();
});

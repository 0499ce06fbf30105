/** The clocks' news on a real Postgres: what is nearly late moves forward once, and lists know the next due instant. */
import { type ClockId, type ConversationId, newId } from '@trunkline/contracts';
import { defaultPolicy } from '@trunkline/rules';
import { freshDatabase, testPasswords } from '@trunkline/testing';
import { showConversation } from '../desk/show-conversation.ts';
import { type DeskOnPostgres, openDesk, waitMany, waits } from '../dispatch/desk-for-specs.ts';
import { DeadlinesConsumer } from './deadlines.consumer.ts';

let desk: DeskOnPostgres;
let consumer: DeadlinesConsumer;

beforeAll(async () => {
  desk = await openDesk(await freshDatabase(), testPasswords);
  consumer = new DeadlinesConsumer(desk.postgres, desk.settings);
});
afterAll(() => desk?.close());

const dueAt = '2026-11-22T12:00:00.000Z';
function fact(conversationId: ConversationId, what: 'warned', policy = 'first-response') {
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

test('where the forecast warned, the line says so', async () => {
  const id = await waits(desk.postgres);
  const warned = fact(id, 'warned') as { data: object };
  await consumer.hear([{ ...warned, data: { ...warned.data, because: 'late-by-forecast' } } as never]);
  const [event] = await desk.postgres.query('SELECT because FROM event WHERE conversation_id = $1', [id]);
  expect(event).toMatchObject({ because: { code: 'late-by-forecast' } });
});

test('five hundred facts of as many conversations are one commit, and as many again change nothing', async () => {
  const ids = await desk.postgres.transaction((tx) => waitMany(tx, 500));
  const batch = ids.flatMap((id) => story(id, [{ what: 'set', clock: newId<ClockId>(), due: at(5) }]));
  const times: number[] = [];
  for (let round = 0; round < 3; round += 1) {
    const before = performance.now();
    await consumer.hear(batch);
    times.push(Math.round(performance.now() - before));
  }
  process.stdout.write(`clocks: 500 facts of 500 conversations in one commit: ${times.join(', ')} ms\n`);
  const [row] = await desk.postgres.query(
    `SELECT count(*)::int AS due, count(DISTINCT c.xmin::text)::int AS commits FROM conversation c
      WHERE c.id = ANY ($1::uuid[]) AND c.next_due_at = $2`,
    [ids, at(5)],
  );
  expect(row).toEqual({ due: 500, commits: 1 });
});

type Said = { what: string; clock: ClockId; policy?: string; due?: string };
/** Facts of one conversation in the order in which sla said them, a millisecond apart or in one transaction. */
function story(id: ConversationId, said: Said[], { isOneTransaction = false } = {}) {
  return said.map(({ what, clock, policy = 'first-response', due = dueAt }, at) => {
    const head = {
      clockId: clock,
      conversationId: id,
      policy,
      standard: 'chat',
      queue: 'service',
      cycle: 1,
      dueAt: due,
    };
    const more = { startedAt: dueAt, warnAt: null, pausedAt: dueAt, resumedAt: dueAt, from: dueAt, metAt: dueAt };
    const instant = new Date(Date.parse(dueAt) + (isOneTransaction ? 0 : at)).toISOString();
    return { id: newId(), type: `deadline.${what}`, at: instant, data: { ...head, ...more, because: '' } } as never;
  });
}
const nextDue = async (id: ConversationId) => (await look(id)).nextDueAt?.toISOString() ?? null;
const at = (minutes: number) => new Date(Date.parse(dueAt) + minutes * 60_000).toISOString();
const [one, other, third, fourth] = [1, 2, 3, 4].map(() => newId<ClockId>()) as [ClockId, ClockId, ClockId, ClockId];

test.each<[string, Said[], number | null]>([
  ['a list knows when it is due', [{ what: 'set', clock: one, due: at(5) }], 5],
  [
    'of several clocks the one that is due first',
    [
      { what: 'set', clock: one, due: at(5) },
      { what: 'set', clock: other, policy: 'resolution', due: at(3) },
    ],
    3,
  ],
  [
    'one that is met leaves the others',
    [
      { what: 'set', clock: one, due: at(5) },
      { what: 'set', clock: other, policy: 'resolution', due: at(9) },
      { what: 'met', clock: one, due: at(5) },
    ],
    9,
  ],
  [
    'met, all of them, nothing is due',
    [
      { what: 'set', clock: one, due: at(5) },
      { what: 'met', clock: one },
    ],
    null,
  ],
  [
    'what stands still is not due',
    [
      { what: 'set', clock: one, due: at(5) },
      { what: 'paused', clock: one, due: at(5) },
    ],
    null,
  ],
  [
    'going on it is due later',
    [
      { what: 'set', clock: one, due: at(5) },
      { what: 'paused', clock: one, due: at(5) },
      { what: 'resumed', clock: one, due: at(8) },
    ],
    8,
  ],
  [
    'moved it is due when it was moved to',
    [
      { what: 'set', clock: one, due: at(5) },
      { what: 'moved', clock: one, due: at(2) },
    ],
    2,
  ],
  [
    'moved while it stands still it is not due',
    [
      { what: 'set', clock: one, due: at(5) },
      { what: 'paused', clock: one, due: at(5) },
      { what: 'moved', clock: one, due: at(2) },
    ],
    null,
  ],
  ['a promise is due too', [{ what: 'set', clock: one, policy: 'promise', due: at(7) }], 7],
  [
    'what is nobody’s promise to the customer is not shown',
    [
      { what: 'set', clock: third, policy: 'agent-silence', due: at(1) },
      { what: 'set', clock: fourth, policy: 'auto-close', due: at(1) },
    ],
    null,
  ],
])('%s, whatever order the facts come in', async (_sentence, said, due) => {
  for (const facts of orders(said.length)) {
    for (const isOneTransaction of [false, true]) {
      const id = await waits(desk.postgres);
      await desk.postgres.query('DELETE FROM conversation_clock');
      const spoken = story(id, said, { isOneTransaction });
      const heard = facts.map((place) => spoken[place]!);
      for (const fact of heard) await consumer.hear([fact]);
      const apart = await nextDue(id);
      await consumer.hear([...heard, ...heard]);
      const expected = due === null ? null : at(due);
      expect([apart, await nextDue(id)]).toEqual([expected, expected]);
    }
  }
});

function orders(count: number): number[][] {
  if (count === 0) return [[]];
  return orders(count - 1).flatMap((rest) =>
    Array.from({ length: count }, (_, place) => [...rest.slice(0, place), count - 1, ...rest.slice(place)]),
  );
}

test('clocks that were met long ago are let go', async () => {
  const id = await waits(desk.postgres);
  await consumer.hear(
    story(id, [
      { what: 'set', clock: one },
      { what: 'met', clock: one },
    ]),
  );
  await desk.postgres.query(`UPDATE conversation_clock SET heard_at = now() - interval '9 days'`);
  await consumer.hear(story(id, [{ what: 'set', clock: other, due: at(4) }]));
  expect(await desk.postgres.query('SELECT clock_id FROM conversation_clock')).toEqual([{ clock_id: other }]);
});

const namedBy = (conversationId: ConversationId, followerId: string | null, type = 'escalation.followed') =>
  ({
    id: newId(),
    type,
    at: new Date().toISOString(),
    data: { conversationId, followerId, queue: 'service' },
  }) as never;
const moved = async (id: ConversationId) => {
  const sql = `SELECT body::text FROM outbox WHERE key = $1 AND type = 'message.moved' ORDER BY id`;
  const rows = await desk.postgres.query<{ body: string }>(sql, [id]);
  return rows.map(({ body }) => (JSON.parse(body) as { followerId?: string }).followerId);
};

test('A30 whom sla names stays with it: shown, told to their screens, once a word; closed, nobody follows it', async () => {
  const id = await waits(desk.postgres);
  const [ann, ben] = [newId(), newId()];
  await consumer.hear([namedBy(id, ann, 'escalation.raised')]);
  await consumer.hear([namedBy(id, ann, 'escalation.raised'), namedBy(id, ann)]);
  await consumer.hear([namedBy(id, ann), namedBy(id, ben)]);
  expect(await moved(id)).toEqual([ann, ben]);
  expect((await showConversation(desk.postgres, id)).followerId).toBe(ben);
  await desk.postgres.query(`UPDATE conversation SET state = 'closed', closed_at = now() WHERE id = $1`, [id]);
  expect((await showConversation(desk.postgres, id)).followerId).toBeNull();
});

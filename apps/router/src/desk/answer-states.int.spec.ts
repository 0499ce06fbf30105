/** What sla hears before anything fires, on a real Postgres: the instants, who has it, the wait, the tickets; 500 at once. */
import { type AgentId, type ConversationId, NewTicket, newId } from '@trunkline/contracts';
import { anAgent, freshDatabase, testPasswords } from '@trunkline/testing';
import { type DeskOnPostgres, openDesk, waitMany, waits } from '../dispatch/desk-for-specs.ts';
import { openTicket } from '../tickets/open-ticket.ts';
import { expectWait } from '../wait/expect-wait.ts';
import { answerStates } from './answer-states.ts';
import { GiveOrder } from './give-order.ts';

let desk: DeskOnPostgres;
const people = Array.from({ length: 8 }, (_, n) =>
  anAgent(`agent-${n}`, { number: `${1001 + n}`, skills: { 'lang-en': 3 } }),
);
const [ann] = people;

beforeAll(async () => {
  desk = await openDesk(await freshDatabase(), testPasswords);
  for (const record of people) {
    const values = [record.id, JSON.stringify(record)];
    await desk.postgres.query(`INSERT INTO setting (kind, name, version, body) VALUES ('staff', $1, 1, $2)`, values);
    await desk.postgres.query(
      `INSERT INTO agent_presence (agent_id, state, since, because) VALUES ($1, 'online', now(), '{}')`,
      [record.id],
    );
  }
  await desk.settings.refresh();
}, 60_000);
afterAll(() => desk?.close());

const answer = async (id: ConversationId) => (await answerStates(desk, [id])).items[0]!;
const given = (id: ConversationId, agentId: AgentId, state: 'offered' | 'accepted') =>
  desk.postgres.query(
    `INSERT INTO assignment (id, conversation_id, agent_id, state, weight, offered_at, accepted_at)
     VALUES ($1, $2, $3, $4, 2, now(), CASE WHEN $4 = 'accepted' THEN now() END)`,
    [newId(), id, agentId, state],
  );
const set = (id: ConversationId, change: string) =>
  desk.postgres.query(`UPDATE conversation SET ${change} WHERE id = $1`, [id]);

test('who has it is who took it, and nobody while it rings or once it is solved', async () => {
  const id = await waits(desk.postgres);
  expect(await answer(id)).toMatchObject({ agentId: null, assignedAt: null, reopenedAt: null, tickets: [] });
  await given(id, ann!.id, 'offered');
  await set(id, `state = 'offered', agent_id = '${ann!.id}'`);
  expect(await answer(id)).toMatchObject({ agentId: null, assignedAt: null });
  await desk.postgres.query(
    `UPDATE assignment SET state = 'accepted', accepted_at = now() WHERE conversation_id = $1`,
    [id],
  );
  await set(id, `state = 'with-customer'`);
  expect(await answer(id)).toMatchObject({ agentId: ann!.id, assignedAt: expect.stringMatching(/^20/) });
  await desk.postgres.query(`UPDATE assignment SET state = 'ended', ended_at = now() WHERE conversation_id = $1`, [id]);
  await set(id, `state = 'solved', solved_at = now()`);
  expect(await answer(id)).toMatchObject({ agentId: null, assignedAt: null, wait: null });
});

test('the last reopening and the tickets stand in it', async () => {
  const id = await waits(desk.postgres);
  for (const at of ['2026-11-20', '2026-11-22']) {
    await desk.postgres.query(`INSERT INTO event (id, conversation_id, at, what) VALUES ($1, $2, $3, 'reopened')`, [
      newId(),
      id,
      at,
    ]);
  }
  const ticket = NewTicket.parse({ kind: 'incident', subject: 'Parcel' });
  const order = { by: ann!.id, conversationId: id, does: 'open-ticket', ticket, idempotencyKey: null } as const;
  const { id: ticketId } = await openTicket(new GiveOrder(desk.postgres, desk.settings), order);
  const { reopenedAt, tickets } = await answer(id);
  expect(reopenedAt).toMatch(/^2026-11-22/);
  expect(tickets).toEqual([{ id: ticketId, state: 'open', answeredAt: null, solvedAt: null }]);
});

test('one who waits is told what the explanation tells, and all of 500 at once within milliseconds', async () => {
  await desk.postgres.query(`UPDATE conversation SET state = 'closed', closed_at = now()`);
  const ids = await desk.postgres.transaction((tx) => waitMany(tx, 500));
  await desk.postgres.query(
    `UPDATE conversation SET order_key = order_key + place
       FROM unnest($1::uuid[]) WITH ORDINALITY AS asked (id, place) WHERE conversation.id = asked.id`,
    [ids],
  );
  const busy = await desk.postgres.transaction((tx) => waitMany(tx, 8));
  await set(busy[0]!, `queue = 'service'`);
  for (const [n, id] of busy.entries()) {
    await set(id, `state = 'assigned'`);
    await given(id, people[n]!.id, 'accepted');
  }
  await desk.postgres.query(
    `INSERT INTO assignment (id, conversation_id, agent_id, state, weight, offered_at, accepted_at, ended_at)
     SELECT gen_random_uuid(), gen_random_uuid(), ($1::uuid[])[1 + n % 8], 'ended', 2, now() - interval '1 hour',
            now() - make_interval(secs => 300 + n), now() - make_interval(secs => n) FROM generate_series(1, 60) AS n`,
    [people.map(({ id }) => id)],
  );
  await desk.postgres.query('ANALYZE');
  const states = await settled(ids);
  const waiting = states.filter(({ wait }) => wait);
  expect(waiting).toHaveLength(500);
  for (const { id, wait } of [waiting[0]!, waiting[250]!, waiting[499]!]) {
    const explained = (await expectWait(desk, id))!.wait as { kind: 'range'; low: number; high: number };
    expect(explained.kind).toBe('range');
    // whole seconds are enough where 500 are told
    expect(Math.abs(wait!.low - explained.low) / explained.low).toBeLessThan(0.02);
    expect(Math.abs(wait!.high - explained.high) / explained.high).toBeLessThan(0.02);
  }
  const times: number[] = [];
  for (let round = 0; round < 15; round += 1) {
    const before = performance.now();
    await answerStates(desk, ids);
    times.push(performance.now() - before);
  }
  const median = times.sort((a, b) => a - b)[7]!;
  process.stdout.write(
    `states of 500 who wait: median ${median.toFixed(1)} ms, worst ${times.at(-1)!.toFixed(1)} ms\n`,
  );
  expect(median).toBeLessThan(1_000);
});

/** The floor is looked at each two seconds: what was there before is asked past it. */
async function settled(ids: ConversationId[]) {
  for (const giveUpAt = performance.now() + 10_000; ; ) {
    const { items: states } = await answerStates(desk, ids);
    if (states.every(({ wait }) => wait) || performance.now() > giveUpAt) return states;
    await new Promise((next) => setTimeout(next, 50));
  }
}

test('L7 an answer that is not committed is not told, though its instant lies before; committed, it is, and the instant asked is later', async () => {
  const id = await waits(desk.postgres);
  const asked = () => answerStates(desk, [id]);
  const during = await desk.postgres.transaction(async (tx) => {
    await tx.query('UPDATE conversation SET first_reply_at = now(), last_reply_at = now() WHERE id = $1', [id]);
    return asked();
  });
  expect(during.items[0]).toMatchObject({ firstReplyAt: null, lastReplyAt: null });
  const after = await asked();
  const repliedAt = Date.parse(after.items[0]!.lastReplyAt!);
  expect(repliedAt).toBeLessThanOrEqual(Date.parse(during.at!));
  expect(repliedAt).toBeLessThan(Date.parse(after.at!));
});

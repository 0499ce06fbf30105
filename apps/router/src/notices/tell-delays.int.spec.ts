/** Delay notices on a real Postgres: each once, in words, in order with the replies, and never to somebody's victim. */
import { type AgentId, type ClockId, type ConversationId, newId } from '@trunkline/contracts';
import { freshDatabase, testPasswords } from '@trunkline/testing';
import { DeadlinesConsumer } from '../clocks/deadlines.consumer.ts';
import { answerStates } from '../desk/answer-states.ts';
import { type DeskOnPostgres, openDesk, waits } from '../dispatch/desk-for-specs.ts';

let desk: DeskOnPostgres;
let consumer: DeadlinesConsumer;

beforeAll(async () => {
  desk = await openDesk(await freshDatabase(), testPasswords);
  consumer = new DeadlinesConsumer(desk.postgres, desk.settings);
});
afterAll(() => desk?.close());

type Foreseen = { clock?: ClockId; nth?: number; policy?: string; newTime?: string | null };
function foreseen(conversationId: ConversationId, rest: Foreseen = {}) {
  const { clock = newId<ClockId>(), nth = 1, policy = 'first-response', newTime = '2031-05-05T10:15:00.000Z' } = rest;
  const head = { clockId: clock, conversationId, policy, standard: 'chat', queue: 'service', cycle: 1 };
  const data = { ...head, dueAt: '2031-05-05T10:00:00.000Z', newTime, nth, because: 'late-by-forecast' };
  return { id: newId(), type: 'delay.foreseen', at: new Date().toISOString(), data } as never;
}
const told = (id: ConversationId) =>
  desk.postgres.query<{ text: string }>(
    `SELECT text FROM message WHERE conversation_id = $1 AND spoken_by = 'desk' AND kind = 'notice' ORDER BY at`,
    [id],
  );
const written = (id: ConversationId) =>
  desk.postgres.query<{ kind: string; subject: string | null }>(
    `SELECT body::jsonb->>'kind' AS kind, body::jsonb->>'subject' AS subject FROM outbox
      WHERE type = 'reply.written' AND key = $1`,
    [id],
  );
const withheld = async (id: ConversationId) =>
  (
    await desk.postgres.query<{ withheld: string }>(`SELECT withheld FROM delay_notice WHERE conversation_id = $1`, [
      id,
    ])
  ).map((row) => row.withheld);
const set = (id: ConversationId, change: string) =>
  desk.postgres.query(`UPDATE conversation SET ${change} WHERE id = $1`, [id]);

test('A31 the customer is told once, however often it is heard, in one batch or in several at once', async () => {
  const id = await waits(desk.postgres);
  const fact = foreseen(id);
  await consumer.hear([fact, fact]);
  await Promise.all([consumer.hear([fact]), consumer.hear([fact])]);
  expect(await told(id)).toHaveLength(1);
  expect(await written(id)).toEqual([{ kind: 'notice', subject: null }]);
  expect((await told(id))[0]!.text).toContain('Monday 5 May 2031, 10:15');
});

test('A31 the second is worded otherwise, one without a time names none, a Chinese customer reads Chinese', async () => {
  const id = await waits(desk.postgres);
  await set(id, `language = 'zh'`);
  await consumer.hear([foreseen(id), foreseen(id, { nth: 2, policy: 'resolution', newTime: null })]);
  const [first, second] = await told(id);
  expect(first!.text).toMatch(/最迟将于 2031年5月5日星期一 10:15（UTC） 回复您/);
  expect(second!.text).toMatch(/^非常抱歉[^0-9]*$/);
});

test('a notice is no agent’s reply: no clock stops, and it still waits', async () => {
  const id = await waits(desk.postgres);
  const state = async () => (await answerStates(desk, [id])).items[0]!;
  const { version: _before, ...before } = await state();
  await consumer.hear([foreseen(id)]);
  const { version: _after, ...after } = await state();
  expect(after).toEqual(before);
  const [fact] = await desk.postgres.query<{ body: string }>(
    `SELECT body FROM outbox WHERE type = 'message.stored' AND key = $1`,
    [id],
  );
  expect(JSON.parse(fact!.body)).toMatchObject({ from: 'desk', kind: 'notice', authorId: null, state: 'waiting' });
  const [line] = await desk.postgres.query('SELECT what, because FROM event WHERE conversation_id = $1', [id]);
  const because = { code: 'late-by-forecast', values: { policy: 'first-response' } };
  expect(line).toEqual({ what: 'delay-told', because });
});

async function answers(id: ConversationId, deliveryState = 'sent') {
  await desk.postgres.query(
    `INSERT INTO message (id, conversation_id, spoken_by, kind, author_id, text, shown_at, delivery_state, delivery_at)
     VALUES ($1, $2, 'agent', 'reply', $3, 'Here you are', now(), $4, now())`,
    [newId(), id, newId<AgentId>(), deliveryState],
  );
}

test('A31 whoever was answered meanwhile is not told, unless the answer did not arrive', async () => {
  const [answered, unheard] = [await waits(desk.postgres), await waits(desk.postgres)];
  await answers(answered);
  await answers(unheard, 'failed');
  await consumer.hear([foreseen(answered), foreseen(unheard)]);
  expect([(await told(answered)).length, (await told(unheard)).length]).toEqual([0, 1]);
  expect(await withheld(answered)).toEqual(['answered']);
});

test('what is solved or closed is told of no more, and leaves no line', async () => {
  const [solved, closed] = [await waits(desk.postgres), await waits(desk.postgres)];
  await set(solved, `state = 'solved', solved_at = now()`);
  await set(closed, `state = 'closed', solved_at = now(), closed_at = now()`);
  await consumer.hear([foreseen(solved, { policy: 'resolution' }), foreseen(closed, { policy: 'resolution' })]);
  expect([await told(solved), await told(closed)]).toEqual([[], []]);
  expect(await desk.postgres.query('SELECT 1 FROM event WHERE conversation_id = $1', [solved])).toEqual([]);
});

test('V2 a victim’s address hears of one conversation a day, and nothing of what the stranger wrote', async () => {
  const ids = [await waits(desk.postgres), await waits(desk.postgres), await waits(desk.postgres)];
  const address = 'address_id = (SELECT address_id FROM conversation WHERE id';
  for (const id of ids) await set(id, `${address} = '${ids[0]}'), thread_key = id::text, subject = 'Cheap pills'`);
  await desk.postgres.query(
    `UPDATE address SET name = 'Pills' WHERE id = (SELECT address_id FROM conversation WHERE id = $1)`,
    [ids[0]],
  );
  await consumer.hear(ids.map((id) => foreseen(id)));
  expect(await Promise.all(ids.map(async (id) => (await told(id)).length))).toEqual([1, 0, 0]);
  const sent = await desk.postgres.query<{ body: string }>(
    `SELECT body FROM outbox WHERE type = 'reply.written' AND key = $1`,
    [ids[0]],
  );
  expect(sent[0]!.body).not.toMatch(/pills/i);
  expect(await withheld(ids[1]!)).toEqual(['told-lately']);
  // once a person has answered them they are a customer like any other
  await set(ids[2]!, `first_reply_at = now() - interval '1 hour'`);
  await consumer.hear([foreseen(ids[1]!)]);
  expect(await told(ids[1]!)).toHaveLength(1);
});

test('a text that is switched off sends nothing and says so in the thread', async () => {
  const id = await waits(desk.postgres);
  const { policy } = desk.settings;
  desk.settings.policy = { ...policy, texts: { ...policy.texts, 'delay-notice': { en: '', zh: '' } } };
  await consumer.hear([foreseen(id)]);
  desk.settings.policy = policy;
  expect([await told(id), await withheld(id)]).toEqual([[], ['text-is-switched-off']]);
  const [line] = await desk.postgres.query('SELECT what FROM event WHERE conversation_id = $1', [id]);
  expect(line).toEqual({ what: 'delay-not-told' });
});

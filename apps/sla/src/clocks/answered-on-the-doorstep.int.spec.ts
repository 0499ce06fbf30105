/** Answers whose transaction began before a limit was due: whether a miss of them is a fault is told by the order of commits. */
import { migrateService } from '@trunkline/platform';
import { freshDatabase, gatherTime, keepTime, testPasswords } from '@trunkline/testing';
import pg from 'pg';
import { aConversation } from './a-conversation.ts';
import { type GivenSla, givenSla } from './given-sla.ts';

let database: Awaited<ReturnType<typeof freshDatabase>>;
let owner: pg.Client;
let sla: GivenSla;
beforeAll(async () => {
  database = await freshDatabase();
  sla = await givenSla({ ownerUrl: database.ownerUrl, passwords: testPasswords });
  await migrateService({ ownerUrl: database.ownerUrl, service: 'router', migrations: [] });
  owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
  await owner.query('SET search_path TO sla');
  sla.start();
});
afterAll(async () => {
  await sla?.end();
  await owner?.end();
  await database?.drop();
});

type Conversation = ReturnType<typeof aConversation>;
const firstOf = async ({ id }: Conversation) => {
  const sql = `SELECT due_at, missed_at, met_at FROM clock WHERE conversation_id = $1 AND policy = 'first-response'`;
  const [clock] = await sla.postgres.query<{ due_at: Date; missed_at: Date | null; met_at: Date | null }>(sql, [id]);
  return clock!;
};

/** A customer writes; nobody tells the router of an answer until the limit is said to be missed, though one began before. */
async function missedThoughAnswered(): Promise<{ conversation: Conversation; answeredAt: number }> {
  const conversation = aConversation();
  sla.router.states.set(conversation.id, conversation.state);
  await sla.clocks.hear([conversation.opened(), conversation.writes()]);
  while ((await firstOf(conversation)).missed_at === null) await new Promise((next) => setTimeout(next, 20));
  const answeredAt = (await firstOf(conversation)).due_at.getTime() - 100;
  await sla.clocks.hear([conversation.answered(answeredAt)]);
  return { conversation, answeredAt };
}

/** As the router's relay leaves it. */
const published = (conversation: Conversation, { at, publishedAt }: { at: number; publishedAt: number }) =>
  owner.query(
    `INSERT INTO router.outbox (event_id, topic, key, shard, type, body, at, published_at)
     VALUES (gen_random_uuid(), 'conversations', $1, 0, 'message.stored', '{}', $2, $3)`,
    [conversation.id, new Date(at), new Date(publishedAt)],
  );

const broken = async ({ id }: Conversation) => {
  const { timed } = await gatherTime(async (sql) => (await owner.query(sql)).rows);
  return keepTime({ timed: timed.filter(({ conversationId }) => conversationId === id) } as never);
};

test('L7 an answer that committed only after sla had asked: the miss stands, the clock is met before it was due, no fault', async () => {
  const { conversation, answeredAt } = await missedThoughAnswered();
  await published(conversation, { at: answeredAt, publishedAt: Date.now() });
  const clock = await firstOf(conversation);
  expect(clock.met_at!.getTime()).toBeLessThan(clock.due_at.getTime());
  expect(await broken(conversation)).toEqual([]);
});

test('L7 planted: the router held back an answer that had committed before sla asked, and the checker names it', async () => {
  const { conversation, answeredAt } = await missedThoughAnswered();
  await published(conversation, { at: answeredAt, publishedAt: answeredAt + 5 });
  expect(await broken(conversation)).toEqual([
    expect.stringMatching(/^first-response .* was said though it had been stopped/),
  ]);
});

/** Many hands at once: real desk orders race the dispatcher; one assignee each, books balanced, memory equals rows. */
import { type AgentId, type ConversationId } from '@trunkline/contracts';
import { type Held, Refusal } from '@trunkline/platform';
import type { Act } from '@trunkline/rules';
import { anAgent, freshDatabase, testPasswords } from '@trunkline/testing';
import { accept } from '../desk/accept.ts';
import { close } from '../desk/close.ts';
import { decline } from '../desk/decline.ts';
import { GiveOrder } from '../desk/give-order.ts';
import { reply } from '../desk/reply.ts';
import { resolve } from '../desk/resolve.ts';
import { takeOver } from '../desk/take-over.ts';
import { transfer } from '../desk/transfer.ts';
import { changePresence } from '../presence/change-presence.ts';
import { type DeskOnPostgres, openDesk, waitMany } from './desk-for-specs.ts';
import { readAll, replay } from './replay-for-specs.ts';
import { endRings } from './ring-timeouts.ts';

let desk: DeskOnPostgres;
let orders: GiveOrder;
const seed = Number(process.env.SEED ?? 20261122);

const leads = ['boss', 'head'];
const staff = ['ann', 'bob', 'cid', 'dan', 'boss', 'head'].map((name) =>
  anAgent(name, { capacity: 6, role: leads.includes(name) ? 'supervisor' : 'agent' }),
);

beforeAll(async () => {
  desk = await openDesk(await freshDatabase(), testPasswords);
  orders = new GiveOrder(desk.postgres, desk.settings);
  for (const record of staff) {
    const body = JSON.stringify(record);
    await desk.postgres.query(`INSERT INTO setting (kind, name, version, body) VALUES ('staff', $1, 1, $2)`, [
      record.id,
      body,
    ]);
  }
  await desk.settings.refresh();
  desk.dispatcher('spec').hold.onApplicationBootstrap();
});
afterAll(async () => {
  await desk?.close();
});

/** Small numbers in a row that a seed repeats. */
function dice(from: number): (sides: number) => number {
  let state = from;
  return (sides) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * sides);
  };
}

type Row = { id: ConversationId; state: string; agent_id: AgentId | null };

async function oneOrder(roll: (sides: number) => number): Promise<unknown> {
  const rows = await desk.postgres.query<Row>(`SELECT id, state, agent_id FROM conversation WHERE is_open ORDER BY id`);
  const row = rows[roll(rows.length)]!;
  const agent = staff[roll(4)]!;
  const given = (by: AgentId, does: Act) => ({ by, conversationId: row.id, does });
  const by = row.agent_id ?? agent.id;
  switch (roll(12)) {
    case 0:
      return changePresence(desk.postgres, { agent, state: 'offline', seconds: 60 });
    case 1:
    case 2:
      return changePresence(desk.postgres, { agent, state: 'online', seconds: 60 });
    case 3:
      return decline(orders, { ...given(by, 'decline'), note: '' });
    case 4:
      return transfer(orders, { ...given(by, 'transfer'), transfer: { to: { queue: 'service' } } });
    case 5:
      return transfer(orders, { ...given(by, 'transfer'), transfer: { to: { agent: agent.id } } });
    case 6:
      return roll(3) === 0 ? takeOver(orders, given(staff[4]!.id, 'take-over')) : resolve(orders, given(by, 'resolve'));
    case 7:
      return reply(orders, { ...given(by, 'reply'), message: { text: 'Hello', kind: 'reply' }, idempotencyKey: null });
    default:
      return accept(orders, given(by, 'accept'));
  }
}

const refused = (error: unknown) => {
  if (!(error instanceof Refusal)) throw error;
};

test(`L4, L5: six hands give 240 orders at once, and nothing comes apart (seed ${seed})`, async () => {
  await desk.postgres.transaction((tx) => waitMany(tx, 40));
  for (const agent of staff.slice(0, 3)) await changePresence(desk.postgres, { agent, state: 'online', seconds: 60 });
  const hands = Array.from({ length: 6 }, async (_, hand) => {
    const roll = dice(seed + hand);
    for (let n = 0; n < 40; n++) await oneOrder(roll).catch(refused);
  });
  await Promise.all(hands);
  await comesTrue(
    async () => (await desk.postgres.query('SELECT 1 FROM dispatch_input WHERE step IS NULL')).length === 0,
  );
  expect(
    await desk.postgres.query(`SELECT kind, outcome FROM dispatch_input WHERE outcome->>'kind' = 'parked'`),
  ).toEqual([]);
  const heard = await desk.postgres.query<{ kind: string; count: number }>(
    'SELECT kind, count(*)::float8 AS count FROM dispatch_input GROUP BY kind ORDER BY kind',
  );
  process.stdout.write(`races: ${heard.map(({ kind, count }) => `${kind} ${count}`).join(', ')}\n`);
  expect(await booksOff()).toEqual([]);
  expect(await memoryOff()).toEqual([]);
}, 60_000);

const lost = (error: unknown) => {
  refused(error);
  return 0;
};

type Rival = {
  name: string;
  at: Row['state'][];
  play: (row: Row, roll: (sides: number) => number) => Promise<unknown>[];
};

const order = (row: Row, by: AgentId, does: Act) => ({ by, conversationId: row.id, does });

/** Two who want the same conversation at the same moment, and only one of them can be right. */
const rivals: Rival[] = [
  {
    name: 'accept against the ring’s end',
    at: ['offered'],
    play: (row) => [endRingNow(row), accept(orders, order(row, row.agent_id!, 'accept'))],
  },
  {
    name: 'close against a decision in flight',
    at: ['offered', 'assigned', 'waiting'],
    play: (row) => [
      desk.postgres.transaction((tx) => waitMany(tx, 1)),
      close(orders, order(row, staff[4]!.id, 'close')),
      changePresence(desk.postgres, { agent: staff[3]!, state: 'online', seconds: 60 }),
    ],
  },
  {
    name: 'two take-overs',
    at: ['offered', 'assigned', 'waiting'],
    play: (row) => [4, 5].map((at) => takeOver(orders, order(row, staff[at]!.id, 'take-over'))),
  },
  {
    name: 'transfer against a presence that is lost',
    at: ['assigned'],
    play: (row, roll) => {
      const to = staff[roll(4)]!;
      return [
        transfer(orders, { ...order(row, row.agent_id!, 'transfer'), transfer: { to: { agent: to.id } } }),
        changePresence(desk.postgres, { agent: to, state: 'offline', seconds: 60 }),
      ];
    },
  },
];

/** As the dispatcher does it when the time is over: under its own lease. */
async function endRingNow(row: Row): Promise<unknown> {
  const sql = `UPDATE assignment SET until = now() WHERE conversation_id = $1 AND state = 'offered'`;
  await desk.postgres.query(sql, [row.id]);
  const [lease] = await desk.postgres.query<Held>(`SELECT name, owner, epoch FROM lease WHERE name = 'dispatcher'`);
  return endRings(desk.postgres, lease!);
}

const inState = (states: string[]) =>
  desk.postgres.query<Row>('SELECT id, state, agent_id FROM conversation WHERE state = ANY($1) ORDER BY id', [states]);

test(`L4, L5: of two who reach for one conversation one is right, and a replay agrees with whom (seed ${seed})`, async () => {
  const roll = dice(seed);
  const won = new Map<string, number>();
  for (const agent of staff.slice(0, 4)) await changePresence(desk.postgres, { agent, state: 'online', seconds: 60 });
  for (let round = 0; round < 48; round++) {
    const rival = rivals[round % rivals.length]!;
    if (round % 4 === 0) await desk.postgres.transaction((tx) => waitMany(tx, 2));
    const rows = await inState(rival.at);
    const row = rows[roll(Math.max(1, rows.length))];
    if (!row) continue;
    const plays = rival.play(row, roll).map((play) => play.then(() => 1).catch(lost));
    const count = (await Promise.all(plays)).reduce<number>((sum, one) => sum + one, 0);
    won.set(rival.name, (won.get(rival.name) ?? 0) + count);
    for (const agent of staff.slice(0, 4)) {
      if (roll(2) === 0) await changePresence(desk.postgres, { agent, state: 'online', seconds: 60 });
    }
    const offered = await inState(['offered']);
    for (const one of offered.slice(0, 2)) await accept(orders, order(one, one.agent_id!, 'accept')).catch(refused);
  }
  await comesTrue(
    async () => (await desk.postgres.query('SELECT 1 FROM dispatch_input WHERE step IS NULL')).length === 0,
  );
  process.stdout.write(`rivals: ${[...won].map(([name, count]) => `${name} ${count}`).join(', ')}\n`);
  expect(await booksOff()).toEqual([]);
  expect(await memoryOff()).toEqual([]);
  const again = replay(await readAll(desk.postgres, '2026-01-01T00:00:00.000Z', 500));
  expect(again.different).toEqual([]);
  expect(again.missing).toEqual([]);
}, 120_000);

const booksOff = () =>
  desk.postgres.query(
    `SELECT l.agent_id, l.load, sum(a.weight) AS held FROM agent_load l
       LEFT JOIN assignment a ON a.agent_id = l.agent_id AND a.active
      GROUP BY l.agent_id, l.load HAVING l.load <> coalesce(sum(a.weight), 0)`,
  );

/** Rows, assignments and what the engine remembers say the same of every conversation. */
const memoryOff = () =>
  desk.postgres.query(
    `SELECT c.id, c.state, c.agent_id, m.body->>'state' AS remembered, m.body->>'agentId' AS with, a.state AS assignment
       FROM conversation c LEFT JOIN remembered_conversation m ON m.conversation_id = c.id
       LEFT JOIN assignment a ON a.conversation_id = c.id AND a.active
      WHERE (CASE c.state WHEN 'with-customer' THEN 'accepted' WHEN 'assigned' THEN 'accepted' WHEN 'solved' THEN NULL
             WHEN 'closed' THEN NULL ELSE c.state END) IS DISTINCT FROM m.body->>'state'
         OR (c.is_open AND c.state <> 'solved' AND c.agent_id::text IS DISTINCT FROM m.body->>'agentId')
         OR (c.is_open AND c.state <> 'solved' AND c.assignment_id::text IS DISTINCT FROM m.body->>'assignmentId')
         OR c.is_open AND c.state <> 'solved' AND a.agent_id IS DISTINCT FROM c.agent_id
         OR c.is_open AND c.state <> 'solved' AND (m.body->>'routingVersion')::bigint <> c.routing_version`,
  );

async function comesTrue(isTrue: () => Promise<boolean>): Promise<void> {
  const giveUpAt = performance.now() + 10_000;
  while (!(await isTrue())) {
    if (performance.now() > giveUpAt) throw new Error('it did not come true in time');
    await new Promise((next) => setTimeout(next, 20));
  }
}

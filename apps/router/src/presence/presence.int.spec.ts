/** Who is there, and what people see of agents, queues and reasons, on a real Postgres with the dispatcher running. */
import { type AgentId, newId, type StaffV1 } from '@trunkline/contracts';
import { compareSchema } from '@trunkline/platform';
import { anAgent, freshDatabase, testPasswords } from '@trunkline/testing';
import { type DeskOnPostgres, openDesk, waits } from '../dispatch/desk-for-specs.ts';
import { showExplanation } from '../dispatch/show-explanation.ts';
import { AssignmentRow } from '../tables/assignment.table.ts';
import { dispatchTables } from '../tables/dispatch-tables.ts';
import { changePresence } from './change-presence.ts';
import { keepSeen } from './keep-seen.ts';
import { listAgents } from './list-agents.ts';
import { listQueues } from './list-queues.ts';
import { showPresence } from './show-presence.ts';

let desk: DeskOnPostgres;
let ownerUrl: string;

const ann = anAgent('ann', { capacity: 6 });
const boss = anAgent('boss', { capacity: 6, role: 'supervisor' });
const online = (agent: StaffV1) => changePresence(desk.postgres, { agent, state: 'online', seconds: 60 });
const offline = (agent: StaffV1) => changePresence(desk.postgres, { agent, state: 'offline', seconds: 60 });

beforeAll(async () => {
  const database = await freshDatabase();
  ownerUrl = database.ownerUrl;
  desk = await openDesk(database, testPasswords);
  for (const record of [ann, boss]) {
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

test('the tables of dispatch are as the migrations make them', async () => {
  const tables = dispatchTables.filter((table) => table !== AssignmentRow); // TypeORM cannot read its generated column
  const changes = await compareSchema({ ownerUrl, service: 'router', tables });
  const foreign = /FOREIGN KEY|_conversation_id_fkey|dispatch_input_policy/;
  expect(changes.filter((sql) => !foreign.test(sql))).toEqual([]);
});

test('who never came is offline; coming online is true when it is answered, and twice is once', async () => {
  expect(await showPresence(desk.postgres, ann)).toMatchObject({ state: 'offline', load: 0, capacity: 6 });
  await online(ann);
  const first = await showPresence(desk.postgres, ann);
  expect(first).toMatchObject({ agentId: ann.id, state: 'online', because: { code: 'signed-in' } });
  await online(ann);
  expect(await showPresence(desk.postgres, ann)).toEqual(first);
  await offline(ann);
  expect(await showPresence(desk.postgres, ann)).toMatchObject({ state: 'offline', because: { code: 'signed-out' } });
});

test('being seen moves the instant on, and brings nobody back who has left', async () => {
  await online(ann);
  await desk.postgres.query('UPDATE agent_presence SET seen_until = now()');
  await keepSeen(desk.postgres, [ann.id, newId<AgentId>()], 60);
  const [row] = await desk.postgres.query<{ ahead: boolean }>(
    `SELECT seen_until > now() + interval '50 seconds' AS ahead FROM agent_presence WHERE agent_id = $1`,
    [ann.id],
  );
  expect(row?.ahead).toBe(true);
  await offline(ann);
  await keepSeen(desk.postgres, [ann.id], 60);
  expect(await showPresence(desk.postgres, ann)).toMatchObject({ state: 'offline' });
});

test('a supervisor sees queues and agents with what they have in hand, and anybody why one waits', async () => {
  const id = await waits(desk.postgres);
  await comesTrue(async () => (await showExplanation(desk, id)).decisions.length > 0);
  expect(await showExplanation(desk, id)).toMatchObject({
    decisions: [{ kind: 'waiting', because: { code: 'nobody-online' }, wouldChange: [{ code: 'one-signs-in' }] }],
    place: { position: 1, of: 1, because: { code: 'nobody-online' }, wait: { kind: 'none' } },
  });
  await online(ann);
  const explained = await showExplanation(desk, id);
  expect(explained.place).toBeNull();
  expect(explained.decisions.map((decision) => decision.kind)).toEqual(['offered', 'waiting']);
  const agents = await listAgents(desk.postgres, desk.settings, boss);
  expect(agents.find((row) => row.id === ann.id)).toMatchObject({
    presence: { state: 'online', load: 2, capacity: 6 },
    working: [{ conversationId: id, standard: 'chat', state: 'offered' }],
  });
  const queues = await listQueues(desk.postgres, desk.settings, boss);
  expect(queues).toMatchObject([
    { code: 'service', waiting: 0, offered: 1, agentsOnline: 1, agentsInGroup: 1, open: true },
  ]);
});

async function comesTrue(isTrue: () => Promise<boolean>): Promise<void> {
  const giveUpAt = performance.now() + 10_000;
  while (!(await isTrue())) {
    if (performance.now() > giveUpAt) throw new Error('it did not come true in time');
    await new Promise((next) => setTimeout(next, 20));
  }
}

/** The true service, killed in the middle of firing, and started again. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { type NewFact, urlOfService, writeFacts } from '@trunkline/platform';
import { freshDatabase, testPasswords } from '@trunkline/testing';
import { aConversation } from './clocks/a-conversation.ts';
import { type GivenSla, givenSla } from './clocks/given-sla.ts';

const main = fileURLToPath(new URL('../dist/main.js', import.meta.url));
let database: Awaited<ReturnType<typeof freshDatabase>>;
let sla: GivenSla;
const children: ChildProcess[] = [];

beforeAll(async () => {
  database = await freshDatabase();
  sla = await givenSla({ ownerUrl: database.ownerUrl, passwords: testPasswords });
});
afterAll(async () => {
  for (const child of children) {
    if (child.exitCode === null && child.signalCode === null) {
      child.kill('SIGKILL');
      await once(child, 'exit');
    }
  }
  await sla?.end();
  await database?.drop();
});

/** `dist`, as `npm test` has built it. */
function startService(more: Record<string, string> = {}): ChildProcess {
  const settings = {
    DATABASE_URL: urlOfService(database.ownerUrl, 'sla', testPasswords.sla),
    SERVICE_KEYS: `spec:${Buffer.alloc(32, 7).toString('base64url')}`,
    ROUTER_URL: sla.router.url,
    KAFKA_TOPIC_PREFIX: `${new URL(database.ownerUrl).pathname.slice(1)}.`,
    LOG_LEVEL: 'error',
  };
  const child = spawn(process.execPath, [main], { env: { ...process.env, ...settings, ...more }, stdio: 'inherit' });
  children.push(child);
  return child;
}
/** Of the first response and its ladder. */
const saidOf = async (id: string) => {
  const sql = `SELECT type FROM outbox WHERE key = $1
               AND coalesce(body::json ->> 'policy', 'first-response') = 'first-response' ORDER BY id`;
  return (await sla.postgres.query<{ type: string }>(sql, [id])).map(({ type }) => type);
};

async function heard(id: string, type: string): Promise<void> {
  while (!(await saidOf(id)).includes(type)) await new Promise((next) => setTimeout(next, 50));
}

test('A29 killed before the commit of a miss, it says it after the restart, once', async () => {
  const conversation = aConversation();
  sla.router.states.set(conversation.id, conversation.state);
  await sla.clocks.hear([conversation.opened(), conversation.writes()]);
  const [, signal] = await once(startService({ FAULT_POINTS: 'timer.before-commit=kill' }), 'exit');
  expect(signal).toBe('SIGKILL');
  expect(await saidOf(conversation.id)).toEqual(['deadline.set']);
  startService();
  await heard(conversation.id, 'escalation.raised');
  expect(await saidOf(conversation.id)).toEqual([
    'deadline.set',
    'deadline.warned',
    'deadline.missed',
    'escalation.raised',
  ]);
}, 60_000);

test('A29 killed before the commit of a climb, the next level hears of it after the restart, once', async () => {
  const conversation = aConversation({ standard: 'mail', queue: 'mail' });
  sla.router.states.set(conversation.id, conversation.state);
  await sla.clocks.hear([conversation.opened(), conversation.escalated('beyond-authority')]);
  for (const child of children) child.kill('SIGKILL');
  await sla.postgres.query(`UPDATE timer SET due_at = now() WHERE conversation_id = $1 AND step = 'climb-1'`, [
    conversation.id,
  ]);
  const [, signal] = await once(startService({ FAULT_POINTS: 'timer.before-commit=kill' }), 'exit');
  expect(signal).toBe('SIGKILL');
  const raised = async () => (await saidOf(conversation.id)).filter((type) => type === 'escalation.raised');
  expect(await raised()).toHaveLength(1);
  startService();
  while ((await raised()).length < 2) await new Promise((next) => setTimeout(next, 50));
  const levels = 'SELECT level FROM escalation WHERE conversation_id = $1 ORDER BY level';
  expect(await sla.postgres.query(levels, [conversation.id])).toEqual([{ level: 1 }, { level: 2 }]);
}, 60_000);

test('what comes over Kafka sets a clock, and the service ends when it is asked to', async () => {
  const conversation = aConversation({ standard: 'mail', queue: 'mail' });
  const { type, key, data } = conversation.opened();
  await sla.postgres.transaction((tx) => writeFacts(tx, [{ type, key, data } as NewFact])); // as the router's relay would
  await heard(conversation.id, 'deadline.set');
  const service = children.at(-1)!;
  service.kill('SIGTERM');
  expect(await once(service, 'exit')).toEqual([0, null]);
}, 60_000);

/** Clocks run for real, over real rows: each warning, miss and escalation is said exactly once. */
import { type AgentId, type EscalationId, newId, type StaffV1 } from '@trunkline/contracts';
import { compareSchema, storeSettings } from '@trunkline/platform';
import { anAgent, freshDatabase, testPasswords } from '@trunkline/testing';
import { EscalationsController } from '../escalations/escalations.controller.ts';
import { PresenceConsumer } from '../escalations/presence.consumer.ts';
import { slaTables } from '../tables/index.ts';
import { aConversation } from './a-conversation.ts';
import { DeadlinesController } from './deadlines.controller.ts';
import { type GivenSla, givenSla } from './given-sla.ts';

let database: Awaited<ReturnType<typeof freshDatabase>>;
let sla: GivenSla;
beforeAll(async () => {
  database = await freshDatabase();
  sla = await givenSla({ ownerUrl: database.ownerUrl, passwords: testPasswords });
});
afterEach(async () => {
  await sla.stop();
  sla.router.away = false;
});
afterAll(async () => {
  await sla?.end();
  await database?.drop();
});

type Conversation = ReturnType<typeof aConversation>;
const known = (conversation: Conversation) => {
  sla.router.states.set(conversation.id, conversation.state);
  return conversation;
};
type Said = { type: string; policy?: string } & Record<string, unknown>;
/** Of the clocks of responses; the others have their own spec. */
const said = async ({ id }: Conversation) => {
  const rows = await sla.postgres.query<{ type: string; body: string }>(
    'SELECT type, body::text FROM outbox WHERE key = $1 ORDER BY id',
    [id],
  );
  const all = rows.map(({ type, body }) => ({ type, ...(JSON.parse(body) as Record<string, unknown>) }) as Said);
  return all.filter(({ policy }) => policy === undefined || policy.endsWith('-response'));
};
const saidTypes = async (conversation: Conversation) => (await said(conversation)).map(({ type }) => type);
/** Waits for the fact, never for a time. */
async function heard(conversation: Conversation, type: string, seconds = 10) {
  const end = Date.now() + seconds * 1_000;
  for (;;) {
    const found = (await said(conversation)).find((fact) => fact.type === type);
    if (found) return found;
    if (Date.now() > end) throw new Error(`not within ${seconds} s: ${type}`);
    await new Promise((next) => setTimeout(next, 20));
  }
}
/** Moves timers' instants to now, or so many seconds ago. */
const isDueNow = (conversation: Conversation, levels: string[], ago = 0) =>
  sla.postgres.query(
    `UPDATE timer SET due_at = now() - $3 * interval '1 s'
     WHERE conversation_id = $1 AND step = ANY($2::text[]) AND (step LIKE 'climb-%'
       OR about IN (SELECT id FROM clock WHERE policy LIKE '%-response'))`,
    [conversation.id, levels, ago],
  );
async function until(isSo: () => Promise<boolean>) {
  while (!(await isSo())) await new Promise((next) => setTimeout(next, 20));
}

test('the entities and the migrated schema are the same', async () => {
  const changes = await compareSchema({ ownerUrl: database.ownerUrl, service: 'sla', tables: slaTables });
  expect(changes).toEqual([]);
});

test('A2 nobody answers: warned, missed and escalated, once each, though two replicas run and facts come twice', async () => {
  const conversation = known(aConversation());
  const facts = [conversation.opened(), conversation.writes()];
  await sla.clocks.hear(facts);
  await sla.clocks.hear(facts);
  sla.start();
  sla.start();
  await heard(conversation, 'escalation.raised');
  await sla.clocks.hear(facts);
  expect(await saidTypes(conversation)).toEqual([
    'deadline.set',
    'deadline.warned',
    'deadline.missed',
    'escalation.raised',
  ]);
  const [set, warned, missed, escalated] = await said(conversation);
  expect(set).toMatchObject({ policy: 'first-response', cycle: 1, standard: 'chat', queue: 'service' });
  expect(warned).toMatchObject({ clockId: set?.clockId, late: false });
  expect(missed).toMatchObject({ clockId: set?.clockId, late: false });
  expect(escalated).toMatchObject({ level: 1, because: 'limit-missed', to: { role: 'supervisor' }, queue: 'service' });
});

test('A2 a miss is said after its instant, and at most 5 s later', async () => {
  const conversation = known(aConversation());
  await sla.clocks.hear([conversation.opened()]);
  sla.start();
  await heard(conversation, 'deadline.missed');
  const [row] = await sla.postgres.query<{ ms: number }>(
    `SELECT (extract(epoch FROM missed_at - due_at) * 1000)::float8 AS ms FROM clock
     WHERE conversation_id = $1 AND policy = 'first-response'`,
    [conversation.id],
  );
  expect(row?.ms).toBeGreaterThanOrEqual(0);
  expect(row?.ms).toBeLessThan(5_000);
});

test('A2 an answer stops the clock at its own instant, and the next message starts the next one', async () => {
  const at = Date.now() + 60_000;
  const conversation = known(aConversation({ at }));
  await sla.clocks.hear([conversation.opened(), conversation.writes(at), conversation.answered(at + 700)]);
  await sla.clocks.hear([conversation.writes(at + 5_000)]);
  const facts = await said(conversation);
  expect(facts.map(({ type }) => type)).toEqual(['deadline.set', 'deadline.met', 'deadline.set']);
  expect(facts[1]).toMatchObject({ metAt: new Date(at + 700).toISOString(), because: 'answered' });
  expect(facts[2]).toMatchObject({ policy: 'next-response', cycle: 1, startedAt: new Date(at + 5_000).toISOString() });
  await sla.clocks.hear([conversation.answered(at + 6_000), conversation.writes(at + 7_000)]);
  expect((await said(conversation)).at(-1)).toMatchObject({ policy: 'next-response', cycle: 2 });
});

test('L7 an answer that the router has, though its fact was not heard yet, stops what is due', async () => {
  const conversation = known(aConversation());
  await sla.clocks.hear([conversation.opened()]);
  const late = conversation.answered();
  sla.start();
  expect(await heard(conversation, 'deadline.met')).toMatchObject({ because: 'answered' });
  await sla.clocks.hear([late]);
  expect(await saidTypes(conversation)).toEqual(['deadline.set', 'deadline.met']);
});

test('L8 what was solved is never escalated', async () => {
  const conversation = known(aConversation());
  await sla.clocks.hear([conversation.opened()]);
  conversation.solved();
  sla.start();
  expect(await heard(conversation, 'deadline.met')).toMatchObject({ because: 'solved' });
  expect(await saidTypes(conversation)).toEqual(['deadline.set', 'deadline.met']);
});

test('while the router is away nothing fires, and afterwards it is marked late', async () => {
  const conversation = known(aConversation());
  await sla.clocks.hear([conversation.opened()]);
  await isDueNow(conversation, ['look'], 30);
  sla.router.away = true;
  const asked = sla.router.asked;
  sla.start();
  await until(async () => sla.router.asked >= asked + 2);
  expect(await saidTypes(conversation)).toEqual(['deadline.set']);
  sla.router.away = false;
  expect(await heard(conversation, 'deadline.warned')).toMatchObject({ late: true });
});

test('automatic mail sets no clock', async () => {
  const conversation = known(aConversation({ automatic: 'bulk', standard: 'mail' }));
  await sla.clocks.hear([conversation.opened(), conversation.writes(), conversation.solved()]);
  expect(await said(conversation)).toEqual([]);
});

test('facts in the wrong order come to the same', async () => {
  const at = Date.now() + 60_000;
  const conversation = known(aConversation({ at }));
  const [opened, answered, wrote] = [
    conversation.opened(),
    conversation.answered(at + 500),
    conversation.writes(at + 900),
  ];
  await sla.clocks.hear([wrote]);
  await sla.clocks.hear([answered]);
  expect(await said(conversation)).toEqual([]);
  await sla.clocks.hear([opened]);
  expect(await said(conversation)).toMatchObject([
    { type: 'deadline.set', policy: 'next-response', startedAt: new Date(at + 900).toISOString() },
  ]);
});

test('an answer that did not arrive was none: the clock starts again', async () => {
  const at = Date.now() + 60_000;
  const conversation = known(aConversation({ at }));
  const reply = [conversation.opened(), conversation.answered(at + 500)];
  await sla.clocks.hear(reply);
  await sla.clocks.hearFailed([conversation.failed(reply[1]!, at + 900)]);
  expect((await said(conversation)).at(-1)).toMatchObject({ type: 'deadline.set', policy: 'first-response', cycle: 2 });
});

describe('the ladder', () => {
  const person = (role: StaffV1['role'], groups: string[]) => anAgent(`${role}-${groups[0]}`, { role, groups });
  const supervisor = person('supervisor', ['service']);
  const stranger = person('supervisor', ['payments']);
  const agent = person('agent', ['service']);
  const as = ({ id }: StaffV1) => ({ service: 'gateway', sub: id }) as const;
  let desk: EscalationsController;

  beforeAll(async () => {
    desk = new EscalationsController(sla.postgres, sla.settings);
    const staff = [supervisor, stranger, agent];
    await sla.postgres.transaction((tx) =>
      storeSettings(
        tx,
        staff.map((body) => ({ kind: 'staff' as const, name: body.id, version: 1, body })),
      ),
    );
    await sla.settings.refresh();
  });

  async function escalated(): Promise<{ conversation: Conversation; id: EscalationId }> {
    const conversation = known(aConversation());
    await sla.clocks.hear([conversation.opened()]);
    await isDueNow(conversation, ['look', 'due']);
    sla.start();
    const fact = await heard(conversation, 'escalation.raised');
    return { conversation, id: fact.escalationId as EscalationId };
  }
  const levels = async (conversation: Conversation) =>
    (await said(conversation)).filter(({ type }) => type === 'escalation.raised').map(({ level }) => level);

  test('A45 where no supervisor is signed in, the level has 60 s; where one is, 15 minutes', async () => {
    const secondsOf = async () => {
      const { id } = await escalated();
      const row = (await desk.list(as(supervisor))).items.find((item) => item.id === id)!;
      return (Date.parse(row.acknowledgeBy) - Date.parse(row.raisedAt)) / 1000;
    };
    expect(await secondsOf()).toBe(60);
    const since = new Date().toISOString();
    const data = { agentId: supervisor.id, state: 'online' as const, since, because: 'signed-in' };
    const come = { id: newId(), type: 'agent.presence-changed' as const, source: 'router', at: since, key: '', data };
    await new PresenceConsumer(sla.postgres).hear([come as never]);
    expect(await secondsOf()).toBe(900);
  });

  test('A29 what level 1 does not acknowledge, level 2 hears once, and above it is nobody', async () => {
    const { conversation } = await escalated();
    await isDueNow(conversation, ['climb-1']);
    await heard(conversation, 'escalation.raised');
    await until(async () => (await levels(conversation)).length === 2);
    await isDueNow(conversation, ['climb-2']);
    const fired = `SELECT 1 FROM timer WHERE conversation_id = $1 AND step = 'climb-2' AND fired_at IS NOT NULL`;
    await until(async () => (await sla.postgres.query(fired, [conversation.id])).length === 1);
    expect(await levels(conversation)).toEqual([1, 2]);
    expect((await said(conversation)).at(-1)).toMatchObject({
      because: 'not-acknowledged',
      to: { role: 'administrator' },
    });
  });

  test('A29 what was acknowledged climbs no further, and acknowledging again is the same answer', async () => {
    const { conversation, id } = await escalated();
    const row = await desk.acknowledge(as(supervisor), id);
    expect(row).toMatchObject({ acknowledgedBy: supervisor.id, overAt: null });
    expect(await desk.acknowledge(as(supervisor), id)).toEqual(row);
    expect(await saidTypes(conversation)).toContain('escalation.acknowledged');
    expect((await saidTypes(conversation)).filter((type) => type === 'escalation.acknowledged')).toHaveLength(1);
    await isDueNow(conversation, ['climb-1']);
    const open = `SELECT 1 FROM timer WHERE conversation_id = $1 AND step LIKE 'climb-%' AND cancelled_at IS NULL`;
    expect(await sla.postgres.query(open, [conversation.id])).toEqual([]);
    expect((await desk.list(as(supervisor), '1')).items.map((item) => item.id)).not.toContain(id);
  });

  test('A29 an answer ends what was escalated', async () => {
    const { conversation, id } = await escalated();
    await sla.clocks.hear([conversation.answered()]);
    const row = (await desk.list(as(supervisor))).items.find((item) => item.id === id);
    expect(row?.overAt).not.toBeNull();
    expect((await saidTypes(conversation)).at(-1)).toBe('deadline.met');
  });

  test('A29 it goes to the group that has the conversation now', async () => {
    const conversation = known(aConversation());
    await sla.clocks.hear([conversation.opened(), conversation.handedTo('payments')]);
    await isDueNow(conversation, ['look', 'due']);
    sla.start();
    expect(await heard(conversation, 'escalation.raised')).toMatchObject({ queue: 'payments' });
  });

  test('V7 only those who watch over the group see it, and an agent acknowledges nothing', async () => {
    const { conversation, id } = await escalated();
    expect((await desk.list(as(stranger))).items.map((item) => item.id)).not.toContain(id);
    await expect(desk.list(as(agent))).rejects.toMatchObject({ code: 'not-allowed' });
    await expect(desk.acknowledge(as(stranger), id)).rejects.toMatchObject({ code: 'not-your-group' });
    await expect(desk.acknowledge(as(agent), id)).rejects.toMatchObject({ code: 'not-allowed' });
    await expect(desk.acknowledge(as(supervisor), newId<EscalationId>())).rejects.toMatchObject({ code: 'not-found' });
    const nobody = { service: 'gateway', sub: newId<AgentId>() } as const;
    await expect(desk.list(nobody)).rejects.toMatchObject({ code: 'try-again' });
    const deadlines = new DeadlinesController(sla.postgres, sla.settings);
    await expect(deadlines.deadlines(as(stranger), conversation.id)).rejects.toMatchObject({ code: 'not-your-group' });
    expect((await deadlines.deadlines(as(agent), conversation.id)).items).toMatchObject([
      { policy: 'first-response', cycle: 1, state: 'missed', limitSeconds: 1, calendar: 'always', metAt: null },
      { policy: 'resolution', cycle: 1, state: 'running', limit: 'standard-chat', pausedSince: null },
    ]);
  });
});

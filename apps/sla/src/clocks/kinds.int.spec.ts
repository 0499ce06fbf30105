/** Clocks of the other kinds over real rows: resting, told of, brought about, carried over, listed and counted. */
import { type AgentId, type ConversationId, newId, type PolicyV1, type StaffV1 } from '@trunkline/contracts';
import { storeSettings } from '@trunkline/platform';
import { defaultPolicy } from '@trunkline/rules';
import { anAgent, freshDatabase, testPasswords } from '@trunkline/testing';
import { aConversation } from './a-conversation.ts';
import { DeadlinesController } from './deadlines.controller.ts';
import { type GivenSla, givenSla } from './given-sla.ts';

let database: Awaited<ReturnType<typeof freshDatabase>>;
let sla: GivenSla;
let desk: DeadlinesController;
const person = (role: StaffV1['role'], groups: string[]) => anAgent(`${role}-${groups[0]}`, { role, groups });
const supervisor = person('supervisor', ['service']);
const stranger = person('supervisor', ['payments']);
const agent = person('agent', ['service']);
const as = ({ id }: StaffV1) => ({ service: 'gateway', sub: id }) as const;
const minutes = (count: number) => count * 60_000;

beforeAll(async () => {
  database = await freshDatabase();
  sla = await givenSla({ ownerUrl: database.ownerUrl, passwords: testPasswords, policy: defaultPolicy });
  desk = new DeadlinesController(sla.postgres, sla.settings);
  await publish(
    [supervisor, stranger, agent].map((body) => ({ kind: 'staff' as const, name: body.id, version: 1, body })),
  );
});
afterEach(() => sla.stop());
afterAll(async () => {
  await sla?.end();
  await database?.drop();
});

async function publish(settings: Parameters<typeof storeSettings>[1]) {
  await sla.postgres.transaction((tx) => storeSettings(tx, settings));
  await sla.settings.refresh();
}
const inForce = (policy: PolicyV1) =>
  publish([{ kind: 'policy', name: 'default', version: policy.version, body: policy }]);

type Conversation = ReturnType<typeof aConversation>;
const known = (conversation: Conversation) => {
  sla.router.states.set(conversation.id, conversation.state);
  return conversation;
};
type Said = { type: string; policy: string } & Record<string, unknown>;
const said = async ({ id }: { id: ConversationId }, policy: string) => {
  const rows = await sla.postgres.query<{ type: string; body: string }>(
    'SELECT type, body::text FROM outbox WHERE key = $1 ORDER BY id',
    [id],
  );
  const all = rows.map(({ type, body }) => ({ type, ...(JSON.parse(body) as object) }) as Said);
  return all.filter((fact) => fact.policy === policy);
};
async function heard(conversation: Conversation, policy: string, type: string) {
  for (const end = Date.now() + 10_000; Date.now() < end; ) {
    const found = (await said(conversation, policy)).find((fact) => fact.type === type);
    if (found) return found;
    await new Promise((next) => setTimeout(next, 20));
  }
  throw new Error(`not within 10 s: ${type} of ${policy}`);
}
const timersOf = (conversation: Conversation, policy: string) =>
  sla.postgres.query<{ step: string }>(
    `SELECT step FROM timer JOIN clock ON clock.id = timer.about WHERE clock.conversation_id = $1 AND policy = $2
     AND fired_at IS NULL AND cancelled_at IS NULL ORDER BY step`,
    [conversation.id, policy],
  );

test('A2 while the customer is to answer no timer is open, and afterwards there are a look and the end again', async () => {
  const at = Date.now() - minutes(30);
  const conversation = known(aConversation({ at }));
  await sla.clocks.hear([conversation.opened(), conversation.answered(at + minutes(1))]);
  expect(await timersOf(conversation, 'resolution')).toEqual([]);
  await sla.clocks.hear([conversation.writes(at + minutes(21))]);
  expect(await timersOf(conversation, 'resolution')).toEqual([{ step: 'due' }, { step: 'look' }]);
  const facts = await said(conversation, 'resolution');
  expect(facts.map(({ type }) => type)).toEqual(['deadline.set', 'deadline.paused', 'deadline.resumed']);
  expect(facts[2]).toMatchObject({ dueAt: new Date(at + minutes(24 * 60 + 20)).toISOString() });
});

test('L7 an answer that the router has and nobody heard of rests the clock instead of missing it', async () => {
  const at = Date.now() - minutes(60 * 25);
  const conversation = known(aConversation({ at }));
  await sla.clocks.hear([
    conversation.opened(),
    conversation.answered(at + minutes(1)),
    conversation.writes(at + minutes(2)),
  ]);
  const unheard = conversation.answered(at + minutes(3));
  sla.start();
  await heard(conversation, 'resolution', 'deadline.paused');
  await sla.clocks.hear([unheard]);
  expect((await said(conversation, 'resolution')).map(({ type }) => type)).not.toContain('deadline.missed');
});

test('A31 the customer is told once before a mail is late, the new time is a clock, and both end with the answer', async () => {
  const at = Date.now() - minutes(4 * 60 * 0.96);
  const conversation = known(aConversation({ at, standard: 'mail', queue: 'service' }));
  await sla.clocks.hear([conversation.opened()]);
  sla.start();
  sla.start();
  const told = await heard(conversation, 'first-response', 'delay.foreseen');
  expect(told).toMatchObject({ nth: 1, because: 'nearly-used' });
  expect(Date.parse(told.newTime as string)).toBeGreaterThan(Date.parse(told.dueAt as string));
  expect(Date.parse(told.newTime as string) % minutes(15)).toBe(0);
  expect(await heard(conversation, 'delay-promise', 'deadline.set')).toMatchObject({ dueAt: told.newTime });
  await sla.clocks.hear([conversation.answered()]);
  expect(await said(conversation, 'delay-promise')).toMatchObject([
    { type: 'deadline.set' },
    { type: 'deadline.met', because: 'answered' },
  ]);
  const types = (await said(conversation, 'first-response')).map(({ type }) => type);
  expect(types).toEqual(['deadline.set', 'deadline.warned', 'delay.foreseen', 'deadline.met']);
});

test('A31 one who waits is told at four fifths, when routing says that it will be late', async () => {
  const at = Date.now() - minutes(4 * 60 * 0.81);
  const conversation = known(aConversation({ at, standard: 'mail', queue: 'service' }));
  conversation.state.wait = { low: 3_600, high: 7_200 };
  await sla.clocks.hear([conversation.opened()]);
  sla.start();
  expect(await heard(conversation, 'first-response', 'delay.foreseen')).toMatchObject({ because: 'late-by-forecast' });
  const [row] = (await desk.urgent(as(supervisor), { state: 'soon', limit: 50 })).items.filter(
    ({ conversationId }) => conversationId === conversation.id,
  );
  expect(row).toMatchObject({ state: 'soon', policy: 'first-response', limit: 'standard-mail' });
  expect(row?.toldAt).not.toBeNull();
  expect(row?.newTime).not.toBeNull();
  expect(row?.forecastAt).not.toBeNull();
});

test('after the silence the conversation is to be closed, said once; the closing takes the clock as it is', async () => {
  const at = Date.now() - minutes(60 * 24 + 5);
  const conversation = known(aConversation({ at }));
  await sla.clocks.hear([conversation.opened(), conversation.solved(at + minutes(1))]);
  sla.start();
  sla.start();
  expect(await heard(conversation, 'auto-close', 'deadline.reached')).toMatchObject({
    late: true,
    limit: 'silence-chat',
  });
  await sla.clocks.hear([conversation.closed()]);
  expect((await said(conversation, 'auto-close')).map(({ type }) => type)).toEqual([
    'deadline.set',
    'deadline.reached',
  ]);
});

test('nobody takes it, and whoever has it is silent: each is missed and goes onto the ladder', async () => {
  const at = Date.now() - minutes(10);
  const conversation = known(aConversation({ at }));
  await sla.clocks.hear([conversation.opened()]);
  sla.start();
  await heard(conversation, 'accept', 'deadline.missed');
  await sla.clocks.hear([conversation.assignedTo(newId<AgentId>(), Date.now() - minutes(6))]);
  await heard(conversation, 'agent-silence', 'deadline.missed');
});

test('a policy that changes while clocks run moves each once, with an audit row; the list and the working show it', async () => {
  const at = Date.now() - minutes(10);
  const conversation = known(aConversation({ at, standard: 'mail', queue: 'service' }));
  await sla.clocks.hear([conversation.opened(), conversation.writes(at)]);
  const mail = { ...defaultPolicy.standards.mail, firstResponseSeconds: 7_200 };
  await inForce({ ...defaultPolicy, version: 7, standards: { ...defaultPolicy.standards, mail } });
  sla.start();
  sla.start();
  const moved = await heard(conversation, 'first-response', 'deadline.moved');
  expect(moved).toMatchObject({ because: 'policy-changed', from: new Date(at + minutes(240)).toISOString() });
  expect(Math.abs(Date.parse(moved.dueAt as string) - (at + minutes(120)))).toBeLessThan(1_000);
  const { items } = await desk.deadlines(as(agent), conversation.id);
  const shown = items.find(({ policy }) => policy === 'first-response');
  expect(shown?.moves).toMatchObject([{ because: { code: 'policy-changed', values: { version: 7 } } }]);
  expect(shown).toMatchObject({ limit: 'standard-mail', limitSeconds: 7_200, dueAt: moved.dueAt });
  const versions = 'SELECT DISTINCT policy_version AS v FROM clock WHERE met_at IS NULL';
  await until(async () => (await sla.postgres.query<{ v: number }>(versions)).every(({ v }) => v === 7));
  expect((await said(conversation, 'first-response')).filter(({ type }) => type === 'deadline.moved')).toHaveLength(1);
});

async function until(isSo: () => Promise<boolean>) {
  while (!(await isSo())) await new Promise((next) => setTimeout(next, 20));
}

test('V7 what is late is seen by those who watch over the group, page by page, and counted for them', async () => {
  const query = { state: 'late,soon', limit: 1 } as const;
  const first = await desk.urgent(as(supervisor), query);
  expect(first.items).toHaveLength(1);
  const second = await desk.urgent(as(supervisor), { ...query, cursor: first.next! });
  expect(Date.parse(second.items[0]!.dueAt)).toBeGreaterThanOrEqual(Date.parse(first.items[0]!.dueAt));
  expect(second.items[0]!.clockId).not.toBe(first.items[0]!.clockId);
  expect((await desk.urgent(as(stranger), query)).items).toEqual([]);
  expect(() => desk.urgent(as(agent), query)).toThrow(expect.objectContaining({ code: 'not-allowed' }));
  const span = {
    from: new Date(Date.now() - minutes(60 * 48)).toISOString(),
    to: new Date(Date.now() + minutes(1)).toISOString(),
  };
  const report = await desk.report(as(supervisor), span);
  expect(report.notices).toMatchObject({ told: 2, inTime: 2, newTimeKept: 1 });
  const mail = report.items.find(({ clock, limit }) => clock === 'first-response' && limit === 'standard-mail');
  expect(mail).toMatchObject({ queue: 'service', met: 1, missed: 1 }); // the new policy's limit was used up already
  expect(mail?.medianShare).toBeCloseTo(0.96, 1);
  expect((await desk.report(as(stranger), span)).items).toEqual([]);
});

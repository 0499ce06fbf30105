/** Matters climb the ladder over real rows: each once, told to who is there, over when it is over, whatever order facts come in. */
import { type EscalationId, newId, type PolicyV1, type StaffV1, type TicketId } from '@trunkline/contracts';
import { Log, migrateService, openPostgres, prepareRoles, type SettingKind, storeSettings } from '@trunkline/platform';
import { defaultPolicy, type FollowedFact, seeded } from '@trunkline/rules';
import { anAgent, freshDatabase, testPasswords } from '@trunkline/testing';
import { aConversation } from '../clocks/a-conversation.ts';
import { type GivenSla, givenSla } from '../clocks/given-sla.ts';
import { migrations } from '../migrations/index.ts';
import { EscalationsController } from './escalations.controller.ts';
import { PresenceConsumer } from './presence.consumer.ts';
import { WatchStaff } from './watch-staff.ts';

const seed = Number(process.env.LADDER_SEED ?? Math.floor(Math.random() * 2 ** 31));
const lin = anAgent('Lin', { role: 'supervisor' });
const mei = anAgent('Mei', { role: 'supervisor' });
const boss = anAgent('Boss', { role: 'administrator', groups: [] });
const [ann, ben] = [anAgent('Ann'), anAgent('Ben')];
const as = ({ id }: StaffV1) => ({ service: 'gateway', sub: id }) as const;

let database: Awaited<ReturnType<typeof freshDatabase>>;
let sla: GivenSla;
let desk: EscalationsController;
let watch: WatchStaff;
let settingVersion = 1;

beforeAll(async () => {
  database = await freshDatabase();
  sla = await givenSla({ ownerUrl: database.ownerUrl, passwords: testPasswords, policy: defaultPolicy });
  desk = new EscalationsController(sla.postgres, sla.settings);
  watch = new WatchStaff(sla.postgres, sla.settings, new Log({ service: 'sla', instance: 'spec', level: 'silent' }));
  await publish([lin, mei, boss, ann, ben].map((body) => ['staff', body.id, body]));
});
beforeEach(async () => {
  await sla.postgres.query('DELETE FROM presence');
  await come(lin);
});
afterEach(() => sla.stop());
afterAll(async () => {
  await sla?.end();
  await database?.drop();
});

async function publish(settings: [SettingKind, string, object][]): Promise<void> {
  settingVersion += 1;
  const rows = settings.map(([kind, name, body]) => ({ kind, name, version: settingVersion, body }));
  await sla.postgres.transaction((tx) => storeSettings(tx, rows as never));
  await sla.settings.refresh();
}
async function come({ id }: StaffV1, state: 'online' | 'offline' = 'online'): Promise<void> {
  const since = new Date().toISOString();
  const data = { agentId: id, state, since, because: 'signed-in' };
  await new PresenceConsumer(sla.postgres).hear([{ type: 'agent.presence-changed', at: since, data } as never]);
}
type Conversation = ReturnType<typeof aConversation>;
/** A mail: its own limits are hours away. */
function known(): Conversation {
  const conversation = aConversation({ standard: 'mail' });
  sla.router.states.set(conversation.id, conversation.state);
  return conversation;
}
const saidOf = (id: string, type = 'escalation.raised') =>
  sla.postgres
    .query<{ body: string }>('SELECT body::text FROM outbox WHERE key = $1 AND type = $2 ORDER BY id', [id, type])
    .then((rows) => rows.map(({ body }) => JSON.parse(body) as Record<string, unknown>));
const told = async ({ id }: Conversation) => saidOf(id);
const climbNow = (conversation: Conversation) =>
  sla.postgres.query(
    `UPDATE timer SET due_at = now() WHERE conversation_id = $1 AND step LIKE 'climb-%' AND fired_at IS NULL`,
    [conversation.id],
  );
async function until(isSo: () => Promise<boolean>) {
  while (!(await isSo())) await new Promise((next) => setTimeout(next, 20));
}
const open = async (person: StaffV1) => (await desk.list(as(person), '1')).items;
const ofIt = async (conversation: Conversation, person = boss) =>
  (await desk.list(as(person))).items.filter(({ conversationId }) => conversationId === conversation.id);

const complaint = (rest = {}) => ({
  ticketId: newId<TicketId>(),
  kind: 'complaint-employee' as const,
  ticketVersion: 1,
  ticketState: 'open' as const,
  openedAt: Date.now(),
  ...rest,
});

test('what was escalated before is a matter afterwards, and its open climb goes on', async () => {
  const old = await freshDatabase();
  await prepareRoles({ ownerUrl: old.ownerUrl, passwords: testPasswords });
  await migrateService({ ownerUrl: old.ownerUrl, service: 'sla', migrations: migrations.slice(0, 3) });
  const owner = await openPostgres({ url: old.ownerUrl });
  const [clock, conversation] = [newId(), newId()];
  for (const level of [1, 2])
    await owner.query(
      `INSERT INTO sla.escalation (id, conversation_id, clock_id, level, role, queue, because, acknowledge_by)
       VALUES ($1, $2, $3, $4, 'supervisor', 'service', 'limit-missed', now())`,
      [newId(), conversation, clock, level],
    );
  await migrateService({ ownerUrl: old.ownerUrl, service: 'sla', migrations });
  const columns = 'id, trigger, what, level, acknowledged_at, over_at, because';
  expect(await owner.query(`SELECT ${columns} FROM sla.matter`)).toEqual([
    {
      id: clock,
      trigger: 'limit-missed',
      what: clock,
      level: 2,
      acknowledged_at: null,
      over_at: null,
      because: { code: 'limit-missed', values: {} },
    },
  ]);
  const kept = 'SELECT DISTINCT matter_id, trigger FROM sla.escalation';
  expect(await owner.query(kept)).toEqual([{ matter_id: clock, trigger: 'limit-missed' }]);
  await owner.destroy();
  await old.drop();
});

test.each<[string, (of: Conversation) => FollowedFact, object]>([
  ['a complaint', (of) => of.ticket(complaint()), { trigger: 'complaint', because: 'complaint-recorded' }],
  [
    'a repeated problem',
    (of) => of.flagged('unsatisfied-again'),
    { trigger: 'repeated', because: 'unsatisfied-again' },
  ],
  [
    'beyond the agent',
    (of) => of.escalated('beyond-authority'),
    { trigger: 'beyond-ability', because: 'beyond-authority' },
  ],
  ['publicity', (of) => of.flagged('in-the-media'), { trigger: 'publicity', because: 'in-the-media' }],
])('A29 %s is told at once, once, and names its rule', async (_sentence, bring, named) => {
  const conversation = known();
  const facts = [conversation.opened(), bring(conversation)];
  await sla.clocks.hear(facts);
  await sla.clocks.hear(facts);
  const about = { level: 1, to: { role: 'supervisor', people: [lin.id] }, clockId: null };
  expect(await told(conversation)).toMatchObject([{ ...named, ...about }]);
});

test('A29 another sign of what people were told of tells them nothing new, also when it is heard again later', async () => {
  const conversation = known();
  const again = conversation.escalated('beyond-competence');
  await sla.clocks.hear([conversation.opened(), conversation.escalated('beyond-authority'), again]);
  expect(await told(conversation)).toHaveLength(1);
  await sla.clocks.hear([conversation.solved(), conversation.reopened(), again]);
  expect(await told(conversation)).toHaveLength(1);
});

test('A43 a call that breaks off is told though another word of the same conversation waits', async () => {
  const conversation = known();
  const dropped = conversation.escalated('complaint-call-dropped');
  await sla.clocks.hear([conversation.opened(), conversation.escalated('beyond-authority'), dropped]);
  expect((await told(conversation)).map(({ because }) => because)).toEqual([
    'beyond-authority',
    'complaint-call-dropped',
  ]);
  await sla.clocks.hear([dropped]);
  expect(await told(conversation)).toHaveLength(2);
});

test('A29 it is over when it is solved: nobody else is told, and what comes late never begins', async () => {
  const conversation = known();
  const late = conversation.flagged('in-the-media');
  await sla.clocks.hear([conversation.opened(), conversation.escalated('beyond-authority')]);
  await sla.clocks.hear([conversation.solved(Date.now() + 10)]);
  await sla.clocks.hear([late]);
  expect(await ofIt(conversation)).toMatchObject([{ level: 1, overAt: expect.any(String) }]);
  expect((await open(boss)).map(({ conversationId }) => conversationId)).not.toContain(conversation.id);
  const waiting = 'SELECT 1 FROM timer WHERE conversation_id = $1 AND step LIKE $2 AND cancelled_at IS NULL';
  expect(await sla.postgres.query(waiting, [conversation.id, 'climb-%'])).toEqual([]);
});

test('A29 a sign that was taken back is off the ladder, and never begins where that is heard first', async () => {
  const [conversation, other] = [known(), known()];
  const sign = newId();
  await sla.clocks.hear([conversation.opened(), conversation.flagged('in-the-media', sign)]);
  await sla.clocks.hear([conversation.unflagged('in-the-media', sign)]);
  expect(await ofIt(conversation)).toMatchObject([{ overAt: expect.any(String) }]);
  const flagged = other.flagged('in-the-media', sign);
  await sla.clocks.hear([other.opened(), other.unflagged('in-the-media', sign)]);
  await sla.clocks.hear([flagged]);
  expect(await told(other)).toEqual([]);
});

test('A21 the accused hears of it by no level, reads it nowhere, and acknowledges nothing', async () => {
  const conversation = known();
  await come(mei);
  await sla.clocks.hear([conversation.opened(), conversation.ticket(complaint({ hiddenFrom: [lin.id] }))]);
  const [raised] = await told(conversation);
  expect(raised).toMatchObject({ to: { people: [mei.id] } });
  expect(await ofIt(conversation, lin)).toEqual([]);
  expect(await ofIt(conversation, mei)).toHaveLength(1);
  const id = raised?.escalationId as EscalationId;
  await expect(desk.acknowledge(as(lin), id)).rejects.toMatchObject({ code: 'not-found' });
  await expect(desk.see(as(lin), id)).rejects.toMatchObject({ code: 'not-found' });
});

test('A45 who saw it and when stands there, once a person', async () => {
  const conversation = known();
  await sla.clocks.hear([conversation.opened(), conversation.escalated('beyond-authority')]);
  const id = (await told(conversation))[0]?.escalationId as EscalationId;
  const row = await desk.see(as(lin), id);
  expect(row.seen).toEqual([{ agentId: lin.id, at: expect.stringMatching(/Z$/) }]);
  expect((await desk.see(as(lin), id)).seen).toEqual(row.seen);
  expect((await desk.see(as(mei), id)).seen).toHaveLength(2);
  expect(await saidOf(conversation.id, 'escalation.seen')).toMatchObject([{ by: lin.id }, { by: mei.id }]);
  await expect(desk.see(as(ann), id)).rejects.toMatchObject({ code: 'not-allowed' });
});

test('A30 the first agent follows it; who has left the desk is followed by the next', async () => {
  const conversation = known();
  await sla.clocks.hear([
    conversation.opened(),
    conversation.assignedTo(ann.id),
    conversation.assignedTo(ben.id),
    conversation.escalated('beyond-authority'),
  ]);
  expect(await told(conversation)).toMatchObject([{ followerId: ann.id }]);
  expect(await ofIt(conversation)).toMatchObject([{ followerId: ann.id }]);
  await publish([['staff', ann.id, { ...ann, active: false }]]);
  expect(await ofIt(conversation)).toMatchObject([{ followerId: ben.id }]);
  await Promise.all([watch.look(), watch.look()]); // both replicas hear of it
  expect(await saidOf(conversation.id, 'escalation.followed')).toEqual([
    { conversationId: conversation.id, followerId: ben.id },
  ]);
  await publish([['staff', ann.id, ann]]);
});

test('A30 whoever takes it first after it was escalated follows it; accused in it, they never do', async () => {
  const conversation = known();
  await sla.clocks.hear([conversation.opened(), conversation.escalated('beyond-authority')]);
  expect(await told(conversation)).toMatchObject([{ followerId: null }]);
  await sla.clocks.hear([conversation.assignedTo(ann.id)]);
  await sla.clocks.hear([conversation.assignedTo(ben.id)]);
  await sla.clocks.hear([conversation.ticket(complaint({ hiddenFrom: [ann.id] }))]);
  const followers = (await saidOf(conversation.id, 'escalation.followed')).map(({ followerId }) => followerId);
  expect(followers).toEqual([ann.id]);
  expect((await told(conversation)).at(-1)).toMatchObject({ trigger: 'complaint', followerId: ben.id });
  for (const row of await ofIt(conversation)) expect(row).toMatchObject({ followerId: ben.id });
});

test('A45 by the roster it is whoever supervises the shift; gone, and the next level hears within 60 s and why', async () => {
  const [from, to] = [-1, 1].map((hours) => new Date(Date.now() + hours * 3_600_000).toISOString());
  const shifts = [{ agentId: mei.id, from, to, supervises: true }];
  const date = from!.slice(0, 10);
  await publish([['roster', `service:${date}`, { queue: 'service', date, shifts }]]);
  const conversation = known();
  await come(boss);
  await sla.clocks.hear([conversation.opened(), conversation.escalated('beyond-authority')]);
  const [row] = await ofIt(conversation);
  expect(row).toMatchObject({ to: { role: 'supervisor', people: [] } });
  expect(row?.working).toEqual([{ level: 1, because: { code: 'nobody-signed-in', values: {} } }]);
  expect(Date.parse(row!.acknowledgeBy) - Date.parse(row!.raisedAt)).toBe(60_000);
  await climbNow(conversation);
  sla.start();
  await until(async () => (await told(conversation)).length === 2);
  expect((await told(conversation))[1]).toMatchObject({
    level: 2,
    because: 'level-was-empty',
    to: { role: 'administrator', people: [boss.id] },
  });
  await publish([['roster', `service:${date}`, { queue: 'service', date, shifts: [] }]]);
});

test('A29 while all are quiet it waits, and the first level that opens is told at its opening', async () => {
  const conversation = known();
  const { policy } = sla.settings;
  const shut: PolicyV1 = withQuiet(policy, new Date(Date.now() + 86_400_000).toISOString().slice(0, 10));
  sla.settings.policy = shut;
  await sla.clocks.hear([conversation.opened(), conversation.escalated('beyond-authority')]);
  expect(await told(conversation)).toEqual([]);
  const quiet = async (person = lin) =>
    (await desk.list(as(person), '1')).quiet?.filter(({ conversationId }) => conversationId === conversation.id);
  const opening = expect.stringMatching(/^20.*Z$/);
  expect(await quiet()).toMatchObject([{ trigger: 'beyond-ability', queue: 'service', toldAt: opening }]);
  await publish([['staff', lin.id, { ...lin, groups: ['mail'] }]]);
  expect(await quiet()).toEqual([]);
  await publish([['staff', lin.id, lin]]);
  await climbNow(conversation);
  sla.start();
  const timers = `SELECT 1 FROM timer WHERE conversation_id = $1 AND step LIKE 'climb-%'`;
  await until(
    async () => (await sla.postgres.query(`${timers} AND fired_at IS NOT NULL`, [conversation.id])).length > 0,
  );
  sla.settings.policy = policy;
  await climbNow(conversation);
  await until(async () => (await told(conversation)).length === 1);
  expect(await told(conversation)).toMatchObject([{ level: 1, because: 'beyond-authority' }]);
});

/** Open on one date only. */
const withQuiet = (policy: PolicyV1, date: string): PolicyV1 => ({
  ...policy,
  calendars: {
    ...policy.calendars,
    one: {
      tz: 'UTC',
      hours: {},
      holidays: [],
      holidaysYearly: [],
      special: { [date]: [['09:00', '18:00']] },
      breaks: {},
    },
  },
  time: { ...policy.time, ladder: policy.time.ladder.map((level) => ({ ...level, pagedWhile: 'one' })) },
});

test(`A29 facts in any order, people coming and going, two replicas: no level twice, nobody after a yes (LADDER_SEED=${seed})`, async () => {
  const random = seeded(seed);
  const whole = (most: number) => Math.floor(random() * most);
  const conversations = Array.from({ length: 25 }, known);
  const facts = conversations.flatMap((of) => {
    const wanted = [
      () => of.flagged('unsatisfied-again'),
      () => of.flagged('in-the-media'),
      () => of.escalated('beyond-competence'),
      () => of.ticket(complaint()),
    ].filter(() => random() < 0.6);
    return [of.opened(), of.assignedTo(ann.id), ...wanted.map((make) => make())];
  });
  const shuffled = [...facts, ...facts].map((fact) => ({ fact, key: random() })).sort((a, b) => a.key - b.key);
  sla.start();
  sla.start();
  while (shuffled.length > 0) {
    await sla.clocks.hear(shuffled.splice(0, 1 + whole(20)).map(({ fact }) => fact));
    for (const person of [lin, mei, boss]) await come(person, random() < 0.5 ? 'online' : 'offline');
    for (const conversation of conversations.filter(() => random() < 0.3)) await climbNow(conversation);
    const [some] = (await open(boss)).filter(() => random() < 0.3);
    if (some) await desk.acknowledge(as(boss), some.id);
    const ended = conversations[whole(25)]!;
    if (random() < 0.2) await sla.clocks.hear([ended.solved(Date.now() + 1)]);
  }
  const due = `SELECT 1 FROM timer WHERE step LIKE 'climb-%' AND fired_at IS NULL AND cancelled_at IS NULL AND due_at <= now()`;
  for (const _level of [1, 2, 3]) {
    for (const conversation of conversations) await climbNow(conversation);
    await until(async () => (await sla.postgres.query(due)).length === 0);
  }
  const rows = await sla.postgres.query<{
    matter: string;
    levels: number[];
    late: number;
    said: number;
    is_taken: boolean;
    nobody: number;
  }>(
    `SELECT matter.id AS matter, array_agg(escalation.level ORDER BY escalation.raised_at, escalation.level) AS levels,
       count(*) FILTER (WHERE escalation.raised_at > least(matter.acknowledged_at, matter.over_at))::int AS late,
       (SELECT count(*) FROM outbox WHERE type = 'escalation.raised'
          AND body::json ->> 'escalationId' = ANY(array_agg(escalation.id::text)))::int AS said,
       matter.acknowledged_at IS NOT NULL OR matter.over_at IS NOT NULL AS is_taken,
       count(*) FILTER (WHERE escalation.level = 2 AND escalation.people = '[]')::int AS nobody
     FROM matter JOIN escalation ON matter_id = matter.id WHERE matter.conversation_id = ANY($1::uuid[]) GROUP BY matter.id`,
    [conversations.map(({ id }) => id)],
  );
  expect(rows.length).toBeGreaterThan(20);
  for (const { levels, late, said, is_taken, nobody } of rows) {
    expect(levels).toEqual(is_taken ? [1, 2].slice(0, levels.length) : [1, 2]);
    expect({ late, said, nobody }).toEqual({ late: 0, said: levels.length, nobody: 0 });
  }
}, 60_000);

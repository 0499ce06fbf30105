/** Journey: work goes to who can do it: by skill and level, by room, by who is there; until then it waits and says why. */
import { Visitor } from './customer.ts';
import { changePolicy, type Desk, hire, signInAsAdministrator } from './desk.ts';
import { eventually } from './eventually.ts';
import { type House, startHouse } from './start-house.ts';

let house: House;
let administrator: Desk;
const desks: Desk[] = [];
const visitors: Visitor[] = [];

beforeAll(async () => {
  house = await startHouse();
  administrator = await signInAsAdministrator(house);
  await changePolicy(administrator, (policy) => ({
    ...policy,
    queues: policy.queues.map((queue) =>
      queue.code === 'payments' ? { ...queue, mode: 'by-ability', requires: { payments: 3 }, widensTo: null } : queue,
    ),
    standards: { ...policy.standards, chat: { ...policy.standards.chat, firstResponseSeconds: 600, ringSeconds: 60 } },
  }));
}, 180_000);
afterEach(async () => {
  for (const visitor of visitors.splice(0)) visitor.leave();
  for (const row of await administrator.list('?state=waiting,offered,assigned'))
    await administrator.order(row.id, 'close');
  await Promise.allSettled(desks.splice(0).map((desk) => desk.leave()));
});
afterAll(() => house?.stop(), 60_000);

type Person = { name: string; skills: Record<string, number>; capacity?: number; groups?: string[] };

async function seat({ name, skills, capacity = 6, groups = ['payments'] }: Person): Promise<Desk> {
  const speaks = { 'lang-en': 5, 'lang-zh': 5 };
  const desk = await hire(house, administrator, { name, skills: { ...speaks, ...skills }, capacity, groups });
  desks.push(desk);
  await desk.comeOnline();
  return desk;
}

async function write(text: string): Promise<Visitor> {
  const visitor = await new Visitor(house.run.channels).arrive();
  visitors.push(visitor);
  await visitor.say(text);
  return visitor;
}

const ringsFor = (desk: Desk, text: string) =>
  eventually(async () => (await desk.list('?assignee=me&state=offered')).find((row) => row.lastWords.includes(text)), {
    what: `“${text}” ringing for ${desk.person.name}`,
  });
const waits = (text: string) =>
  eventually(async () => (await administrator.list('?state=waiting')).find((row) => row.lastWords.includes(text)), {
    what: `“${text}” waiting`,
  });
const waitsBecause = (id: string, code: string) =>
  eventually(
    async () => {
      const { place } = await administrator.explain(id);
      return place?.because.code === code ? place : undefined;
    },
    { what: `waiting because of ${code}` },
  );

test('the ablest who has room is asked; the working names each other one’s first failing rule', async () => {
  const novice = await seat({ name: 'Novice', skills: { payments: 2 } });
  const stranger = await seat({ name: 'Stranger', skills: { payments: 5 }, groups: ['service'] });
  const able = await seat({ name: 'Able', skills: { payments: 3 } });
  const best = await seat({ name: 'Best', skills: { payments: 5 } });
  await write('I was charged twice for order 7001');
  const row = await ringsFor(best, '7001');
  expect(row).toMatchObject({ queue: 'payments' });
  const { decisions } = await best.explain(row.id);
  const why = (desk: Desk) => decisions[0]?.candidates.find((one) => one.agentId === desk.person.id)?.because;
  expect(decisions[0]).toMatchObject({ agentId: best.person.id, requires: { payments: 3 } });
  expect(why(novice)).toMatchObject({ code: 'lacks-skill', values: { skill: 'payments', level: 3 } });
  expect(why(stranger)).toMatchObject({ code: 'other-group' });
  expect(why(able)).toMatchObject({ code: 'less-suited' });
}, 60_000);

test('who is full is passed over, and gets the one that waited as soon as there is room', async () => {
  const only = await seat({ name: 'Only', skills: { payments: 4 }, capacity: 2 });
  await write('My card was charged twice, order 7101');
  const first = await ringsFor(only, '7101');
  await only.order(first.id, 'accept');
  await write('You charged me twice for order 7102');
  const second = await waits('7102');
  expect(await waitsBecause(second.id, 'all-agents-full')).toMatchObject({ position: 1 });
  await only.order(first.id, 'resolve');
  expect((await ringsFor(only, '7102')).id).toBe(second.id);
}, 60_000);

test('nobody with the skill: it waits and names what is missing, until somebody signs in who can', async () => {
  const novice = await seat({ name: 'Beginner', skills: { payments: 1 } });
  await write('I have been charged twice, order 7201');
  const row = await waits('7201');
  await waitsBecause(row.id, 'no-agent-with-skill');
  expect(await novice.list('?assignee=me')).toEqual([]);
  const able = await seat({ name: 'Called In', skills: { payments: 3 } });
  expect((await ringsFor(able, '7201')).id).toBe(row.id);
}, 60_000);

test('a skill taken away while it rings: the offer is not stuck, and what comes next goes elsewhere', async () => {
  const demoted = await seat({ name: 'Demoted', skills: { payments: 4 } });
  await write('重复扣款了,订单7301');
  const row = await ringsFor(demoted, '7301');
  await administrator.ask(`/staff/${demoted.person.id}`, { method: 'PATCH', body: { skills: { 'lang-zh': 5 } } });
  await demoted.order(row.id, 'decline', { note: 'no longer mine' });
  await waitsBecause(row.id, 'no-agent-with-skill');
  const able = await seat({ name: 'Able', skills: { payments: 3 } });
  expect((await ringsFor(able, '7301')).id).toBe(row.id);
}, 60_000);

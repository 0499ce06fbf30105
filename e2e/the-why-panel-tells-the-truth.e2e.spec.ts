/** Journey: what the why-panel says is so: each first failing rule, the load, what would change it, the place in the queue. */
import type { AgentRows, Decision } from '@trunkline/contracts';
import { sayReason } from '@trunkline/contracts';
import { openBrowser } from './browser.ts';
import { Visitor } from './customer.ts';
import { changePolicy, type Desk, hire, password, signInAsAdministrator } from './desk.ts';
import { eventually } from './eventually.ts';
import { type House, startHouse } from './start-house.ts';

let house: House;
let administrator: Desk;
const visitors: Visitor[] = [];
const desks: Desk[] = [];

beforeAll(async () => {
  house = await startHouse();
  administrator = await signInAsAdministrator(house);
  await changePolicy(administrator, (policy) => ({
    ...policy,
    queues: policy.queues.map((queue) =>
      queue.code === 'payments' ? { ...queue, mode: 'by-ability', requires: { payments: 3 }, widensTo: null } : queue,
    ),
    standards: { ...policy.standards, chat: { ...policy.standards.chat, firstResponseSeconds: 900, ringSeconds: 120 } },
  }));
}, 180_000);
afterAll(async () => {
  for (const visitor of visitors) visitor.leave();
  await Promise.allSettled(desks.map((desk) => desk.leave()));
  await house?.stop();
}, 60_000);

async function seat(name: string, payments: number, more: { capacity?: number; groups?: string[] } = {}) {
  const skills = { 'lang-en': 5, 'lang-zh': 5, payments };
  const desk = await hire(house, administrator, { name, skills, groups: ['payments'], ...more });
  desks.push(desk);
  await desk.comeOnline();
  return desk;
}

async function write(text: string): Promise<void> {
  const visitor = await new Visitor(house.run.channels).arrive();
  visitors.push(visitor);
  await visitor.say(text);
}

const found = (words: string, state: string) =>
  eventually(async () => (await administrator.list(`?state=${state}`)).find((row) => row.lastWords.includes(words)), {
    what: `“${words}” in ${state}`,
  });

type Seen = { person: AgentRows['items'][number]; level: number; capacity: number };
const chatWeight = 2;
const loadOf = ({ person }: Seen) => person.working.length * chatWeight;

/** The first rule that fails, judged again here from what the desk shows of each person, in the order of the trade. */
function judgeAgain(seen: Seen): string {
  const { person, level, capacity } = seen;
  if (person.presence.state !== 'online') return `is-${person.presence.state}`;
  if (!person.groups.includes('payments')) return 'other-group';
  if (level < 3) return 'lacks-skill';
  return loadOf(seen) + chatWeight > capacity ? 'is-full' : 'less-suited';
}

test('each candidate’s reason is the rule that truly failed first, and the loads are those of the moment', async () => {
  const known = new Map<string, { level: number; capacity: number }>();
  const people: [string, number, { capacity?: number; groups?: string[] }][] = [
    ['Full House', 5, { capacity: 2 }],
    ['Novice Nia', 1, {}],
    ['Other Olu', 5, { groups: ['service'] }],
    ['Able Ana', 3, {}],
  ];
  for (const [name, level, more] of people) {
    known.set((await seat(name, level, more)).person.id, { level, capacity: more.capacity ?? 6 });
  }
  await write('I was charged twice for order 8101');
  const first = await found('8101', 'offered'); // rings for the ablest: Full House is full from now on
  const { items } = await administrator.ask<AgentRows>('/agents');
  await write('Charged twice again, order 8102');
  const second = await found('8102', 'offered');
  const [decision] = (await administrator.explain(second.id)).decisions as [Decision];
  expect(first.agentId).not.toBe(second.agentId);
  expect(decision.candidates.filter((one) => one.chosen).map((one) => one.agentId)).toEqual([second.agentId]);
  for (const candidate of decision.candidates.filter((one) => !one.chosen)) {
    const seen = { person: items.find((one) => one.id === candidate.agentId)!, ...known.get(candidate.agentId)! };
    expect([candidate.name, candidate.because.code]).toEqual([candidate.name, judgeAgain(seen)]);
    expect([candidate.name, candidate.load]).toEqual([candidate.name, loadOf(seen)]);
  }
  expect(new Set(decision.candidates.map((one) => one.agentId))).toEqual(new Set([...known.keys()]));
}, 90_000);

test('what the panel says would change it does change it: a level more, and the conversation goes there', async () => {
  for (const desk of desks.splice(0)) await desk.leave();
  for (const row of await administrator.list('?state=waiting,offered,assigned'))
    await administrator.order(row.id, 'close');
  const almost = await seat('Almost Alma', 2);
  await write('You charged me twice, order 8201');
  const row = await found('8201', 'waiting');
  const waiting = await eventually(
    async () => (await administrator.explain(row.id)).decisions.find((one) => one.kind === 'waiting'),
    { what: 'the decision to let it wait' },
  );
  const change = waiting.wouldChange.find((one) => one.code === 'a-level-more');
  expect(change?.values).toMatchObject({ skill: 'payments', level: 3, agent: 'Almost Alma' });
  await administrator.ask(`/staff/${almost.person.id}`, {
    method: 'PATCH',
    body: { skills: { 'lang-en': 5, 'lang-zh': 5, payments: 3 } },
  });
  const given = await found('8201', 'offered');
  expect(given).toMatchObject({ id: row.id, agentId: almost.person.id });
}, 90_000);

test('in the console the sentence, the table and the place say what the decision says', async () => {
  await write('Charged twice once more, order 8301');
  const row = await found('8301', 'offered');
  const browser = await openBrowser();
  const page = await browser.newPage();
  await page.goto(house.run.console);
  const agent = desks.at(-1)!;
  await page.getByLabel(/e-mail/i).fill(agent.person.email);
  await page.getByRole('textbox', { name: /password/i }).fill(password);
  await page.getByRole('button', { name: /sign in/i }).click();
  await page.waitForURL(/inbox/);
  await page.goto(new URL(`/inbox/mine/${row.id}`, house.run.console).href);
  const panel = page.getByTestId('why-panel');
  const [decision] = (await agent.explain(row.id)).decisions as [Decision];
  await panel
    .getByText(sayReason(decision.because.code, 'en', decision.because.values))
    .first()
    .waitFor();
  for (const candidate of decision.candidates) {
    const line = panel.getByRole('row').filter({ hasText: candidate.name });
    await line.getByText(`${candidate.load}/${candidate.capacity}`).waitFor();
  }
  await browser.close();
}, 90_000);

/** Journey: freed room goes to whoever waited longest; urgency is worth minutes of waiting, and nobody starves. */
import { Visitor } from './customer.ts';
import { changePolicy, type Desk, hire, signInAsAdministrator } from './desk.ts';
import { eventually } from './eventually.ts';
import { type House, startHouse } from './start-house.ts';

let house: House;
let administrator: Desk;
let agent: Desk;
const visitors: Visitor[] = [];

beforeAll(async () => {
  house = await startHouse();
  administrator = await signInAsAdministrator(house);
  await changePolicy(administrator, (policy) => ({
    ...policy,
    routing: { rules: [], otherwise: 'service' },
    standards: {
      ...policy.standards,
      chat: { ...policy.standards.chat, firstResponseSeconds: 3_600, ringSeconds: 60 },
    },
  }));
  agent = await hire(house, administrator, { name: 'Only One', capacity: 2 });
}, 180_000);
afterAll(async () => {
  for (const visitor of visitors) visitor.leave();
  await agent?.leave();
  await house?.stop();
}, 60_000);

async function write(text: string): Promise<void> {
  const visitor = await new Visitor(house.run.channels).arrive();
  visitors.push(visitor);
  await visitor.say(text);
  await eventually(async () => (await administrator.list('?state=waiting')).find((row) => row.lastWords === text), {
    what: `“${text}” waiting`,
  });
}

/** Takes what rings, one after the other, and says what it was. */
async function drain(count: number): Promise<string[]> {
  const taken: string[] = [];
  while (taken.length < count) {
    const row = await eventually(async () => (await agent.list('?assignee=me&state=offered'))[0], {
      what: `offer ${taken.length + 1}`,
    });
    await agent.order(row.id, 'accept');
    await agent.order(row.id, 'resolve');
    taken.push(row.lastWords);
  }
  return taken;
}

test('a desk that nobody was at is drained oldest first, one after the other', async () => {
  // one matter, so that nothing but waiting tells them apart
  const texts = [1001, 1002, 1003, 1004].map((order) => `Where is my order ${order}?`);
  for (const text of texts) await write(text);
  await agent.comeOnline();
  expect(await drain(texts.length)).toEqual(texts);
}, 90_000);

test('what is urgent goes before what came a little earlier, and its parts say by how many minutes', async () => {
  await agent.leave();
  await write('Where is my order 2001?');
  await write('Where is my order 2002?');
  await write('emergency: my account was stolen, fraud!');
  const waiting = await administrator.list('?state=waiting');
  const urgent = waiting.find((row) => row.lastWords.startsWith('emergency'))!;
  const { place } = await administrator.explain(urgent.id);
  expect(place).toMatchObject({ position: 1, of: 3 });
  await agent.comeOnline();
  const taken = await drain(3);
  expect(taken).toEqual([
    'emergency: my account was stolen, fraud!',
    'Where is my order 2001?',
    'Where is my order 2002?',
  ]);
  const { decisions } = await administrator.explain(urgent.id);
  const offered = decisions.find((one) => one.kind === 'offered');
  expect(offered?.orderKeyParts.boosts).toContainEqual({ because: 'urgency-critical', minutes: 60 });
}, 90_000);

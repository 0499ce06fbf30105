/** Journey: an offer that rings out goes to the next agent, its place kept; nobody is rung for ever. */

import { Visitor } from './customer.ts';
import { changePolicy, type Desk, hire, signInAsAdministrator } from './desk.ts';
import { eventually } from './eventually.ts';
import { type House, startHouse } from './start-house.ts';

let house: House;
let administrator: Desk;
let first: Desk;
let second: Desk;

beforeAll(async () => {
  house = await startHouse();
  administrator = await signInAsAdministrator(house);
  await changePolicy(administrator, (policy) => ({
    ...policy,
    standards: { ...policy.standards, chat: { ...policy.standards.chat, ringSeconds: 2 } },
  }));
  first = await hire(house, administrator, { name: 'First' });
  second = await hire(house, administrator, { name: 'Second' });
}, 180_000);
afterAll(async () => {
  await Promise.allSettled([first?.leave(), second?.leave()]);
  await house?.stop();
}, 60_000);

const offered = (desk: Desk, text: string) =>
  eventually(async () => (await desk.list('?assignee=me&state=offered')).find((row) => row.lastWords.includes(text)), {
    what: `“${text}” ringing for ${desk.person.name}`,
  });

test('who does not accept in time is passed over, and the next one is offered the same conversation', async () => {
  await first.comeOnline();
  const visitor = await new Visitor(house.run.channels).arrive();
  await visitor.say('My parcel is lost, number 4711');
  const row = await offered(first, '4711');
  await second.comeOnline();
  const again = await offered(second, '4711');
  expect(again.id).toBe(row.id);
  await expect(first.order(row.id, 'accept')).rejects.toMatchObject({ status: 409, reason: 'offer-is-over' });
  expect(await second.order(row.id, 'accept')).toMatchObject({ state: 'assigned', agentId: second.person.id });
  expect(await second.order(row.id, 'accept')).toMatchObject({ state: 'assigned' });
  const { decisions } = await second.explain(row.id);
  const passedOver = decisions[0]?.candidates.find((one) => one.agentId === first.person.id);
  expect(passedOver).toMatchObject({ chosen: false });
  visitor.leave();
});

test('an order that may not be is refused with its reason, and nothing changes', async () => {
  const visitor = await new Visitor(house.run.channels).arrive();
  await visitor.say('Where is my invoice 5522?');
  const holder = await eventually(
    async () => {
      for (const desk of [first, second]) {
        const row = (await desk.list('?assignee=me&state=offered')).find((one) => one.lastWords.includes('5522'));
        if (row) return { desk, row };
      }
      return undefined;
    },
    { what: 'the offer' },
  );
  const { desk, row } = holder;
  const other = desk === first ? second : first;
  await desk.order(row.id, 'accept');
  await expect(other.say(row.id, 'Let me!')).rejects.toMatchObject({ status: 409, reason: 'not-yours' });
  await expect(desk.order(row.id, 'take-over')).rejects.toMatchObject({ status: 403, reason: 'not-allowed' });
  await expect(desk.order(row.id, 'transfer', { to: { queue: 'nowhere' } })).rejects.toMatchObject({
    reason: 'no-such-queue',
  });
  await desk.order(row.id, 'close');
  await expect(desk.say(row.id, 'One more thing')).rejects.toMatchObject({ status: 409, reason: 'already-closed' });
  await expect(desk.order(row.id, 'reopen')).rejects.toMatchObject({ reason: 'already-closed' });
  const said = (await desk.messages(row.id)).map((one) => one.from);
  expect(said.filter((from) => from !== 'desk')).toEqual(['customer']); // the desk has greeted
  visitor.leave();
});

/** Journey: solved, the agent is out of routing to write down how it ended; the browser dies on the way; it is found again by its words. */
import { Visitor } from './customer.ts';
import { changePolicy, type Desk, hire, signInAsAdministrator } from './desk.ts';
import { eventually } from './eventually.ts';
import { Screen } from './sign-in-on-screen.ts';
import { type House, startHouse } from './start-house.ts';

let house: House;
let administrator: Desk;
let agent: Desk;
let visitor: Visitor;
let screen: Screen;
let id: string;

beforeAll(async () => {
  house = await startHouse();
  administrator = await signInAsAdministrator(house);
  await changePolicy(administrator, (policy) => ({
    ...policy,
    closing: { ...policy.closing, wrapUp: { seconds: 60, requires: ['summary', 'result'] } },
  }));
  agent = await hire(house, administrator, { name: 'Ada Calm' });
  await agent.comeOnline();
  visitor = await new Visitor(house.run.channels).arrive();
}, 180_000);
afterAll(async () => {
  visitor?.leave();
  await screen?.close();
  await house?.stop();
}, 60_000);

const presence = async () => (await agent.ask<{ presence: { state: string } }>('/me')).presence.state;

test('A46 solved, the agent is away to wrap up; an unfinished form is refused, and is there again in a new browser', async () => {
  await visitor.say('我的包裹在哪里？订单 4711009');
  id = await eventually(async () => (await agent.list()).find(({ lastWords }) => lastWords.includes('4711009'))?.id, {
    what: 'the conversation',
  });
  await eventually(() => agent.order(id, 'accept'), { what: 'the offer taken' });
  screen = await Screen.of(house, agent);
  await agent.order(id, 'resolve');
  await eventually(async () => (await presence()) === 'away', { what: 'out of routing' });
  await screen.goTo(`/inbox/mine/${id}`);
  await screen.see('wrap-up-summary').fill('Refund of the parcel agreed');
  await screen.shoot('wrap-up-en');
  await screen.press('wrap-up-done');
  await screen.shoot('wrap-up-refused-en');
  await screen.page
    .getByText(/still lacks what this group requires/i)
    .first()
    .waitFor();
  const kept = async () =>
    (await agent.ask<{ wrapUp: { summary: string } }>(`/conversations/${id}`)).wrapUp.summary.startsWith('Refund');
  await eventually(kept, { what: 'the draft kept' });
  await screen.close();
  screen = await Screen.of(house, agent);
  await screen.goTo(`/inbox/mine/${id}`);
  await screen.see('wrap-up-summary').waitFor();
  expect(await screen.see('wrap-up-summary').inputValue()).toBe('Refund of the parcel agreed');
  await screen.see('wrap-up-result').selectOption('solved');
  await screen.press('wrap-up-done');
  await eventually(async () => (await presence()) === 'online', { what: 'back in routing' });
}, 120_000);

test('A36 it is found in the archive by Chinese of the other script and by English', async () => {
  await screen.goTo('/archive');
  for (const words of ['包裹在哪裡', 'refund']) {
    await screen.see('archive-words').fill(words);
    await screen.page.getByTestId('archive-row').filter({ hasText: 'Refund of the parcel' }).waitFor();
  }
  await screen.shoot('archive-en', true);
  await screen.see('archive-words').fill('nothing like it anywhere');
  await screen.page.getByText('Nothing found').waitFor();
}, 60_000);

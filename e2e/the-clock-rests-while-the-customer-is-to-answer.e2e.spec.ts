/** Journey: the limit of the solution stands still while the customer is to answer, and goes on with what was left. */
import type { Deadline } from '@trunkline/contracts';
import { openBrowser } from './browser.ts';
import { Visitor } from './customer.ts';
import { type Desk, hire, password, signInAsAdministrator } from './desk.ts';
import { eventually } from './eventually.ts';
import { type House, startHouse } from './start-house.ts';

let house: House;
let agent: Desk;

beforeAll(async () => {
  house = await startHouse();
  const administrator = await signInAsAdministrator(house);
  agent = await hire(house, administrator, { name: 'Nora Calm' });
  await agent.comeOnline();
}, 180_000);
afterAll(() => house?.stop(), 60_000);

test('answered: it rests, with its mark on the screen; the customer writes: due later by exactly the rest', async () => {
  const visitor = await new Visitor(house.run.channels).arrive();
  await visitor.say('My lamp blinks. Order 9301');
  const row = await eventually(async () => (await agent.list()).find((one) => one.lastWords.includes('9301')), {
    what: 'the conversation',
  });
  await eventually(() => agent.order(row.id, 'accept'), { what: 'the offer taken' });
  const resolution = async () =>
    (await agent.deadlines(row.id)).find((clock: Deadline) => clock.policy === 'resolution');
  const began = await eventually(resolution, { what: 'the limit of the solution' });
  expect(began.state).toBe('running');

  await agent.say(row.id, 'Which model is it?');
  const rests = await eventually(
    async () => {
      const clock = await resolution();
      return clock?.state === 'paused' && clock;
    },
    { what: 'the rest' },
  );
  expect(rests).toMatchObject({ pausedBecause: 'with-customer' });
  const browser = await openBrowser();
  const page = await browser.newPage();
  await page.goto(house.run.console);
  await page.getByLabel(/e-mail/i).fill(agent.person.email);
  await page.getByRole('textbox', { name: /password/i }).fill(password);
  await page.getByRole('button', { name: /sign in/i }).click();
  await page.waitForURL(/inbox/);
  await page.goto(new URL(`/inbox/mine/${row.id}`, house.run.console).href);
  await page.locator('.deadline[data-state="paused"]').first().waitFor();

  await visitor.say('The round one.');
  const goesOn = await eventually(
    async () => {
      const clock = await resolution();
      return clock?.state === 'running' && clock;
    },
    { what: 'the clock that goes on' },
  );
  const rest = goesOn.working.filter((step) => step.because === 'paused');
  expect(rest).toHaveLength(1);
  const stood = Date.parse(rest[0]!.to) - Date.parse(rest[0]!.from);
  expect(Date.parse(goesOn.dueAt) - Date.parse(began.dueAt)).toBe(stood);
  expect(rest[0]!.from).toBe(rests.pausedSince);
  await page.locator('.deadline[data-state="running"]').first().waitFor();

  await agent.order(row.id, 'resolve');
  await eventually(async () => (await resolution())?.state === 'met', { what: 'the end of the clock' });
  expect(
    (await agent.deadlines(row.id)).filter((clock) => clock.state === 'running').map(({ policy }) => policy),
  ).toEqual(['auto-close']);
  visitor.leave();
  await browser.close();
}, 120_000);

/** Journey: an SMS comes in, is answered on the screen, and its arrival shows; STOP is respected, and said. */
import { openBrowser } from './browser.ts';
import { Texter } from './customer.ts';
import { type Desk, hire, password, signInAsAdministrator } from './desk.ts';
import { eventually } from './eventually.ts';
import { type House, startHouse } from './start-house.ts';

let house: House;
let agent: Desk;
const phone = `+4915${String(Date.now()).slice(-9)}`;

beforeAll(async () => {
  house = await startHouse();
  const administrator = await signInAsAdministrator(house);
  agent = await hire(house, administrator, { name: 'Mia Short' });
  await agent.comeOnline();
}, 180_000);
afterAll(() => house?.stop(), 60_000);

test('a text message is answered from the console, and its delivery shows at the answer', async () => {
  const customer = new Texter(house.run, phone);
  await customer.say('Where is my parcel? Order 7311');
  const row = await eventually(async () => (await agent.list()).find((one) => one.lastWords.includes('7311')), {
    what: 'the conversation',
  });
  expect(row).toMatchObject({ channel: 'sms', standard: 'sms' });
  await eventually(async () => (await agent.show(row.id)).agentId === agent.person.id, { what: 'the assignment' });

  const browser = await openBrowser();
  const page = await browser.newPage();
  await page.goto(house.run.console);
  await page.getByLabel(/e-mail/i).fill(agent.person.email);
  await page.getByRole('textbox', { name: /password/i }).fill(password);
  await page.getByRole('button', { name: /sign in/i }).click();
  await page.waitForURL(/inbox/);
  await page.goto(new URL(`/inbox/mine/${row.id}`, house.run.console).href);
  await page.getByTestId('composer-text').fill('It comes tomorrow.');
  await page.getByTestId('composer-send').click();
  const { sid } = await customer.hears('It comes tomorrow.');
  expect((await customer.got()).filter(({ body }) => body.includes('tomorrow'))).toHaveLength(1);

  await customer.reports(sid, 'delivered');
  const stateNow = async () =>
    (await agent.messages(row.id)).find(({ text }) => text.includes('tomorrow'))?.delivery?.state;
  await eventually(async () => (await stateNow()) === 'delivered', { what: 'the arrival' });
  await customer.reports(sid, 'sent');
  expect(await stateNow()).toBe('delivered');
  await browser.close();
}, 90_000);

test('after STOP nothing goes out, and the agent is told why', async () => {
  const customer = new Texter(house.run, phone);
  await customer.say('STOP');
  const row = await eventually(
    async () =>
      (await agent.list('?state=assigned,with-customer,solved,waiting')).find((one) => one.lastWords === 'STOP'),
    {
      what: 'the word STOP in the conversation',
    },
  );
  await agent.say(row.id, 'One more thing').catch(() => undefined);
  const failed = await eventually(
    async () =>
      (await agent.messages(row.id)).find(
        ({ text, delivery }) => text === 'One more thing' && delivery?.state === 'failed',
      ),
    { what: 'the answer that was not sent' },
  );
  expect(failed.delivery?.because?.code).toBe('opted-out');
  expect((await customer.got()).some(({ body }) => body === 'One more thing')).toBe(false);
}, 60_000);

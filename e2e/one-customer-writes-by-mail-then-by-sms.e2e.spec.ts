/** Journey: she writes by mail and names her phone, then by SMS; linked, the desk sees one customer, and answers go home. */
import { randomUUID } from 'node:crypto';
import type { Customer, Timeline } from '@trunkline/contracts';
import { openBrowser } from './browser.ts';
import { getsMail, sendMail, Texter } from './customer.ts';
import { type Desk, hire, password, signInAsAdministrator } from './desk.ts';
import { eventually } from './eventually.ts';
import { type House, startHouse } from './start-house.ts';

let house: House;
let agent: Desk;
let other: Desk;
const mark = randomUUID().slice(0, 8);
const address = `lin.${mark}@customer.test`;
const phone = `+4916${String(Date.now()).slice(-9)}`;
let phoneWords: Texter;
let smsId: string;
let mailId: string;

beforeAll(async () => {
  house = await startHouse();
  const administrator = await signInAsAdministrator(house);
  agent = await hire(house, administrator, { name: 'Mia Both' });
  other = await hire(house, administrator, { groups: ['complaints'] });
  await agent.comeOnline();
  phoneWords = new Texter(house.run, phone);
}, 180_000);
afterAll(() => house?.stop(), 60_000);

const found = (part: string) =>
  eventually(
    async () =>
      (await agent.list(`?state=waiting,assigned,with-customer&q=${mark}`)).find(({ subject, lastWords }) =>
        `${subject} ${lastWords}`.includes(part),
      ),
    { what: `“${part}” at the desk`, withinMs: 60_000 },
  );
const customerOf = async (id: string) => (await agent.show(id)).customer.id;
const show = (id: string) => agent.ask<Customer>(`/customers/${id}`);
test('what she wrote is proposed as hers, with the reason why', async () => {
  await sendMail(house.run, {
    from: `Lin Yue <${address}>`,
    subject: `A broken cup ${mark}`,
    text: `The cup arrived broken. You reach me at ${phone}.`,
  });
  const mail = await found('A broken cup');
  await agent.say(mail.id, 'We send a new one.');
  await phoneWords.say(`Is the new cup on its way? ${mark}`);
  const sms = await found('on its way');
  [smsId, mailId] = [sms.id, mail.id];
  expect(await customerOf(sms.id)).not.toBe(await customerOf(mail.id));
  const [proposed] = (await show(await customerOf(sms.id))).proposed;
  expect(proposed).toMatchObject({ state: 'proposed', score: 60 });
  expect(proposed!.evidence[0]!.because).toMatchObject({ code: 'customer-wrote-address', values: { value: phone } });
}, 120_000);

test('joined by a click, the mail stands beside the text message, and each answer goes back the way the question came', async () => {
  const sms = await found('on its way');
  const browser = await openBrowser();
  const page = await browser.newPage();
  await page.goto(house.run.console);
  await page.getByLabel(/e-mail/i).fill(agent.person.email);
  await page.getByRole('textbox', { name: /password/i }).fill(password);
  await page.getByRole('button', { name: /sign in/i }).click();
  await page.waitForURL(/inbox/);
  await page.goto(new URL(`/inbox/mine/${sms.id}`, house.run.console).href);
  await page.getByTestId('join-link').first().click();
  await page.getByText(`A broken cup ${mark}`).first().waitFor({ timeout: 20_000 });
  await page.getByTestId('composer-text').fill('It left this morning.');
  await page.getByTestId('composer-send').click();
  await phoneWords.hears('It left this morning.');
  await browser.close();
  await getsMail(house, address, 'We send a new one.');
  expect((await phoneWords.got()).some(({ body }) => body.includes('We send a new one.'))).toBe(false);
}, 90_000);

test('A3 the desk sees one customer: all of it within a second, found by the number, by whoever may see it', async () => {
  const id = await customerOf(smsId);
  expect(id).toBe(await customerOf(mailId));
  const began = performance.now();
  const { items, hidden } = await agent.ask<Timeline>(`/customers/${id}/timeline`);
  expect(performance.now() - began).toBeLessThan(1_000);
  const said = items.filter(({ what }) => what === 'message').map(({ channel, text }) => [channel, text.slice(0, 12)]);
  expect([said, hidden]).toEqual([
    [
      ['sms', 'It left this'],
      ['sms', 'Is the new c'],
      ['email', 'We send a ne'],
      ['email', 'The cup arri'],
    ],
    0,
  ]);
  expect((await agent.ask<{ items: { id: string }[] }>(`/customers?q=${encodeURIComponent(phone)}`)).items[0]?.id).toBe(
    id,
  );
  await expect(other.ask(`/customers/${id}`)).rejects.toMatchObject({ status: 404 });
}, 60_000);

/** Journey: she writes by mail and names her phone, then by SMS; linked, the desk sees one customer, and answers go home. */
import { randomUUID } from 'node:crypto';
import type { Customer, CustomerLink, Timeline } from '@trunkline/contracts';
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

beforeAll(async () => {
  house = await startHouse();
  const administrator = await signInAsAdministrator(house);
  agent = await hire(house, administrator, { name: 'Mia Both' });
  other = await hire(house, administrator, { groups: ['complaints'] });
  await agent.comeOnline();
  phoneWords = new Texter(house.run, phone);
}, 180_000);
afterAll(() => house?.stop(), 60_000);

const mine = (part: string) =>
  eventually(
    async () =>
      (await agent.list('?assignee=me')).find(({ subject, lastWords }) => `${subject} ${lastWords}`.includes(part)),
    { what: `“${part}” at the desk`, withinMs: 60_000 },
  );
const customerOf = async (id: string) => (await agent.show(id)).customer.id;
const show = (id: string) => agent.ask<Customer>(`/customers/${id}`);
const decide = (id: string, order: string) =>
  agent.ask<CustomerLink>(`/links/${id}/${order}`, { method: 'POST', body: { note: 'it is her' } });

test('what she wrote is proposed as hers, and joined by a click the desk sees all of it at once', async () => {
  await sendMail(house.run, {
    from: `Lin Yue <${address}>`,
    subject: `A broken cup ${mark}`,
    text: `The cup arrived broken. You reach me at ${phone}.`,
  });
  const mail = await mine('A broken cup');
  await agent.say(mail.id, 'We send a new one.');
  await phoneWords.say(`Is the new cup on its way? ${mark}`);
  const sms = await mine('on its way');
  expect(await customerOf(sms.id)).not.toBe(await customerOf(mail.id));
  const [proposed] = (await show(await customerOf(sms.id))).proposed;
  expect(proposed).toMatchObject({ state: 'proposed', score: 60 });
  expect(proposed!.evidence[0]!.because).toMatchObject({ code: 'customer-wrote-address', values: { value: phone } });

  await decide(proposed!.id, 'join');
  const id = await customerOf(sms.id);
  expect(id).toBe(await customerOf(mail.id));
  const began = performance.now();
  const { items, hidden } = await agent.ask<Timeline>(`/customers/${id}/timeline`);
  expect(performance.now() - began).toBeLessThan(1_000);
  expect([items.filter(({ what }) => what === 'message').map(({ channel }) => channel), hidden]).toEqual([
    ['sms', 'email', 'email'],
    0,
  ]);
  expect((await agent.ask<{ items: { id: string }[] }>(`/customers?q=${encodeURIComponent(phone)}`)).items[0]?.id).toBe(
    id,
  );
  await expect(other.ask(`/customers/${id}`)).rejects.toMatchObject({ status: 404 });
}, 120_000);

test('on the screen the text message stands beside the mail, and each answer goes back the way the question came', async () => {
  const sms = await mine('on its way');
  const browser = await openBrowser();
  const page = await browser.newPage();
  await page.goto(house.run.console);
  await page.getByLabel(/e-mail/i).fill(agent.person.email);
  await page.getByRole('textbox', { name: /password/i }).fill(password);
  await page.getByRole('button', { name: /sign in/i }).click();
  await page.waitForURL(/inbox/);
  await page.goto(new URL(`/inbox/mine/${sms.id}`, house.run.console).href);
  await page.getByText(`A broken cup ${mark}`).first().waitFor({ timeout: 20_000 });
  await page.getByTestId('composer-text').fill('It left this morning.');
  await page.getByTestId('composer-send').click();
  await phoneWords.hears('It left this morning.');
  await browser.close();
  await getsMail(house, address, 'We send a new one.');
  expect((await phoneWords.got()).some(({ body }) => body.includes('We send a new one.'))).toBe(false);
}, 90_000);

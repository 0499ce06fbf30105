/** Journey: a signed-in visitor joins the customer of her mail by itself; the link is undone, and nothing else moved. */
import { randomUUID } from 'node:crypto';
import type { ChatAck, ChatLine, Customer, CustomerLinks } from '@trunkline/contracts';
import { SignJWT } from 'jose';
import { io, type Socket } from 'socket.io-client';
import { openBrowser } from './browser.ts';
import { getsMail, sendMail } from './customer.ts';
import { type Desk, hire, password, signInAsAdministrator } from './desk.ts';
import { eventually } from './eventually.ts';
import { type House, startHouse } from './start-house.ts';

let house: House;
let agent: Desk;
let socket: Socket;
const lines: ChatLine[] = [];
const mark = randomUUID().slice(0, 8);
const address = `zoe.${mark}@customer.test`;
const key = `a-key-of-the-site-${randomUUID()}`;
const origin = 'http://shop.journey.test';
let mail: string;
let chat: string;

beforeAll(async () => {
  const sites = JSON.stringify([{ site: 'shop', origins: [origin], keys: [key] }]);
  house = await startHouse({ env: { WEBCHAT_SITES: sites } });
  agent = await hire(house, await signInAsAdministrator(house), { name: 'Mia Undo' });
  await agent.comeOnline();
}, 180_000);
afterAll(async () => {
  socket?.disconnect();
  await house?.stop();
}, 60_000);

async function arrive(): Promise<void> {
  const jwt = await new SignJWT({ name: 'Zoe', email: address })
    .setProtectedHeader({ alg: 'HS256' })
    .setSubject(`zoe-${mark}`)
    .setExpirationTime('10m')
    .sign(new TextEncoder().encode(key));
  const auth = { site: 'shop', after: 0, jwt };
  socket = io(house.run.channels, {
    path: '/chat/live',
    transports: ['websocket'],
    forceNew: true,
    auth,
    extraHeaders: { origin },
  });
  socket.on('line', (line: ChatLine) => lines.push(line));
  await eventually(async () => socket.connected, { what: 'the chat' });
}
const say = (text: string) =>
  eventually(async () => socket.timeout(3_000).emitWithAck('say', { txnId: randomUUID(), text }) as Promise<ChatAck>, {
    what: 'the acknowledgement',
    withinMs: 30_000,
  });
const found = (part: string) =>
  eventually(
    async () =>
      (await agent.list('?state=waiting,offered,assigned,with-customer')).find(({ subject, lastWords }) =>
        `${subject} ${lastWords}`.includes(part),
      ),
    { what: `“${part}” at the desk`, withinMs: 60_000 },
  );
const customerOf = async (id: string) => (await agent.show(id)).customer.id;
async function take(id: string): Promise<void> {
  await eventually(async () => ['offered', 'assigned', 'with-customer'].includes((await agent.show(id)).state), {
    what: 'its turn',
  });
  if ((await agent.show(id)).state === 'offered') await agent.order(id, 'accept');
}

test('V11 whom her shop vouches for joins the customer of her mail by itself, and is verified', async () => {
  await sendMail(house.run, { from: `Zoe <${address}>`, subject: `My order ${mark}`, text: 'Where is it?' });
  mail = (await found('My order')).id;
  await arrive();
  await say(`It is me again ${mark}`);
  chat = (await found('It is me again')).id;
  expect(await customerOf(chat)).toBe(await customerOf(mail));
  const customer = await agent.ask<Customer>(`/customers/${await customerOf(mail)}`);
  expect(customer.addresses.map(({ channel, verifiedBy }) => [channel, verifiedBy])).toEqual([
    ['email', null],
    ['webchat', 'host-site'],
  ]);
  expect((await agent.show(chat)).verifiedUntil).not.toBeNull();
}, 90_000);

test('undone, each is who they were, the same word joins them no more, and answers go home', async () => {
  await take(chat);
  const browser = await openBrowser();
  const page = await browser.newPage();
  await page.goto(house.run.console);
  await page.getByLabel(/e-mail/i).fill(agent.person.email);
  await page.getByRole('textbox', { name: /password/i }).fill(password);
  await page.getByRole('button', { name: /sign in/i }).click();
  await page.waitForURL(/inbox/);
  await page.goto(new URL(`/inbox/mine/${chat}`, house.run.console).href);
  await page.getByText(`My order ${mark}`).first().waitFor({ timeout: 20_000 });

  const id = await customerOf(mail);
  const panel = page.getByTestId('customer-panel').first();
  await panel.locator('li.address button').last().click();
  await page.getByTestId('undo-link').click();
  await eventually(async () => (await customerOf(chat)) !== id, { what: 'the link undone' });
  const { items } = await agent.ask<CustomerLinks>(`/customers/${id}/links`);
  expect(items).toMatchObject([{ state: 'undone', decidedBy: agent.person.id }]);
  expect([await customerOf(mail), (await customerOf(chat)) === id]).toEqual([id, false]);
  await say(`Hello? ${mark}`);
  await eventually(async () => (await agent.show(chat)).lastWords.includes('Hello?'), { what: 'her next word' });
  expect(await customerOf(chat)).not.toBe(id);

  await page.reload();
  await page.getByTestId('composer-text').fill('To the chat.');
  await page.getByTestId('composer-send').click();
  await eventually(async () => lines.find(({ text }) => text === 'To the chat.'), { what: 'the answer in the chat' });
  await take(mail);
  await agent.say(mail, 'To the mailbox.');
  await getsMail(house, address, 'To the mailbox.');
  expect(lines.some(({ text }) => text === 'To the mailbox.')).toBe(false);
  await browser.close();
}, 120_000);

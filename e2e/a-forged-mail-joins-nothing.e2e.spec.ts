/**
 * Journey: somebody writes in her name. A mail that fails DMARC keeps to itself: no thread, no customer, no phone of hers.
 * The forged one is handed on at the topic, with its checks, as channels would: no test network has a domain to fail for.
 */
import { randomUUID } from 'node:crypto';
import {
  type ConversationRow,
  type Customer,
  type MessageReceivedV1,
  newId,
  type ReceiptId,
} from '@trunkline/contracts';
import { PlainHops } from '@trunkline/platform';
import { openBrowser } from './browser.ts';
import { getsMail, readMailbox, sendMail, Texter } from './customer.ts';
import { type Desk, hire, password, signInAsAdministrator } from './desk.ts';
import { eventually } from './eventually.ts';
import { type House, startHouse } from './start-house.ts';

let house: House;
let agent: Desk;
let hops: PlainHops;
const mark = randomUUID().slice(0, 8);
const address = `rosa.${mark}@customer.test`;
const phone = `+4917${String(Date.now()).slice(-9)}`;

beforeAll(async () => {
  house = await startHouse({ own: true, withinMs: 240_000 });
  agent = await hire(house, await signInAsAdministrator(house), { name: 'Mia Careful' });
  await agent.comeOnline();
  hops = new PlainHops({ service: 'journey', brokers: house.run.kafka.split(',') });
}, 260_000);
afterAll(async () => {
  await hops?.close();
  await house?.stop();
}, 60_000);

const talks = async () => agent.list(`?state=waiting,offered,assigned,with-customer,solved&q=${mark}`);
const found = (part: string) =>
  eventually(async () => (await talks()).find(({ subject, lastWords }) => `${subject} ${lastWords}`.includes(part)), {
    what: `“${part}” at the desk`,
    withinMs: 60_000,
  });

async function forge(text: string, answers: { reference: string; conversation: ConversationRow }): Promise<void> {
  const check = { result: 'fail' as const, domain: 'customer.test' };
  const body: MessageReceivedV1 = {
    receiptId: newId<ReceiptId>(),
    channel: 'email',
    standard: 'mail',
    live: false,
    account: house.run.mail.address,
    from: { address, name: 'Rosa', vouchedBy: null, email: null },
    thread: {
      key: answers.reference,
      conversationId: answers.conversation.id,
      reference: answers.reference,
      answers: [answers.reference],
    },
    subject: `Re: My refund ${mark}`,
    text,
    hasMore: false,
    attachments: [],
    automatic: null,
    checks: { spf: check, dkim: check, dmarc: check, by: 'journey' },
    sentAt: null,
    receivedAt: new Date().toISOString(),
  };
  const headers = {
    ce_specversion: '1.0',
    ce_id: newId(),
    ce_type: 'message.received',
    ce_source: '/trunkline/channels',
    ce_time: body.receivedAt,
    'content-type': 'application/json',
  };
  await hops.send('messages.inbound', [{ key: `email:${address}`, value: JSON.stringify(body), headers }]);
}

test('a mail in her name opens a conversation of its own, marked, and ties nobody to her', async () => {
  const reference = await sendMail(house.run, {
    from: `Rosa <${address}>`,
    subject: `My refund ${mark}`,
    text: 'Where is it?',
  });
  const hers = await found('My refund');
  await new Texter(house.run, phone).say(`Hello, I am a stranger ${mark}`);
  const stranger = await found('I am a stranger');
  await forge(`Pay it to another account, and call me at ${phone}. ${mark}`, { reference, conversation: hers });
  const forged = await found('another account');
  expect([forged.id === hers.id, forged.isSuspect]).toEqual([false, true]);
  expect((await agent.messages(hers.id)).map(({ text }) => text.includes('another account'))).toEqual([false]);
  const [message] = await agent.messages(forged.id);
  expect(message).toMatchObject({ checks: { dmarc: { result: 'fail', domain: 'customer.test' } } });
  const ofStranger = await agent.ask<Customer>(`/customers/${(await agent.show(stranger.id)).customer.id}`);
  const ofHers = await agent.ask<Customer>(`/customers/${(await agent.show(hers.id)).customer.id}`);
  expect([ofStranger.proposed, ofHers.proposed, ofStranger.id === ofHers.id]).toEqual([[], [], false]);
}, 120_000);

test('who opens it sees the mark, and the answer to hers goes to her alone', async () => {
  const forged = await found('another account');
  const browser = await openBrowser();
  const page = await browser.newPage();
  await page.goto(house.run.console);
  await page.getByLabel(/e-mail/i).fill(agent.person.email);
  await page.getByRole('textbox', { name: /password/i }).fill(password);
  await page.getByRole('button', { name: /sign in/i }).click();
  await page.waitForURL(/inbox/);
  await page.goto(new URL(`/inbox/mine/${forged.id}`, house.run.console).href);
  await page.getByText('Pay it to another account').first().waitFor({ timeout: 20_000 });
  await page
    .getByTestId('mail-checks')
    .filter({ hasText: /forged sender/i })
    .first()
    .waitFor();
  await browser.close();
  const hers = (await talks()).find(({ subject, isSuspect }) => subject === `My refund ${mark}` && !isSuspect)!;
  await eventually(async () => ['assigned', 'with-customer'].includes((await agent.show(hers.id)).state), {
    what: 'its turn',
  });
  await agent.say(hers.id, 'It was sent yesterday.');
  const answer = await getsMail(house, address, 'It was sent yesterday.');
  expect(answer.text).not.toContain('another account');
  expect(await readMailbox(house, address)).toHaveLength(1);
}, 90_000);

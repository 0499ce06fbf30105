/** A11 V18: what the policy protects, by every role, before and after the customer's code came back by mail. */
import { randomUUID } from 'node:crypto';
import type { Attachment, Customer, Message, Protected, Verification } from '@trunkline/contracts';
import { covers, defaultPolicy } from '@trunkline/rules';
import { createTransport } from 'nodemailer';
import { getsMail, readMailbox, sendMail } from './customer.ts';
import { Answered, type Desk, hire, signInAsAdministrator } from './desk.ts';
import { eventually } from './eventually.ts';
import { type House, startHouse } from './start-house.ts';

let house: House;
let administrator: Desk;
const people: Record<string, Desk> = {};
const mark = randomUUID().slice(0, 8);
const address = `li.${mark}@customer.test`;
const bill = Buffer.from(`the bill of Li ${mark}`);
let talk: string;
let customerId: string;

beforeAll(async () => {
  house = await startHouse();
  administrator = await signInAsAdministrator(house);
  people.administrator = administrator;
  people.agent = await hire(house, administrator, { name: 'Ann Able' });
  people.supervisor = await hire(house, administrator, { role: 'supervisor' });
  people.monitor = await hire(house, administrator, { role: 'monitor' });
  await people.agent.comeOnline();
  await mailWithBill();
  await conversation('My bill is attached');
  await sendMail(house.run, { from: `Li <${address}>`, subject: `My number ${mark}`, text: 'Please change my phone.' });
  talk = (await conversation('My number')).id;
  customerId = (await administrator.show(talk)).customer.id;
  await eventually(async () => (await administrator.show(talk)).agentId === people.agent!.person.id, {
    what: 'its agent',
  });
}, 180_000);
afterAll(() => house?.stop(), 60_000);

async function mailWithBill(): Promise<void> {
  const transport = createTransport({ ...house.run.mail.smtp, secure: false, ignoreTLS: true });
  const subject = `My bill is attached ${mark}`;
  const attachments = [{ filename: 'bill.txt', content: bill }];
  await transport.sendMail({
    from: `Li <${address}>`,
    to: house.run.mail.address,
    subject,
    text: 'Here it is.',
    attachments,
  });
  transport.close();
}
const conversation = (subject: string) =>
  eventually(
    async () =>
      (await administrator.list(`?state=waiting,offered,assigned,with-customer&q=${mark}`)).find((row) =>
        row.subject?.startsWith(subject),
      ),
    { what: `“${subject}”`, withinMs: 60_000 },
  );

/** What each kind is tried by; a route that `covers` names and nobody tries here fails this journey. */
const tries: Record<string, (desk: Desk) => Promise<unknown>> = {
  'post /conversations/{id}/messages': async (desk) => {
    const put = await fetch(`${house.run.api}/v1/attachments?name=bill.txt`, {
      method: 'POST',
      headers: { authorization: `Bearer ${desk.token}`, 'content-type': 'text/plain' },
      body: bill,
    });
    const attachments = [(await put.json()) as Attachment];
    const body = { text: 'Here is your bill.', kind: 'reply', attachments };
    return desk.ask<Message>(`/conversations/${talk}/messages`, { method: 'POST', body });
  },
  'post /customers/{id}/links': async (desk) => {
    const [row] = (await administrator.ask<{ items: { id: string }[] }>('/customers?q=stranger')).items;
    const { addresses } = await administrator.ask<Customer>(`/customers/${row!.id}`);
    const body = { addressId: addresses[0]!.id, note: 'says it is theirs' };
    return desk.ask(`/customers/${customerId}/links`, { method: 'POST', body });
  },
};
const said = (asked: Promise<unknown>) =>
  asked.then(
    () => 'done',
    (error) => (error instanceof Answered ? error.reason : Promise.reject(error)),
  );

/** Who has the conversation may answer it, who may not is told that first; nobody comes past the rest. */
const unverified: Record<string, Record<string, string>> = {
  'post /conversations/{id}/messages': {
    agent: 'not-verified',
    supervisor: 'not-yours',
    administrator: 'not-yours',
    monitor: 'not-allowed',
  },
  'post /customers/{id}/links': {
    agent: 'not-verified',
    supervisor: 'not-verified',
    administrator: 'not-verified',
    monitor: 'not-allowed',
  },
};
const roles = ['monitor', 'agent', 'supervisor', 'administrator'];
const rows = (Object.entries(covers) as [Protected, string[]][]).flatMap(([what, routes]) =>
  routes.flatMap((route) => roles.map((role) => [what, route, role] as const)),
);

test('everything that the policy protects has a route that is tried here, or none today', () => {
  expect(Object.keys(covers).sort()).toEqual([...defaultPolicy.customers.protects].sort());
  expect([...new Set(Object.values(covers).flat())].sort()).toEqual(Object.keys(tries).sort());
});

test('V18 an unverified customer gets nothing of it, whoever tries', async () => {
  await sendMail(house.run, {
    from: `A stranger <stranger.${mark}@customer.test>`,
    subject: `Hello ${mark}`,
    text: 'Hello',
  });
  await conversation('Hello');
  const told = [];
  for (const [what, route, role] of rows) told.push([what, role, await said(tries[route]!(people[role]!))]);
  expect(told).toEqual(rows.map(([what, route, role]) => [what, role, unverified[route]![role]]));
  expect((await readMailbox(house, address).catch(() => [])).filter(({ text }) => text.includes('your bill'))).toEqual(
    [],
  );
}, 60_000);

test('A11 the code goes to the known address, comes back in the thread, and is nowhere to be read in the house', async () => {
  const agent = people.agent!;
  const before = await agent.ask<Verification>(`/conversations/${talk}/verification`);
  expect(before).toMatchObject({
    state: 'none',
    mayGoTo: [{ channel: 'email' }],
    protects: defaultPolicy.customers.protects,
  });
  const body = { addressId: before.mayGoTo[0]!.addressId };
  const sent = await agent.ask<Verification>(`/conversations/${talk}/verification`, { method: 'POST', body });
  expect(sent).toMatchObject({ state: 'code-sent', triesLeft: 3, sentTo: 'l…@customer.test' });
  const mail = await getsMail(house, address, 'is your code').catch(async (error) => {
    throw new Error(`${error.message} ${JSON.stringify(await agent.messages(talk))}`);
  });
  const code = /(\d{6})/.exec(mail.text)![1]!;
  const wrong = code === '000000' ? '000001' : '000000';
  const attempt = (tried: string) =>
    agent.ask(`/conversations/${talk}/verification/try`, { method: 'POST', body: { code: tried } });
  expect(await said(attempt(wrong))).toBe('wrong-code');
  const everywhere = ['', '/messages', '/verification', '/explain', '/deadlines', '/tickets', '/signs'];
  for (const desk of Object.values(people)) {
    const read = await Promise.all(everywhere.map((path) => desk.ask(`/conversations/${talk}${path}`)));
    const timeline = await desk.ask(`/customers/${customerId}/timeline`);
    const found = await desk.ask(`/conversations?q=${code}`);
    const instants =
      /\d{4}-\d\d-\d\dT[\d:.]+|[0-9a-f-]{36}|"(?:sortKey|orderKey|score|confidence)":[\d.e-]+|[0-9a-f]{32,}|\d{9,}(?:\.\d+)?/g;
    expect(JSON.stringify([read, timeline, found]).replace(instants, '')).not.toContain(code);
  }
  await sendMail(house.run, {
    from: `Li <${address}>`,
    to: mail.replyTo,
    subject: `Re: ${mail.subject}`,
    inReplyTo: mail.messageId,
    text: `It is ${code}`,
  });
  await eventually(async () => (await agent.show(talk)).verifiedUntil, { what: 'the verification', withinMs: 60_000 });
  const texts = (await agent.messages(talk)).map(({ text }) => text);
  expect(texts.at(-1)).toBe('It is ••••••');
}, 120_000);

test('A11 verified, each may do what their role allows', async () => {
  const told = [];
  for (const [what, route, role] of rows) told.push([what, role, await said(tries[route]!(people[role]!))]);
  let linked = false;
  const now = (route: string, role: string) => {
    const first = unverified[route]![role]!;
    if (first !== 'not-verified') return first;
    const isSecond = route === 'post /customers/{id}/links' && linked;
    linked ||= route === 'post /customers/{id}/links';
    return isSecond ? 'same-customer-already' : 'done';
  };
  expect(told).toEqual(rows.map(([what, route, role]) => [what, role, now(route, role)]));
  await getsMail(house, address, 'Here is your bill.');
}, 60_000);

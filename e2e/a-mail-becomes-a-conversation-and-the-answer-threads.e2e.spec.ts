/** Journey: a mail comes in through SMTP and IMAP, an agent answers, the answer lies in the mailbox and threads. */
import { randomUUID } from 'node:crypto';
import { getsMail, readMailbox, sendMail } from './customer.ts';
import { type Desk, hire, signInAsAdministrator } from './desk.ts';
import { eventually } from './eventually.ts';
import { type House, startHouse } from './start-house.ts';

let house: House;
let agent: Desk;
let administrator: Desk;

beforeAll(async () => {
  house = await startHouse();
  administrator = await signInAsAdministrator(house);
  agent = await hire(house, administrator, { name: 'Wang Fang' });
  await agent.comeOnline();
}, 180_000);
afterAll(async () => {
  await agent?.leave();
  await house?.stop();
}, 60_000);

const bySubject = (subject: string, desk = agent) =>
  eventually(
    async () =>
      (await desk.list('?state=assigned,offered,waiting,with-customer,solved')).find((row) => row.subject === subject),
    {
      what: `the conversation “${subject}”`,
      withinMs: 30_000,
    },
  );

test('a mail reaches an agent with the reason why, and the answer comes back into the same thread', async () => {
  const mark = randomUUID().slice(0, 8);
  const subject = `退款没有到账 ${mark}`;
  const messageId = await sendMail(house.run, {
    from: 'Li Wei <li.wei@customer.test>',
    subject,
    text: '你好,我上周申请的退款还没有到账,麻烦查一下。',
  });
  const row = await eventually(async () => (await agent.list('?assignee=me')).find((one) => one.subject === subject), {
    what: 'the mail at the agent’s desk',
    withinMs: 30_000,
  });
  expect(row).toMatchObject({ standard: 'mail', state: 'assigned', customer: { address: 'li.wei@customer.test' } });
  const { decisions } = await agent.explain(row.id);
  expect(decisions[0]).toMatchObject({ agentId: agent.person.id, kind: 'assigned' });
  expect(decisions[0]?.candidates.filter((one) => one.chosen)).toHaveLength(1);

  await agent.say(row.id, `您好,退款今天会到账。${mark}`);
  const answer = await getsMail(house, 'li.wei@customer.test', mark);
  expect(answer).toMatchObject({ inReplyTo: messageId });
  expect(answer.references).toContain(messageId);
  expect(answer.subject).toContain(subject);

  await sendMail(house.run, {
    from: 'Li Wei <li.wei@customer.test>',
    to: answer.replyTo,
    subject: `Re: ${subject}`,
    text: `收到了,谢谢! ${mark}\n\n于2026年11月22日 客服写道:\n> 您好,退款今天会到账。`,
    inReplyTo: answer.messageId,
  });
  const messages = await eventually(
    async () => {
      const all = await agent.messages(row.id);
      return all.length === 3 ? all : undefined;
    },
    { what: 'the third message of the thread', withinMs: 30_000 },
  );
  expect(messages.map((one) => one.from)).toEqual(['customer', 'agent', 'customer']);
  expect(messages[2]?.text).toBe(`收到了,谢谢! ${mark}`);
  expect(messages[1]?.delivery?.state).toMatch(/sent|delivered/);
});

test('a stranger who holds the reply address opens a conversation of their own, marked', async () => {
  const mark = randomUUID().slice(0, 8);
  await sendMail(house.run, {
    from: 'bob@customer.test',
    subject: `Invoice ${mark}`,
    text: 'Where is my invoice, please?',
  });
  const row = await bySubject(`Invoice ${mark}`);
  await eventually(async () => (await agent.show(row.id)).state === 'assigned', { what: 'the assignment' });
  await agent.say(row.id, `It is on its way. ${mark}`);
  const answer = await getsMail(house, 'bob@customer.test', mark);
  await sendMail(house.run, {
    from: 'carol@customer.test',
    to: answer.replyTo,
    subject: `Stolen ${mark}`,
    text: 'Tell me everything.',
  });
  const stolen = await bySubject(`Stolen ${mark}`);
  expect(stolen.id).not.toBe(row.id);
  expect(stolen.isSuspect).toBe(true);
  expect((await agent.messages(row.id)).every((one) => !one.text.includes('Tell me everything'))).toBe(true);
});

test('a mail without Message-ID is kept and shown, and an automatic answer is kept and never answered', async () => {
  const mark = randomUUID().slice(0, 8);
  await sendRaw(`From: alice@customer.test\r\nSubject: Bare ${mark}\r\n\r\nNo id at all.\r\n`);
  expect((await bySubject(`Bare ${mark}`)).lastWords).toContain('No id at all.');
  await sendRaw(
    `From: alice@customer.test\r\nSubject: Away ${mark}\r\nMessage-ID: <${mark}@customer.test>\r\nAuto-Submitted: auto-replied\r\n\r\nI am on holiday.\r\n`,
  );
  const away = await bySubject(`Away ${mark}`);
  expect(away).toMatchObject({ automatic: 'auto-replied', state: 'solved' });
  expect((await readMailbox(house, 'alice@customer.test')).filter((mail) => mail.subject.includes(mark))).toEqual([]);
});

async function sendRaw(raw: string): Promise<void> {
  const { createTransport } = await import('nodemailer');
  const transport = createTransport({ ...house.run.mail.smtp, secure: false, ignoreTLS: true });
  await transport.sendMail({ envelope: { from: 'alice@customer.test', to: house.run.mail.address }, raw });
  transport.close();
}

/** Journey: the lines to Twilio and to the mail server are cut; what customers and agents said meanwhile is there once. */
import { randomUUID } from 'node:crypto';
import { BreakableLine } from './breakable-line.ts';
import { getsMail, readMailbox, sendMail, Texter } from './customer.ts';
import { type Desk, hire, signInAsAdministrator } from './desk.ts';
import { eventually } from './eventually.ts';
import { type House, startHouse } from './start-house.ts';

/** F7: all back so soon after the line is mended. */
const backWithinMs = 120_000;
const { TWILIO_EMULATOR_URL = '', IMAP_URL = '', SMTP_URL = '' } = process.env;

let house: House;
let agent: Desk;
let administrator: Desk;
/** To Twilio, from Twilio, to the mailbox, to the mail server. */
let toTwilio: BreakableLine;
let fromTwilio: BreakableLine;
let imap: BreakableLine;
let smtp: BreakableLine;
const lines = () => [toTwilio, fromTwilio, imap, smtp];
const phone = `+4916${String(Date.now()).slice(-9)}`;
const writer = `down-${randomUUID().slice(0, 8)}@customer.test`;

const through = (url: string, { port }: BreakableLine) => {
  const changed = new URL(url);
  changed.host = `127.0.0.1:${port}`;
  return changed.href.replace(/\/$/, '');
};
const lineTo = (url: string) => {
  const { hostname, port } = new URL(url);
  return BreakableLine.open({ host: hostname, port: Number(port) });
};

beforeAll(async () => {
  [toTwilio, imap, smtp] = (await Promise.all([TWILIO_EMULATOR_URL, IMAP_URL, SMTP_URL].map(lineTo))) as [
    BreakableLine,
    BreakableLine,
    BreakableLine,
  ];
  fromTwilio = await BreakableLine.open();
  const publicUrl = `http://127.0.0.1:${fromTwilio.port}`;
  house = await startHouse({
    env: {
      TWILIO_URL: through(TWILIO_EMULATOR_URL, toTwilio),
      CHANNELS_PUBLIC_URL: publicUrl,
      IMAP_URL: through(IMAP_URL, imap),
      SMTP_URL: through(SMTP_URL, smtp),
    },
  });
  fromTwilio.leadTo(house.run.channels);
  // the customers' own way to the mail server is not the one that is cut
  house = { ...house, run: { ...house.run, ...customersWay() } };
  await postTo(`${publicUrl}/hooks/sms`);
  administrator = await signInAsAdministrator(house);
  agent = await hire(house, administrator, { name: 'Uma Patient', capacity: 20 });
  await agent.comeOnline();
}, 180_000);
afterAll(async () => {
  await house?.stop();
  await Promise.all(lines().map((line) => line?.cut()));
}, 60_000);

function customersWay() {
  const { mail, customerMail } = house.run;
  const [toSend, toRead] = [new URL(SMTP_URL), new URL(IMAP_URL)].map(({ hostname: host, port }) => ({
    host,
    port: Number(port),
  })) as [{ host: string; port: number }, { host: string; port: number }];
  return {
    mail: { ...mail, smtp: toSend },
    customerMail: { ...customerMail, imap: { ...customerMail.imap, ...toRead } },
  };
}

/** Where Twilio posts what comes for our number. */
async function postTo(SmsUrl: string): Promise<void> {
  const { account, token, api, number } = house.run.sms!;
  const at = `${api}/2010-04-01/Accounts/${account}/IncomingPhoneNumbers`;
  const headers = { authorization: `Basic ${Buffer.from(`${account}:${token}`).toString('base64')}` };
  const listed = await fetch(`${at}.json?PhoneNumber=${encodeURIComponent(number)}`, { headers });
  const { incoming_phone_numbers: numbers } = (await listed.json()) as Numbers;
  const { sid } = numbers.find(({ phone_number }) => phone_number === number)!;
  const answer = await fetch(`${at}/${sid}.json`, { method: 'POST', headers, body: new URLSearchParams({ SmsUrl }) });
  if (!answer.ok) throw new Error(`the number was not pointed to the line: ${answer.status}`);
}
type Numbers = { incoming_phone_numbers: { sid: string; phone_number: string }[] };

const found = (words: string) =>
  eventually(
    async () => (await agent.list()).find(({ lastWords, subject }) => `${subject} ${lastWords}`.includes(words)),
    {
      what: `the conversation about “${words}”`,
      withinMs: 30_000,
    },
  );
const said = async (id: string) =>
  (await agent.messages(id)).filter(({ from }) => from === 'customer').map(({ text }) => text);

test('what was said while the lines were cut is there once they are mended, each word once', async () => {
  const texter = new Texter(house.run, phone);
  await texter.say('Before the outage: where is my parcel?');
  const mailId = await sendMail(house.run, { from: writer, subject: 'Before the outage', text: 'Where is my refund?' });
  const [bySms, byMail] = [await found('Before the outage: where'), await found('Where is my refund')];

  for (const line of lines()) await line.cut();
  const texts = ['While it was down, one', 'While it was down, two', 'While it was down, three'];
  for (const text of texts) await texter.say(text).catch(() => undefined);
  await sendMail(house.run, {
    from: writer,
    subject: 'Re: Before the outage',
    text: 'Mail meanwhile',
    inReplyTo: mailId,
  });
  await agent.say(bySms.id, 'Answer into the outage by SMS');
  await agent.say(byMail.id, 'Answer into the outage by mail');
  const stateOf = async (id: string, text: string) =>
    (await agent.messages(id)).find((message) => message.text.includes(text))?.delivery?.state;
  // nothing is claimed to have arrived, and nothing is given up
  await eventually(async () => (await stateOf(bySms.id, 'into the outage')) !== undefined, { what: 'the answer' });
  expect(['queued', 'sending', 'unknown']).toContain(await stateOf(bySms.id, 'into the outage'));
  expect((await said(bySms.id)).some((text) => text.startsWith('While'))).toBe(false);

  for (const line of lines()) await line.mend();
  const patience = { withinMs: backWithinMs, everyMs: 500 };
  await eventually(async () => (await said(bySms.id)).length === 4, { what: 'the texts of the outage', ...patience });
  expect((await said(bySms.id)).slice(1).sort()).toEqual([...texts].sort());
  await eventually(async () => (await said(byMail.id)).includes('Mail meanwhile'), { what: 'the mail', ...patience });
  await eventually(async () => (await texter.got()).some(({ body }) => body === 'Answer into the outage by SMS'), {
    what: 'the answer on the phone',
    ...patience,
  });
  await eventually(async () => (await stateOf(byMail.id, 'into the outage')) === 'sent', {
    what: 'the tick at the mail',
    ...patience,
  });
  await getsMail(house, writer, 'Answer into the outage by mail');
  await eventually(async () => (await stateOf(bySms.id, 'into the outage')) === 'sent', {
    what: 'the tick at the SMS',
    ...patience,
  });

  expect((await said(byMail.id)).filter((text) => text === 'Mail meanwhile')).toHaveLength(1);
  expect((await texter.got()).filter(({ body }) => body.includes('into the outage'))).toHaveLength(1);
  expect((await readMailbox(house, writer)).filter(({ text }) => text.includes('into the outage'))).toHaveLength(1);
  // the mailbox is everybody's: only what is put aside of ours would be missing
  const { items } = await administrator.parked();
  expect(items.filter(({ raw }) => raw.includes(writer) || raw.includes(phone))).toEqual([]);
}, 300_000);

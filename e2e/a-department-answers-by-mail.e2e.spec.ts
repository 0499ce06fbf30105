/** Journey: a ticket goes to a department by mail and comes back with its answer; strangers and forgers are put aside. */
import type { Message, Ticket } from '@trunkline/contracts';
import { getsMail, sendMail, Visitor } from './customer.ts';
import { Answered, changePolicy, type Desk, hire, signInAsAdministrator } from './desk.ts';
import { eventually } from './eventually.ts';
import { Screen } from './sign-in-on-screen.ts';
import { type House, startHouse } from './start-house.ts';

let house: House;
let administrator: Desk;
let agent: Desk;
let member: Desk;
let visitor: Visitor;
let screen: Screen;
let id: string;
let ticket: Ticket;
/** Where the department is to answer to. */
let answerTo: string;
const billing = 'billing@company.test';

beforeAll(async () => {
  house = await startHouse();
  administrator = await signInAsAdministrator(house);
  const departments = [
    { code: 'billing', name: { en: 'Billing', zh: '财务部' }, email: billing },
    { code: 'lab', name: { en: 'Laboratory', zh: '实验室' }, email: null },
  ].map((one) => ({ ...one, answersWithin: { workingDays: 1 }, calendar: 'office-cn' }));
  await changePolicy(administrator, (policy) => ({ ...policy, departments }));
  agent = await hire(house, administrator, { name: 'Ada Calm' });
  member = await hire(house, administrator, {
    name: 'Dr Lab',
    role: 'department-member',
    groups: [],
    departments: ['lab'],
  });
  await agent.comeOnline();
  visitor = await new Visitor(house.run.channels).arrive();
}, 180_000);
afterAll(async () => {
  visitor?.leave();
  await screen?.close();
  await house?.stop();
}, 60_000);

const now = () => agent.ask<Ticket>(`/tickets/${ticket.id}`);
const parkedFor = (reason: string) =>
  eventually(
    async () => (await administrator.parked()).items.find(({ because }) => JSON.stringify(because).includes(reason)),
    { what: `a mail put aside as ${reason}`, withinMs: 30_000 },
  );
const writes = (from: string, text: string, to = answerTo) =>
  sendMail(house.run, { from, to, subject: `Re: [${ticket.number}]`, text });

test('A10 handed over on the screen, the department is asked by mail, and the customer hears of it', async () => {
  await visitor.say('I was charged twice for order 4711021!');
  id = await eventually(async () => (await agent.list()).find(({ lastWords }) => lastWords.includes('4711021'))?.id, {
    what: 'the conversation',
  });
  await eventually(() => agent.order(id, 'accept'), { what: 'the offer taken' });
  const body = { kind: 'incident', subject: 'Charged twice for 4711021' };
  ticket = await agent.ask<Ticket>(`/conversations/${id}/tickets`, { method: 'POST', body });
  screen = await Screen.of(house, agent);
  await screen.goTo(`/inbox/mine/${id}`);
  await screen.press('hand-over');
  const dialog = screen.page.getByRole('dialog');
  await dialog.getByText(`asked by mail at ${billing}`).waitFor();
  await screen.see('hand-over-note').fill('Please check both charges of 3 November.');
  await screen.shoot('hand-over-en');
  await screen.press('hand-over-go');
  await screen.see('hand-over-row').waitFor();
  const mail = await getsMail(house, billing, 'Please check both charges');
  expect(mail.subject).toBe(`[${ticket.number}] Charged twice for 4711021`);
  answerTo = mail.replyTo;
  await visitor.hears(ticket.number);
  await visitor.hears('looked into by the department');
  expect(await now()).toMatchObject({ state: 'with-department', department: 'billing', handOvers: [{ turn: 1 }] });
  const asked = async () => (await agent.messages(id)).find(({ text }) => text.includes('Please check both'));
  const noted = await eventually(
    async () => {
      const note = (await asked()) as Message & { delivery?: { state: string } };
      return note?.delivery?.state === 'sent' ? note : undefined;
    },
    { what: 'the mail to the department sent' },
  );
  expect(noted.kind).toBe('note');
  expect(visitor.lines.some(({ text }) => text.includes('Please check both'))).toBe(false);
}, 120_000);

test('A10 a stranger’s answer and a forged address are put aside, and change nothing', async () => {
  await writes('eve@elsewhere.test', 'Pay it back to me.');
  await parkedFor('not-the-department');
  const at = answerTo.indexOf('@');
  const turned = answerTo[at - 1] === '0' ? '1' : '0';
  await writes(billing, 'All is well.', `${answerTo.slice(0, at - 1)}${turned}${answerTo.slice(at)}`);
  await parkedFor('hand-over-forged');
  expect(await now()).toMatchObject({ state: 'with-department', handOvers: [{ answer: null }] });
}, 90_000);

test('A10 the department’s own answer brings the ticket back, to who works on it and to the customer', async () => {
  await writes(
    `Billing <${billing}>`,
    'The second charge was a mistake and is paid back.\n\n> Please check both charges',
  );
  await screen.see('department-answer').filter({ hasText: 'a mistake and is paid back' }).waitFor();
  await screen.shoot('department-answer-en', true);
  expect(await now()).toMatchObject({
    state: 'open',
    handOvers: [
      { answer: 'The second charge was a mistake and is paid back.', answeredFrom: billing, answeredBy: null },
    ],
  });
  await visitor.hears('has answered about your matter');
  await writes(billing, 'One more thing: the fee, too.');
  await eventually(async () => (await agent.messages(id)).find(({ text }) => text.includes('the fee, too')), {
    what: 'what came after the answer, as a note',
    withinMs: 30_000,
  });
  expect((await now()).handOvers[0]?.answer).toContain('The second charge');
}, 120_000);

test('A10 a member of another department sees what theirs was handed and nothing else, and answers there', async () => {
  const handed = (department: string) =>
    agent.ask<Ticket>(`/tickets/${ticket.id}/hand-over`, { method: 'POST', body: { department, note: 'Is it safe?' } });
  const other = await agent.ask<Ticket>(`/conversations/${id}/tickets`, {
    method: 'POST',
    body: { kind: 'inquiry', subject: 'Not for the laboratory', tellCustomer: false },
  });
  const seen = async () => (await member.ask<{ items: Ticket[] }>('/tickets')).items.map((one) => one.id);
  expect(await seen()).toEqual([]);
  const no = (asked: Promise<unknown>) =>
    asked.then(
      () => 'yes',
      (error: Answered) => error.status,
    );
  expect(await no(member.ask(`/tickets/${ticket.id}`))).toBe(404);
  const theirs = await Screen.of(house, member);
  await theirs.page.getByText('Nothing', { exact: false }).first().waitFor();
  await handed('lab');
  // the screen hears of it: nobody loads it again
  await theirs.see('handed-ticket').filter({ hasText: 'Charged twice' }).waitFor();
  expect(await seen()).toEqual([ticket.id]);
  expect(await no(member.ask(`/tickets/${other.id}`))).toBe(404);
  for (const path of [`/conversations/${id}`, `/conversations/${id}/messages`])
    expect([path, await no(member.ask(path))]).toEqual([path, 403]);
  await theirs.see('answer-text').fill('It is safe.');
  await theirs.shoot('department-desk-en', true);
  await theirs.press('answer-go');
  await theirs.see('handed-over').getByTestId('department-answer').filter({ hasText: 'It is safe.' }).waitFor();
  await theirs.close();
  expect(await now()).toMatchObject({
    state: 'open',
    handOvers: [{}, { answeredBy: member.person.id, answer: 'It is safe.' }],
  });
  expect(await no(handed('nowhere'))).toBe(422);
}, 90_000);

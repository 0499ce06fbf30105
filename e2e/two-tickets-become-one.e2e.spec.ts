/** Journey: two tickets about one thing become one, a part is split off, a conversation is tied; the administrator names departments. */
import type { PolicyV1, Ticket, TicketTies } from '@trunkline/contracts';
import { Visitor } from './customer.ts';
import { type Desk, hire, signInAsAdministrator } from './desk.ts';
import { eventually } from './eventually.ts';
import { Screen } from './sign-in-on-screen.ts';
import { type House, startHouse } from './start-house.ts';

let house: House;
let administrator: Desk;
let agent: Desk;
let visitor: Visitor;
let screen: Screen;
let id: string;
let first: Ticket;
let second: Ticket;

beforeAll(async () => {
  house = await startHouse();
  administrator = await signInAsAdministrator(house);
  agent = await hire(house, administrator, { name: 'Ada Calm' });
  await agent.comeOnline();
  visitor = await new Visitor(house.run.channels).arrive();
}, 180_000);
afterAll(async () => {
  visitor?.leave();
  await screen?.close();
  await house?.stop();
}, 60_000);

const open = (subject: string, rest: object = {}) =>
  agent.ask<Ticket>(`/conversations/${id}/tickets`, { method: 'POST', body: { kind: 'incident', subject, ...rest } });
const tiesOf = (ticket: Ticket) => agent.ask<TicketTies>(`/tickets/${ticket.id}/ties`);
const now = (ticket: Ticket) => agent.ask<Ticket>(`/tickets/${ticket.id}`);
const inBoth = async (name: string, of: Screen) => {
  await of.shoot(name, true);
  await of.page.emulateMedia({ colorScheme: 'dark' });
  await of.shoot(`${name}-dark`);
  await of.page.emulateMedia({ colorScheme: 'light' });
};

test('A10 a ticket’s page says all of it, and merges it with another by its number; the customer hears which stays', async () => {
  await visitor.say('Parcel 4711021 has not come, and I was charged twice!');
  id = await eventually(async () => (await agent.list()).find(({ lastWords }) => lastWords.includes('4711021'))?.id, {
    what: 'the conversation',
  });
  await eventually(() => agent.order(id, 'accept'), { what: 'the offer taken' });
  first = await open('Parcel 4711021 has not come');
  second = await open('Where is parcel 4711021?', { severity: 'high' });
  await visitor.hears(second.number);
  screen = await Screen.of(house, agent);
  await screen.goTo(`/inbox/mine/${id}`);
  await screen.see('ticket-number').filter({ hasText: second.number }).click();
  const page = screen.see('ticket-page');
  await page.getByRole('heading', { name: second.subject }).waitFor();
  for (const said of ['Incident', 'The service desk', 'Customer', 'Promised until', 'Ada Calm ·'])
    await page.getByText(said, { exact: false }).first().waitFor();
  expect(await screen.see('ticket-primary').getAttribute('data-step')).toBe('answer');
  expect(await screen.see('ticket-primary').count()).toBe(1);
  await inBoth('ticket-page-en', screen);
  await screen.press('ticket-more');
  await screen.press('ticket-merge');
  await screen.see('other-ticket').fill('T-999999');
  await screen.press('other-ticket-go');
  await screen.page.getByText('There is no ticket T-999999.').waitFor();
  await screen.see('other-ticket').fill(first.number);
  await screen.shoot('ticket-merge-en');
  await screen.press('other-ticket-go');
  await page.getByRole('heading', { name: first.subject }).waitFor();
  await screen.see('tied-ticket').filter({ hasText: second.number }).waitFor();
  expect(await now(first)).toMatchObject({ state: 'open', severity: 'high' });
  expect(await now(second)).toMatchObject({ state: 'closed', answeredAt: null });
  await visitor.hears(`${first.number} and ${second.number} together`);
}, 120_000);

test('A10 a part is split off on the screen, with a number of its own', async () => {
  await screen.press('ticket-more');
  await screen.press('ticket-split');
  const dialog = screen.page.getByRole('dialog');
  await dialog.getByLabel('Subject').fill('Charged twice');
  await screen.shoot('ticket-split-en');
  await screen.press('ticket-open');
  const row = screen.see('tied-ticket').filter({ hasText: 'Charged twice' });
  await row.waitFor();
  expect(await row.getAttribute('data-how')).toBe('split-into');
  const part = (await tiesOf(first)).tickets.find(({ how }) => how === 'split-into')!;
  await visitor.hears(part.number);
  expect((await agent.ask<Ticket>(`/tickets/${part.id}`)).ownerId).toBe(agent.person.id);
}, 60_000);

test('A10 another ticket is tied and untied; the primary action goes on from step to step', async () => {
  await agent.ask(`/conversations/${id}/messages`, {
    method: 'POST',
    body: { text: 'It is on its way.', kind: 'reply' },
  });
  await eventually(async () => (await now(first)).answeredAt, { what: 'the ticket answered' });
  await screen.goTo(`/tickets/${first.id}`);
  await eventually(async () => (await screen.see('ticket-primary').getAttribute('data-step')) === 'solve', {
    what: 'solving is next',
  });
  const other = await open('About the box', { tellCustomer: false });
  await screen.press('ticket-more');
  await screen.press('ticket-tie-ticket');
  await screen.see('other-ticket').fill(other.number);
  await screen.press('other-ticket-go');
  const linked = screen.see('tied-ticket').filter({ hasText: other.number });
  await linked.waitFor();
  expect((await tiesOf(other)).tickets).toMatchObject([{ id: first.id, how: 'linked' }]);
  await linked.getByTestId('untie').click();
  await linked.waitFor({ state: 'detached' });
  await screen.press('ticket-primary');
  await eventually(async () => (await now(first)).state === 'solved', { what: 'it is solved' });
  await visitor.hears('is settled');
  await eventually(async () => (await screen.see('ticket-primary').getAttribute('data-step')) === 'close', {
    what: 'closing is next',
  });
  await screen.press('ticket-primary');
  await eventually(async () => (await now(first)).state === 'closed', { what: 'it is closed' });
  await screen.see('ticket-primary').waitFor({ state: 'detached' });
}, 90_000);

test('the administrator names a department on its page, in both languages, and publishes it', async () => {
  const chief = await hire(house, administrator, { name: 'Chief', role: 'administrator' });
  const desk = await Screen.of(house, chief);
  await desk.goTo('/settings/departments');
  await desk.page.getByText('No departments').waitFor();
  await desk.shoot('departments-empty-en');
  await desk.press('new-departments');
  await desk.page.getByLabel('Name in English').fill('Billing');
  await desk.page.getByLabel('Name in Chinese').fill('财务部');
  await desk.page.getByText('Nobody would answer for').waitFor();
  await desk.page.getByLabel('Asked by mail at').fill('billing@');
  await desk.page.getByLabel('Answers within').fill('2');
  await desk.shoot('departments-wrong-en');
  await desk.page.getByLabel('Asked by mail at').fill('billing@company.test');
  await desk.page.getByText('Nobody would answer for').waitFor({ state: 'detached' });
  await inBoth('departments-en', desk);
  await desk.goTo('/settings/versions');
  await desk.page.getByLabel('What changes, and why').fill('Billing is asked by mail');
  await desk.shoot('departments-review-en');
  await desk.page.getByTestId('publish').click();
  const published = async () => (await administrator.ask<PolicyV1>('/policies/current')).departments;
  const [billing] = await eventually(async () => ((await published()).length > 0 ? published() : undefined), {
    what: 'the department published',
  });
  expect(billing).toMatchObject({
    code: 'billing',
    name: { en: 'Billing', zh: '财务部' },
    email: 'billing@company.test',
    answersWithin: { workingDays: 2 },
  });
  await desk.close();
  const another = await hire(house, administrator, { name: '王主任', role: 'administrator', language: 'zh' });
  const chinese = await Screen.of(house, another, 'zh');
  await chinese.goTo('/settings/departments');
  await chinese.page.getByText('告知的步骤').first().waitFor();
  await chinese.shoot('departments-zh', true);
  await chinese.goTo(`/tickets/${first.id}`);
  await chinese.page.getByText('相关会话').waitFor();
  await inBoth('ticket-page-zh', chinese);
  await chinese.close();
}, 120_000);

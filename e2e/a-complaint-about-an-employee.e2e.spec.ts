/** Journey: a complaint about an employee is recorded, promised within two working days, taken step by step, kept from the accused, and answered. */
import type { Deadline, Ticket } from '@trunkline/contracts';
import type { Page } from 'playwright-core';
import { openBrowser } from './browser.ts';
import { Visitor } from './customer.ts';
import { changePolicy, type Desk, hire, password, signInAsAdministrator } from './desk.ts';
import { eventually } from './eventually.ts';
import { type House, startHouse } from './start-house.ts';

let house: House;
let administrator: Desk;
let agent: Desk;
let accused: Desk;
let designated: Desk;

beforeAll(async () => {
  house = await startHouse();
  administrator = await signInAsAdministrator(house);
  await changePolicy(administrator, (policy) => ({
    ...policy,
    calendars: { ...policy.calendars, 'open-but-one-holiday': openButHolidayTomorrow() },
    queues: policy.queues.map((queue) => ({ ...queue, calendar: 'open-but-one-holiday' })),
  }));
  agent = await hire(house, administrator, { name: 'Rosa Field' });
  accused = await hire(house, administrator, { name: 'Kurt Short' });
  designated = await hire(house, administrator, { name: 'Dora Fair', role: 'supervisor' });
  await agent.comeOnline();
}, 180_000);
afterAll(() => house?.stop(), 60_000);

const day = 86_400_000;
/** As a field of date and time wants it, in this machine’s zone. */
const localTime = (ms: number) => new Date(ms - new Date(ms).getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
const dateOf = (ms: number) => new Date(ms).toISOString().slice(0, 10);

/** Open round the clock in UTC, weekends too, but for tomorrow: two working days from now are three days on. */
function openButHolidayTomorrow() {
  const allDay: [string, string][] = [['00:00', '24:00']];
  const week = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
  return {
    tz: 'UTC',
    hours: Object.fromEntries(week.map((name) => [name, allDay])),
    holidays: [dateOf(Date.now() + day)],
    holidaysYearly: [],
    special: {},
    breaks: {},
  };
}

test('A21 A23 recorded on the screen, due in two working days, unseen by the accused, kept by the answer', async () => {
  const visitor = await new Visitor(house.run.channels).arrive();
  await visitor.say('Your employee was rude to me and hung up. I want to complain about him.');
  const row = await eventually(async () => (await agent.list()).find((one) => one.lastWords.includes('hung up')), {
    what: 'the conversation',
  });
  await eventually(() => agent.order(row.id, 'accept'), { what: 'the offer taken' });

  const browser = await openBrowser();
  const page = await browser.newPage();
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto(house.run.console);
  await page.getByLabel(/e-mail/i).fill(agent.person.email);
  await page.getByRole('textbox', { name: /password/i }).fill(password);
  await page.getByRole('button', { name: /sign in/i }).click();
  await page.waitForURL(/inbox/);
  await page.goto(new URL(`/inbox/mine/${row.id}`, house.run.console).href);
  await page.getByTestId('new-ticket').click();
  const form = page.getByRole('dialog');
  await form.getByLabel('Kind').selectOption('complaint-employee');
  expect(await form.getByLabel('Owner').inputValue()).toBe(''); // whoever takes it down does not answer it
  await form.getByLabel(/^Subject/).fill('Rude on the phone');
  await form.getByLabel(/What happened|complaint says|content/i).fill('He hung up while I was speaking.');
  // the browser dies in the middle of it: what was filled in is there again
  await page.reload();
  await page.getByTestId('new-ticket').click();
  expect(await form.getByLabel('Kind').inputValue()).toBe('complaint-employee');
  expect(await form.getByLabel(/^Subject/).inputValue()).toBe('Rude on the phone');
  expect(await form.getByLabel(/What happened|complaint says|content/i).inputValue()).toContain('He hung up');
  await form.getByLabel(/employee/i).fill(accused.person.number);
  await form
    .getByLabel(/When it happened|happened/i)
    .last()
    .fill(localTime(Date.now() - day));
  await form.getByLabel(/used/i).fill('hotline');
  await page.getByTestId('ticket-open').click();
  const ticket = await eventually(async () => (await ticketsOf(agent, row.id))[0], { what: 'the ticket' });
  expect(ticket).toMatchObject({ kind: 'complaint-employee', state: 'open', openedBy: agent.person.id });
  await visitor.hears(ticket.number);

  const promise = await eventually(async () => clockOf(await agent.deadlines(row.id), 'promise'), {
    what: 'the promise',
  });
  expect(promise).toMatchObject({ limit: 'promise-to-complainant', workingDays: 2, state: 'running' });
  expect(Date.parse(promise.dueAt) - Date.parse(promise.startedAt)).toBe(3 * day); // tomorrow is a holiday
  expect(promise.working.some((step) => step.because === 'holiday')).toBe(true);
  await page.getByTestId('ticket').locator('.left').waitFor();

  await stepByStep(page, { visitor, ticket, row });

  // to the accused none of it is there: not the ticket, and not the conversation either
  const gone = [`/conversations/${row.id}`, `/conversations/${row.id}/messages`, `/conversations/${row.id}/tickets`];
  for (const path of gone) await expect(accused.ask(path)).rejects.toMatchObject({ status: 404 });
  expect((await accused.list('?state=assigned,offered,waiting,with-customer')).map(({ id }) => id)).not.toContain(
    row.id,
  );
  await expect(accused.say(row.id, 'Please forget it')).rejects.toMatchObject({ status: 404 });
  await expect(agent.order(row.id, 'transfer', { to: { agent: accused.person.id } })).rejects.toMatchObject({
    reason: 'transfer-not-to-them',
  });
  await expect(step(accused, ticket, { step: 'carry-out', text: 'x' })).rejects.toMatchObject({ status: 404 });
  await expect(accused.ask(`/tickets/${ticket.id}`)).rejects.toMatchObject({ status: 404 });
  const toAccused = changeTicket(administrator, ticket.id, { ownerId: accused.person.id });
  await expect(toAccused).rejects.toMatchObject({ reason: 'accused-cannot-own' });

  await changeTicket(administrator, ticket.id, { ownerId: designated.person.id });
  await designated.order(row.id, 'take-over');
  await designated.say(row.id, 'I have looked into it. You are right, and I am sorry.');
  await visitor.hears('You are right');
  const kept = await eventually(
    async () => {
      const clock = clockOf(await agent.deadlines(row.id), 'promise');
      return clock?.state === 'met' && clock;
    },
    { what: 'the promise kept' },
  );
  expect(kept.metAt! < kept.dueAt).toBe(true);
  expect((await designated.ask<Ticket>(`/tickets/${ticket.id}`)).answeredAt).not.toBeNull();
  visitor.leave();
  await browser.close();
}, 120_000);

type Told = { visitor: Visitor; ticket: Ticket; row: { id: string } };

/** A23 on the screen: the first contact as it is offered, how grave it is, and the customer’s yes in their words. */
async function stepByStep(page: Page, { visitor, ticket, row }: Told) {
  await expect(step(agent, ticket, { step: 'plan', text: 'Call them' })).rejects.toMatchObject({
    reason: 'complaint-step-first',
  });
  await page.getByTestId('step-complaint-step').first().click();
  const offered = await page.getByTestId('step-text').inputValue();
  expect(offered).toContain('He hung up while I was speaking');
  await page.getByTestId('step-text').fill('We look into it, and');
  await page.reload();
  await page.getByTestId('step-complaint-step').first().click();
  expect(await page.getByTestId('step-text').inputValue()).toBe('We look into it, and');
  await page.getByTestId('step-text').fill('We look into it.');
  await page.getByTestId('step-go').click();
  await page
    .getByRole('dialog')
    .getByText(/say that you are sorry/i)
    .waitFor();
  await shoot(page, 'first-contact-en');
  await page.getByTestId('step-text').fill(offered);
  await page.getByTestId('step-go').click();
  await visitor.hears('I am very sorry');
  await at(page, 'classify');
  await page.getByTestId('complaint-take').click();
  await page.getByTestId('step-go').click();
  await at(page, 'investigate');
  await step(agent, ticket, { step: 'investigate', text: 'The recording bears it out.' });
  await step(agent, ticket, { step: 'plan', text: 'A supervisor apologises in person.' });
  await at(page, 'agree');
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.getByTestId('complaint-take').click();
  await page.getByRole('radio', { name: 'Yes' }).click();
  await page.getByTestId('step-words').fill('That is all I want');
  await shoot(page, 'agree-dark-en');
  await page.getByTestId('step-go').click();
  await at(page, 'carry-out');
  await shoot(page, 'complaint-dark-en');
  const [complaint] = (await agent.show(row.id)).complaints!;
  expect(complaint!.steps.at(-1)).toMatchObject({
    by: agent.person.id,
    agreement: { agreed: true, how: 'here', words: 'That is all I want' },
  });
}

const at = (page: Page, next: string) =>
  page.locator(`[data-testid="complaint-steps"][data-next="${next}"]`).waitFor({ state: 'attached' });
const shoot = async (page: Page, name: string) => {
  if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/${name}.png` });
};
const step = (desk: Desk, { id }: Ticket, body: object) =>
  desk.ask(`/tickets/${id}/complaint-steps`, { method: 'POST', body });
const clockOf = (clocks: Deadline[], policy: string) => clocks.find((clock) => clock.policy === policy);
const ticketsOf = async (desk: Desk, id: string) =>
  (await desk.ask<{ items: Ticket[] }>(`/conversations/${id}/tickets`)).items;
const changeTicket = (desk: Desk, id: string, body: object) =>
  desk.ask<Ticket>(`/tickets/${id}`, { method: 'PATCH', body });

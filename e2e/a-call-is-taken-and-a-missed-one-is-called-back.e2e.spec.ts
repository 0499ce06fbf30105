/** Journey: a caller goes through the menu, an agent takes the call on the screen; the next hangs up and is called back. */
import type { CallBacks, Conversation } from '@trunkline/contracts';
import type { Page } from 'playwright-core';
import { openBrowser } from './browser.ts';
import { Caller } from './caller.ts';
import { type Desk, hire, password, signInAsAdministrator } from './desk.ts';
import { eventually } from './eventually.ts';
import { type House, startHouse } from './start-house.ts';

let house: House;
let administrator: Desk;
let agent: Desk;
let supervisor: Desk;
let page: Page;
const mark = String(Date.now()).slice(-7);
const phone = `+4930${mark}1`;
const number = (nth: number) => `+4917${nth}${mark}`;

beforeAll(async () => {
  house = await startHouse();
  administrator = await signInAsAdministrator(house);
  agent = await hire(house, administrator, { name: 'Lin Wei', groups: ['payments'], phone });
  supervisor = await hire(house, administrator, {
    name: 'Boss Zhou',
    groups: ['payments'],
    role: 'supervisor',
    capacity: 0,
  });
  await supervisor.comeOnline();
  page = await signIn(agent);
}, 180_000);
afterAll(async () => {
  await page?.context().close();
  await house?.stop();
}, 60_000);

async function signIn(desk: Desk, language: 'en' | 'zh' = 'en'): Promise<Page> {
  const browser = await openBrowser({ language });
  const opened = await browser.newPage();
  await opened.setViewportSize({ width: 1280, height: 800 });
  await opened.goto(house.run.console);
  await opened.getByLabel(/e-mail|邮箱/i).fill(desk.person.email);
  await opened.getByRole('textbox', { name: /password|密码/i }).fill(password);
  await opened.getByRole('button', { name: /sign in|登录/i }).click();
  await opened.waitForURL(/inbox/);
  return opened;
}
const shoot = async (name: string) => {
  const folder = process.env.SHOTS;
  if (folder) await page.screenshot({ path: `${folder}/${name}.png` });
};
const ofCaller = (caller: Caller) =>
  eventually<Conversation>(
    async () => {
      const row = (await agent.list('?state=waiting,offered,assigned,solved')).find(
        ({ customer }) => customer.address === caller.number,
      );
      return row && agent.show(row.id);
    },
    { what: `the conversation of ${caller.number}` },
  );
const owed = async () => (await agent.ask<CallBacks>('/call-backs?open=1')).items;

test('A43 a call goes through the menu, rings on the screen, is taken there and connected to the agent’s telephone', async () => {
  const caller = await new Caller(house.run, number(1)).call();
  expect(caller.heard).toContain('For English, press 2.');
  expect(await caller.press('2')).toContain('For Payments and refunds, press 2.');
  await caller.press('2');
  await caller.hears('You are number 1 in the queue.');
  const ringing = await ofCaller(caller);
  expect(ringing).toMatchObject({ queue: 'payments', language: 'en', standard: 'call', call: { state: 'ringing' } });

  await page.getByTestId('call-line').waitFor();
  await shoot('call-rings-en');
  await page.getByTestId('offer-accept').click();
  await caller.connected(phone);
  await caller.agentPicksUp();
  await page.getByTestId('call-state').filter({ hasText: 'On the phone' }).waitFor();
  await shoot('call-goes-on-en');
  await caller.bothHangUp({ seconds: 62 });
  await page.getByTestId('call-state').filter({ hasText: 'Over' }).waitFor();
  expect(await page.getByTestId('call-recording').getAttribute('href')).toContain('/Recordings/');
  const over = await agent.show(ringing.id);
  expect(over.call).toMatchObject({ state: 'ended', agentId: agent.person.id, seconds: 62, callBackId: null });
  expect(over.events.map(({ what }) => what)).toEqual(
    expect.arrayContaining(['call-ringing', 'offered', 'assigned', 'call-answered', 'call-ended']),
  );
  await shoot('call-over-en');
  await agent.order(ringing.id, 'resolve');
}, 90_000);

test('A44 one who hangs up while it rings is owed a call, and is called back from the list', async () => {
  await agent.leave();
  const caller = await new Caller(house.run, number(2)).call();
  await caller.press('2');
  await caller.press('2');
  await ofCaller(caller);
  await caller.hangsUp();
  const missed = await eventually(async () => (await owed()).find(({ address }) => address === caller.number), {
    what: 'the call-back',
  });
  expect(missed).toMatchObject({ reason: 'call-missed', attempts: [] });
  expect(await agent.show(missed.conversationId)).toMatchObject({ state: 'solved', call: { state: 'missed' } });

  await page.goto(new URL('/tickets', house.run.console).href);
  const item = page.locator(`[data-testid="call-back"][data-id="${missed.conversationId}"]`);
  await item.waitFor();
  await shoot('call-backs-en');
  await item.getByTestId('call-back-take').click();
  await item.getByRole('textbox', { name: 'Note' }).fill('Engaged');
  await shoot('call-back-mine-en');
  await item.getByTestId('call-back-not-reached').click();
  await item.getByText('Attempt 2 of 3').waitFor();
  await item.getByTestId('call-back-take').click();
  await item.getByTestId('call-back-reached').click();
  await item.waitFor({ state: 'detached' });
  expect((await owed()).map(({ address }) => address)).not.toContain(caller.number);
}, 60_000);

test('A43 a call is opened in two clicks; that it broke off in a complaint reaches the supervisor within 10 s, first in line', async () => {
  await agent.comeOnline();
  await page.goto(new URL('/inbox/mine', house.run.console).href);
  await page.getByTestId('call-open').click();
  await page.getByTestId('call-number').fill(number(3));
  await shoot('call-form-en');
  await page.getByTestId('call-start').click();
  await page.getByTestId('call-state').filter({ hasText: 'On the phone' }).waitFor();
  const [row] = (await agent.list('?state=assigned')).filter(({ customer }) => customer.address === number(3));
  expect(row).toMatchObject({ standard: 'call', agentId: agent.person.id });

  const complaint = { kind: 'complaint-event', subject: 'Charged twice', tellCustomer: false };
  const content = {
    content: 'Charged twice',
    reachAt: number(3),
    contactUsed: number(3),
    happenedAt: new Date().toISOString(),
  };
  await agent.ask(`/conversations/${row!.id}/tickets`, { method: 'POST', body: { ...complaint, complaint: content } });
  const from = Date.now();
  await page.getByTestId('call-dropped').click();
  await eventually(
    async () =>
      (await supervisor.escalations()).find(
        ({ conversationId, because }) => conversationId === row!.id && because.code === 'complaint-call-dropped',
      ),
    { what: 'the supervisor hearing of it', withinMs: 10_000 },
  );
  expect(Date.now() - from).toBeLessThan(10_000);
  expect((await owed())[0]).toMatchObject({ conversationId: row!.id, reason: 'call-dropped' });
  await shoot('call-dropped-en');

  await page.context().close();
  await administrator.ask(`/staff/${agent.person.id}`, { method: 'PATCH', body: { language: 'zh' } });
  page = await signIn(agent, 'zh');
  await page.goto(new URL(`/inbox/mine/${row!.id}`, house.run.console).href);
  await page.getByTestId('call-state').waitFor();
  await shoot('call-dropped-zh');
  expect(await page.getByTestId('call-state').innerText()).toContain('中断');
  await page.goto(new URL('/tickets', house.run.console).href);
  await page.getByTestId('call-back').first().waitFor();
  await shoot('call-backs-zh');
}, 90_000);

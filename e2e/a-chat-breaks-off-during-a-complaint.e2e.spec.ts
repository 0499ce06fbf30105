/** Journey: a customer closes the page in the middle of a complaint; the supervisor hears of it and the call-back is first. */
import type { CallBacks } from '@trunkline/contracts';
import type { BrowserContext } from 'playwright-core';
import { openBrowser } from './browser.ts';
import { Visitor } from './customer.ts';
import { changePolicy, type Desk, hire, signInAsAdministrator } from './desk.ts';
import { eventually } from './eventually.ts';
import { Screen } from './sign-in-on-screen.ts';
import { type House, startHouse } from './start-house.ts';

let house: House;
let administrator: Desk;
let agent: Desk;
let supervisor: Desk;
let hers: Screen;
const browsers: BrowserContext[] = [];

beforeAll(async () => {
  house = await startHouse({ env: { DEMO_PAGE: 'on' } });
  administrator = await signInAsAdministrator(house);
  await changePolicy(administrator, (policy) => ({ ...policy, brokenOff: { ...policy.brokenOff, afterSeconds: 3 } }));
  agent = await hire(house, administrator, { name: 'Ada Calm' });
  supervisor = await hire(house, administrator, { name: 'Boss Li', role: 'supervisor', capacity: 0 });
  await agent.comeOnline();
  await supervisor.comeOnline();
}, 180_000);
afterAll(async () => {
  for (const browser of browsers) await browser.close();
  await hers?.close();
  await house?.stop();
}, 60_000);

/** Somebody on the page writes, the agent takes it and calls it a complaint. */
async function complains(words: string) {
  const browser = await openBrowser();
  browsers.push(browser);
  const page = await browser.newPage();
  await page.goto(house.run.widget);
  await page
    .getByRole('button', { name: /chat|help|message/i })
    .first()
    .click();
  const box = page.getByRole('textbox').last();
  await box.fill(words);
  await box.press('Enter');
  const found = async () => (await agent.list()).find(({ lastWords }) => lastWords === words)?.id;
  const id = await eventually(found, { what: words });
  await eventually(() => agent.order(id, 'accept'), { what: 'the offer taken' });
  const label = 'complaint-about-employee';
  if ((await agent.show(id)).label !== label) await agent.order(id, 'label', { label });
  return { id, page };
}
const callBacks = async () => (await supervisor.ask<CallBacks>('/call-backs?open=1')).items;

test('A32 gone in the middle of a complaint: the supervisor sees it, the call-back stands first', async () => {
  const other = await new Visitor(house.run.channels).arrive();
  await other.say('What are your hours?');
  const { id, page } = await complains('Your colleague was rude to me yesterday!');
  hers = await Screen.of(house, supervisor);
  await hers.goTo('/floor');
  const closed = Date.now();
  await page.close();
  const told = async () => (await supervisor.escalations()).find(({ conversationId }) => conversationId === id);
  const row = await eventually(async () => ((await told())?.because.code === 'chat-broke-off' ? told() : undefined), {
    what: 'the alert',
  });
  // 3 s until it counts as broken off, and at most 10 s until the supervisor hears of it
  expect(Date.parse(row!.raisedAt) - closed).toBeLessThan(13_000);
  await hers.page
    .getByText(/left while an answer was owed/i)
    .first()
    .waitFor();
  await hers.shoot('broken-off-floor-en', true);
  other.leave();
  await eventually(async () => (await callBacks()).length === 2, { what: 'the other one, too' });
  expect((await callBacks()).map(({ conversationId, reason }) => [conversationId === id, reason])).toEqual([
    [true, 'chat-broke-off'],
    [false, 'chat-broke-off'],
  ]);
}, 120_000);

test('A32 who loads the page anew is back in time, and nobody is alerted', async () => {
  const before = (await callBacks()).length;
  const { id, page } = await complains('And the day before, too!');
  await page.reload();
  const events = async () => (await agent.show(id)).events.map(({ what }) => what);
  // another chat that breaks off after it: whatever was due before has had its turn
  const last = await new Visitor(house.run.channels).arrive();
  await last.say('Are you open on Sunday?');
  await eventually(async () => (await agent.list()).some(({ lastWords }) => lastWords.includes('Sunday')), {
    what: 'the last one',
  });
  last.leave();
  await eventually(async () => (await callBacks()).length === before + 1, { what: 'the last one broken off' });
  expect(await events()).not.toEqual(expect.arrayContaining(['supervisor-alerted']));
  await page.close();
}, 120_000);

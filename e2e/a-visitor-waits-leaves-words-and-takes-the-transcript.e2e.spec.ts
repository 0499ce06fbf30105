/** Journey: a visitor hears their place, is seen on their way, takes the transcript; out of hours their words go on by mail. */
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PolicyV1 } from '@trunkline/contracts';
import type { BrowserContext, Page } from 'playwright-core';
import { openBrowser } from './browser.ts';
import { getsMail, Visitor } from './customer.ts';
import { changePolicy, type Desk, hire, signInAsAdministrator } from './desk.ts';
import { eventually } from './eventually.ts';
import { writeRegionFile } from './region-file.ts';
import { Screen } from './sign-in-on-screen.ts';
import { type House, startHouse } from './start-house.ts';

const mark = randomUUID().slice(0, 8);
const address = `wei.${mark}@customer.test`;
const files = mkdtempSync(join(tmpdir(), 'trunkline-region-'));
let house: House;
let administrator: Desk;
let agent: Desk;
let his: Screen;
let browser: BrowserContext;
let shop: Page;
const others: Visitor[] = [];

beforeAll(async () => {
  const regionFile = join(files, 'region.mmdb');
  writeRegionFile(regionFile, { en: 'Hangzhou', zh: '杭州' });
  house = await startHouse({ env: { WEBCHAT_REGION_FILE: regionFile } });
  administrator = await signInAsAdministrator(house);
  await changePolicy(administrator, (policy) => ({ ...policy, routing: { rules: [], otherwise: 'service' } }));
  agent = await hire(house, administrator, { name: 'Emma Clarke', groups: ['service'], capacity: 2 });
  await agent.comeOnline();
  browser = await openBrowser();
  shop = await browser.newPage();
}, 180_000);
afterAll(async () => {
  for (const other of others) other.leave();
  await his?.close();
  await browser?.close();
  await house?.stop();
  rmSync(files, { recursive: true, force: true });
}, 60_000);

/** Somebody else's chat in the agent's hands. */
async function take(text: string): Promise<string> {
  const other = await new Visitor(house.run.channels).arrive();
  others.push(other);
  await other.say(text);
  const offered = async () => (await agent.list('?assignee=me&state=offered')).find((row) => row.lastWords === text);
  const { id } = await eventually(offered, { what: `“${text}” offered` });
  await agent.order(id, 'accept');
  return id;
}

const kettle = async () => (await agent.list('?assignee=me&state=assigned,with-customer'))[0]!.id;

const bubble = (page: Page) => page.locator('trunkline-chat');
async function shoot(page: Page, name: string): Promise<void> {
  if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/${name}.png` });
}
async function openBubble(page: Page, path: string, referer?: string): Promise<void> {
  await page.goto(`${house.run.widget}${path}`, referer ? { referer } : {});
  await bubble(page).locator('.bubble').click();
  await bubble(page).locator('.panel').waitFor();
}

test('while nobody is free the bubble says the place and the wait, before the first word and after it', async () => {
  for (let nth = 1; nth <= 6; nth += 1) {
    const id = await take(`Where is parcel ${nth}?`);
    if (nth < 6) await agent.order(id, 'resolve');
  }
  await openBubble(shop, '?lang=en', 'https://www.baidu.com/s?wd=leaking%20kettle');
  const place = bubble(shop).locator('.place');
  await place.getByText(/^The wait is about \d+(–\d+)? min just now\.$/).waitFor({ timeout: 20_000 });
  await bubble(shop).locator('textarea').fill('My kettle leaks.');
  await bubble(shop).locator('textarea').press('Enter');
  await place.getByText(/^You are next\. The wait is about/).waitFor({ timeout: 20_000 });
  await shoot(shop, 'visitor-waits-en');
}, 120_000);

test('A38 the desk takes it, and sees region, referrer, search term, and the third page within two seconds', async () => {
  his = await Screen.of(house, agent);
  const [held] = await agent.list('?assignee=me&state=assigned');
  await agent.order(held!.id, 'resolve');
  await his.see('offer-banner').waitFor({ timeout: 20_000 });
  await his.press('offer-accept');
  const panel = his.see('visitor');
  await panel.waitFor({ timeout: 20_000 });
  for (const words of ['Here now', 'baidu.com/s', 'leaking kettle', 'Hangzhou', '1 visit'])
    await panel.getByText(words).first().waitFor();
  await bubble(shop).locator('.place').waitFor({ state: 'detached', timeout: 20_000 });
  await shop.goto(`${house.run.widget}?lang=en&page=kettles`);
  await panel.locator('[title*="page=kettles"]').waitFor({ timeout: 20_000 });
  const begun = performance.now();
  await shop.goto(`${house.run.widget}?lang=en&page=returns`);
  await panel.locator('[title*="page=returns"]').waitFor({ timeout: 20_000 });
  expect(performance.now() - begun).toBeLessThan(2_000);
  expect(await panel.locator('ol.steps > li').count()).toBe(3);
  await his.shoot('visitor-panel-en', true);
}, 90_000);

test('the transcript comes by mail with every word, marked as no automatic one, and both sides see that it went', async () => {
  await his.page.getByTestId('composer-text').fill('We send a new one today.');
  await his.press('composer-send');
  await bubble(shop).locator('.bubble').click();
  await bubble(shop).getByText('We send a new one today.').waitFor({ timeout: 20_000 });
  await bubble(shop).getByRole('button', { name: 'Have this chat sent by e-mail' }).click();
  await bubble(shop).getByLabel('Send this chat to').fill(address);
  await shoot(shop, 'transcript-asked-en');
  // what the desk says meanwhile is drawn beside the form, and leaves what was typed there alone
  await agent.say(await kettle(), 'Is there anything more?');
  await bubble(shop).getByText('Is there anything more?').waitFor({ timeout: 20_000 });
  await bubble(shop).getByLabel('Send this chat to').press('Enter');
  await bubble(shop).getByText(`This chat is on its way to ${address}.`).waitFor({ timeout: 20_000 });
  await shoot(shop, 'transcript-sent-en');
  const mail = await getsMail(house, address, 'My kettle leaks.');
  expect(mail.text).toContain('We send a new one today.');
  expect(mail).toMatchObject({ automatic: [], subject: expect.stringContaining('Your chat with') });
  await his.page.getByText(`sent to ${address}`).first().waitFor();
  await his.shoot('transcript-at-the-desk-en');
}, 90_000);

/** Open on one day of the week only, and that is neither today nor next to it anywhere on earth. */
function shut(policy: PolicyV1): PolicyV1 {
  const days = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const;
  const open = days[(new Date().getUTCDay() + 3) % 7];
  const hours = Object.fromEntries(days.map((day) => [day, day === open ? [['09:00', '17:00']] : []]));
  const always = { ...policy.calendars.always!, hours: hours as PolicyV1['calendars'][string]['hours'] };
  return { ...policy, calendars: { ...policy.calendars, always }, chat: { ...policy.chat, offline: 'form' } };
}

test('out of hours the visitor leaves words, in their own language, and the desk’s answer comes by mail', async () => {
  const open = await administrator.ask<PolicyV1>('/policies/current');
  await changePolicy(administrator, shut);
  const night = await openBrowser({ language: 'zh' });
  const page = await night.newPage();
  await page.setViewportSize({ width: 390, height: 760 });
  await eventually(
    async () => {
      await openBubble(page, '?lang=zh-Hans');
      return bubble(page).getByText('请留言').isVisible();
    },
    { what: 'the form out of hours', withinMs: 30_000, everyMs: 500 },
  );
  await bubble(page).getByLabel('您的称呼').fill('李未');
  await bubble(page).getByLabel('您的邮箱').fill(`night.${mark}@customer.test`);
  await bubble(page).getByLabel('留言内容').fill(`茶壶漏水 ${mark}`);
  await shoot(page, 'out-of-hours-zh-390');
  await bubble(page).getByRole('button', { name: '提交留言' }).click();
  await bubble(page).getByText(`会用邮件回复到 night.${mark}@customer.test`).waitFor({ timeout: 20_000 });
  await shoot(page, 'words-left-zh-390');
  await night.close();
  await agent.order(await kettle(), 'resolve');
  await changePolicy(administrator, ({ chat }) => ({ ...open, chat }));
  const found = async () =>
    (await agent.list('?assignee=me')).find(
      ({ lastWords, channel }) => channel === 'email' && lastWords.includes(mark),
    );
  const { id } = await eventually(found, { what: 'their words at the desk', withinMs: 60_000 });
  await his.goTo(`/inbox/mine/${id}`);
  await his.page.getByTestId('composer-text').fill('明天给您补发一只。');
  await his.shoot('words-left-at-the-desk-en', true);
  await his.press('composer-send');
  const mail = await getsMail(house, `night.${mark}@customer.test`, '明天给您补发一只。');
  expect(mail.subject).toContain('您给');
}, 150_000);

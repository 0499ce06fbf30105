/** Journey: an administrator changes a queue on the screen, sees what differs and what does not hold, publishes, and the next decision is made by it. */
import { AxeBuilder } from '@axe-core/playwright';
import type { PolicyV1 } from '@trunkline/contracts';
import type { BrowserContext, Page } from 'playwright-core';
import { openBrowser } from './browser.ts';
import { changePolicy, type Desk, hire, signInAsAdministrator } from './desk.ts';
import { eventually } from './eventually.ts';
import { type House, startHouse } from './start-house.ts';

let house: House;
let administrator: Desk;
let browser: BrowserContext;
let page: Page;

beforeAll(async () => {
  house = await startHouse({ env: { DEMO_PAGE: 'on' } });
  administrator = await signInAsAdministrator(house);
  browser = await openBrowser();
  page = await browser.newPage();
  await signInToConsole();
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await house?.stop();
}, 60_000);

async function signInToConsole(): Promise<void> {
  const { email, password } = house.run.signIns.find((one) => one.role === 'administrator')!;
  await page.goto(house.run.console);
  await page.getByLabel(/e-mail/i).fill(email);
  await page.getByRole('textbox', { name: /password/i }).fill(password);
  await page.getByRole('button', { name: /sign in/i }).click();
  await page.waitForURL(/inbox/);
}

const open = (place: string) => page.goto(new URL(`/settings/${place}`, house.run.console).href);
const policyNow = () => administrator.ask<PolicyV1>('/policies/current');
const queueOf = (policy: PolicyV1, code: string) => policy.queues.find((queue) => queue.code === code)!;
const changeRows = () => page.getByTestId('change-row');
const widensTo = () => page.getByRole('combobox', { name: 'Widens to' });

async function publish(note: string): Promise<PolicyV1> {
  const before = (await policyNow()).version;
  await page.getByLabel('What changes, and why').fill(note);
  await page.getByTestId('publish').click();
  return eventually(
    async () => {
      const policy = await policyNow();
      return policy.version > before && policy;
    },
    { what: 'the published version' },
  );
}

test('a changed mode is a draft that survives a reload, is seen, published, and decides the next conversation', async () => {
  const names = ['Ann Able', 'Ben Busy'];
  const agents = await Promise.all(names.map((name) => hire(house, administrator, { name, groups: ['service'] })));
  await open('queues?at=queues[service]');
  await page.getByTestId('mode-longest-idle').click();
  expect(await page.getByTestId('draft-count').innerText()).toBe('1 unpublished change');
  await page.reload();
  expect(await page.getByTestId('draft-count').innerText()).toBe('1 unpublished change');

  await page.getByTestId('draft-publish').click();
  await changeRows().first().waitFor();
  expect(await changeRows().first().innerText()).toMatch(
    /Customer service.*How work is shared\s+Least loaded\s+Longest idle/s,
  );
  const published = await publish('Let everybody breathe');
  expect(queueOf(published, 'service').mode).toBe('longest-idle');
  await page.getByText(`Version ${published.version} is in force.`).waitFor();
  expect(await page.getByTestId('draft-count').count()).toBe(0);

  for (const agent of agents) await agent.comeOnline();
  const shop = await browser.newPage();
  await shop.goto(house.run.widget);
  await shop
    .getByRole('button', { name: /chat|客服|help|message/i })
    .first()
    .click();
  const box = shop.getByRole('textbox').last();
  await box.fill('Hello, where is my parcel 4711?');
  await box.press('Enter');
  const decision = await eventually(
    async () => {
      for (const agent of agents) await agent.comeOnline(); // no console of theirs is open to give a sign of life
      const [conversation] = await administrator.list();
      if (!conversation) return false;
      const { decisions } = await administrator.explain(conversation.id);
      return decisions.find(({ kind }) => kind !== 'waiting') ?? false;
    },
    { what: 'a decision', withinMs: 60_000 },
  );
  expect(decision.policyVersion).toBe(published.version);
  expect(decision.because.code).toBe('longest-idle');
  await shop.close();
}, 180_000);

test('a circle of queues is an error with a way to its field, and is not published', async () => {
  await open('queues?at=queues[service]');
  await widensTo().selectOption({ label: 'Payments' });
  await page.getByTestId('draft-publish').click();
  const problem = page.getByTestId('problem-row').first();
  await problem.waitFor();
  expect(await problem.innerText()).toMatch(/circle/);
  expect(await page.getByTestId('publish').isDisabled()).toBe(true);
  await problem.getByRole('button').click();
  await page.waitForURL(/settings\/queues/);
  await open('versions');
  await page.getByRole('tab', { name: /Draft/ }).click();
  await page.getByTestId('change-undo').first().click();
  expect(await page.getByTestId('draft-count').count()).toBe(0);
}, 120_000);

test('what somebody else published meanwhile is shown, and ours is brought over to it', async () => {
  await open('priority');
  await page.getByRole('textbox', { name: 'VIP' }).fill('25');
  const theirs = await changePolicy(administrator, (policy) => ({
    ...policy,
    priority: { ...policy.priority, complaint: 45 },
  }));
  await page.getByTestId('draft-behind').waitFor({ timeout: 15_000 });
  await page.getByTestId('draft-bring-over').click();
  await page.getByTestId('draft-publish').click();
  expect(await changeRows().count()).toBe(1);
  const published = await publish('VIPs a little sooner');
  expect(published.priority).toMatchObject({ vip: 25, complaint: 45 });
  expect(published.version).toBe(theirs.version + 1);
}, 120_000);

const pages = (
  'queues rules assignment priority skills roster taxonomy signs limits ladder probe targets kept ' +
  'texts calendars versions document'
).split(' ');
/** The words differ by language, the build of a page does not: in Chinese those with most words are enough. */
test.each([
  ['en', pages],
  ['zh', ['queues', 'taxonomy', 'versions']],
])(
  'axe finds nothing on the pages of the settings in %s',
  async (language, names) => {
    await page.evaluate(
      (chosen) => localStorage.setItem('trunkline:preferences', JSON.stringify({ language: chosen })),
      language,
    );
    const found: unknown[] = [];
    for (const name of names) {
      await open(name);
      await page.locator('#settings-page h2').first().waitFor();
      await page.locator('#settings-page .bones').waitFor({ state: 'detached' });
      const { violations } = await new AxeBuilder({ page } as never).analyze();
      found.push(
        ...violations.map(({ id, nodes }) => ({ name, id, where: nodes.map(({ target }) => target).slice(0, 3) })),
      );
    }
    expect(found).toEqual([]);
  },
  480_000,
);

/** Journey: a visitor writes in the chat bubble, it rings at an agent's screen with the reason why, the answer returns. */
import type { Page } from 'playwright-core';
import { openBrowser } from './browser.ts';
import { type Desk, hire, password, signInAsAdministrator } from './desk.ts';
import { type House, startHouse } from './start-house.ts';

let house: House;
let administrator: Desk;
let agent: Desk;

beforeAll(async () => {
  house = await startHouse({ env: { DEMO_PAGE: 'on' } });
  administrator = await signInAsAdministrator(house);
  agent = await hire(house, administrator, { name: 'Emma Clarke', groups: ['service'] });
}, 180_000);
afterAll(() => house?.stop(), 60_000);

async function signInToConsole(page: Page): Promise<void> {
  await page.goto(house.run.console);
  await page.getByLabel(/e-mail/i).fill(agent.person.email);
  await page.getByRole('textbox', { name: /password/i }).fill(password);
  await page.getByRole('button', { name: /sign in/i }).click();
}

test('what a visitor writes rings at an agent, who sees why, answers, and the bubble shows it', async () => {
  const browser = await openBrowser();
  const desk = await browser.newPage();
  await signInToConsole(desk);
  const shop = await browser.newPage();
  await shop.goto(house.run.widget);
  await shop
    .getByRole('button', { name: /chat|客服|help|message/i })
    .first()
    .click();
  const box = shop.getByRole('textbox').last();
  await box.fill('Hello, where is my parcel 7788?');
  await box.press('Enter');

  await desk.bringToFront();
  const offer = desk.getByTestId('offer-banner');
  await offer.waitFor({ timeout: 20_000 });
  expect(await offer.innerText()).toContain('7788');
  await desk.getByTestId('offer-accept').first().click();
  await desk.getByTestId('why-panel').first().waitFor({ timeout: 15_000 });
  expect(await desk.getByTestId('why-panel').first().innerText()).toContain('Emma Clarke');

  await desk.getByTestId('composer-text').fill('It left our house this morning.');
  await desk.getByTestId('composer-send').click();
  await shop.getByText('It left our house this morning.').waitFor({ timeout: 20_000 });
  await desk.getByTestId('delivery-tick').first().waitFor({ timeout: 15_000 });
  await browser.close();
}, 120_000);

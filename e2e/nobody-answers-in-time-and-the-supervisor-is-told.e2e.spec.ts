/** Journey: nobody answers within the limit; the desk is warned, then the supervisor is told, once, on the screen. */

import { openBrowser } from './browser.ts';
import { Visitor } from './customer.ts';
import { changePolicy, type Desk, hire, password, signInAsAdministrator } from './desk.ts';
import { eventually } from './eventually.ts';
import { type House, startHouse } from './start-house.ts';

let house: House;
let administrator: Desk;
let supervisor: Desk;

beforeAll(async () => {
  house = await startHouse();
  administrator = await signInAsAdministrator(house);
  await changePolicy(administrator, (policy) => ({
    ...policy,
    standards: { ...policy.standards, chat: { ...policy.standards.chat, firstResponseSeconds: 3 } },
  }));
  supervisor = await hire(house, administrator, { role: 'supervisor', name: 'Grace Holm' });
}, 180_000);
afterAll(() => house?.stop(), 60_000);

test('the limit passes, and exactly one escalation reaches the supervisor, who acknowledges it', async () => {
  const browser = await openBrowser();
  const page = await browser.newPage();
  await page.goto(house.run.console);
  await page.getByLabel(/e-mail/i).fill(supervisor.person.email);
  await page.getByRole('textbox', { name: /password/i }).fill(password);
  await page.getByRole('button', { name: /sign in/i }).click();

  const visitor = await new Visitor(house.run.channels).arrive();
  await visitor.say('Is anybody there? Order 9001');
  const row = await eventually(async () => (await supervisor.list()).find((one) => one.lastWords.includes('9001')), {
    what: 'the conversation',
  });
  const escalation = await eventually(
    async () => (await supervisor.escalations()).find((one) => one.conversationId === row.id),
    { what: 'the escalation', withinMs: 20_000 },
  );
  expect(escalation).toMatchObject({ level: 1, acknowledgedAt: null, because: { code: 'limit-missed' } });
  const [clock] = (await supervisor.deadlines(row.id)).filter((one) => one.policy === 'first-response');
  expect(clock).toMatchObject({ state: 'missed', limitSeconds: 3 });
  expect(clock?.warnedAt).not.toBeNull();
  expect(clock?.working.reduce((sum, span) => sum + (span.counted ? span.seconds : 0), 0)).toBe(3);

  await page.goto(new URL('/floor', house.run.console).href);
  await page.getByTestId('escalation-row').first().waitFor({ timeout: 15_000 });
  await page
    .getByTestId('escalation-row')
    .first()
    .getByRole('button', { name: /acknowledge/i })
    .click();
  await eventually(
    async () =>
      (await supervisor.escalations()).find((one) => one.id === escalation.id)?.acknowledgedBy === supervisor.person.id,
    { what: 'the acknowledgement' },
  );
  expect((await supervisor.escalations()).filter((one) => one.conversationId === row.id)).toHaveLength(1);
  visitor.leave();
  await browser.close();
}, 90_000);

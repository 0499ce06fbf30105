/** Journey: the supervisor on duty is told and stays silent; level two is told once, sees it and acknowledges; nobody is told twice. */
import type { EscalationRow, PolicyV1 } from '@trunkline/contracts';
import { openBrowser } from './browser.ts';
import { Visitor } from './customer.ts';
import { changePolicy, type Desk, hire, password, signInAsAdministrator } from './desk.ts';
import { eventually } from './eventually.ts';
import { type House, startHouse } from './start-house.ts';

let house: House;
let administrator: Desk;
let onDuty: Desk;
let offDuty: Desk;
let head: Desk;

const hour = 3_600_000;

beforeAll(async () => {
  house = await startHouse();
  administrator = await signInAsAdministrator(house);
  onDuty = await hire(house, administrator, { role: 'supervisor', name: 'Olga Duty' });
  offDuty = await hire(house, administrator, { role: 'supervisor', name: 'Frank Free' });
  head = await hire(house, administrator, { role: 'supervisor', name: 'Helen Head' });
  await changePolicy(administrator, (policy) => ({ ...policy, ...quickAndNamed(policy) }));
  await putOnShift();
  for (const each of [onDuty, offDuty, head]) await each.comeOnline();
}, 180_000);
afterAll(() => house?.stop(), 60_000);

/** Limits of seconds, a minute to acknowledge, and level two is a named person. */
const quickAndNamed = (policy: PolicyV1): Partial<PolicyV1> => ({
  standards: { ...policy.standards, chat: { ...policy.standards.chat, firstResponseSeconds: 3, ringSeconds: 2 } },
  time: {
    ...policy.time,
    ladder: [
      { level: 1, role: 'supervisor', acknowledgeMinutes: 1, pagedWhile: null, notify: [] },
      { level: 2, agentId: head.person.id, acknowledgeMinutes: 1, pagedWhile: null, notify: [] },
    ],
  },
});

function putOnShift(): Promise<unknown> {
  const date = new Date().toISOString().slice(0, 10);
  const from = new Date(Date.now() - hour).toISOString();
  const to = new Date(Date.now() + 3 * hour).toISOString();
  const shifts = [{ agentId: onDuty.person.id, from, to, supervises: true }];
  return administrator.ask(`/roster/service/${date}`, { method: 'PUT', body: { shifts, version: 0 } });
}

test('A29 A45 level one is the supervisor on duty alone; after a minute of silence level two is told, once', async () => {
  const visitor = await new Visitor(house.run.channels).arrive();
  await visitor.say('Where is my parcel? Order 9201');
  const row = await eventually(async () => (await onDuty.list()).find((one) => one.lastWords.includes('9201')), {
    what: 'the conversation',
  });
  const mine = async (desk: Desk) =>
    (await desk.escalations()).filter((one) => one.conversationId === row.id && one.trigger === 'limit-missed');
  const first = await eventually(async () => (await mine(onDuty))[0], { what: 'level one' });
  expect(first).toMatchObject({ level: 1, to: { role: 'supervisor', people: [onDuty.person.id] } });

  const second = await eventually(async () => (await mine(administrator)).find((one) => one.level === 2), {
    what: 'level two, after a minute',
    withinMs: 90_000,
    everyMs: 500,
  });
  const waited = Date.parse(second.raisedAt) - Date.parse(first.acknowledgeBy);
  expect(waited).toBeGreaterThanOrEqual(0);
  expect(waited).toBeLessThan(5_000);
  expect(second).toMatchObject({ to: { role: null, people: [head.person.id] }, because: { code: 'not-acknowledged' } });

  await seesAndAcknowledges(head, second);
  const after = await eventually(
    async () => (await mine(administrator)).find((one) => one.level === 2 && one.acknowledgedBy === head.person.id),
    { what: 'the acknowledgement' },
  );
  expect(after.seen?.map(({ agentId }) => agentId)).toContain(head.person.id);
  expect((await mine(administrator)).map(({ level }) => level).sort()).toEqual([1, 2]);
  visitor.leave();
}, 180_000);

async function seesAndAcknowledges(desk: Desk, row: EscalationRow): Promise<void> {
  const browser = await openBrowser();
  const page = await browser.newPage();
  await page.goto(house.run.console);
  await page.getByLabel(/e-mail/i).fill(desk.person.email);
  await page.getByRole('textbox', { name: /password/i }).fill(password);
  await page.getByRole('button', { name: /sign in/i }).click();
  await page.waitForURL(/inbox/);
  await page.goto(new URL('/floor', house.run.console).href);
  const line = page.locator(`[data-testid="escalation-row"][data-id="${row.id}"]`);
  await line.waitFor();
  await eventually(async () => (await administrator.escalations()).find((one) => one.id === row.id)?.seen?.length, {
    what: 'the word that it was seen',
  });
  await line.getByTestId('escalation-acknowledge').click();
  await browser.close();
}

/** Journey: a dozen report the same; one incident, one message to all of them, each in their own language, and its end. */
import type { IncidentMessages, IncidentRows } from '@trunkline/contracts';
import { Visitor } from './customer.ts';
import { type Desk, hire, signInAsAdministrator } from './desk.ts';
import { eventually } from './eventually.ts';
import { Screen } from './sign-in-on-screen.ts';
import { type House, startHouse } from './start-house.ts';

let house: House;
let supervisor: Desk;
let screen: Screen;
const visitors: Visitor[] = [];

beforeAll(async () => {
  house = await startHouse();
  const administrator = await signInAsAdministrator(house);
  supervisor = await hire(house, administrator, { name: 'Boss Wu', role: 'supervisor', capacity: 0 });
  await eventually(() => supervisor.list(), { what: 'the router knowing the supervisor' });
  screen = await Screen.of(house, supervisor);
}, 180_000);
afterAll(async () => {
  for (const visitor of visitors) visitor.leave();
  await screen?.close();
  await house?.stop();
}, 60_000);

async function says(text: string): Promise<Visitor> {
  const visitor = await new Visitor(house.run.channels).arrive();
  visitors.push(visitor);
  await visitor.say(text);
  return visitor;
}
const open = async () => (await supervisor.ask<IncidentRows>('/incidents?open=1')).items;
const heard = (visitor: Visitor, part: string) => visitor.lines.filter(({ text }) => text.includes(part)).length;

test('A26 one incident with its members; one message reaches each once, whoever repeats it; its end says so too', async () => {
  for (let n = 0; n < 10; n += 1) await says(`Where is my parcel number ${n}? It was to come yesterday.`);
  for (let n = 0; n < 4; n += 1) await says(`我的包裹 ${n} 到哪里了？昨天就该到了。`);
  const incident = await eventually(async () => (await open()).find(({ memberCount }) => memberCount >= 8), {
    what: 'the incident',
    withinMs: 60_000,
  });
  await screen.goTo('/floor');
  const card = screen.page.getByTestId('incident-row');
  await card.waitFor();
  expect(await card.count()).toBe(1);
  const stranger = await says('I never got an invoice for my subscription');
  const strangers = await eventually(
    async () => (await supervisor.list()).find(({ lastWords }) => lastWords.includes('never got an invoice')),
    { what: 'another conversation' },
  );
  await supervisor.ask(`/incidents/${incident.id}/members`, { method: 'POST', body: { conversationId: strangers.id } });
  await supervisor.ask(`/incidents/${incident.id}/members/${strangers.id}`, { method: 'DELETE' });

  await card.getByTestId('incident-tell').click();
  await screen.page
    .getByRole('textbox', { name: /in english/i })
    .fill('Our carrier is late; all parcels come tomorrow.');
  await screen.page.getByRole('textbox', { name: /in chinese/i }).fill('物流延误，所有包裹明天送达。');
  await screen.shoot('incident-tell-en');
  await screen.press('incident-go');
  const message = async () =>
    (await supervisor.ask<IncidentMessages>(`/incidents/${incident.id}/messages`)).items.find(
      ({ waits }) => waits === 0,
    );
  const told = await eventually(message, { what: 'all of them told', withinMs: 30_000 });
  expect(told.written).toBeGreaterThanOrEqual(8);
  const english = visitors.slice(0, 10);
  const chinese = visitors.slice(10, 14);
  await eventually(
    async () =>
      english.filter((one) => heard(one, 'come tomorrow')).length +
        chinese.filter((one) => heard(one, '明天送达')).length >=
      told.written,
    { what: 'each hearing it' },
  );
  const twice = { method: 'POST', body: { text: told.text }, headers: { 'idempotency-key': 'repeat' } };
  const repeated = await supervisor.ask<{ id: string }>(`/incidents/${incident.id}/message`, twice);
  expect((await supervisor.ask<{ id: string }>(`/incidents/${incident.id}/message`, twice)).id).toBe(repeated.id);
  await eventually(
    async () =>
      (await supervisor.ask<IncidentMessages>(`/incidents/${incident.id}/messages`)).items.every(
        ({ waits }) => waits === 0,
      ),
    { what: 'the second one told' },
  );
  expect((await supervisor.ask<IncidentMessages>(`/incidents/${incident.id}/messages`)).items).toHaveLength(2);
  expect(Math.max(...english.map((one) => heard(one, 'come tomorrow')))).toBeLessThanOrEqual(2);
  expect(heard(stranger, 'come tomorrow')).toBe(0);
  expect(chinese.every((one) => heard(one, 'come tomorrow') === 0)).toBe(true);

  await card.getByTestId('incident-message').first().waitFor();
  await screen.shoot('incident-told-en');
  await card.getByTestId('incident-close').click();
  await screen.page.getByRole('textbox', { name: /in english/i }).fill('All parcels are on their way again.');
  await screen.page.getByRole('textbox', { name: /in chinese/i }).fill('所有包裹已恢复派送。');
  await screen.press('incident-go');
  await card.waitFor({ state: 'detached' });
  await eventually(async () => visitors.some((one) => heard(one, 'on their way again')), { what: 'the last message' });
  expect(await open()).toEqual([]);
}, 180_000);

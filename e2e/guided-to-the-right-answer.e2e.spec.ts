/** Journey: a payment question is asked for what is missing once, walked through a tree, answered by a canned text and a macro. */
import type { Conversation, Guides, Ticket } from '@trunkline/contracts';
import { Visitor } from './customer.ts';
import { changePolicy, type Desk, hire, signInAsAdministrator } from './desk.ts';
import { eventually } from './eventually.ts';
import { Screen } from './sign-in-on-screen.ts';
import { type House, startHouse } from './start-house.ts';

let house: House;
let administrator: Desk;
let agent: Desk;
let visitor: Visitor;
let screen: Screen;
let id: string;

beforeAll(async () => {
  house = await startHouse();
  administrator = await signInAsAdministrator(house);
  await changePolicy(administrator, (policy) => ({
    ...policy,
    macros: [
      {
        code: 'label-and-resolve',
        name: { en: 'Label it again and resolve', zh: '标签并结案' },
        queues: [],
        changesAccount: false,
        steps: [
          { act: 'note', text: 'Looked at' },
          { act: 'transfer', queue: 'payments' },
        ],
      },
    ],
  }));
  agent = await hire(house, administrator, { name: 'Ada Calm' });
  await agent.comeOnline();
  visitor = await new Visitor(house.run.channels).arrive();
}, 180_000);
afterAll(async () => {
  visitor?.leave();
  await screen?.close();
  await house?.stop();
}, 60_000);

const page = () => agent.ask<Conversation>(`/conversations/${id}`);
const known = async (code: string) =>
  (await page()).forms?.flatMap(({ fields }) => fields).find((field) => field.code === code)?.value;

test('A8 the missing fields are listed, asked for once in one message, and read from the reply', async () => {
  await visitor.say('I was charged twice for my payment, the money left my account two times');
  id = await eventually(async () => (await agent.list()).find(({ lastWords }) => lastWords.includes('two times'))?.id, {
    what: 'the conversation',
  });
  await eventually(() => agent.order(id, 'accept'), { what: 'the offer taken' });
  if ((await page()).forms?.length === 0)
    await agent.ask(`/conversations/${id}/label`, { method: 'PUT', body: { label: 'charged-twice-or-wrongly' } });
  screen = await Screen.of(house, agent);
  await screen.goTo(`/inbox/mine/${id}`);
  await screen.see('form-box').waitFor();
  await screen.shoot('form-missing-en', true);
  await screen.page.getByRole('button', { name: 'Ask for what is missing' }).first().click();
  await visitor.hears('1. Order number');
  expect(visitor.lines.filter(({ text }) => text.includes('Order number'))).toHaveLength(1);
  await screen.page.getByRole('button', { name: 'Ask for what is missing' }).waitFor({ state: 'detached' });
  await visitor.say('1. 4711031\n2. 20 EUR\n3. Alipay');
  await eventually(async () => (await known('method')) === 'alipay', { what: 'the reply read into the form' });
  expect([await known('order'), await known('amount')]).toEqual(['4711031', '20']);
  await screen.page.locator('[data-testid="field-order"]').and(screen.page.locator('input')).first().waitFor();
  await eventually(async () => (await screen.see('field-order').first().inputValue()) === '4711031', {
    what: 'the field on the screen',
  });
}, 120_000);

test('A8 a value that cannot be is refused at its field, with what it should be', async () => {
  await screen.see('field-amount').fill('a lot');
  await screen.see('field-amount').blur();
  await screen.page.getByText('“a lot” is not a number').waitFor();
  await screen.see('field-amount').fill('¥1,299.50');
  await screen.see('field-amount').blur();
  await eventually(async () => (await known('amount')) === '1299.50', { what: 'the value typed in' });
}, 60_000);

test('A50 the tree asks, goes back, and ends in a text, a ticket, or a transfer; its path is kept', async () => {
  const trees = async () => (await agent.ask<Guides>(`/conversations/${id}/guides`)).trees;
  await screen.press('tree-charged-twice');
  await screen.press('answer-no');
  await screen.see('tree-end').waitFor();
  await screen.press('tree-end-go');
  await eventually(async () => (await screen.see('composer-text').inputValue()).includes('Nothing was taken'), {
    what: 'the text in the answer',
  });
  await screen.see('composer-text').fill('');
  await screen.press('tree-back');
  await screen.press('answer-yes');
  await screen.press('answer-twice');
  await screen.see('tree-end').waitFor();
  await screen.shoot('tree-end-en', true);
  await screen.press('tree-end-go');
  await screen.see('ticket-open').waitFor();
  await screen.shoot('tree-ticket-en');
  await screen.press('ticket-open');
  const tickets = () => agent.ask<{ items: Ticket[] }>(`/conversations/${id}/tickets`);
  const [ticket] = await eventually(async () => (await tickets()).items.length > 0 && (await tickets()).items, {
    what: 'the ticket',
  });
  expect(ticket).toMatchObject({ kind: 'incident', severity: 'high' });
  expect((await trees())[0]?.walked).toMatchObject({
    isEnded: true,
    path: [
      { node: 'arrived', answer: 'yes' },
      { node: 'how-often', answer: 'twice' },
    ],
  });
  expect((await page()).events.some(({ what }) => what === 'tree-walked')).toBe(true);
}, 90_000);

test('a canned answer is chosen by keyboard and filled in', async () => {
  const text = screen.see('composer-text');
  await text.fill('');
  await text.pressSequentially('/tick');
  await screen.see('canned').waitFor();
  await screen.shoot('canned-en', true);
  await text.press('Enter');
  await eventually(async () => /Your matter has the number T-\d+/.test(await text.inputValue()), { what: 'the text' });
  await screen.press('composer-send');
  await visitor.hears('Your matter has the number T-');
}, 60_000);

test('A50 a macro goes as far as it may, and says so', async () => {
  await screen.press('macros');
  await screen.see('macro-label-and-resolve').waitFor();
  await screen.shoot('macros-en');
  await screen.see('macro-label-and-resolve').click();
  await eventually(async () => (await agent.messages(id)).some(({ text }) => text === 'Looked at'), {
    what: 'the note',
  });
  await eventually(async () => (await page()).events.some(({ what }) => what === 'macro-run'), { what: 'the run' });
}, 60_000);

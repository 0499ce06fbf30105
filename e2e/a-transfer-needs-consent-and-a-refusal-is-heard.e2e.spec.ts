/** Journey: a customer says no to a transfer and the supervisor's word comes back; a directive refuses; a yes moves it with all that is known. */
import { Visitor } from './customer.ts';
import { type Desk, hire, signInAsAdministrator } from './desk.ts';
import { eventually } from './eventually.ts';
import { Screen } from './sign-in-on-screen.ts';
import { type House, startHouse } from './start-house.ts';

let house: House;
let agent: Desk;
let payer: Desk;
let supervisor: Desk;
let visitor: Visitor;
let his: Screen;
let hers: Screen;
let theirs: Screen;
let id: string;

beforeAll(async () => {
  house = await startHouse();
  const administrator = await signInAsAdministrator(house);
  agent = await hire(house, administrator, { name: 'Ada Calm' });
  payer = await hire(house, administrator, { name: 'Pat Pay', groups: ['payments'] });
  supervisor = await hire(house, administrator, { name: 'Boss Li', role: 'supervisor', capacity: 0 });
  await agent.comeOnline();
  await supervisor.comeOnline();
  visitor = await new Visitor(house.run.channels).arrive();
  await visitor.say('Hello, how do I set up my new lamp 88231?');
  const mine = async () => (await agent.list()).find(({ lastWords }) => lastWords.includes('88231'))?.id;
  id = await eventually(mine, { what: 'the conversation' });
  await eventually(() => agent.order(id, 'accept'), { what: 'the offer taken' });
  his = await Screen.of(house, agent);
  await his.goTo(`/inbox/mine/${id}`);
  hers = await Screen.of(house, supervisor);
  await hers.goTo('/floor');
}, 180_000);
afterAll(async () => {
  visitor?.leave();
  for (const screen of [his, hers, theirs]) await screen?.close();
  await house?.stop();
}, 60_000);

const openDialog = async () => {
  await his.press('act-transfer');
  const dialog = his.page.getByRole('dialog');
  await dialog.getByRole('radio', { name: /payment/i }).check({ force: true });
  return dialog;
};

test('A15 the customer says no: it stays, the supervisor hears within 5 s, and their word is an instruction', async () => {
  const dialog = await openDialog();
  await dialog.getByText('The customer is asked first').waitFor();
  await dialog.getByLabel('Summary for whoever gets it').fill('Lamp 88231 was paid twice.');
  await his.shoot('transfer-asks-en');
  await his.press('transfer-go');
  await his.see('consent-asked').waitFor();
  await visitor.hears('is that all right?');
  await his.shoot('consent-asked-en', true);
  expect(await agent.show(id)).toMatchObject({ agentId: agent.person.id, transferAsk: { to: { queue: 'payments' } } });
  const saidAt = Date.now();
  await visitor.say('No, I would rather stay with you');
  const row = hers.page.getByTestId('consult-row').filter({ hasText: '88231 was paid twice' });
  await row.waitFor();
  expect(Date.now() - saidAt).toBeLessThan(5_000);
  process.stdout.write(`the supervisor saw the refusal after ${Date.now() - saidAt} ms\n`);
  await hers.shoot('transfer-refused-floor-en', true);
  await his.see('consent-asked').waitFor({ state: 'detached' });
  await row.getByTestId('consult-answer').click();
  await hers.page.getByRole('textbox', { name: /instruction/i }).fill('Refund one of the two yourself.');
  await hers.page.getByRole('button', { name: 'Send instruction' }).click();
  await his.page.getByText('Refund one of the two yourself.').first().waitFor();
  await his.shoot('instruction-en', true);
  expect(visitor.lines.some(({ text }) => text.includes('Refund one'))).toBe(false);
  expect(await agent.show(id)).toMatchObject({ agentId: agent.person.id, queue: 'service' });
}, 120_000);

test('A14 a directive refuses with its one wording, which is sent instead, until it is ended', async () => {
  await hers.press('directive-new');
  await hers.see('directive-en').fill('Payments are being repaired; we write to you tonight.');
  await hers.see('directive-zh').fill('支付系统维护中，今晚回复您。');
  await hers.shoot('directive-dialog-en');
  await hers.press('directive-go');
  await hers.see('directive-row').waitFor();
  await hers.shoot('directives-en', true);
  const dialog = await openDialog();
  await dialog.getByText('Boss Li has asked not to transfer this').waitFor();
  expect(await dialog.getByTestId('transfer-go').isDisabled()).toBe(true);
  await his.shoot('transfer-refused-en');
  const refused = await agent.order(id, 'transfer', { to: { queue: 'payments' } }).catch((error) => error);
  expect(refused).toMatchObject({ status: 409, reason: 'no-transfer' });
  await his.press('transfer-say');
  await visitor.hears('we write to you tonight');
  await hers.press('directive-end');
  await hers.see('directive-row').waitFor({ state: 'detached' });
}, 60_000);

test('A15 the customer says yes: the next agent reads the capsule before the first word, and later', async () => {
  const dialog = await openDialog();
  await dialog.getByText('The customer is asked first').waitFor();
  await dialog.getByLabel('Why it goes').fill('Only payments can see both charges');
  await dialog.getByLabel('Summary for whoever gets it').fill('Lamp 88231 was paid twice.');
  await dialog.getByLabel('What the customer was promised').fill('An answer today');
  await dialog.getByLabel('How the customer takes it').selectOption('worried');
  await his.press('transfer-go');
  await his.see('consent-asked').waitFor();
  await payer.comeOnline();
  await visitor.say('Yes, please');
  const offered = await eventually(
    async () => {
      const page = await payer.show(id).catch(() => null);
      return page?.state === 'offered' && page;
    },
    { what: 'the offer' },
  );
  expect(offered.capsules![0]).toMatchObject({
    from: agent.person.id,
    summary: 'Lamp 88231 was paid twice.',
    promised: 'An answer today',
    mood: 'worried',
    consent: 'asked',
  });
  theirs = await Screen.of(house, payer);
  await payer.order(id, 'accept');
  await theirs.goTo(`/inbox/mine/${id}`);
  const capsule = theirs.see('capsule');
  await capsule.getByText('Only payments can see both charges').waitFor();
  await theirs.shoot('capsule-en', true);
  await payer.say(id, 'I have both charges here.');
  await visitor.hears('both charges');
  expect((await payer.show(id)).capsules).toHaveLength(1);
  await capsule.waitFor();
}, 120_000);

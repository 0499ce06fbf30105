/** Journey: a sensitive matter goes to a department, once more with the point, and ends with kind words and the reason. */
import type { SignRows, Submission } from '@trunkline/contracts';
import { Visitor } from './customer.ts';
import { changePolicy, type Desk, hire, signInAsAdministrator } from './desk.ts';
import { eventually } from './eventually.ts';
import { Screen } from './sign-in-on-screen.ts';
import { type House, startHouse } from './start-house.ts';

let house: House;
let administrator: Desk;
let agent: Desk;
let supervisor: Desk;
let visitor: Visitor;
let his: Screen;
let hers: Screen;
let id: string;

beforeAll(async () => {
  house = await startHouse();
  administrator = await signInAsAdministrator(house);
  agent = await hire(house, administrator, { name: 'Ada Calm' });
  supervisor = await hire(house, administrator, { name: 'Boss Li', role: 'supervisor', capacity: 0 });
  await agent.comeOnline();
  await supervisor.comeOnline();
  visitor = await new Visitor(house.run.channels).arrive();
}, 180_000);
afterAll(async () => {
  visitor?.leave();
  await his?.close();
  await hers?.close();
  await house?.stop();
}, 60_000);

const submissions = async () => (await agent.ask<{ items: Submission[] }>(`/conversations/${id}/submissions`)).items;
const no = (asked: Promise<unknown>) =>
  asked.then(
    () => 'yes',
    (error: { reason?: string }) => error.reason,
  );
const submitting = (rest: object) =>
  no(
    agent.ask(`/conversations/${id}/submissions`, {
      method: 'POST',
      body: { department: 'Billing', attitude: 'angry', ...rest },
    }),
  );

test('A24 A28 the supervisor is told with the words, helps from the alert, and whoever has it reads it, the customer not', async () => {
  await visitor.say('My refund for order 4711007 is wrong and I will complain to the ombudsman!');
  id = await eventually(async () => (await agent.list()).find(({ lastWords }) => lastWords.includes('4711007'))?.id, {
    what: 'the conversation',
  });
  await eventually(() => agent.order(id, 'accept'), { what: 'the offer taken' });
  hers = await Screen.of(house, supervisor);
  await hers.goTo('/floor');
  const alert = hers.page.getByTestId('alert-row').filter({ hasText: 'ombudsman' });
  await alert.getByTestId('alert-help').click();
  await hers.page.getByRole('textbox', { name: /what whoever has it/i }).fill('Apologise, and send it to Billing.');
  await hers.shoot('alert-help-en');
  await hers.press('alert-help-go');
  await hers.page.mouse.move(5, 5); // a list keeps still under the pointer
  await alert.waitFor({ state: 'detached' });
  const [sign] = (await agent.ask<SignRows>(`/conversations/${id}/signs`)).items;
  expect(sign).toMatchObject({ seenBy: supervisor.person.id });
  his = await Screen.of(house, agent);
  await his.goTo(`/inbox/mine/${id}`);
  await his.page.getByText('Apologise, and send it to Billing.').waitFor();
  expect(visitor.lines.some(({ text }) => text.includes('Apologise'))).toBe(false);
}, 120_000);

test('A28 submitted with the attitude; the department’s result stands above the thread until the customer knows it', async () => {
  await his.press('submit');
  const dialog = his.page.getByRole('dialog');
  await dialog.getByLabel(/what it is about/i).fill('Refund of order 4711007');
  await dialog.getByLabel(/^department/i).fill('Billing');
  await dialog.getByLabel(/how the customer takes it/i).selectOption('angry');
  await his.shoot('submit-en');
  await his.press('submit-go');
  const [first] = await eventually(async () => (await submissions()).length > 0 && submissions(), { what: 'it' });
  expect(first).toMatchObject({ turn: 1, attitude: 'angry', department: 'Billing', result: null });
  expect(await submitting({ ticketId: first!.ticketId, point: 'x' })).toBe('submission-open');

  await hers.page.getByTestId('result-row').getByTestId('record-result').click();
  await hers.page.getByRole('textbox', { name: /what the department found/i }).fill('20 are paid back.');
  await hers.press('result-go');
  await hers.page.getByTestId('result-row').getByTestId('deliver').waitFor();
  await hers.shoot('results-en', true);
  await his.see('held-result').getByText('20 are paid back.').waitFor();
  await his.page.getByTestId('step-tell-result').waitFor();
  await his.shoot('held-result-en', true);
  await agent.say(id, 'Billing says: 20 are paid back.');
  await his.press('result-told');
  await his.see('held-result').waitFor({ state: 'detached' });
}, 120_000);

test('A28 not satisfied: once more, with exactly what; a third is refused, and the way out says kind words and the reason', async () => {
  const [first] = await submissions();
  expect(await submitting({ ticketId: first!.ticketId })).toBe('point-missing');
  await his.press('step-hear-result');
  await his.page.getByRole('radio', { name: 'No', exact: true }).check();
  await his.page.getByRole('textbox', { name: /exactly what/i }).fill('5 are still missing');
  await his.press('hear-go');
  await his.press('step-submit-again');
  const dialog = his.page.getByRole('dialog');
  expect(await dialog.getByRole('textbox', { name: /exactly what/i }).inputValue()).toBe('5 are still missing');
  await his.press('submit-go');
  const second = await eventually(async () => (await submissions()).find(({ turn }) => turn === 2), { what: 'again' });
  expect(second).toMatchObject({ point: '5 are still missing', ticketId: first!.ticketId });
  expect(await submitting({ subject: 'The same, anew, order 4711007', point: 'x' })).toBe('submissions-exhausted');
  const answer = { method: 'POST', body: { result: 'The 5 are the fee of the contract.' } };
  await supervisor.ask(`/submissions/${second.id}/result`, answer);
  await his.see('held-result').getByText('The 5 are the fee').waitFor();
  await his.press('step-tell-result');
  await his.press('step-hear-result');
  await his.page.getByRole('radio', { name: 'No', exact: true }).check();
  await his.page.getByRole('textbox', { name: /exactly what/i }).fill('I never saw that fee');
  await his.press('hear-go');
  await his.page.getByTestId('step-end-unsatisfied').waitFor();

  await strict(true);
  expect(await no(agent.order(id, 'end-unsatisfied', { reason: 'x' }))).toBe('only-supervisor-closes');
  expect(await no(agent.order(id, 'close'))).toBe('only-supervisor-closes');
  await strict(false);

  await his.press('step-end-unsatisfied');
  await his.page.getByRole('textbox', { name: /why it ends/i }).fill('Both results stand by the contract');
  await his.shoot('end-unsatisfied-en');
  await his.press('end-go');
  await visitor.hears(first!.number, 20_000);
  const ended = await eventually(
    async () => {
      const shown = await agent.show(id);
      return shown.state === 'closed' && shown;
    },
    { what: 'the end' },
  );
  expect(ended.events.at(-1)!.because).toEqual({
    code: 'ended-unsatisfied',
    values: { note: 'Both results stand by the contract' },
  });
}, 120_000);

/** Heard of by the router when its answer is another. */
async function strict(onlySupervisorCloses: boolean): Promise<void> {
  await changePolicy(administrator, (policy) => ({
    ...policy,
    complaints: { ...policy.complaints, onlySupervisorCloses },
  }));
  const expected = onlySupervisorCloses ? 'supervisor' : 'assignee';
  const asks = async () => (await agent.show(id)).nextSteps?.find(({ act }) => act === 'end-unsatisfied')?.for;
  await eventually(async () => (await asks()) === expected, { what: 'the router knowing the policy' });
}

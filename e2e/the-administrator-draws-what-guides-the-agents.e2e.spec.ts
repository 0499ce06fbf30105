/** Journey: an administrator draws a question tree, a canned answer, a macro and a required form on their pages, and an agent is guided by them. */
import type { Conversation, PolicyV1 } from '@trunkline/contracts';
import { Visitor } from './customer.ts';
import { type Desk, hire, signInAsAdministrator } from './desk.ts';
import { eventually } from './eventually.ts';
import { Screen } from './sign-in-on-screen.ts';
import { type House, startHouse } from './start-house.ts';

let house: House;
let administrator: Desk;
let agent: Desk;
let desk: Screen;
let screen: Screen | undefined;
const visitors: Visitor[] = [];

beforeAll(async () => {
  house = await startHouse();
  administrator = await signInAsAdministrator(house);
  const chief = await hire(house, administrator, { name: 'Chief', role: 'administrator' });
  agent = await hire(house, administrator, { name: 'Ada Calm' });
  await agent.comeOnline();
  desk = await Screen.of(house, chief);
}, 180_000);
afterAll(async () => {
  for (const visitor of visitors) visitor.leave();
  await desk?.close();
  await screen?.close();
  await house?.stop();
}, 60_000);

const inForce = () => administrator.ask<PolicyV1>('/policies/current');
const field = (name: string | RegExp, nth = 0) => desk.page.getByLabel(name).nth(nth);
const text = (language: 'English' | 'Chinese') => desk.page.getByLabel(language, { exact: true });
const said = (text: string) => desk.page.getByText(text).first();

async function begin(what: 'trees' | 'canned' | 'macros' | 'forms', en: string, zh: string): Promise<void> {
  await desk.goTo(`/settings/${what}`);
  await desk.press(`new-${what}`);
  const dialog = desk.page.getByRole('dialog');
  await dialog.getByLabel('Name in English').fill(en);
  await dialog.getByLabel('Name in Chinese').fill(zh);
  await dialog.getByRole('button', { name: 'Add' }).click();
  await desk.page.getByRole('heading', { name: en }).waitFor();
}

test('A50 a tree is drawn: what leads nowhere or in a ring is said at its place until it does not', async () => {
  await desk.goTo('/settings/trees');
  await desk.page.getByRole('heading', { name: 'A payment that is not right' }).waitFor();
  await desk.shoot('trees-en', true);
  await begin('trees', 'Is it broken?', '是否损坏？');
  await field('Question in English').fill('Does it switch on?');
  await field('Question in Chinese').fill('能开机吗？');
  await said('leads to no question').waitFor();
  await desk.shoot('trees-wrong-en');
  await field('Leads to').selectOption('end:article');
  await field('Title in English').fill('First steps');
  await field('Title in Chinese').fill('入门指南');
  await field('Address of the article').fill('https://help.test/first-steps');
  await desk.press('new-question');
  await field('Leads to', 1).selectOption({ label: 'question-2' });
  await field('Question in English', 1).fill('Is it plugged in?');
  await field('Question in Chinese', 1).fill('插好电源了吗？');
  await field('Leads to', 2).selectOption({ label: 'Does it switch on?' });
  await said('comes again').waitFor();
  await desk.shoot('trees-ring-en');
  await field('Leads to', 2).selectOption('end:transfer');
  await field('Group').selectOption('payments');
  await field('Leads to', 3).selectOption('end:text');
  await field('Text in English').fill('Please plug it in first.');
  await field('Text in Chinese').fill('请先插好电源。');
  await said('leads to no question').waitFor({ state: 'detached' });
  await desk.shoot('trees-whole-en', true);
  const walk = desk.see('try-tree');
  await walk.getByTestId('answer-no').click();
  await walk.getByTestId('answer-yes').click();
  await desk.see('try-end').getByText('A transfer').waitFor();
  await walk.scrollIntoViewIfNeeded();
  await desk.shoot('trees-try-en');
}, 120_000);

test('a canned answer, a macro and a required form are written beside it, and all are published', async () => {
  await begin('canned', 'Thank you', '感谢');
  await text('English').fill('Thank you, {customer}. {nobody}');
  await said('filled in for nobody').waitFor();
  await desk.shoot('canned-wrong-en');
  await text('English').fill('Thank you, {customer}. I am {agent}, number {number}.');
  await text('Chinese').fill('感谢您！我是{agent}，工号{number}。');
  await desk.shoot('canned-edit-en', true);

  await begin('macros', 'Note and end', '备注并结案');
  await field('Does what').selectOption('note');
  await field('Note for colleagues').fill('Nothing more to do');
  await desk.press('new-step');
  await field('Does what', 1).selectOption('resolve');
  await desk.shoot('macros-edit-en', true);

  await begin('forms', 'Device', '设备');
  await said('Needed before it is resolved').click();
  await desk.shoot('forms-edit-en', true);

  await desk.goTo('/settings/versions');
  await desk.page.getByLabel('What changes, and why').fill('Guide the agents');
  await desk.shoot('guides-review-en');
  await desk.press('publish');
  const policy = await eventually(
    async () => {
      const now = await inForce();
      return now.trees.length > 2 && now;
    },
    { what: 'the policy published' },
  );
  expect(policy.trees.at(-1)).toMatchObject({ code: 'is-it-broken', start: 'question-1' });
  expect(policy.canned.at(-1)).toMatchObject({ code: 'thank-you', shortcut: 'thank-you' });
  expect(policy.macros.at(-1)?.steps).toEqual([{ act: 'note', text: 'Nothing more to do' }, { act: 'resolve' }]);
  expect(policy.forms.at(-1)).toMatchObject({ code: 'device', isRequired: true });
}, 120_000);

async function talking(words: string): Promise<string> {
  const visitor = await new Visitor(house.run.channels).arrive();
  visitors.push(visitor);
  await visitor.say(words);
  const id = await eventually(async () => (await agent.list()).find(({ lastWords }) => lastWords === words)?.id, {
    what: words,
  });
  await eventually(() => agent.order(id, 'accept'), { what: 'the offer taken' });
  await visitor.hears(`My name is Ada Calm, number ${agent.person.number}`);
  await screen!.goTo(`/inbox/mine/${id}`);
  return id;
}

test('A33 the agent’s number is said first; A50 they walk it to its article and to its transfer; A8 the macro stops at the required form and says so', async () => {
  screen = await Screen.of(house, agent);
  const id = await talking('My lamp stays dark');
  await screen.press('tree-is-it-broken');
  await screen.press('answer-yes');
  await screen.press('tree-end-go');
  const composer = screen.see('composer-text');
  await eventually(async () => (await composer.inputValue()).includes('First steps\nhttps://help.test/first-steps'), {
    what: 'the article in the answer',
  });
  await composer.fill('');
  await composer.pressSequentially('/thank');
  await screen.see('canned').waitFor();
  await composer.press('Enter');
  await eventually(async () => (await composer.inputValue()).includes('I am Ada Calm, number'), {
    what: 'it filled in',
  });
  await composer.fill('');

  await screen.press('macros');
  await screen.press('macro-note-and-end');
  await screen.page.getByText('1 of 2 steps done').first().waitFor();
  await screen.shoot('macro-refused-en');
  expect((await agent.show(id)).state).not.toBe('solved');
  await expect(agent.order(id, 'resolve')).rejects.toMatchObject({ reason: 'form-incomplete' });

  await screen.press('tree-back');
  await screen.press('answer-no');
  await screen.press('answer-yes');
  await screen.see('tree-end').waitFor();
  await screen.shoot('tree-transfer-en');
  await screen.press('tree-end-go');
  const why = await screen.page.getByLabel('Why it goes').inputValue();
  expect(why).toBe('Does it switch on? No; Is it plugged in? Yes');
  await screen.shoot('tree-transfer-dialog-en');
  await screen.press('transfer-go');
  const asked = async (): Promise<Conversation> => administrator.show(id);
  await eventually(
    async () => {
      const now = await asked();
      return now.queue === 'payments' || JSON.stringify(now).includes('"payments"');
    },
    { what: 'the transfer begun' },
  );
}, 120_000);

test('the pages stand in Chinese and in the dark', async () => {
  const another = await hire(house, administrator, { name: '王主任', role: 'administrator', language: 'zh' });
  const chinese = await Screen.of(house, another, 'zh');
  await chinese.page.emulateMedia({ colorScheme: 'dark' });
  for (const [page, heading] of [
    ['trees', '问题引导'],
    ['canned', '常用语'],
    ['macros', '快捷操作'],
    ['forms', '表单'],
  ] as const) {
    await chinese.goTo(`/settings/${page}`);
    await chinese.page.getByRole('heading', { name: heading, exact: true }).first().waitFor();
    await chinese.shoot(`${page}-zh-dark`);
  }
  await chinese.close();
}, 90_000);

/** Journey: nothing else is wanted, the customer scores it and says that it is solved: closed; another is not content, and it goes on. */
import { getsMail, sendMail, Visitor } from './customer.ts';
import { changePolicy, type Desk, hire, signInAsAdministrator } from './desk.ts';
import { eventually } from './eventually.ts';
import { Screen } from './sign-in-on-screen.ts';
import { type House, startHouse } from './start-house.ts';

let house: House;
let administrator: Desk;
let agent: Desk;
let supervisor: Desk;
let his: Screen;
let hers: Screen;
const visitors: Visitor[] = [];

beforeAll(async () => {
  house = await startHouse();
  administrator = await signInAsAdministrator(house);
  await changePolicy(administrator, (policy) => ({
    ...policy,
    closing: { ...policy.closing, endsLiveAfterSeconds: 2 },
  }));
  agent = await hire(house, administrator, { name: 'Ada Calm' });
  supervisor = await hire(house, administrator, { name: 'Boss Li', role: 'supervisor', capacity: 0 });
  await agent.comeOnline();
  await supervisor.comeOnline();
  his = await Screen.of(house, agent);
}, 180_000);
afterAll(async () => {
  for (const visitor of visitors) visitor.leave();
  await his?.close();
  await hers?.close();
  await house?.stop();
}, 60_000);

/** A visitor who wrote, with the agent's first answer given, and its page open. */
async function talking(words: string): Promise<{ visitor: Visitor; id: string }> {
  const visitor = await new Visitor(house.run.channels).arrive();
  visitors.push(visitor);
  await visitor.say(words);
  const found = async () => (await agent.list()).find(({ lastWords }) => lastWords === words)?.id;
  const id = await eventually(found, { what: words });
  await eventually(() => agent.order(id, 'accept'), { what: 'the offer taken' });
  await agent.say(id, `About “${words}”: it is done.`);
  await visitor.hears('it is done');
  await his.goTo(`/inbox/mine/${id}`);
  return { visitor, id };
}
const standsAs = (id: string, state: string) =>
  eventually(async () => (await agent.show(id)).state === state, { what: `${id} ${state}` });

test('A33 A34 A36 nothing else, one survey, the closing text, solved; “解决了” confirms and closes it', async () => {
  const { visitor, id } = await talking('Where is parcel 1?');
  await his.press('step-ask-anything-else');
  const asked = await visitor.hears('anything else');
  expect(asked.choices?.map(({ code }) => code)).toEqual(['yes', 'no']);
  await his.shoot('closing-asked-en', true);
  await visitor.say('No, that is all, thanks');
  await visitor.hears('short question');
  await visitor.say('sure');
  const survey = await visitor.hears('How satisfied');
  expect(survey.choices).toHaveLength(5);
  await visitor.say('5');
  await visitor.hears('Goodbye');
  await standsAs(id, 'solved');
  await his.see('score').getByRole('img', { name: '5 of 5' }).waitFor();
  await his.shoot('closing-scored-en', true);
  await visitor.say('解决了');
  await standsAs(id, 'closed');
  const { events } = await agent.show(id);
  expect(events.at(-1)).toMatchObject({ what: 'closed', because: { code: 'confirmed-by-customer' } });
}, 120_000);

test('A34 declined: no survey, and the desk does not end it first: silence does', async () => {
  const { visitor, id } = await talking('Where is parcel 2?');
  await his.press('act-resolve');
  await his.see('ask-first').waitFor();
  await his.shoot('closing-warning-en');
  await his.press('ask-first');
  await visitor.hears('anything else');
  await visitor.say('no');
  await visitor.hears('short question');
  await visitor.say('no thanks');
  await visitor.hears('Goodbye');
  await standsAs(id, 'solved');
  const { events, closing } = await agent.show(id);
  expect(events.at(-1)).toMatchObject({ what: 'solved', because: { code: 'ended-by-silence' } });
  expect(closing).toMatchObject({ survey: 'declined', score: null });
  expect(visitor.lines.some(({ text }) => text.includes('How satisfied'))).toBe(false);
}, 120_000);

test('A36 “还是不行” opens it again with a further step, and what is asked of the supervisor comes back as an instruction', async () => {
  const { visitor, id } = await talking('Where is parcel 3?');
  await his.press('act-resolve');
  await his.press('resolve-anyway');
  await standsAs(id, 'solved');
  await visitor.say('还是不行');
  await eventually(() => agent.order(id, 'accept'), { what: 'it back with the same agent' });
  await his.goTo(`/inbox/mine/${id}`);
  await his.press('consult');
  await his.see('consult-wanted').fill('The parcel is lost for the second time. May I send another one?');
  await his.press('consult-go');
  hers = await Screen.of(house, supervisor, 'zh');
  await hers.goTo('/floor');
  await hers.see('consult-row').waitFor();
  await hers.shoot('consults-zh', true);
  await hers.press('consult-answer');
  await hers.see('consult-instruction').fill('可以，今天补发，并致歉。');
  await hers.shoot('consult-answer-zh');
  await hers.press('consult-answer-go');
  await his.see('next-step').getByText('可以，今天补发，并致歉。').waitFor();
  await his.shoot('instruction-en', true);
  expect(visitor.lines.some(({ text }) => text.includes('补发'))).toBe(false);
  const late = agent.ask(`/conversations/${id}/consults`, { method: 'POST', body: { kind: 'other', wanted: 'x' } });
  const { id: consult } = (await late) as { id: string };
  const answer = { method: 'POST', body: { instruction: 'Yes.' } } as const;
  await supervisor.ask(`/consults/${consult}/answer`, answer);
  await expect(administrator.ask(`/consults/${consult}/answer`, answer)).rejects.toMatchObject({
    reason: 'answered-already',
  });
}, 120_000);

test('A36 a mail that says it is solved closes what was solved; plain thanks leave it', async () => {
  const mark = `C${Date.now()}`;
  const from = 'carol@customer.test';
  const sent = await sendMail(house.run, { from, subject: `Invoice ${mark}`, text: `Please send invoice ${mark}.` });
  const found = async () => (await agent.list('?assignee=me')).find(({ subject }) => subject?.includes(mark))?.id;
  const id = await eventually(found, { what: 'the mail' });
  await agent.say(id, `Here it is: ${mark}-done`);
  const { messageId } = await getsMail(house, from, `${mark}-done`);
  await agent.order(id, 'resolve');
  await sendMail(house.run, { from, subject: `Re: Invoice ${mark}`, text: 'Thank you!', inReplyTo: messageId });
  const heard = async () => (await agent.messages(id)).filter((one) => one.from === 'customer').length === 2;
  await eventually(heard, { what: 'the thanks' });
  expect((await agent.show(id)).state).toBe('solved');
  await sendMail(house.run, { from, subject: `Re: Invoice ${mark}`, text: 'Solved, thanks', inReplyTo: messageId });
  await standsAs(id, 'closed');
  expect(sent).toContain('@');
}, 120_000);

/** The page that a mail leads to, by the link of one of its answers. */
async function opens(from: string, part: string): Promise<void> {
  const { text } = await getsMail(house, from, part);
  const [page] = /http:\S+\/answer\/\S+/.exec(text) ?? [];
  await his.page.goto(page ?? `no link in: ${text}`);
}
const presses = (name: string) => his.page.getByRole('button', { name, exact: true }).click();

test('A33 A34 A36 by mail each answer is one click on a page: nothing else, the survey with a comment, solved', async () => {
  const mark = `D${Date.now()}`;
  const from = 'dora@customer.test';
  await sendMail(house.run, { from, subject: `发票 ${mark}`, text: `请补开发票 ${mark}，谢谢。` });
  const found = async () => (await agent.list('?assignee=me')).find(({ subject }) => subject?.includes(mark))?.id;
  const id = await eventually(found, { what: 'the mail' });
  await agent.say(id, `已补开：${mark}-done`);
  await agent.ask(`/conversations/${id}/anything-else`, { method: 'POST' });
  await opens(from, '其他问题');
  await his.shoot('answer-page-zh', true);
  await presses('否');
  await his.page.getByText('我们已收到您的答复').waitFor();
  await his.shoot('answer-taken-zh');
  await opens(from, '满意度调查');
  await presses('是');
  await opens(from, '本次服务打分');
  await his.page.getByRole('textbox').fill('很快，谢谢。');
  await his.shoot('answer-survey-zh');
  await presses('5');
  await standsAs(id, 'solved');
  const { closing } = await agent.show(id);
  expect(closing).toMatchObject({ survey: 'answered', score: 5, comment: '很快，谢谢。' });
  await his.page.goBack();
  await his.page.reload();
  await his.page.getByText('这个问题已经处理完毕').waitFor();
}, 120_000);

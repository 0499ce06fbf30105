/** Journey: a result is held through a killed router, and is the first thing seen when the customer writes by another channel. */
import { randomInt } from 'node:crypto';
import type { Customer, Submission } from '@trunkline/contracts';
import { Texter, Visitor } from './customer.ts';
import { changePolicy, type Desk, hire, signInAsAdministrator } from './desk.ts';
import { eventually } from './eventually.ts';
import { Screen } from './sign-in-on-screen.ts';
import { type House, startHouse } from './start-house.ts';

let house: House;
let agent: Desk;
let supervisor: Desk;
let visitor: Visitor;
let screen: Screen;
const number = `+86138${randomInt(10_000_000, 99_999_999)}`;

beforeAll(async () => {
  house = await startHouse({ own: true, env: { TRUNKLINE_RESTART: 'on' } });
  const administrator = await signInAsAdministrator(house);
  // whose phone it is was settled elsewhere: this journey is not about codes
  await changePolicy(administrator, (policy) => ({ ...policy, customers: { ...policy.customers, protects: [] } }));
  agent = await hire(house, administrator, { name: '林安', language: 'zh' });
  supervisor = await hire(house, administrator, { name: 'Boss He', role: 'supervisor', capacity: 0 });
  await agent.comeOnline();
  visitor = await new Visitor(house.run.channels).arrive();
}, 180_000);
afterAll(async () => {
  visitor?.leave();
  await screen?.close();
  await house?.stop();
}, 60_000);

const post = <T>(desk: Desk, path: string, body: object) => desk.ask<T>(path, { method: 'POST', body });
const found = (part: string) =>
  eventually(async () => (await agent.list()).find(({ lastWords }) => lastWords.includes(part)), {
    what: `“${part}” at the desk`,
    withinMs: 30_000,
  });
const submitting = (id: string, subject: string) =>
  post<Submission>(agent, `/conversations/${id}/submissions`, { subject, department: '账务', attitude: 'upset' });

test('A28 two results are held, also through a kill; the next contact, by text message, sees them first and in order', async () => {
  await visitor.say('我的订单 4711007 退款金额不对');
  const chat = await found('4711007');
  await eventually(() => agent.order(chat.id, 'accept'), { what: 'the offer taken' });
  const refund = await submitting(chat.id, '订单 4711007 退款');
  await agent.order(chat.id, 'close');
  await visitor.say('另外包裹 8822003 在哪里');
  const parcelChat = await found('8822003');
  await eventually(() => agent.order(parcelChat.id, 'accept'), { what: 'the second offer taken' });
  await post(agent, `/conversations/${parcelChat.id}/same-matter`, { conversationId: chat.id, tied: false });
  const parcel = await submitting(parcelChat.id, '包裹 8822003');
  await agent.order(parcelChat.id, 'close');
  await post(supervisor, `/submissions/${parcel.id}/result`, { result: '包裹已到上海' });
  await post(supervisor, `/submissions/${refund.id}/result`, { result: '已补退 20 元' });
  await post(supervisor, `/submissions/${parcel.id}/delivery`, { how: 'held' });
  await post(supervisor, `/submissions/${refund.id}/delivery`, { how: 'held' });

  const before = house.look().pids.router!;
  process.kill(before, 'SIGKILL');
  await eventually(async () => house.look().pids.router !== before, { what: 'the router starting again' });

  const texter = new Texter(house.run, number);
  await texter.say('你好，想问一下进度');
  const sms = await found('想问一下进度');
  const { customer } = await agent.show(chat.id);
  const { addressId } = await agent.show(sms.id);
  await post<Customer>(agent, `/customers/${customer.id}/links`, { addressId, note: '同一位客户' });
  await eventually(() => agent.order(sms.id, 'accept'), { what: 'the text message taken' });

  screen = await Screen.of(house, agent, 'zh');
  await screen.goTo(`/inbox/mine/${sms.id}`);
  await screen.see('held-result').getByText('包裹已到上海').waitFor();
  await screen.see('step-tell-result').first().waitFor();
  await screen.shoot('held-result-zh');
  await screen.press('result-told');
  await screen.see('held-result').getByText('已补退 20 元').waitFor();
  await screen.press('result-told');
  await screen.see('held-result').waitFor({ state: 'detached' });
  const told = (await agent.ask<{ items: Submission[] }>(`/conversations/${sms.id}/submissions`)).items;
  expect(told.map(({ toldIn, toldBy }) => [toldIn, toldBy])).toEqual(Array(2).fill([sms.id, agent.person.id]));
  const again = post(supervisor, `/submissions/${parcel.id}/told`, { conversationId: sms.id });
  await expect(again).rejects.toMatchObject({ reason: 'result-told-already' });
  await screen.page.reload();
  await screen.see('composer-text').waitFor();
  expect(await screen.see('held-result').count()).toBe(0);
}, 180_000);

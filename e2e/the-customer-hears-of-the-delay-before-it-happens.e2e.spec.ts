/** Journey: nobody will answer in time; the customer is told before the limit passes, with a new time that is a clock itself. */
import type { Deadline, LimitsReport } from '@trunkline/contracts';
import { Visitor } from './customer.ts';
import { changePolicy, type Desk, hire, signInAsAdministrator } from './desk.ts';
import { eventually } from './eventually.ts';
import { type House, startHouse } from './start-house.ts';

let house: House;
let supervisor: Desk;
const limitSeconds = 12;

beforeAll(async () => {
  house = await startHouse();
  const administrator = await signInAsAdministrator(house);
  await changePolicy(administrator, (policy) => ({
    ...policy,
    standards: { ...policy.standards, chat: { ...policy.standards.chat, firstResponseSeconds: limitSeconds } },
    time: { ...policy.time, delays: { ...policy.time.delays, fromSeconds: limitSeconds } },
  }));
  supervisor = await hire(house, administrator, { role: 'supervisor', name: 'Grace Holm' });
}, 180_000);
afterAll(() => house?.stop(), 60_000);

const clockOf = (clocks: Deadline[], policy: string) => clocks.find((clock) => clock.policy === policy);

test.each([
  ['en', 'Is anybody there? Order 9101', 'Order 9101'],
  ['zh', '请问有人在吗？订单 9102', '订单 9102'],
])(
  'A31 (%s) one notice before the limit, in the customer’s language, and its new time is a clock',
  async (_language, says, mark) => {
    const visitor = await new Visitor(house.run.channels).arrive();
    await visitor.say(says);
    const row = await eventually(async () => (await supervisor.list()).find((one) => one.lastWords.includes(mark)), {
      what: 'the conversation',
    });
    const first = async () => clockOf(await supervisor.deadlines(row.id), 'first-response');
    const clock = await eventually(
      async () => {
        const known = await first();
        return known?.toldAt ? known : undefined;
      },
      { what: 'the notice', withinMs: 30_000 },
    );
    expect(clock.toldAt! < clock.dueAt).toBe(true);
    const notice = await eventually(
      async () =>
        (await supervisor.messages(row.id)).find((message) => message.kind === 'notice' && message.from === 'desk'),
      { what: 'the notice in the thread' },
    );
    await visitor.hears(notice.text);
    expect(/[\u4e00-\u9fff]/.test(notice.text)).toBe(mark.includes('订单'));

    const promised = await eventually(async () => clockOf(await supervisor.deadlines(row.id), 'delay-promise'), {
      what: 'the clock of the new time',
    });
    expect(promised.dueAt).toBe(clock.newTime);
    const missed = await eventually(
      async () => {
        const late = await first();
        return late?.missedAt ? late : undefined;
      },
      { what: 'the miss', withinMs: 30_000 },
    );
    expect(missed.toldAt).toBe(clock.toldAt);
    const notices = (await supervisor.messages(row.id)).filter(
      (message) => message.kind === 'notice' && message.text === notice.text,
    );
    expect(notices).toHaveLength(1);

    await supervisor.order(row.id, 'take-over');
    await supervisor.say(row.id, `Here I am: ${mark}`);
    await visitor.hears('Here I am');
    await eventually(async () => clockOf(await supervisor.deadlines(row.id), 'delay-promise')?.state === 'met', {
      what: 'the new time kept',
    });
    visitor.leave();
  },
  120_000,
);

test('how many promises were kept is reported', async () => {
  const from = new Date(Date.now() - 3_600_000).toISOString();
  const to = new Date(Date.now() + 60_000).toISOString();
  const report = await supervisor.ask<LimitsReport>(`/reports/limits?from=${from}&to=${to}`);
  expect(report.notices).toMatchObject({ told: 2, newTimeKept: 2, newTimeBroken: 0 });
});

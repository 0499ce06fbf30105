/** Transfers on a real Postgres with the dispatcher running: asked, agreed, refused, silent, forbidden, outside, too often. */
import {
  type ConversationId,
  type Fact,
  type MessageReceivedV1,
  NewDirective,
  newId,
  type StaffV1,
  type Transfer,
} from '@trunkline/contracts';
import { Refusal } from '@trunkline/platform';
import { defaultPolicy } from '@trunkline/rules';
import { anAgent, freshDatabase, testPasswords } from '@trunkline/testing';
import { AlarmsConsumer } from '../alarms/alarms.consumer.ts';
import { accept } from '../desk/accept.ts';
import { GiveOrder } from '../desk/give-order.ts';
import { showConversation } from '../desk/show-conversation.ts';
import { transfer } from '../desk/transfer.ts';
import { type DeskOnPostgres, openDesk } from '../dispatch/desk-for-specs.ts';
import { aReceivedMessage } from '../intake/a-received-message.ts';
import { takeIn } from '../intake/take-in.ts';
import { changePresence } from '../presence/change-presence.ts';
import { judgeText } from '../understand/judge-text.ts';
import { TransfersController } from './transfers.controller.ts';

let desk: DeskOnPostgres;
let orders: GiveOrder;
let door: TransfersController;
const skills = { 'lang-en': 5, 'lang-zh': 5 };
const groups = defaultPolicy.queues.map(({ code }) => code).filter((code) => code !== 'payments');
const ann = anAgent('ann', { skills, capacity: 50, groups });
const pay = anAgent('pay', { skills, capacity: 50, groups: ['payments'] });
const full = anAgent('full', { skills, capacity: 0, groups: ['payments'], number: '3001' });
const lead = anAgent('lead', { skills, capacity: 50, role: 'supervisor', number: '2001' });
const carrier = {
  code: 'carrier',
  name: { en: 'Carrier', zh: '承运商' },
  text: { en: 'Please turn to the carrier.', zh: '请联系承运商。' },
  when: {},
};
const policy = { ...defaultPolicy, transfer: { ...defaultPolicy.transfer, external: [carrier] } };

beforeAll(async () => {
  judgeText('the first text fits the classifier, which takes seconds', defaultPolicy);
  desk = await openDesk(await freshDatabase(), testPasswords);
  orders = new GiveOrder(desk.postgres, desk.settings);
  door = new TransfersController(orders);
  for (const record of [ann, pay, full, lead]) {
    const values = [record.id, JSON.stringify(record)];
    await desk.postgres.query(`INSERT INTO setting (kind, name, version, body) VALUES ('staff', $1, 1, $2)`, values);
  }
  await desk.settings.refresh();
  desk.settings.policy = policy;
  desk.dispatcher('spec').hold.onApplicationBootstrap();
  await changePresence(desk.postgres, { agent: ann, state: 'online', seconds: 600 });
  await changePresence(desk.postgres, { agent: pay, state: 'online', seconds: 600 });
}, 120_000);
afterAll(() => desk?.close());

const as = ({ id }: StaffV1) => ({ service: 'gateway', sub: id }) as never;
async function comesTrue(isSo: () => Promise<boolean>): Promise<void> {
  const giveUpAt = performance.now() + 10_000;
  while (!(await isSo())) {
    if (performance.now() > giveUpAt) throw new Error('it never came true');
    await new Promise((next) => setTimeout(next, 10));
  }
}
const show = (id: ConversationId) => showConversation(desk.postgres, id);
const no = (asked: Promise<unknown>) =>
  asked.then(
    () => 'yes',
    (error) => (error instanceof Refusal ? error.code : Promise.reject(error)),
  );
const outbox = async <T extends 'reply.written' | 'alarm.set' | 'consult.opened'>(id: ConversationId, type: T) => {
  const sql = 'SELECT body FROM outbox WHERE key = $1 AND type = $2 ORDER BY id';
  const rows = await desk.postgres.query<{ body: string }>(sql, [id, type]);
  return rows.map(({ body }) => JSON.parse(body) as Fact<T>['data']);
};

/** A conversation that Ann has taken. */
async function taken(more: Partial<MessageReceivedV1> = {}) {
  const address = `${newId()}@x.test`;
  const live = { channel: 'webchat', standard: 'chat', live: true, ...more } as const;
  const says = (text: string, rest: Partial<MessageReceivedV1> = {}) => {
    const said = aReceivedMessage({ ...live, from: { address }, thread: { key: '' }, text, ...rest } as never);
    return desk.postgres.transaction((tx) => takeIn(tx, [said], { policy }));
  };
  await says('Hello, how do I set it up?', { form: { order: 'A-1' } });
  const [row] = await desk.postgres.query<{ id: ConversationId }>(
    'SELECT c.id FROM conversation c JOIN address a ON a.id = c.address_id WHERE a.address = $1',
    [address],
  );
  const { id } = row!;
  await comesTrue(async () => ['offered', 'assigned'].includes((await show(id)).state));
  await accept(orders, { by: ann.id, conversationId: id, does: 'accept' });
  const hand = (body: Partial<Transfer> = {}, by: StaffV1 = ann) =>
    transfer(orders, {
      by: by.id,
      conversationId: id,
      does: 'transfer',
      transfer: { to: { queue: 'payments' }, note: 'Paid twice.', why: 'Money', mood: 'upset', ...body },
    });
  return { id, says, hand };
}

test('A15 the customer is asked, says yes in plain words, and the next sees the capsule before the first word', async () => {
  const { id, says, hand } = await taken();
  const asked = await hand({ promised: 'An answer today' });
  expect(asked).toMatchObject({ state: 'assigned', agentId: ann.id, transferAsk: { by: ann.id }, capsules: [] });
  const question = (await outbox(id, 'reply.written')).at(-1)!;
  expect(question.text).toContain('transferring you to');
  expect(question.choices?.map(({ code }) => code)).toEqual(['yes', 'no']);
  expect(await no(hand())).toBe('asked-already');
  await says('One moment, my cat is on the keyboard');
  expect((await show(id)).transferAsk).not.toBeNull();
  await says('Yes, please');
  await comesTrue(async () => (await show(id)).state === 'offered');
  const offered = await show(id);
  expect(offered).toMatchObject({ agentId: pay.id, queue: 'payments', transferAsk: null });
  expect(offered.capsules).toMatchObject([
    {
      from: ann.id,
      fromQueue: 'service',
      why: 'Money',
      summary: 'Paid twice.',
      promised: 'An answer today',
      mood: 'upset',
      asked: { order: 'A-1' },
      consent: 'asked',
    },
  ]);
  const met = await accept(orders, { by: pay.id, conversationId: id, does: 'accept' });
  expect(met.capsules).toEqual(offered.capsules);
});

test('A15 the customer presses no: it stays, and the supervisor on duty is asked what to do', async () => {
  const { id, says, hand } = await taken();
  await hand();
  await says('No, stay here', { chosen: 'no' });
  const page = await show(id);
  expect(page).toMatchObject({ state: 'assigned', agentId: ann.id, transferAsk: null, capsules: [] });
  expect(page.consults).toMatchObject([
    { kind: 'transfer-refused', askedBy: ann.id, because: { code: 'customer-refused' } },
  ]);
  expect(page.consults![0]!.wanted).toContain('Paid twice.');
  expect(await outbox(id, 'consult.opened')).toHaveLength(1);
  expect(page.lastWords).toBe('No, stay here');
});

test('A15 silence counts as a no when its time is over, and not before the word came', async () => {
  const alarms = new AlarmsConsumer(desk.postgres, desk.settings);
  const rings = async (id: ConversationId) => {
    const { alarmId, alarmVersion, aboutId, dueAt } = (await outbox(id, 'alarm.set')).at(-1)!;
    const data = { alarmId, alarmVersion, conversationId: id, kind: 'consent', aboutId, dueAt };
    await alarms.hear([{ id: newId(), type: 'alarm.rang', at: dueAt, data } as never]);
  };
  const silent = await taken();
  const { transferAsk } = await silent.hand();
  expect(Date.parse(transferAsk!.until) - Date.parse(transferAsk!.askedAt)).toBeCloseTo(300_000, -3);
  await rings(silent.id);
  expect((await show(silent.id)).consults).toMatchObject([{ because: { code: 'customer-silent' } }]);
  const spoke = await taken();
  await spoke.hand();
  await spoke.says('Yes');
  await rings(spoke.id);
  expect((await show(spoke.id)).consults).toEqual([]);
});

test('A15 taken back, a late yes moves nothing; the agent’s own word of a no or a yes counts at once', async () => {
  const back = await taken();
  expect(await no(door.withdraw(as(ann), back.id))).toBe('not-asked');
  await back.hand();
  await door.withdraw(as(ann), back.id);
  await back.says('Yes');
  expect(await show(back.id)).toMatchObject({ agentId: ann.id, queue: 'service', transferAsk: null });
  const said = await taken();
  expect(await no(said.hand({ consent: 'given' }))).toBe('consent-without-word');
  expect((await said.hand({ consent: 'refused' })).consults).toMatchObject([{ kind: 'transfer-refused' }]);
  const gone = await said.hand({ consent: 'given', how: 'On second thoughts: yes' });
  expect(gone).toMatchObject({ queue: 'payments', agentId: null, capsules: [{ consent: 'given' }] });
});

test('A15 agreed to go to a colleague who is full: it stays with whoever has it, and says so', async () => {
  const { id, says, hand } = await taken();
  await changePresence(desk.postgres, { agent: full, state: 'online', seconds: 600 });
  await hand({ to: { agent: full.id } });
  await says('Yes');
  await comesTrue(async () => (await show(id)).events.some(({ what }) => what === 'transfer-not-placed'));
  expect(await show(id)).toMatchObject({ agentId: ann.id, capsules: [], transferAsk: null });
});

test('A15 on mail the customer is told, not asked', async () => {
  const { id, hand } = await taken({ channel: 'email', standard: 'mail', live: false });
  const page = await hand();
  expect(page).toMatchObject({ queue: 'payments', capsules: [{ consent: 'told' }] });
  const told = (await outbox(id, 'reply.written')).at(-1)!;
  expect([told.kind, told.choices]).toEqual(['notice', undefined]);
  expect(told.text).toContain('passed it on');
});

test('A14 a directive refuses with its one wording until it ends, and binds no supervisor', async () => {
  const { id, hand } = await taken();
  const text = { en: 'Refunds are being repaired; we write to you.', zh: '退款系统维护中。' };
  const asked = { queue: 'service', text, untilAt: new Date(Date.now() + 3_600_000).toISOString() };
  expect(await no(door.make(as(ann), NewDirective.parse(asked)))).toBe('not-allowed');
  expect(await no(door.make(as(lead), NewDirective.parse({ ...asked, untilAt: '2020-01-01T00:00:00Z' })))).toBe(
    'directive-ends-before',
  );
  const directive = await door.make(as(lead), NewDirective.parse(asked));
  const verdict = await door.judge(as(ann), id, { queue: 'payments' });
  expect(verdict).toMatchObject({ kind: 'refused', because: { code: 'no-transfer' }, text: text.en });
  const refused = await hand().catch((error) => error);
  expect(refused).toMatchObject({ code: 'no-transfer', values: { supervisor: lead.name, text: text.en } });
  expect((await door.list(as(ann))).items.map((one) => one.id)).toContain(directive.id);
  expect((await door.list(as(pay))).items).toEqual([]);
  expect(await no(door.end(as(ann), directive.id))).toBe('not-allowed');
  await door.end(as(lead), directive.id);
  expect((await door.judge(as(ann), id, { queue: 'payments' })).kind).toBe('asks');
});

test('A14 a directive made while the customer thinks holds it, though they say yes', async () => {
  const { id, says, hand } = await taken();
  await hand();
  const text = { en: 'Refunds are being repaired; we write to you.', zh: '退款系统维护中。' };
  const untilAt = new Date(Date.now() + 3_600_000).toISOString();
  const directive = await door.make(as(lead), NewDirective.parse({ queue: 'service', text, untilAt }));
  await says('Yes, please');
  const stays = await show(id);
  expect(stays).toMatchObject({ state: 'assigned', agentId: ann.id, queue: 'service', transferAsk: null });
  expect(stays.events.at(-1)).toMatchObject({ because: { code: 'no-transfer-since' } });
  await door.end(as(lead), directive.id);
});

test('A13 what is not ours gets the agreed text, sent and recorded, and ends; nothing is sent by looking', async () => {
  const { id, hand } = await taken();
  const before = (await outbox(id, 'reply.written')).length;
  expect(await door.judge(as(ann), id, { external: 'carrier' })).toMatchObject({
    kind: 'external',
    text: carrier.text.en,
  });
  expect((await outbox(id, 'reply.written')).length).toBe(before);
  const page = await hand({ to: { external: 'carrier' } });
  expect(page.state).toBe('solved');
  expect(page.events.at(-1)).toMatchObject({ because: { code: 'transferred-outside', values: { place: 'Carrier' } } });
  expect((await outbox(id, 'reply.written')).at(-1)!.text).toBe(carrier.text.en);
});

test('A13 within the group it goes at once', async () => {
  const { id } = await taken();
  expect(await door.judge(as(ann), id, { queue: 'service' })).toMatchObject({
    kind: 'goes',
    because: { code: 'stays-in-group' },
  });
});

test('the third bounce stays and climbs the ladder while no supervisor is there; else it is theirs', async () => {
  const bounced = async () => {
    const one = await taken();
    const give = { consent: 'given', how: 'yes' } as const;
    await one.hand(give);
    await comesTrue(async () => (await show(one.id)).state === 'offered');
    await accept(orders, { by: pay.id, conversationId: one.id, does: 'accept' });
    await one.hand({ ...give, to: { queue: 'service' } }, pay);
    await comesTrue(async () => (await show(one.id)).state === 'offered');
    await accept(orders, { by: ann.id, conversationId: one.id, does: 'accept' });
    return { ...one, third: () => one.hand(give) };
  };
  const alone = await bounced();
  expect(await alone.third()).toMatchObject({
    agentId: ann.id,
    queue: 'service',
    consults: [{ kind: 'third-bounce', wanted: expect.stringContaining('Paid twice.') }],
  });
  await changePresence(desk.postgres, { agent: lead, state: 'online', seconds: 600 });
  const led = await bounced();
  const page = await led.third();
  expect(page).toMatchObject({ agentId: lead.id, state: 'assigned', consults: [{ kind: 'third-bounce' }] });
  expect(page.capsules).toHaveLength(3);
  await changePresence(desk.postgres, { agent: lead, state: 'offline', seconds: 600 });
}, 30_000);

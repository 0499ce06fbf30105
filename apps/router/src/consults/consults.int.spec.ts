/** Questions to the supervisor on a real Postgres: one open of a kind, the first answer counts, over with the conversation. */
import { type ConsultId, type ConversationId, type Fact, NewTicket, type StaffV1 } from '@trunkline/contracts';
import { Refusal } from '@trunkline/platform';
import { anAgent, freshDatabase, testPasswords } from '@trunkline/testing';
import { GiveOrder } from '../desk/give-order.ts';
import { resolve } from '../desk/resolve.ts';
import { showConversation } from '../desk/show-conversation.ts';
import { type DeskOnPostgres, openDesk, waits } from '../dispatch/desk-for-specs.ts';
import { openTicket } from '../tickets/open-ticket.ts';
import { answerConsult } from './answer-consult.ts';
import { ConsultsController } from './consults.controller.ts';
import { ConsultQuery } from './list-consults.ts';

let desk: DeskOnPostgres;
let orders: GiveOrder;
let door: ConsultsController;
const ann = anAgent('ann', { number: '1001' });
const lead = anAgent('lead', { number: '2001', role: 'supervisor' });
const other = anAgent('other', { number: '2002', role: 'supervisor' });
const stranger = anAgent('far', { number: '2003', role: 'supervisor', groups: ['payments'] });
const monitor = anAgent('mo', { number: '3001', role: 'monitor' });

beforeAll(async () => {
  desk = await openDesk(await freshDatabase(), testPasswords);
  orders = new GiveOrder(desk.postgres, desk.settings);
  door = new ConsultsController(orders);
  for (const record of [ann, lead, other, stranger, monitor]) {
    const values = [record.id, JSON.stringify(record)];
    await desk.postgres.query(`INSERT INTO setting (kind, name, version, body) VALUES ('staff', $1, 1, $2)`, values);
  }
  await desk.settings.refresh();
});
afterAll(() => desk?.close());

const as = ({ id }: StaffV1) => ({ service: 'gateway', sub: id }) as never;
const ask = (id: ConversationId, wanted = 'May I refund it?') => door.open(as(ann), id, { kind: 'other', wanted });
const answer = (by: StaffV1, id: ConsultId, instruction = 'Yes, once.', rest = {}) =>
  answerConsult(orders, { by: by.id, id, answer: { instruction, promiseUntil: null, callBackAt: null, ...rest } });
const listed = async (by: StaffV1, open?: string) =>
  (await door.list(as(by), ConsultQuery.parse({ open, limit: 200 }))).items;
const facts = async (id: ConversationId, type: string) => {
  const sql = 'SELECT body FROM outbox WHERE key = $1 AND type = $2 ORDER BY id';
  const rows = await desk.postgres.query<{ body: string }>(sql, [id, type]);
  return rows.map(({ body }) => JSON.parse(body) as Fact<'consult.answered'>['data']);
};
const no = (asked: Promise<unknown>) =>
  asked.then(
    () => 'yes',
    (error) => (error instanceof Refusal ? error.code : Promise.reject(error)),
  );

test('A15 what is asked stands in the list of who watches over the group, once while it is open', async () => {
  const id = await waits(desk.postgres);
  const first = await ask(id);
  const again = await ask(id, 'And now?');
  expect(again.id).toBe(first.id);
  const of = async (by: StaffV1) => (await listed(by, '1')).filter((row) => row.conversationId === id).length;
  expect([await of(lead), await of(monitor), await of(stranger)]).toEqual([1, 1, 0]);
  expect(await facts(id, 'consult.opened')).toHaveLength(1);
  expect(await no(answer(stranger, first.id))).toBe('not-your-group');
  expect(await no(answer(monitor, first.id))).toBe('not-allowed');
  expect(await no(answer(ann, first.id))).toBe('not-allowed');
});

test('A15 two supervisors answer one question: the first counts, the second is told whose it was', async () => {
  const id = await waits(desk.postgres);
  const { id: consult } = await ask(id);
  const both = await Promise.allSettled([answer(lead, consult, 'Refund it.'), answer(other, consult, 'Do not.')]);
  const late = both.find((one) => one.status === 'rejected') as PromiseRejectedResult;
  expect(both.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
  expect(late.reason).toMatchObject({
    code: 'answered-already',
    values: { agent: expect.stringMatching(/lead|other/) },
  });
  expect(await facts(id, 'consult.answered')).toHaveLength(1);
  const notes = await desk.postgres.query<{ text: string }>(
    `SELECT text FROM message WHERE conversation_id = $1 AND kind = 'note'`,
    [id],
  );
  const page = await showConversation(desk.postgres, id);
  expect(notes.map(({ text }) => text)).toEqual([page.consults![0]!.instruction]);
});

test('A15 a call-back that the supervisor arranges is planned for that time', async () => {
  const id = await waits(desk.postgres);
  const { id: consult } = await ask(id);
  const callBackAt = '2027-01-04T09:00:00.000Z';
  await answer(lead, consult, 'Call them on Monday.', { callBackAt });
  const rows = await desk.postgres.query(
    'SELECT reason, to_json(due_at) AS due FROM call_back WHERE conversation_id = $1',
    [id],
  );
  expect(rows).toEqual([{ reason: 'call-back-arranged', due: '2027-01-04T09:00:00+00:00' }]);
});

test('the first look is kept; solved, the question is over and nobody can answer it', async () => {
  const id = await waits(desk.postgres);
  const { id: consult } = await ask(id);
  await door.seen(as(other), consult);
  expect(await door.seen(as(lead), consult)).toMatchObject({ seenBy: other.id });
  await resolve(orders, { by: lead.id, conversationId: id, does: 'resolve' });
  expect(await no(answer(lead, consult))).toBe('consult-is-over');
  expect((await facts(id, 'consult.answered')).map(({ answeredBy }) => answeredBy)).toEqual([null]);
  expect(await no(ask(id))).toBe('already-solved');
});

test('A21 a supervisor whom the matter accuses does not find it in the list', async () => {
  const id = await waits(desk.postgres);
  const hasIt = `UPDATE conversation SET state = 'assigned', agent_id = $2 WHERE id = $1`;
  await desk.postgres.query(hasIt, [id, ann.id]);
  await ask(id);
  const complaint = {
    accusedNumber: other.number,
    contactUsed: 'chat',
    happenedAt: new Date().toISOString(),
    content: 'Rude',
    reachAt: 'a@x.test',
  };
  const ticket = NewTicket.parse({ kind: 'complaint-employee', subject: 'Rude', tellCustomer: false, complaint });
  await openTicket(orders, { by: ann.id, conversationId: id, does: 'open-ticket', ticket, idempotencyKey: null });
  const of = async (by: StaffV1) => (await listed(by)).filter((row) => row.conversationId === id).length;
  expect([await of(lead), await of(other)]).toEqual([1, 0]);
});

/** What clocks bring about on a real Postgres: closed by silence, follow-ups planned and done, each once. */
import {
  type ClockId,
  type ConversationId,
  type FollowUpId,
  NewTicket,
  newId,
  type StaffV1,
} from '@trunkline/contracts';
import { Refusal } from '@trunkline/platform';
import { defaultPolicy } from '@trunkline/rules';
import { anAgent, freshDatabase, testPasswords } from '@trunkline/testing';
import { DeadlinesConsumer } from '../clocks/deadlines.consumer.ts';
import { GiveOrder } from '../desk/give-order.ts';
import { showConversation } from '../desk/show-conversation.ts';
import { type DeskOnPostgres, openDesk, waits } from '../dispatch/desk-for-specs.ts';
import { openTicket } from '../tickets/open-ticket.ts';
import { workOnTicket } from '../tickets/work-on-ticket.ts';
import { FollowUpQuery, listFollowUps } from './list-follow-ups.ts';
import { recordFollowUp } from './record-follow-up.ts';

let desk: DeskOnPostgres;
let orders: GiveOrder;
let consumer: DeadlinesConsumer;
const ann = anAgent('ann', { number: '1001' });
const stranger = anAgent('eve', { number: '4001', groups: ['payments'] });
const monitor = anAgent('mo', { number: '3001', role: 'monitor' });

beforeAll(async () => {
  desk = await openDesk(await freshDatabase(), testPasswords);
  orders = new GiveOrder(desk.postgres, desk.settings);
  consumer = new DeadlinesConsumer(desk.postgres, desk.settings);
  for (const record of [ann, stranger, monitor]) {
    const values = [record.id, JSON.stringify(record)];
    await desk.postgres.query(`INSERT INTO setting (kind, name, version, body) VALUES ('staff', $1, 1, $2)`, values);
  }
  await desk.settings.refresh();
});
afterAll(() => desk?.close());

/** Solved `hours` ago; the customer's last words an hour before, or `heardHours` ago. */
async function solved(hours: number, heardHours = hours + 1): Promise<ConversationId> {
  const id = await waits(desk.postgres);
  await desk.postgres.query(
    `UPDATE conversation SET state = 'solved', solved_at = now() - make_interval(hours => $2),
            last_customer_at = now() - make_interval(hours => $3) WHERE id = $1`,
    [id, hours, heardHours],
  );
  return id;
}
function reached(conversationId: ConversationId, policy: string, dueHoursAgo = 0) {
  const dueAt = new Date(Date.now() - dueHoursAgo * 3_600_000).toISOString();
  const head = {
    clockId: newId<ClockId>(),
    conversationId,
    policy,
    standard: 'chat',
    queue: 'service',
    cycle: 1,
    dueAt,
  };
  return { id: newId(), type: 'deadline.reached', at: dueAt, data: { ...head, late: false } } as never;
}
const stateOf = async (id: ConversationId) => (await showConversation(desk.postgres, id)).state;
const facts = (id: ConversationId, type: string) =>
  desk.postgres
    .query<{ body: string }>('SELECT body FROM outbox WHERE key = $1 AND type = $2', [id, type])
    .then((rows) => rows.map(({ body }) => JSON.parse(body)));
const no = (asked: Promise<unknown>) =>
  asked.then(
    () => 'yes',
    (error) => (error instanceof Refusal ? error.code : Promise.reject(error)),
  );

test('what was solved and stays silent closes once, with the reason and the hours', async () => {
  const id = await solved(25);
  const fact = reached(id, 'auto-close');
  await consumer.hear([fact, fact]);
  await consumer.hear([fact]);
  expect(await stateOf(id)).toBe('closed');
  expect(await facts(id, 'conversation.closed')).toMatchObject([{ because: 'closed-by-silence' }]);
  const { events } = await showConversation(desk.postgres, id);
  const values = { hours: defaultPolicy.time.closeAfterSilenceHours.chat };
  expect(events).toMatchObject([{ what: 'closed', agentId: null, because: { code: 'closed-by-silence', values } }]);
});

test.each<[string, () => Promise<ConversationId>, number, string]>([
  ['what waits again stays open', () => waits(desk.postgres), 0, 'waiting'],
  ['where the customer wrote after it was solved, it stays', () => solved(25, 1), 0, 'solved'],
  ['another silence than the one that was timed has not lasted', () => solved(1), 2, 'solved'],
])('%s', async (_sentence, make, dueHoursAgo, state) => {
  const id = await make();
  await consumer.hear([reached(id, 'auto-close', dueHoursAgo), reached(id, 'follow-up', dueHoursAgo)]);
  expect(await stateOf(id)).toBe(state);
});

test('while a ticket of it is worked on it stays open for the answer; the ticket’s end closes it', async () => {
  const id = await solved(25);
  const order = { by: ann.id, conversationId: id, does: 'open-ticket' } as const;
  const ticket = NewTicket.parse({ kind: 'incident', subject: 'Parcel' });
  const { id: ticketId } = await openTicket(orders, { ...order, ticket, idempotencyKey: null });
  await consumer.hear([reached(id, 'auto-close')]);
  expect(await stateOf(id)).toBe('solved');
  await workOnTicket(orders, { by: ann.id, ticketId, change: { state: 'solved' } });
  expect(await stateOf(id)).toBe('closed');
});

const list = (by: StaffV1, open?: '1') =>
  listFollowUps(desk.postgres, by, FollowUpQuery.parse({ ...(open && { open }), limit: 200 }));
const planned = async (id: ConversationId, by = ann) =>
  (await list(by)).items.filter(({ conversationId }) => conversationId === id);

test('a follow-up is planned once a clock, also where the same batch closes it, and not where it is open again', async () => {
  const [id, again] = [await solved(48), await waits(desk.postgres)];
  const facts_ = [reached(id, 'auto-close'), reached(id, 'follow-up'), reached(again, 'follow-up')];
  await consumer.hear([...facts_, ...facts_]);
  await consumer.hear(facts_);
  expect([(await planned(id)).length, (await planned(again)).length, await stateOf(id)]).toEqual([1, 0, 'closed']);
  const [one] = await planned(id);
  expect(await facts(id, 'follow-up.planned')).toMatchObject([{ followUpId: one!.id }]);
  expect(one).toMatchObject({ reason: 'follow-up-due', queue: 'service', doneBy: null, result: null });
});

test('V7 a follow-up is done once, by whom it concerns; what the customer said is the outcome', async () => {
  const id = await solved(48);
  await consumer.hear([reached(id, 'follow-up')]);
  const [one] = await planned(id);
  expect(await planned(id, stranger)).toEqual([]);
  const says = (by: StaffV1, result: 'satisfied' | 'unsatisfied', note = '', followUpId = one!.id) =>
    recordFollowUp(orders, { by: by.id, followUpId, said: { result, note } });
  expect(await no(says(stranger, 'satisfied'))).toBe('not-found');
  expect(await no(says(monitor, 'satisfied'))).toBe('not-allowed');
  expect(await no(says(ann, 'satisfied', '', newId<FollowUpId>()))).toBe('not-found');
  expect(await no(says(ann, 'unsatisfied'))).toBe('say-with-what');
  expect(await says(ann, 'unsatisfied', 'Still broken')).toMatchObject({ doneBy: ann.id, result: 'unsatisfied' });
  expect(await no(says(ann, 'satisfied'))).toBe('decided-already');
  const outcomes = await desk.postgres.query(
    'SELECT satisfied, reason, person_id AS by FROM outcome WHERE conversation_id = $1',
    [id],
  );
  expect(outcomes).toEqual([{ satisfied: false, reason: 'Still broken', by: ann.id }]);
  expect(await facts(id, 'follow-up.done')).toMatchObject([{ by: ann.id, result: 'unsatisfied' }]);
  expect((await list(ann, '1')).items.map((item) => item.id)).not.toContain(one!.id);
});

test('A35 one who could not be reached says nothing of the outcome, and is called back like anybody who is owed a call', async () => {
  const id = await solved(48);
  await consumer.hear([reached(id, 'follow-up')]);
  const [one] = await planned(id);
  await recordFollowUp(orders, { by: ann.id, followUpId: one!.id, said: { result: 'not-reached', note: '' } });
  expect(await desk.postgres.query('SELECT 1 FROM outcome WHERE conversation_id = $1', [id])).toEqual([]);
  const owed = await desk.postgres.query(
    'SELECT reason, jsonb_array_length(attempts) AS attempts FROM call_back WHERE conversation_id = $1',
    [id],
  );
  expect(owed).toEqual([{ reason: 'follow-up-due', attempts: 0 }]);
});

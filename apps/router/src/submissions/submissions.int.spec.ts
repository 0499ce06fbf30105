/** A28 on a real Postgres: the first, once more with the point, never a third; the result held, told once, heard. */
import {
  type ConversationId,
  EndUnsatisfied,
  NewSubmission,
  NewTicket,
  type PolicyV1,
  type StaffV1,
  type Submission,
} from '@trunkline/contracts';
import { Refusal } from '@trunkline/platform';
import { defaultPolicy, nextSteps } from '@trunkline/rules';
import { anAgent, freshDatabase, testPasswords } from '@trunkline/testing';
import { GiveOrder } from '../desk/give-order.ts';
import { resolve } from '../desk/resolve.ts';
import { showConversation } from '../desk/show-conversation.ts';
import { type DeskOnPostgres, openDesk } from '../dispatch/desk-for-specs.ts';
import { aReceivedMessage } from '../intake/a-received-message.ts';
import { takeIn } from '../intake/take-in.ts';
import { tieMatter } from '../signs/tie-matter.ts';
import { openTicket } from '../tickets/open-ticket.ts';
import { judgeText } from '../understand/judge-text.ts';
import { deliverResult } from './deliver-result.ts';
import { endUnsatisfied } from './end-unsatisfied.ts';
import { holdMatter } from './hold-matter.ts';
import { listSubmissions, submissionsFor, withSubmissions } from './show-submissions.ts';
import { submit } from './submit.ts';
import { recordResult, takeResult } from './take-result.ts';
import { hearCustomer, tellResult } from './tell-result.ts';

let desk: DeskOnPostgres;
let orders: GiveOrder;
const groups = defaultPolicy.queues.map(({ code }) => code);
const person = (name: string, rest: Partial<StaffV1> = {}) => anAgent(name, { groups, ...rest });
const ann = person('ann', { number: '1001' });
const ben = person('ben', { number: '1002' });
const sue = person('sue', { number: '2001', role: 'supervisor' });
const cal = person('cal', { number: '1003', role: 'call-back-agent' });
const mo = person('mo', { number: '3001', role: 'monitor' });

beforeAll(async () => {
  judgeText('the first text fits the classifier, which takes seconds', defaultPolicy);
  desk = await openDesk(await freshDatabase(), testPasswords);
  orders = new GiveOrder(desk.postgres, desk.settings);
  for (const record of [ann, ben, sue, cal, mo]) {
    const values = [record.id, JSON.stringify(record)];
    await desk.postgres.query(`INSERT INTO setting (kind, name, version, body) VALUES ('staff', $1, 1, $2)`, values);
  }
  await desk.settings.refresh();
}, 120_000);
afterAll(() => desk?.close());

let count = 0;
/** A chat of a new customer, or of a known one in another conversation. */
async function says(text: string, known?: string): Promise<ConversationId> {
  count += 1;
  const address = known ?? `visitor-${count}`;
  const from = { address };
  const message = aReceivedMessage({
    channel: 'webchat',
    standard: 'chat',
    live: true,
    from,
    thread: { key: '' },
    text,
  });
  await desk.postgres.transaction((tx) => takeIn(tx, [message], { policy: desk.settings.policy }));
  const [row] = await desk.postgres.query<{ id: ConversationId }>(
    `SELECT c.id FROM conversation c JOIN address a ON a.id = c.address_id WHERE a.address = $1
      ORDER BY c.arrived_at DESC, c.id DESC LIMIT 1`,
    [address],
  );
  return row!.id;
}
async function again(text: string, before: ConversationId): Promise<ConversationId> {
  await desk.postgres.query(`UPDATE conversation SET state = 'closed', closed_at = now() WHERE id = $1`, [before]);
  const [row] = await desk.postgres.query<{ address: string }>(
    'SELECT a.address FROM conversation c JOIN address a ON a.id = c.address_id WHERE c.id = $1',
    [before],
  );
  return says(text, row!.address);
}
const asked = (rest: object = {}) =>
  NewSubmission.parse({
    subject: 'Refund',
    department: 'payments desk',
    attitude: 'angry',
    note: 'wants it today',
    ...rest,
  });
const submits = (conversationId: ConversationId, rest: object = {}, by: StaffV1 = ann, key: string | null = null) =>
  submit(orders, { by: by.id, conversationId, asked: asked(rest), idempotencyKey: key });
const answers = (one: Submission, result = '20 are paid back', by: StaffV1 = sue) =>
  recordResult(orders, { by: by.id, id: one.id, result });
const tells = (one: Submission, conversationId = one.conversationId, by: StaffV1 = ann) =>
  tellResult(orders, { by: by.id, id: one.id, conversationId });
const hears = (one: Submission, satisfied: boolean, conversationId = one.conversationId) =>
  hearCustomer(orders, {
    by: ann.id,
    id: one.id,
    said: { conversationId, satisfied, point: satisfied ? '' : 'still 5 short' },
  });
const no = (refused: Promise<unknown>) =>
  refused.then(
    () => 'yes',
    (error) => (error instanceof Refusal ? error.code : Promise.reject(error)),
  );
const factsOf = async (id: string, type: string) =>
  (
    await desk.postgres.query<{ body: string }>('SELECT body FROM outbox WHERE key = $1 AND type = $2 ORDER BY id', [
      id,
      type,
    ])
  ).map(({ body }) => JSON.parse(body));
const stepsOf = async (id: ConversationId, who: StaffV1 = ann) => {
  const page = await withSubmissions(desk.postgres, who, await showConversation(desk.postgres, id));
  return nextSteps(page, desk.settings.policy).map(({ act, because }) => [act, because.values.number]);
};
async function twiceInVain(text = 'My refund for order 4711007 is wrong'): Promise<ConversationId> {
  const id = await says(text);
  const first = await submits(id);
  await answers(first);
  await tells(first);
  const second = await submits(id, { ticketId: first.ticketId, point: 'it is still 5 short' });
  await answers(second, 'No more than that');
  await tells(second);
  await hears(second, false);
  return id;
}

test('A28 the first goes to the department with the attitude, under a ticket; its result comes back and is told once', async () => {
  const id = await says('My refund is wrong');
  const first = await submits(id, {}, ann, 'k1');
  expect(await submits(id, {}, ann, 'k1')).toEqual(first);
  expect(first).toMatchObject({
    turn: 1,
    attitude: 'angry',
    note: 'wants it today',
    department: 'payments desk',
    result: null,
  });
  expect(await factsOf(id, 'ticket.changed')).toMatchObject([{ number: first.number, ticketState: 'with-department' }]);
  expect(await no(submits(id, { ticketId: first.ticketId, point: 'x' }))).toBe('submission-open');
  expect(await no(tells(first))).toBe('result-missing');
  expect((await listSubmissions(desk.postgres, sue, true)).items).toContainEqual(
    expect.objectContaining({ id: first.id }),
  );
  await answers(first);
  expect(await no(answers(first, 'something else', ann))).toBe('result-recorded-already');
  expect(await answers(first)).toMatchObject({ result: '20 are paid back', resultBy: sue.id });
  expect(await stepsOf(id)).toEqual([
    ['tell-result', first.number],
    ['deliver-result', first.number],
  ]);
  expect(await no(submits(id, { ticketId: first.ticketId, point: 'x' }))).toBe('result-not-told');
  expect(await tells(first)).toMatchObject({ toldBy: ann.id, toldIn: id });
  expect(await tells(first)).toMatchObject({ toldBy: ann.id });
  expect(await no(tells(first, id, ben))).toBe('result-told-already');
  expect(await stepsOf(id)).toEqual([['hear-result', first.number]]);
  const codes = (await showConversation(desk.postgres, id)).events.map(({ because }) => because?.code);
  expect(codes).toEqual(expect.arrayContaining(['submitted-to-department', 'result-arrived', 'result-told']));
  expect(codes.filter((code) => code === 'result-told')).toHaveLength(1);
});

test('A28 the second without the point is refused, with it goes; a third is refused with the words to say', async () => {
  const id = await says('My refund for order 5822118 is wrong');
  const first = await submits(id);
  await answers(first);
  await tells(first);
  expect(await no(submits(id, { ticketId: first.ticketId, point: '  ' }))).toBe('point-missing');
  const second = await submits(id, { ticketId: first.ticketId, point: 'it is still 5 short' });
  expect(second).toMatchObject({ turn: 2, point: 'it is still 5 short', ticketId: first.ticketId });
  const [judged] = await desk.postgres.query(
    'SELECT satisfied, reason FROM outcome WHERE conversation_id = $1 ORDER BY at DESC LIMIT 1',
    [id],
  );
  expect(judged).toEqual({ satisfied: false, reason: 'it is still 5 short' });
  const third = submits(id, { ticketId: first.ticketId, point: 'and late' });
  await expect(third).rejects.toMatchObject({
    code: 'submissions-exhausted',
    values: { count: 2, number: first.number, text: expect.stringContaining(first.number) },
  });
});

test('A28 another ticket about the same order is the same matter; untied by an agent it is another', async () => {
  const before = await twiceInVain('My refund for order 6933229 is wrong');
  const after = await again('Again about order 6933229!', before);
  expect(await no(submits(after, { point: 'x' }))).toBe('submissions-exhausted');
  const said = { conversationId: before, tied: false };
  await tieMatter(orders, { by: ann.id, conversationId: after, does: 'tie-matter', said });
  expect(await submits(after)).toMatchObject({ turn: 1 });
});

const ending = (conversationId: ConversationId, rest: object = {}, by: StaffV1 = ann) => ({
  by: by.id,
  conversationId,
  asked: EndUnsatisfied.parse({ reason: 'both results stand by the contract', text: 'I am sorry.', ...rest }),
});

test('A28 a satisfied end lets the matter be submitted again, as the first', async () => {
  const id = await says('My refund for order 8155441 is wrong');
  const first = await submits(id);
  await answers(first);
  await tells(first);
  await hears(first, true);
  expect(await no(hears(first, false))).toBe('heard-already');
  expect(await stepsOf(id)).toEqual([]);
  expect(await submits(id, { ticketId: first.ticketId })).toMatchObject({ turn: 1 });
});

test('A28 reassured and ended with the reason: the words go out once, the ticket closes, the reason stays', async () => {
  const early = await says('My refund for order 9266552 is wrong');
  expect(await no(endUnsatisfied(orders, ending(early)))).toBe('submissions-left');
  const id = await twiceInVain('My refund for order 9266553 is wrong');
  expect((await stepsOf(id)).map(([act]) => act)).toEqual(['end-unsatisfied']);
  const about = (label: string | null) =>
    desk.postgres.query('UPDATE conversation SET label = $2 WHERE id = $1', [id, label]);
  await about('complaint-about-event');
  expect(await no(endUnsatisfied(orders, ending(id, { text: 'We will refund it by Friday.' })))).toBe(
    'promise-not-allowed',
  );
  const ended = await endUnsatisfied(orders, ending(id));
  await endUnsatisfied(orders, ending(id));
  expect(ended.state).toBe('closed');
  expect(ended.events.at(-1)).toMatchObject({
    what: 'closed',
    because: { code: 'ended-unsatisfied', values: { note: 'both results stand by the contract' } },
  });
  const written = await factsOf(id, 'reply.written');
  expect(written.filter(({ text }) => text === 'I am sorry.')).toHaveLength(1);
  const [ticket] = await desk.postgres.query('SELECT state FROM ticket WHERE conversation_id = $1', [id]);
  expect(ticket).toEqual({ state: 'closed' });
});

test('A28 where the policy says so, only a supervisor ends it, by whatever way', async () => {
  const id = await twiceInVain('My refund for order 1377663 is wrong');
  const complaints = { ...defaultPolicy.complaints, onlySupervisorCloses: true };
  await policyIs({ ...defaultPolicy, complaints });
  expect(await no(endUnsatisfied(orders, ending(id)))).toBe('only-supervisor-closes');
  expect(await no(resolve(orders, { by: ann.id, conversationId: id, does: 'resolve' }))).toBe('only-supervisor-closes');
  expect((await endUnsatisfied(orders, ending(id, { text: null }, sue))).state).toBe('closed');
  await policyIs(defaultPolicy);
});

test('A28 a held result is the first thing at the next contact, on any channel, gone once told; two come in order', async () => {
  const before = await says('My refund for order 2488774 is wrong');
  const first = await submits(before);
  const other = await submits(before, { subject: 'Parcel' }).catch((error) => error.code);
  expect(other).toBe('submission-open'); // the same conversation is the same matter
  const elsewhere = await again('Where is parcel 77001122?', before);
  await tieMatter(orders, {
    by: ann.id,
    conversationId: elsewhere,
    does: 'tie-matter',
    said: { conversationId: before, tied: false },
  });
  const second = await submits(elsewhere, { subject: 'Parcel' });
  await answers(second, 'It is in Lyon');
  await answers(first, '20 are paid back');
  await deliverResult(orders, { by: sue.id, id: first.id, asked: { how: 'held', dueAt: null } });
  expect(await no(deliverResult(orders, { by: ann.id, id: second.id, asked: { how: 'held', dueAt: null } }))).toBe(
    'not-allowed',
  );
  const next = await again('Hello, it is me again', elsewhere);
  expect((await stepsOf(next)).slice(0, 2)).toEqual([
    ['tell-result', second.number],
    [null, first.number], // one after the other
  ]);
  await tells(second, next);
  expect((await stepsOf(next))[0]).toEqual(['tell-result', first.number]);
  await tells(first, next, cal);
  expect((await stepsOf(next)).map(([act]) => act)).toEqual(['hear-result', 'hear-result']);
  const stranger = await says('Somebody else');
  expect(await submissionsFor(desk.postgres, ann, stranger)).toEqual([]);
  expect(await no(tells(first, stranger))).toBe('another-customer');
});

test('A28 the supervisor arranges a call-back for a result; whoever tells it before settles that', async () => {
  const id = await says('My refund for order 3599885 is wrong');
  const first = await submits(id);
  expect(await no(deliverResult(orders, { by: sue.id, id: first.id, asked: { how: 'held', dueAt: null } }))).toBe(
    'result-missing',
  );
  await answers(first);
  const dueAt = '2030-01-02T03:04:05.000Z';
  const planned = await deliverResult(orders, { by: sue.id, id: first.id, asked: { how: 'call-back', dueAt } });
  const callBack = async () =>
    (
      await desk.postgres.query<{ reason: string; due_at: Date; result: string | null }>(
        'SELECT reason, due_at, result FROM call_back WHERE id = $1',
        [planned.callBackId],
      )
    )[0];
  expect(await callBack()).toEqual({ reason: 'department-result', due_at: new Date(dueAt), result: null });
  await tells(first, id, cal);
  expect(await callBack()).toMatchObject({ result: 'not-needed' });
});

test('A28 two who submit at once: one does, the other is told', async () => {
  const id = await says('My refund for order 4600996 is wrong');
  const both = await Promise.all([no(submits(id, {}, ann)), no(submits(id, {}, ben))]);
  expect([...both].sort()).toEqual(['submission-open', 'yes']);
});

test('A28 a department’s own answer is a result, once', async () => {
  const id = await says('My refund for order 5711007 is wrong');
  const first = await submits(id);
  const take = () =>
    holdMatter(orders, { by: ann.id, does: 'tell-result', conversationId: id }, (tx, held) =>
      takeResult(tx, held, { ticketId: first.ticketId, text: 'By mail: 20', by: null }),
    );
  expect([await take(), await take()]).toEqual([true, false]);
  expect(await submissionsFor(desk.postgres, ann, id)).toMatchObject([{ result: 'By mail: 20', resultBy: null }]);
});

test('A21 what is submitted about an employee is not there for the accused, in no list, page or thread', async () => {
  const id = await says('Your employee 1002 was rude');
  const complaint = {
    accusedNumber: '1002',
    contactUsed: 'chat',
    happenedAt: '2026-01-01T10:00:00.000Z',
    content: 'rude',
    reachAt: 'here',
  };
  const ticket = NewTicket.parse({ kind: 'complaint-employee', subject: 'Rude', complaint });
  const opened = await openTicket(orders, {
    by: ann.id,
    conversationId: id,
    does: 'open-ticket',
    ticket,
    idempotencyKey: null,
  });
  const first = await submits(id, { ticketId: opened.id });
  await answers(first);
  expect(await submissionsFor(desk.postgres, ann, id)).toHaveLength(1);
  expect(await submissionsFor(desk.postgres, ben, id)).toEqual([]);
  expect((await stepsOf(id, ben)).length).toBe(0);
  expect(await no(tells(first, id, ben))).toBe('not-found');
  expect(await no(submits(id, { ticketId: opened.id }, ben))).toBe('not-found');
  const codes = (await showConversation(desk.postgres, id)).events.map(({ because }) => because?.code);
  expect(codes).not.toContain('submitted-to-department');
});

test('A28 what may not be: a monitor submits nothing, a department that is none, a closed conversation, another’s ticket', async () => {
  const id = await says('My refund for order 6822118 is wrong');
  const other = await submits(await says('Somebody else’s'), {});
  expect(await no(submits(id, {}, mo))).toBe('not-allowed');
  expect(await no(submits(id, { ticketId: other.ticketId }))).toBe('another-customer');
  const one = {
    code: 'billing',
    name: { en: 'Billing', zh: '账务' },
    email: null,
    answersWithin: { seconds: 60 },
    calendar: 'always',
  };
  await policyIs({ ...defaultPolicy, departments: [one] } as PolicyV1);
  expect(await no(submits(id))).toBe('no-such-department');
  await policyIs(defaultPolicy);
  await again('x', id);
  expect(await no(submits(id))).toBe('already-closed');
});

async function policyIs(policy: PolicyV1): Promise<void> {
  policyVersion += 1;
  await desk.postgres.query(
    `INSERT INTO setting (kind, name, version, body) VALUES ('policy', 'policy', $1, $2)
     ON CONFLICT (kind, name) DO UPDATE SET version = excluded.version, body = excluded.body`,
    [policyVersion, JSON.stringify({ ...policy, version: policyVersion })],
  );
  await desk.settings.refresh();
}
let policyVersion = 10;

/** A22, A23 on real Postgres: the steps, the look-up of the same matter, and the one promise that may be released. */
import {
  type ComplaintStep,
  type ConversationId,
  NewComplaintStep,
  NewTicket,
  type Ticket,
} from '@trunkline/contracts';
import { Refusal } from '@trunkline/platform';
import { defaultPolicy } from '@trunkline/rules';
import { anAgent, freshDatabase, testPasswords } from '@trunkline/testing';
import { answerConsult } from '../consults/answer-consult.ts';
import { consultsOf } from '../consults/consults.store.ts';
import { openConsult } from '../consults/open-consult.ts';
import { close } from '../desk/close.ts';
import { GiveOrder } from '../desk/give-order.ts';
import { reply } from '../desk/reply.ts';
import { showConversation } from '../desk/show-conversation.ts';
import { type DeskOnPostgres, openDesk, waits } from '../dispatch/desk-for-specs.ts';
import { openTicket } from '../tickets/open-ticket.ts';
import { workOnTicket } from '../tickets/work-on-ticket.ts';
import { withComplaints } from './show-complaints.ts';
import { takeComplaintStep } from './take-complaint-step.ts';
import { tellEarlier } from './tell-earlier.ts';

let desk: DeskOnPostgres;
let orders: GiveOrder;
const ann = anAgent('ann', { number: '1001', groups: ['service', 'complaints'] });
const sue = anAgent('sue', { number: '1002', role: 'supervisor', groups: ['service', 'complaints'] });
const kim = anAgent('kim', { number: '1024', groups: ['service', 'complaints'] });
const policy = defaultPolicy;
beforeAll(async () => {
  desk = await openDesk(await freshDatabase(), testPasswords);
  orders = new GiveOrder(desk.postgres, desk.settings);
  for (const record of [ann, sue, kim]) {
    const values = [record.id, JSON.stringify(record)];
    await desk.postgres.query(`INSERT INTO setting (kind, name, version, body) VALUES ('staff', $1, 1, $2)`, values);
  }
  await desk.settings.refresh();
}, 60_000);
afterAll(() => desk?.close());

const no = (asked: Promise<unknown>) =>
  asked.then(
    () => 'yes',
    (error) => (error instanceof Refusal ? error.code : Promise.reject(error)),
  );
/** Ann has it; of the same customer where one is named. */
async function inHand(sameCustomer?: ConversationId): Promise<ConversationId> {
  const id = await waits(desk.postgres);
  await desk.postgres.query(`UPDATE conversation SET state = 'assigned', agent_id = $2 WHERE id = $1`, [id, ann.id]);
  const join = `UPDATE address SET customer_id = (SELECT a.customer_id FROM conversation c JOIN address a ON a.id = c.address_id WHERE c.id = $2)
     WHERE id = (SELECT address_id FROM conversation WHERE id = $1)`;
  if (sameCustomer) await desk.postgres.query(join, [id, sameCustomer]);
  return id;
}
const content = 'The washing machine came broken and nobody fetched it';
const complain = (conversationId: ConversationId, more: object = {}, said = content) =>
  openTicket(orders, {
    by: ann.id,
    conversationId,
    does: 'open-ticket',
    idempotencyKey: null,
    ticket: NewTicket.parse({
      kind: 'complaint-event',
      subject: 'Broken washing machine',
      complaint: { content: said, reachAt: 'a@x.test', ...more },
      ...('accusedNumber' in more ? { kind: 'complaint-employee' } : {}),
    }),
  });
const step = (ticket: Ticket, name: ComplaintStep, more: object = {}, by = ann) =>
  takeComplaintStep(orders, {
    by: by.id,
    ticketId: ticket.id,
    idempotencyKey: null,
    asked: NewComplaintStep.parse({ step: name, text: `${name} done`, ...more }),
  });
const say = (conversationId: ConversationId, text: string) =>
  reply(orders, { by: ann.id, conversationId, does: 'reply', message: { text, kind: 'reply' }, idempotencyKey: null });
const standOf = async (id: ConversationId) => {
  const page = await showConversation(desk.postgres, id);
  return (await withComplaints(desk.postgres, { person: ann, policy }, page)).complaints![0]!;
};
const said = async (id: ConversationId) =>
  (
    await desk.postgres.query<{ text: string }>('SELECT text FROM message WHERE conversation_id = $1 ORDER BY at, id', [
      id,
    ])
  ).map(({ text }) => text);

test('A23 the steps in their order, the first contact sent, the agreement kept, and none skipped', async () => {
  const id = await inHand();
  const ticket = await complain(id);
  const begun = await standOf(id);
  expect(begun).toMatchObject({ next: 'first-contact', kind: 'complaint-event' });
  const left = Date.parse(begun.contactDueAt!) - Date.parse(ticket.openedAt);
  expect(left).toBe(15 * 60_000); // always open by default
  expect(await no(step(ticket, 'investigate'))).toBe('complaint-step-first');
  expect(await no(step(ticket, 'record'))).toBe('complaint-step-taken');
  expect(await no(step(ticket, 'first-contact', { text: 'We have it.' }))).toBe('first-contact-apologises');
  expect(await no(workOnTicket(orders, { by: ann.id, ticketId: ticket.id, change: { state: 'solved' } }))).toBe(
    'complaint-not-through',
  );
  expect(await no(close(orders, { by: ann.id, conversationId: id, does: 'close' }))).toBe('complaint-not-through');
  expect(await step(ticket, 'first-contact', { text: begun.contactText })).toMatchObject({
    next: 'classify',
    contactDueAt: null,
  });
  expect(await said(id)).toContain(begun.contactText);
  expect(await step(ticket, 'classify', { severity: 'critical' })).toMatchObject({ next: 'investigate' });
  await step(ticket, 'investigate');
  await step(ticket, 'plan', { text: 'Fetch it and send another one' });
  const agreement = { agreed: true, how: 'call', at: ticket.openedAt, words: 'Yes please' };
  const agreed = await step(ticket, 'agree', { agreement });
  expect(agreed.steps.at(-1)).toMatchObject({ step: 'agree', by: ann.id, agreement });
  await step(ticket, 'carry-out');
  expect(await no(step(ticket, 'answer', { text: 'It comes by tomorrow.' }))).toBe('promise-not-allowed');
  await step(ticket, 'answer', { text: 'Another one was sent.' });
  await workOnTicket(orders, { by: ann.id, ticketId: ticket.id, change: { state: 'solved' } });
  expect((await step(ticket, 'follow-up', { result: 'satisfied' })).next).toBeNull();
  const [alarm] = await desk.postgres.query<{ dueAt: Date | null }>(
    `SELECT due_at AS "dueAt" FROM alarm WHERE kind = 'complaint-contact' AND about_id = $1`,
    [ticket.id],
  );
  expect(alarm).toEqual({ dueAt: null });
});

test('A23 a reply typed by hand that restates and apologises is the first contact; one that only greets is not', async () => {
  const id = await inHand();
  await complain(id);
  await say(id, 'Good day, one moment please.');
  await say(id, 'Sorry for the wait.');
  expect(await standOf(id)).toMatchObject({ next: 'first-contact' });
  await say(id, 'I am sorry that the washing machine came broken and nobody fetched it.');
  expect(await standOf(id)).toMatchObject({ next: 'classify', contactDueAt: null });
  expect((await standOf(id)).steps.at(-1)).toMatchObject({ step: 'first-contact', by: ann.id });
  await say(id, 'Once more: I am sorry that the washing machine came broken.');
  expect((await standOf(id)).steps.map((one) => one.step)).toEqual(['receive', 'record', 'first-contact']);
});

test('A23 of a complaint about an employee the accused takes no step and sees none', async () => {
  const id = await inHand();
  const ticket = await complain(id, {
    accusedNumber: '1024',
    contactUsed: 'chat',
    happenedAt: '2026-11-20T08:30:00.000Z',
  });
  expect(await no(step(ticket, 'first-contact', { text: 'Sorry, the washing machine came broken' }, kim))).toBe(
    'not-found',
  );
  const page = await showConversation(desk.postgres, id);
  expect((await withComplaints(desk.postgres, { person: kim, policy }, page)).complaints).toEqual([]);
});

test('A22 none is known: the supervisor on duty is asked; one is open: patience; a result: it is told, and not content asks the supervisor', async () => {
  const first = await inHand();
  const before = await complain(first);
  expect(await standOf(first)).toMatchObject({ earlier: null });
  expect(await consultsOf(desk.postgres, first)).toMatchObject([
    { kind: 'event-complaint', wanted: content, because: { code: 'no-earlier-found' } },
  ]);
  const second = await inHand(first);
  const again = await complain(second, {}, 'My washing machine is still broken and was not fetched');
  const patience = (await standOf(second)).earlier!;
  expect(patience).toMatchObject({ number: before.number, standing: 'open', toldAt: null });
  expect(patience.text).toContain(before.number);
  expect(await consultsOf(desk.postgres, second)).toEqual([]);
  expect(await no(tellEarlier(orders, { by: ann.id, ticketId: again.id, said: { satisfied: false } }))).toBe(
    'earlier-not-told-yet',
  );
  await desk.postgres.query(
    `INSERT INTO complaint_step (ticket_id, nth, body) VALUES ($1, 9, '{"step":"answer","text":"It was fetched, and paid back."}')`,
    [before.id],
  );
  const known = (await standOf(second)).earlier!;
  expect(known).toMatchObject({ standing: 'result', result: 'It was fetched, and paid back.' });
  await tellEarlier(orders, { by: ann.id, ticketId: again.id, said: { text: known.text } });
  expect(await said(second)).toContain(known.text);
  await tellEarlier(orders, { by: ann.id, ticketId: again.id, said: { satisfied: false } });
  expect(await consultsOf(desk.postgres, second)).toMatchObject([
    { kind: 'event-complaint', because: { code: 'earlier-dissatisfied', values: { earlier: before.number } } },
  ]);
});

test('A22 a promise is held and flagged; the supervisor releases one, which is told to the customer and kept as a clock', async () => {
  const id = await inHand();
  const ticket = await complain(id);
  const text = 'We are sorry. You hear from us by tomorrow.';
  const refused = await say(id, text).catch((error) => error);
  expect(refused.code).toBe('promise-not-allowed');
  const [from, to] = refused.values.marks.split('-').map(Number);
  expect(text.slice(from, to)).toBe(refused.values.words);
  expect(refused.values.instead).not.toBe('');
  expect(await said(id)).not.toContain(text);
  const page = await showConversation(desk.postgres, id);
  expect(page.events.filter(({ what }) => what === 'reply-held')).toMatchObject([{ agentId: ann.id }]);
  await say(id, 'We are sorry. You hear from us as soon as there is a result.');

  const [consult] = await consultsOf(desk.postgres, id);
  const until = new Date(Date.now() + 3 * 86_400_000).toISOString();
  const answer = { instruction: 'Tell them Thursday', promiseUntil: until, callBackAt: null };
  const past = { ...answer, promiseUntil: '2020-01-01T00:00:00.000Z' };
  expect(await no(answerConsult(orders, { by: sue.id, id: consult!.id, answer: past }))).toBe('promise-lies-behind');
  await answerConsult(orders, { by: sue.id, id: consult!.id, answer });
  const { promise } = await standOf(id);
  expect(promise).toMatchObject({ by: sue.id });
  expect(Date.parse(promise!.until)).toBe(Date.parse(until));
  const facts = await desk.postgres.query<{ body: string }>(
    `SELECT body FROM outbox WHERE type = 'ticket.changed' AND key = $1 ORDER BY id`,
    [id],
  );
  const bodies = facts.map(({ body }) => JSON.parse(body));
  expect(bodies.flatMap((body) => (body.data ?? body).promised?.until ?? [])).toEqual([until]);
  const notice = (await said(id)).at(-1)!;
  expect(notice).toContain(ticket.number);
  await say(id, notice); // the time that was told may be said again
  expect(await no(say(id, 'It will be there by tomorrow.'))).toBe('promise-not-allowed');
  const another = await openConsultOf(id);
  expect(await no(answerConsult(orders, { by: sue.id, id: another, answer }))).toBe('promise-released-already');
});

test('A22 where no complaint is open, none can be released', async () => {
  const id = await inHand();
  const another = await openConsultOf(id);
  const answer = {
    instruction: 'Yes',
    promiseUntil: new Date(Date.now() + 86_400_000).toISOString(),
    callBackAt: null,
  };
  expect(await no(answerConsult(orders, { by: sue.id, id: another, answer }))).toBe('nothing-to-promise');
});

const openConsultOf = async (conversationId: ConversationId) => {
  const asking = { by: ann.id, conversationId, does: 'ask-supervisor' } as const;
  const question = { kind: 'promise-asked', wanted: 'By Friday?', by: ann } as const;
  return (await orders.held(asking, (tx, held) => openConsult(tx, held.conversation, question))).id;
};

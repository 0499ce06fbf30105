/** Tickets and complaints on a real Postgres: once, with what they need, hidden from the accused, answered by the owner. */
import {
  type AgentId,
  type ChangedTicket,
  type ConversationId,
  type MessageId,
  NewTicket,
  newId,
  type StaffV1,
  type Ticket,
} from '@trunkline/contracts';
import { Refusal } from '@trunkline/platform';
import { type Act, defaultPolicy } from '@trunkline/rules';
import { anAgent, freshDatabase, testPasswords } from '@trunkline/testing';
import type { z } from 'zod';
import { GiveOrder } from '../desk/give-order.ts';
import { reply } from '../desk/reply.ts';
import { sendAgain } from '../desk/send-again.ts';
import { showConversation } from '../desk/show-conversation.ts';
import { type DeskOnPostgres, openDesk, waits } from '../dispatch/desk-for-specs.ts';
import { aReceivedMessage } from '../intake/a-received-message.ts';
import { takeIn } from '../intake/take-in.ts';
import { recordDeliveries } from '../to-customer/deliveries.consumer.ts';
import { judgeText } from '../understand/judge-text.ts';
import { escalate } from './escalate.ts';
import { listTickets, TicketQuery, ticketsOf } from './list-tickets.ts';
import { openTicket } from './open-ticket.ts';
import { showTicket } from './show-ticket.ts';
import { workOnTicket } from './work-on-ticket.ts';

let desk: DeskOnPostgres;
let orders: GiveOrder;
const ann = anAgent('ann', { number: '1001' });
const bob = anAgent('bob', { number: '1002' });
const accused = anAgent('cao', { number: '1024' });
const lead = anAgent('lea', { number: '2001', role: 'supervisor' });
const monitor = anAgent('mo', { number: '3001', role: 'monitor' });
const stranger = anAgent('eve', { number: '4001', groups: ['payments'] });
const gone = anAgent('gil', { number: '5001', active: false });

beforeAll(async () => {
  judgeText('the first text fits the classifier, which takes seconds', defaultPolicy);
  desk = await openDesk(await freshDatabase(), testPasswords);
  orders = new GiveOrder(desk.postgres, desk.settings);
  for (const record of [ann, bob, accused, lead, monitor, stranger, gone]) {
    const values = [record.id, JSON.stringify(record)];
    await desk.postgres.query(`INSERT INTO setting (kind, name, version, body) VALUES ('staff', $1, 1, $2)`, values);
  }
  await desk.settings.refresh();
}, 120_000);
afterAll(() => desk?.close());

const order = (by: StaffV1, conversationId: ConversationId, does: Act) => ({ by: by.id, conversationId, does });
type Asked = z.input<typeof NewTicket>;
const open = (by: StaffV1, id: ConversationId, ticket: Partial<Asked> = {}, key: string | null = null) =>
  openTicket(orders, {
    ...order(by, id, 'open-ticket'),
    ticket: NewTicket.parse({ kind: 'incident', subject: 'Parcel 77 is lost', ...ticket }),
    idempotencyKey: key,
  });
const complaint = {
  accusedNumber: '1024',
  contactUsed: 'chat',
  happenedAt: '2026-11-20T08:30:00.000Z',
  content: 'Was rude',
  reachAt: 'a@x.test',
};
const aboutCao = { kind: 'complaint-employee', severity: 'high', subject: 'Rude', complaint } as const;
const work = (by: StaffV1, { id }: Ticket, change: ChangedTicket, seenVersion?: number) =>
  workOnTicket(orders, { by: by.id, ticketId: id, change, seenVersion });
const no = (asked: Promise<unknown>) =>
  asked.then(
    () => 'yes',
    (error) => (error instanceof Refusal ? error.code : Promise.reject(error)),
  );
const seenBy = async (person: StaffV1, id: ConversationId) => [
  (await listTickets(desk.postgres, person, TicketQuery.parse({}))).items.filter((one) => one.conversationId === id)
    .length,
  (await ticketsOf(desk.postgres, person, id)).items.length,
];
const facts = (id: ConversationId, type: string) =>
  desk.postgres
    .query<{ body: string }>('SELECT body FROM outbox WHERE key = $1 AND type = $2 ORDER BY id', [id, type])
    .then((rows) => rows.map(({ body }) => JSON.parse(body)));
const hasIt = (id: ConversationId, agent: AgentId) =>
  desk.postgres.query(`UPDATE conversation SET state = 'assigned', agent_id = $2 WHERE id = $1`, [id, agent]);
const says = (by: StaffV1, id: ConversationId, text = 'This is what we found') =>
  reply(orders, { ...order(by, id, 'reply'), message: { text, kind: 'reply' }, idempotencyKey: null });

test('a ticket has a number of its own, and the customer is told it once', async () => {
  const id = await waits(desk.postgres);
  const tickets = await Promise.all(Array.from({ length: 6 }, () => open(ann, id, {}, 'k-once')));
  const [first] = tickets as [Ticket];
  expect(new Set(tickets.map((one) => one.id)).size).toBe(1);
  expect(first.number).toMatch(/^T-1\d\d\d$/);
  const other = await open(ann, id, {}, 'k-other');
  expect(other.number).not.toBe(first.number);
  const told = await facts(id, 'reply.written');
  expect(told.map(({ kind, text }) => [kind, text.includes(first.number) || text.includes(other.number)])).toEqual([
    ['notice', true],
    ['notice', true],
  ]);
  const silent = await open(ann, id, { tellCustomer: false });
  expect(await facts(id, 'reply.written')).toHaveLength(2);
  const opened = await facts(id, 'ticket.opened');
  expect(opened.map(({ number }) => number)).toEqual([first.number, other.number, silent.number]);
  expect(opened[0]).toMatchObject({
    ticketVersion: 1,
    ticketState: 'open',
    answeredAt: null,
    openedAt: first.openedAt,
  });
  const { events } = await showConversation(desk.postgres, id);
  expect(events.filter(({ what }) => what === 'ticket-opened')).toHaveLength(3);
});

test('A21 a complaint is refused with everything that it lacks', async () => {
  const id = await waits(desk.postgres);
  const refused = await open(ann, id, { ...aboutCao, complaint: null }).catch((error: Refusal) => error);
  expect(refused).toMatchObject({ code: 'complaint-incomplete', status: 422 });
  expect((refused as Refusal).issues.map(({ path, because }) => [path, because?.code])).toEqual(
    ['accusedNumber', 'contactUsed', 'happenedAt', 'content', 'reachAt'].map((name) => [
      `complaint.${name}`,
      'is-missing',
    ]),
  );
  const wrong = (change: Partial<typeof complaint>) =>
    open(ann, id, { ...aboutCao, complaint: { ...complaint, ...change } });
  expect(await no(wrong({ happenedAt: '2126-01-01T00:00:00Z' }))).toBe('complaint-incomplete');
  expect(await no(wrong({ accusedNumber: '9999' }))).toBe('no-such-number');
  expect(await no(open(ann, id, { complaint }))).toBe('only-for-complaints');
  expect(await seenBy(lead, id)).toEqual([0, 0]);
});

test('A21 the accused can neither own nor read it, by whatever way, nor record it', async () => {
  const id = await waits(desk.postgres);
  await hasIt(id, ann.id);
  expect(await no(open(accused, id, aboutCao))).toBe('not-about-yourself');
  expect(await no(open(ann, id, { ...aboutCao, ownerId: accused.id }))).toBe('accused-cannot-own');
  const ticket = await open(ann, id, { ...aboutCao, complaint: { ...complaint, accusedNumber: ' １０２４ ' } });
  expect([await seenBy(accused, id), await seenBy(bob, id)]).toEqual([
    [0, 0],
    [1, 1],
  ]);
  expect(await no(showTicket(desk, accused, ticket.id))).toBe('not-found');
  expect(await no(work(accused, ticket, { state: 'solved' }))).toBe('not-found');
  expect(await no(work(lead, ticket, { ownerId: accused.id }))).toBe('accused-cannot-own');
  // another number changes nothing, nor does taking the complaint for something else
  expect(await no(showTicket(desk, { ...accused, number: '7777' }, ticket.id))).toBe('not-found');
  expect(await no(work(lead, ticket, { kind: 'inquiry' }))).toBe('only-for-complaints');
  // whoever has the number now is the one it names, too
  expect(await no(showTicket(desk, { ...bob, number: '1024' }, ticket.id))).toBe('not-found');
  const [fact] = await facts(id, 'ticket.opened');
  expect(fact).toMatchObject({ kind: 'complaint-employee', hiddenFrom: [accused.id] });
  const { events } = await showConversation(desk.postgres, id);
  expect(events.filter(({ what }) => what.startsWith('ticket'))).toEqual([]);
  const owner = `UPDATE ticket SET owner_id = $2 WHERE id = $1`;
  await expect(desk.postgres.query(owner, [ticket.id, accused.id])).rejects.toThrow('ticket_owner_check');
});

test('V7 another group does not see it, a monitor changes nothing, its owner works on it from anywhere', async () => {
  const id = await waits(desk.postgres);
  const ticket = await open(ann, id);
  expect(await no(open(stranger, id))).toBe('not-your-group');
  expect(await no(open(monitor, id))).toBe('not-allowed');
  expect((await seenBy(stranger, id))[0]).toBe(0);
  expect(await seenBy(monitor, id)).toEqual([1, 1]);
  expect(await no(showTicket(desk, stranger, ticket.id))).toBe('not-found');
  expect(await no(work(stranger, ticket, { severity: 'high' }))).toBe('not-found');
  expect(await no(work(monitor, ticket, { severity: 'high' }))).toBe('not-allowed');
  expect(await no(work(ann, ticket, { ownerId: monitor.id }))).toBe('owner-cannot-answer');
  for (const ownerId of [gone.id, newId<AgentId>()])
    expect(await no(work(ann, ticket, { ownerId }))).toBe('no-such-agent');
  await work(ann, ticket, { ownerId: stranger.id });
  expect(await work(stranger, ticket, { severity: 'critical' })).toMatchObject({ severity: 'critical', version: 3 });
});

test('a ticket goes its ways, says each once, and two who change it at once are told', async () => {
  const id = await waits(desk.postgres);
  const ticket = await open(ann, id);
  expect(await no(work(ann, ticket, { state: 'with-department' }))).toBe('department-missing');
  expect(await no(work(ann, ticket, { state: 'closed' }))).toBe('ticket-not-solved');
  expect(await work(ann, ticket, { state: 'open' })).toMatchObject({ version: 1 });
  await work(ann, ticket, { state: 'with-department', department: 'Logistics' }, 1);
  expect(await no(work(bob, ticket, { state: 'solved' }, 1))).toBe('edited-meanwhile');
  const solved = await work(bob, ticket, { state: 'solved' }, 2);
  expect(solved).toMatchObject({
    state: 'solved',
    department: 'Logistics',
    answeredAt: solved.solvedAt,
    closedAt: null,
  });
  expect(await work(bob, ticket, { state: 'open' })).toMatchObject({ solvedAt: null, answeredAt: solved.answeredAt });
  await work(bob, ticket, { state: 'solved' });
  expect((await work(bob, ticket, { state: 'closed' })).closedAt).not.toBeNull();
  expect(await no(work(bob, ticket, { severity: 'low' }))).toBe('ticket-is-closed');
  const states = (await facts(id, 'ticket.changed')).map(({ ticketState, ticketVersion }) => [
    ticketVersion,
    ticketState,
  ]);
  expect(states).toEqual([
    [2, 'with-department'],
    [3, 'solved'],
    [4, 'open'],
    [5, 'solved'],
    [6, 'closed'],
  ]);
});

test('A21 it is answered in the transaction of the owner’s reply, by nobody else’s, and once', async () => {
  const id = await waits(desk.postgres);
  await hasIt(id, ann.id);
  const ticket = await open(lead, id, { ...aboutCao, ownerId: bob.id });
  const answeredAt = async () => (await showTicket(desk, lead, ticket.id)).ticket.answeredAt;
  await hasIt(id, ann.id);
  await says(ann, id);
  expect(await answeredAt()).toBeNull();
  await hasIt(id, bob.id);
  const first = await says(bob, id);
  expect(Date.parse((await answeredAt())!)).toBe(Date.parse(first.at));
  await hasIt(id, bob.id);
  await says(bob, id, 'And one more thing');
  expect(Date.parse((await answeredAt())!)).toBe(Date.parse(first.at));
  const [fact, ...more] = await facts(id, 'ticket.changed');
  expect([fact.answeredAt, more]).toEqual([await answeredAt(), []]);
});

test('an owner’s reply that did not arrive was no answer; sent again it is', async () => {
  const id = await waits(desk.postgres);
  const ticket = await open(lead, id, { ownerId: bob.id });
  await hasIt(id, bob.id);
  const { id: messageId } = await says(bob, id);
  const data = { messageId, conversationId: id, channel: 'webchat', attempt: 1, because: 'bounced', detail: '' };
  const failed = { id: newId(), type: 'delivery.failed', at: new Date().toISOString(), data } as never;
  for (let n = 0; n < 2; n += 1) await desk.postgres.transaction((tx) => recordDeliveries(tx, [failed]));
  expect((await showTicket(desk, lead, ticket.id)).ticket).toMatchObject({ answeredAt: null, version: 3 });
  await sendAgain(orders, { ...order(bob, id, 'send-again'), messageId: messageId as MessageId });
  expect((await showTicket(desk, lead, ticket.id)).ticket.answeredAt).not.toBeNull();
});

test('what rests with the customer is the desk’s again once they write, and not for a machine’s mail', async () => {
  const chat = (address: string, rest = {}) =>
    aReceivedMessage({
      channel: 'webchat',
      standard: 'chat',
      live: true,
      from: { address },
      thread: { key: '' },
      ...rest,
    });
  const writes = (address: string, rest = {}) =>
    desk.postgres.transaction((tx) => takeIn(tx, [chat(address, rest)], { policy: defaultPolicy }));
  await writes('rests@x.test');
  const [row] = await desk.postgres.query<{ id: ConversationId }>(
    `SELECT c.id FROM conversation c JOIN address a ON a.id = c.address_id WHERE a.address = 'rests@x.test'`,
  );
  const ticket = await open(ann, row!.id);
  await work(ann, ticket, { state: 'with-customer' });
  const state = async () => (await showTicket(desk, ann, ticket.id)).ticket.state;
  await writes('rests@x.test', { automatic: 'auto-replied' });
  expect(await state()).toBe('with-customer');
  await writes('rests@x.test');
  expect(await state()).toBe('open');
  expect((await facts(row!.id, 'ticket.changed')).map(({ ticketState }) => ticketState)).toEqual([
    'with-customer',
    'open',
  ]);
});

test('lists are filtered, newest first, and pages hold each one once', async () => {
  const id = await waits(desk.postgres);
  const made: Ticket[] = [];
  for (let n = 0; n < 5; n += 1)
    made.push(await open(ann, id, { ownerId: n % 2 ? bob.id : null, subject: `number ${n}` }));
  const list = (query: object, by = bob) => listTickets(desk.postgres, by, TicketQuery.parse(query));
  expect((await list({ owner: 'me' })).items.every(({ ownerId }) => ownerId === bob.id)).toBe(true);
  expect((await list({ owner: 'none', kind: 'praise' })).items).toEqual([]);
  expect((await list({ state: 'closed,solved', queue: 'service' })).items.every(({ state }) => state !== 'open')).toBe(
    true,
  );
  const seen: string[] = [];
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const page = await list({ limit: 2, ...(cursor ? { cursor } : {}) });
    seen.push(...page.items.map((one) => one.id));
    cursor = page.next;
  }
  expect(new Set(seen).size).toBe(seen.length);
  expect(seen.slice(0, 5)).toEqual(made.map((one) => one.id).reverse());
});

test('the promise that runs stands at its ticket', async () => {
  const id = await waits(desk.postgres);
  await hasIt(id, ann.id);
  const [one, other] = [await open(lead, id, aboutCao), await open(lead, id, aboutCao)];
  const clock = (ticketId: string | null, startedAt: string, due: string) =>
    desk.postgres.query(
      `INSERT INTO conversation_clock (clock_id, conversation_id, policy, ticket_id, started_at, due_at, due_said, state, state_said)
       VALUES ($1, $2, 'promise', $3, $4, $5, '', 'running', '')`,
      [newId(), id, ticketId, startedAt, due],
    );
  await clock(one.id, one.openedAt, '2031-01-01T00:00:00Z');
  await clock(null, new Date(other.openedAt).toISOString(), '2032-01-01T00:00:00Z');
  const due = async ({ id: ticketId }: Ticket) => (await showTicket(desk, lead, ticketId)).ticket.dueAt?.slice(0, 4);
  expect([await due(one), await due(other)]).toEqual(['2031', '2032']);
});

test('A29 what is beyond one is said with its reason; the note stays in the house', async () => {
  const id = await waits(desk.postgres);
  const says = (by: StaffV1) =>
    escalate(orders, {
      ...order(by, id, 'escalate'),
      escalation: { because: 'publicity-risk', note: 'Wants to go to the press' },
    });
  expect([await no(says(stranger)), await no(says(monitor))]).toEqual(['not-your-group', 'not-allowed']);
  const after = await says(ann);
  expect(after.events.at(-1)).toMatchObject({
    what: 'escalated',
    agentId: ann.id,
    because: { code: 'publicity-risk' },
  });
  expect(await facts(id, 'conversation.escalated')).toMatchObject([{ by: ann.id, because: 'publicity-risk' }]);
  expect(JSON.stringify(await facts(id, 'conversation.escalated'))).not.toContain('press');
  const notes = await desk.postgres.query(`SELECT text FROM message WHERE conversation_id = $1 AND kind = 'note'`, [
    id,
  ]);
  expect(notes).toEqual([{ text: 'Wants to go to the press' }]);
  await desk.postgres.query(`UPDATE conversation SET state = 'solved', solved_at = now() WHERE id = $1`, [id]);
  expect(await no(says(ann))).toBe('already-solved');
});

test('A30 who follows it sees its tickets in whatever group it is, works on none, and never follows what accuses them', async () => {
  const id = await waits(desk.postgres);
  const ticket = await open(ann, id);
  const follow = (person: StaffV1) =>
    desk.postgres.query('UPDATE conversation SET follower_id = $2 WHERE id = $1', [id, person.id]);
  expect(await seenBy(stranger, id)).toEqual([0, 1]);
  await follow(stranger);
  expect(await seenBy(stranger, id)).toEqual([1, 1]);
  expect((await showTicket(desk, stranger, ticket.id)).ticket.id).toBe(ticket.id);
  expect(await no(work(stranger, ticket, { severity: 'critical' }))).toBe('not-your-group');
  await follow(accused);
  await open(ann, id, aboutCao);
  expect((await showConversation(desk.postgres, id)).followerId).toBeNull();
});

/** A10: tickets are merged, split and tied on a real Postgres; each is always somebody's, and nothing of a complaint leaks. */
import { type ConversationId, NewTicket, newId, type StaffV1, type Ticket } from '@trunkline/contracts';
import { Refusal } from '@trunkline/platform';
import { anAgent, freshDatabase, testPasswords } from '@trunkline/testing';
import type { z } from 'zod';
import { GiveOrder } from '../desk/give-order.ts';
import { showConversation } from '../desk/show-conversation.ts';
import { type DeskOnPostgres, openDesk, waits } from '../dispatch/desk-for-specs.ts';
import { listTickets, TicketQuery, ticketsOf } from '../tickets/list-tickets.ts';
import { openTicket } from '../tickets/open-ticket.ts';
import { showTicket } from '../tickets/show-ticket.ts';
import { workOnTicket } from '../tickets/work-on-ticket.ts';
import { mergeTickets } from './merge-tickets.ts';
import { showTies } from './show-ties.ts';
import { splitTicket } from './split-ticket.ts';
import { tieTicket, untieTicket } from './tie-ticket.ts';

let desk: DeskOnPostgres;
let orders: GiveOrder;
const ann = anAgent('ann', { number: '1001' });
const accused = anAgent('cao', { number: '1024' });
const lead = anAgent('lea', { number: '2001', role: 'supervisor', groups: ['service', 'complaints'] });
const monitor = anAgent('mo', { number: '3001', role: 'monitor' });
const stranger = anAgent('eve', { number: '4001', groups: ['payments'] });

beforeAll(async () => {
  desk = await openDesk(await freshDatabase(), testPasswords);
  orders = new GiveOrder(desk.postgres, desk.settings);
  for (const record of [ann, accused, lead, monitor, stranger]) {
    const values = [record.id, JSON.stringify(record)];
    await desk.postgres.query(`INSERT INTO setting (kind, name, version, body) VALUES ('staff', $1, 1, $2)`, values);
  }
  await desk.settings.refresh();
}, 120_000);
afterAll(() => desk?.close());

type Asked = Partial<z.input<typeof NewTicket>>;
const asked = (ticket: Asked = {}) => NewTicket.parse({ kind: 'incident', subject: 'Parcel 77 is lost', ...ticket });
const open = (by: StaffV1, conversationId: ConversationId, ticket: Asked = {}) =>
  openTicket(orders, { by: by.id, conversationId, does: 'open-ticket', ticket: asked(ticket), idempotencyKey: null });
const no = (given: Promise<unknown>) =>
  given.then(
    () => 'yes',
    (error) => (error instanceof Refusal ? error.code : Promise.reject(error)),
  );
const merge = (by: StaffV1, one: Ticket, other: Ticket | string) =>
  mergeTickets(orders, {
    by: by.id,
    ticketId: one.id,
    asked: typeof other === 'string' ? { number: other } : { ticketId: other.id },
  });
const tie = (by: StaffV1, one: Ticket, what: Parameters<typeof tieTicket>[1]['asked']) =>
  tieTicket(orders, { by: by.id, ticketId: one.id, asked: what });
const ties = (by: StaffV1, { id }: Ticket) => showTies(orders, by.id, id);
const show = async ({ id }: Ticket) => (await showTicket(desk, lead, id)).ticket;
const told = (id: ConversationId) =>
  desk.postgres
    .query<{ body: string }>(`SELECT body FROM outbox WHERE key = $1 AND type = 'reply.written' ORDER BY id`, [id])
    .then((rows) => rows.map(({ body }) => JSON.parse(body).text as string));
/** Another conversation of the same customer's. */
async function again(id: ConversationId): Promise<ConversationId> {
  const other = await waits(desk.postgres);
  await desk.postgres.query(
    `UPDATE address SET customer_id = (SELECT a.customer_id FROM conversation c JOIN address a ON a.id = c.address_id WHERE c.id = $1)
      WHERE id = (SELECT address_id FROM conversation WHERE id = $2)`,
    [id, other],
  );
  return other;
}
const complaint = {
  kind: 'complaint-employee',
  severity: 'high',
  subject: 'Rude',
  complaint: {
    accusedNumber: '1024',
    contactUsed: 'chat',
    happenedAt: '2026-11-20T08:30:00.000Z',
    content: 'Was rude',
    reachAt: 'a@x.test',
  },
} as const;

test('A10 without an owner and a department it is whose who opens it; a complaint is the supervisor’s', async () => {
  const id = await waits(desk.postgres);
  expect(await open(ann, id)).toMatchObject({ ownerId: ann.id, department: null });
  expect(await open(ann, id, { department: 'Logistics' })).toMatchObject({ ownerId: null, department: 'Logistics' });
  const ticket = await open(ann, await waits(desk.postgres), complaint);
  expect(ticket.ownerId).toBe(lead.id);
  const work = (change: object) => workOnTicket(orders, { by: lead.id, ticketId: ticket.id, change });
  expect(await no(work({ ownerId: null }))).toBe('ticket-needs-owner');
  const nobodys = 'UPDATE ticket SET owner_id = NULL WHERE id = $1';
  await expect(desk.postgres.query(nobodys, [ticket.id])).rejects.toThrow('ticket_whose_check');
});

test('A10 merged, the older stays with both conversations, the graver severity and its promise; the customer hears its number', async () => {
  const first = await waits(desk.postgres);
  const second = await again(first);
  const older = await open(ann, first);
  const newer = await open(ann, second, { severity: 'critical' });
  const stays = await merge(ann, newer, older.number.toLowerCase().replace('t', 'T'));
  expect(stays).toMatchObject({ id: older.id, severity: 'critical', state: 'open', ownerId: ann.id });
  expect(await show(newer)).toMatchObject({ state: 'closed', answeredAt: null });
  const of = await ties(ann, older);
  expect(of.conversations.map(({ id, isFirst }) => [id, isFirst])).toEqual([
    [first, true],
    [second, false],
  ]);
  expect(of.tickets).toMatchObject([{ id: newer.id, how: 'merged-from' }]);
  expect((await ties(ann, newer)).tickets).toMatchObject([{ id: older.id, how: 'merged-into' }]);
  // both ways: the other conversation shows the ticket that stays
  expect((await ticketsOf(desk.postgres, ann, second)).items.map(({ id }) => id)).toEqual([newer.id, older.id]);
  const last = (await told(second)).at(-1)!;
  expect([last.includes(older.number), last.includes(newer.number)]).toEqual([true, true]);
  expect(await no(merge(ann, older, newer))).toBe('ticket-is-over');
  for (const id of [first, second]) {
    const { events } = await showConversation(desk.postgres, id);
    expect(events.at(-1)).toMatchObject({ because: { code: 'ticket-merged', values: { number: older.number } } });
  }
});

test('A10 what may not be merged is refused with its reason, and nothing changes', async () => {
  const id = await waits(desk.postgres);
  const ticket = await open(ann, id);
  const anothers = await open(ann, await waits(desk.postgres));
  const aboutCao = await open(ann, await again(id), complaint);
  expect(await no(merge(ann, ticket, ticket))).toBe('ticket-itself');
  expect(await no(merge(ann, ticket, anothers))).toBe('another-customer');
  expect(await no(merge(lead, ticket, aboutCao))).toBe('complaint-stays-alone');
  expect(await no(merge(ann, ticket, 'T-999999'))).toBe('no-such-ticket');
  expect(await no(merge(monitor, ticket, anothers))).toBe('not-allowed');
  expect(await no(merge(stranger, ticket, anothers))).toBe('not-found');
  // nor whether there is such a number
  expect(await no(merge(stranger, ticket, 'T-999999'))).toBe('not-found');
  expect(await no(tie(monitor, ticket, { number: 'T-999999' }))).toBe('not-allowed');
  // whom the other one is about learns nothing of it
  expect(await no(merge(accused, ticket, aboutCao.number))).toBe('not-found');
  expect(await show(ticket)).toMatchObject({ version: 1, state: 'open' });
});

test('two who merge the same two at once merge them once', async () => {
  const id = await waits(desk.postgres);
  const [one, other] = [await open(ann, id), await open(ann, id)];
  const said = await Promise.all([no(merge(ann, one, other)), no(merge(lead, other, one))]);
  expect(said.sort()).toEqual(['ticket-is-over', 'yes']);
  expect([(await show(one)).state, (await show(other)).state]).toEqual(['open', 'closed']);
});

test('A10 split, the new one has a number of its own and each names the other; asked twice it is one', async () => {
  const id = await waits(desk.postgres);
  const ticket = await open(ann, id);
  const split = (key: string | null = 'k') =>
    splitTicket(orders, {
      by: ann.id,
      ticketId: ticket.id,
      asked: asked({ subject: 'The refund' }),
      idempotencyKey: key,
    });
  const [made, same] = await Promise.all([split(), split()]);
  expect(made.id).toBe(same.id);
  expect(made).toMatchObject({ subject: 'The refund', conversationId: id, ownerId: ann.id });
  expect((await ties(ann, ticket)).tickets).toMatchObject([{ id: made.id, how: 'split-into' }]);
  expect((await ties(ann, made)).tickets).toMatchObject([{ id: ticket.id, how: 'split-from' }]);
  expect((await told(id)).some((text) => text.includes(made.number))).toBe(true);
  await workOnTicket(orders, { by: ann.id, ticketId: ticket.id, change: { state: 'solved' } });
  await workOnTicket(orders, { by: ann.id, ticketId: ticket.id, change: { state: 'closed' } });
  expect(await no(split('another'))).toBe('ticket-is-closed');
});

test('A10 a conversation is tied both ways and untied; where it was opened it stays', async () => {
  const first = await waits(desk.postgres);
  const second = await again(first);
  const ticket = await open(ann, first);
  for (let n = 0; n < 2; n += 1) await tie(ann, ticket, { conversationId: second });
  expect((await ties(ann, ticket)).conversations).toHaveLength(2);
  expect((await ticketsOf(desk.postgres, ann, second)).items.map(({ id }) => id)).toEqual([ticket.id]);
  const { events } = await showConversation(desk.postgres, second);
  expect(events.filter(({ because }) => because?.code === 'ticket-tied')).toHaveLength(1);
  // whoever sees the one that is tied sees the ticket, and may work on it only from where it is
  await desk.postgres.query(`UPDATE conversation SET queue = 'payments' WHERE id = $1`, [second]);
  expect((await showTicket(desk, stranger, ticket.id)).ticket.id).toBe(ticket.id);
  expect((await ties(stranger, ticket)).conversations).toHaveLength(2);
  expect(await no(tie(stranger, ticket, { conversationId: second }))).toBe('not-your-group');
  await desk.postgres.query(`UPDATE conversation SET queue = 'service' WHERE id = $1`, [second]);
  // still one ticket in the list of all
  const all = (await listTickets(desk.postgres, ann, TicketQuery.parse({}))).items.filter(({ id }) => id === ticket.id);
  expect(all).toHaveLength(1);
  const untie = (other: string) => untieTicket(orders, { by: ann.id, ticketId: ticket.id, other });
  expect((await untie(second)).conversations).toHaveLength(1);
  expect((await ticketsOf(desk.postgres, ann, second)).items).toEqual([]);
  expect([await no(untie(second)), await no(untie(first))]).toEqual(['not-tied-by-hand', 'not-tied-by-hand']);
  expect(await no(tie(ann, ticket, { conversationId: await waits(desk.postgres) }))).toBe('another-customer');
  expect(await no(tie(ann, ticket, { conversationId: newId() }))).toBe('not-found');
  expect(await no(tie(monitor, ticket, { conversationId: second }))).toBe('not-allowed');
});

test('A21 what is tied to a complaint is hidden with it, and its number is nothing to whom it is about', async () => {
  const first = await waits(desk.postgres);
  const second = await again(first);
  const about = await open(lead, first, complaint);
  await tie(lead, about, { conversationId: second });
  expect((await showConversation(desk.postgres, second)).hiddenFrom).toEqual([accused.id]);
  const third = await open(ann, await again(first));
  await tie(lead, third, { ticketId: about.id });
  expect((await ties(lead, third)).tickets).toMatchObject([{ id: about.id, how: 'linked' }]);
  expect((await ties(accused, third)).tickets).toEqual([]);
  expect(await no(tie(accused, third, { number: about.number }))).toBe('not-found');
  expect(await no(ties(accused, about))).toBe('not-found');
  expect((await ties(accused, third)).conversations.every(({ id }) => id !== second)).toBe(true);
  const { tickets } = await untieTicket(orders, { by: lead.id, ticketId: third.id, other: about.id });
  expect(tickets).toEqual([]);
});

/** A10: a customer who names their ticket's number is tied to it, on a real Postgres; another customer's number ties nothing. */
import { type ConversationId, type MessageReceivedV1, NewTicket, newId, type Ticket } from '@trunkline/contracts';
import { anAgent, freshDatabase, testPasswords } from '@trunkline/testing';
import { GiveOrder } from '../desk/give-order.ts';
import { showConversation } from '../desk/show-conversation.ts';
import { type DeskOnPostgres, openDesk } from '../dispatch/desk-for-specs.ts';
import { aReceivedMessage } from '../intake/a-received-message.ts';
import { takeIn } from '../intake/take-in.ts';
import { openTicket } from '../tickets/open-ticket.ts';
import { showTies } from './show-ties.ts';

let desk: DeskOnPostgres;
let orders: GiveOrder;
const ann = anAgent('ann', { number: '1001' });
const accused = anAgent('cao', { number: '1024' });
const lead = anAgent('lea', { number: '2001', role: 'administrator' });

beforeAll(async () => {
  desk = await openDesk(await freshDatabase(), testPasswords);
  orders = new GiveOrder(desk.postgres, desk.settings);
  for (const record of [ann, accused, lead]) {
    const values = [record.id, JSON.stringify(record)];
    await desk.postgres.query(`INSERT INTO setting (kind, name, version, body) VALUES ('staff', $1, 1, $2)`, values);
  }
  await desk.settings.refresh();
}, 120_000);
afterAll(() => desk?.close());

/** Each says it in a mail of its own; the conversation it became. */
async function says(address: string, text: string, more: Partial<MessageReceivedV1> = {}): Promise<ConversationId> {
  const message = aReceivedMessage({ text, from: { address }, thread: { key: `<${newId()}@x.test>` }, ...more });
  await desk.postgres.transaction((tx) => takeIn(tx, [message], { policy: desk.settings.policy }));
  const sql = 'SELECT conversation_id AS id FROM message WHERE receipt_id = $1';
  return (await desk.postgres.query<{ id: ConversationId }>(sql, [message.receiptId]))[0]!.id;
}
let nth = 0;
async function withTicket(ticket: object = {}): Promise<{ address: string; ticket: Ticket }> {
  nth += 1;
  const address = `named-${nth}@customer.test`;
  const conversationId = await says(address, 'My parcel is lost');
  await desk.postgres.query(`UPDATE conversation SET state = 'assigned', agent_id = $2 WHERE id = $1`, [
    conversationId,
    ann.id,
  ]);
  const asked = NewTicket.parse({ kind: 'incident', subject: 'Lost parcel', ...ticket });
  const order = { by: ann.id, conversationId, does: 'open-ticket', ticket: asked, idempotencyKey: null } as const;
  return { address, ticket: await openTicket(orders, order) };
}
const tiedTo = async ({ id }: Ticket) => (await showTies(orders, lead.id, id)).conversations.map((one) => one.id);

test('A10 a new mail that names the number is about the ticket, both ways, and says so; said twice it is tied once', async () => {
  const { address, ticket } = await withTicket();
  const id = await says(address, `你好，工单 ${ticket.number} 有进展吗？`);
  expect(await tiedTo(ticket)).toContain(id);
  const { events } = await showConversation(desk.postgres, id);
  const lines = events.filter(({ because }) => because?.code === 'ticket-named');
  expect(lines).toMatchObject([{ because: { values: { number: ticket.number } } }]);
  await says(address, `And ${ticket.number}?`);
  expect((await tiedTo(ticket)).length).toBe(3);
}, 60_000);

test('A10 the subject counts; what a machine wrote, a forged mail and another customer tie nothing', async () => {
  const { address, ticket } = await withTicket();
  const words = `About ${ticket.number}`;
  const fail = { result: 'fail', domain: 'customer.test' } as const;
  const forged = { spf: fail, dkim: fail, dmarc: fail } as unknown as MessageReceivedV1['checks'] & object;
  const others = [
    await says(address, words, { automatic: 'auto-replied' }),
    await says(address, words, { checks: forged }),
    await says('somebody-else@customer.test', words),
  ];
  const named = await says(address, 'Hello', { subject: words });
  const tied = await tiedTo(ticket);
  expect(tied).toContain(named);
  expect(tied.filter((id) => others.includes(id))).toEqual([]);
});

test('A21 what names a complaint about an employee is hidden from them from its first moment, and no line says which', async () => {
  const { address, ticket } = await withTicket({
    kind: 'complaint-employee',
    complaint: {
      accusedNumber: '1024',
      contactUsed: 'chat',
      happenedAt: '2026-11-20T08:30:00.000Z',
      content: 'Was rude',
      reachAt: 'a@x.test',
    },
  });
  const id = await says(address, `Is there an answer to ${ticket.number} yet?`);
  expect(await tiedTo(ticket)).toContain(id);
  const [row] = await desk.postgres.query<{ hidden: string[] }>(
    'SELECT hidden_from::text[] AS hidden FROM conversation WHERE id = $1',
    [id],
  );
  expect(row!.hidden).toEqual([accused.id]);
  const [bars] = await desk.postgres.query<{ body: object }>(
    `SELECT body FROM dispatch_input WHERE kind = 'bars' AND conversation_id = $1`,
    [id],
  );
  expect(bars!.body).toEqual({ agents: [accused.id] });
  const { events } = await showConversation(desk.postgres, id);
  expect(events.map(({ because }) => because?.code)).not.toContain('ticket-named');
});

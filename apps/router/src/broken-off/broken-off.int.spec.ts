/** A32 on a real Postgres: gone too long while an answer is owed; back in time, or finished, alerts nobody. */
import { type ConversationId, NewTicket, newId } from '@trunkline/contracts';
import { anAgent, freshDatabase, testPasswords } from '@trunkline/testing';
import { AlarmsConsumer } from '../alarms/alarms.consumer.ts';
import { GiveOrder } from '../desk/give-order.ts';
import { resolve } from '../desk/resolve.ts';
import { type DeskOnPostgres, openDesk } from '../dispatch/desk-for-specs.ts';
import { aReceivedMessage } from '../intake/a-received-message.ts';
import { takeIn } from '../intake/take-in.ts';
import { openTicket } from '../tickets/open-ticket.ts';
import { VisitorsConsumer } from './visitors.consumer.ts';

let desk: DeskOnPostgres;
let visitors: VisitorsConsumer;
let alarms: AlarmsConsumer;
const ann = anAgent('ann', { number: '1001' });
beforeAll(async () => {
  desk = await openDesk(await freshDatabase(), testPasswords);
  visitors = new VisitorsConsumer(desk.postgres, desk.settings);
  alarms = new AlarmsConsumer(desk.postgres, desk.settings);
  const values = [ann.id, JSON.stringify(ann)];
  await desk.postgres.query(`INSERT INTO setting (kind, name, version, body) VALUES ('staff', $1, 1, $2)`, values);
  await desk.settings.refresh();
});
afterAll(() => desk?.close());

let nth = 0;
async function chatting(label: string | null) {
  nth += 1;
  const address = `visitor-${nth}`;
  const whose = { channel: 'webchat', account: 'demo', address };
  const one = aReceivedMessage({ channel: 'webchat', standard: 'chat', live: true, account: 'demo', text: 'Hello' });
  const message = { ...one, from: { ...one.from, address } };
  await desk.postgres.transaction((tx) => takeIn(tx, [message], { policy: desk.settings.policy }));
  const sql = 'SELECT c.id FROM conversation c JOIN address a ON a.id = c.address_id WHERE a.address = $1';
  const [row] = await desk.postgres.query<{ id: ConversationId }>(sql, [address]);
  const { id } = row!;
  const held = `UPDATE conversation SET state = 'assigned', agent_id = $2, label = $3 WHERE id = $1`;
  await desk.postgres.query(held, [id, ann.id, label]);
  const moved = (type: 'visitor.left' | 'visitor.returned', at: number) =>
    ({ id: newId(), type, key: `webchat:${address}`, data: { ...whose, at: new Date(at).toISOString() } }) as never;
  const facts = async (type: string) => {
    const rows = await desk.postgres.query<{ body: string }>(
      'SELECT body FROM outbox WHERE key = $1 AND type = $2 ORDER BY id',
      [id, type],
    );
    return rows.map(({ body }) => JSON.parse(body));
  };
  const rings = async () => {
    const { alarmId, alarmVersion, kind, aboutId, dueAt } = (await facts('alarm.set')).at(-1)!;
    const data = { alarmId, alarmVersion, conversationId: id, kind, aboutId, dueAt };
    await alarms.hear([{ id: newId(), type: 'alarm.rang', at: dueAt, data } as never]);
  };
  const callBacks = () =>
    desk.postgres.query<{ reason: string; order_key: number; result: string | null; address: string }>(
      'SELECT reason, order_key, result, address FROM call_back WHERE conversation_id = $1',
      [id],
    );
  return { id, moved, facts, rings, callBacks };
}
const now = Date.parse('2026-11-23T09:00:00.000Z');

test('A32 a complaint breaks off: due 60 s after, the supervisor is told, and its call-back is first in line', async () => {
  const [complaint, other] = [await chatting('complaint-about-employee'), await chatting(null)];
  for (const one of [other, complaint]) {
    await visitors.hear([one.moved('visitor.left', now)]);
    expect(await one.facts('alarm.set')).toMatchObject([{ kind: 'broken-off', dueAt: '2026-11-23T09:01:00.000Z' }]);
    await one.rings();
  }
  expect(await complaint.facts('conversation.escalated')).toMatchObject([{ because: 'chat-broke-off', by: null }]);
  expect(await other.facts('conversation.escalated')).toEqual([]);
  const [first] = await complaint.callBacks();
  const [second] = await other.callBacks();
  expect([first!.reason, second!.reason]).toEqual(['chat-broke-off', 'chat-broke-off']);
  expect(first!.order_key).toBeLessThan(second!.order_key);
});

test('A32 a complaint that was recorded counts, whatever the label says; the call goes to the number that is known', async () => {
  const [recorded, other] = [await chatting(null), await chatting(null)];
  const ticket = NewTicket.parse({
    kind: 'complaint-event',
    subject: 'Broken',
    complaint: { content: 'It came broken', reachAt: 'a@x.test' },
  });
  const order = { by: ann.id, conversationId: recorded.id, does: 'open-ticket', ticket, idempotencyKey: null } as const;
  await openTicket(new GiveOrder(desk.postgres, desk.settings), order);
  const sms = aReceivedMessage({ channel: 'sms', standard: 'sms', account: '+1', text: 'Hi' });
  const theirs = { ...sms, from: { ...sms.from, address: '+4915700000007' } };
  await desk.postgres.transaction((tx) => takeIn(tx, [theirs], { policy: desk.settings.policy }));
  await desk.postgres.query(
    `UPDATE address SET customer_id = (SELECT a.customer_id FROM conversation c JOIN address a ON a.id = c.address_id WHERE c.id = $1)
      WHERE address = '+4915700000007'`,
    [recorded.id],
  );
  for (const one of [other, recorded]) {
    await visitors.hear([one.moved('visitor.left', now)]);
    await one.rings();
  }
  expect(await recorded.facts('conversation.escalated')).toMatchObject([{ because: 'chat-broke-off' }]);
  const [[first], [second]] = [await recorded.callBacks(), await other.callBacks()];
  expect(first!.order_key).toBeLessThan(second!.order_key);
  expect([first!.address, second!.address]).toEqual(['+4915700000007', expect.stringContaining('visitor-')]);
});

test('A32 back within the time cancels, also where both are heard at once or the other way round', async () => {
  const [soon, atOnce] = [await chatting('complaint-about-employee'), await chatting('complaint-about-employee')];
  await visitors.hear([soon.moved('visitor.left', now)]);
  await visitors.hear([soon.moved('visitor.returned', now + 30_000)]);
  expect(await soon.facts('alarm.off')).toHaveLength(1);
  await soon.rings();
  await visitors.hear([atOnce.moved('visitor.returned', now + 1_000), atOnce.moved('visitor.left', now)]);
  expect([await soon.callBacks(), await atOnce.callBacks(), await atOnce.facts('alarm.set')]).toEqual([[], [], []]);
});

test('A32 who comes back later is not called any more', async () => {
  const one = await chatting(null);
  await visitors.hear([one.moved('visitor.left', now)]);
  await one.rings();
  await visitors.hear([one.moved('visitor.returned', now + 300_000)]);
  expect(await one.callBacks()).toMatchObject([{ result: 'not-needed' }]);
});

test('A32 closing a finished chat alerts nobody, nor does one that was solved before it rang', async () => {
  const [finished, solved] = [await chatting('complaint-about-employee'), await chatting('complaint-about-employee')];
  await desk.postgres.query(
    `INSERT INTO closing (conversation_id, cycle, asked_at, wants_more) VALUES ($1, 1, now(), false)`,
    [finished.id],
  );
  await visitors.hear([finished.moved('visitor.left', now)]);
  expect(await finished.facts('alarm.set')).toEqual([]);
  await visitors.hear([solved.moved('visitor.left', now)]);
  const order = { by: ann.id, conversationId: solved.id, does: 'resolve' } as const;
  await resolve(new GiveOrder(desk.postgres, desk.settings), order);
  await solved.rings();
  expect([await solved.callBacks(), await solved.facts('conversation.escalated')]).toEqual([[], []]);
});

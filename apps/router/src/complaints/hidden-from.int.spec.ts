/** A21: whom a complaint is about loses its conversation, and sees, gets and hears nothing of it from then on. */
import { type ConversationId, NewTicket, type StaffV1 } from '@trunkline/contracts';
import { Refusal } from '@trunkline/platform';
import { type Act, may } from '@trunkline/rules';
import { anAgent, freshDatabase, testPasswords } from '@trunkline/testing';
import { GiveOrder } from '../desk/give-order.ts';
import { listConversations } from '../desk/list-conversations.ts';
import { reply } from '../desk/reply.ts';
import { showConversation } from '../desk/show-conversation.ts';
import { type DeskOnPostgres, dispatchOf, holdByHand, openDesk, takeAll, waits } from '../dispatch/desk-for-specs.ts';
import { putInputs } from '../dispatch/inputs.store.ts';
import { openTicket } from '../tickets/open-ticket.ts';
import { judgeOrder } from '../transfers/judge-order.ts';

let desk: DeskOnPostgres;
let orders: GiveOrder;
const ann = anAgent('ann', { number: '1001' });
const accused = anAgent('cao', { number: '1024', role: 'supervisor' });
beforeAll(async () => {
  desk = await openDesk(await freshDatabase(), testPasswords);
  orders = new GiveOrder(desk.postgres, desk.settings);
  for (const record of [ann, accused]) {
    const values = [record.id, JSON.stringify(record)];
    await desk.postgres.query(`INSERT INTO setting (kind, name, version, body) VALUES ('staff', $1, 1, $2)`, values);
  }
  await desk.settings.refresh();
}, 60_000);
afterAll(() => desk?.close());

const order = (by: StaffV1, conversationId: ConversationId, does: Act) => ({ by: by.id, conversationId, does });
const complain = (id: ConversationId) =>
  openTicket(orders, {
    ...order(ann, id, 'open-ticket'),
    ticket: NewTicket.parse({
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
    }),
    idempotencyKey: null,
  });
const no = (asked: Promise<unknown>) =>
  asked.then(
    () => 'yes',
    (error) => (error instanceof Refusal ? error.code : Promise.reject(error)),
  );
const listed = async (person: StaffV1, id: ConversationId) =>
  (await listConversations(desk.postgres, person, { limit: 200 } as never)).items.some((row) => row.id === id);

test('A21 the accused who has it loses it to the complaint group, and neither reads, answers, lists nor gets it', async () => {
  const id = await waits(desk.postgres);
  const hasIt = `UPDATE conversation SET state = 'assigned', agent_id = $2, follower_id = $2 WHERE id = $1`;
  await desk.postgres.query(hasIt, [id, accused.id]);
  expect(await listed(accused, id)).toBe(true);
  await complain(id);
  const shown = await showConversation(desk.postgres, id);
  expect(shown).toMatchObject({ state: 'waiting', queue: 'complaints', agentId: null, hiddenFrom: [accused.id] });
  expect(shown.followerId ?? null).toBeNull();
  for (const does of ['see-conversation', 'read-messages', 'reply', 'transfer'] as const)
    expect([does, may({ person: accused, does, thing: shown }).ok]).toEqual([does, false]);
  expect([await listed(accused, id), await listed(ann, id)]).toEqual([false, false]);
  const message = { text: 'Hello', kind: 'reply' } as const;
  expect(await no(reply(orders, { ...order(accused, id, 'reply'), message, idempotencyKey: null }))).toBe('not-found');
  const asked = { to: { agent: accused.id }, consent: undefined, how: undefined } as never;
  const judge = orders.held(order({ ...ann }, id, 'see-conversation'), () => Promise.resolve());
  expect(await no(judge)).toBe('not-your-group'); // Ann is not of the complaint group either
  await desk.postgres.transaction(async (tx) => {
    const conversation = { ...shown, hiddenFrom: shown.hiddenFrom } as never;
    expect(await no(judgeOrder(tx, { conversation, person: ann }, asked, desk.settings))).toBe('transfer-not-to-them');
  });
});

test('A21 it is never offered to the accused, though nobody else is there', async () => {
  const dispatch = await dispatchOf(desk.postgres, (await holdByHand(desk.postgres, 1)).epoch);
  const record = { ...accused, role: 'agent' as const, groups: ['service', 'complaints'] };
  const of = { conversationId: null, agentId: accused.id, routingVersion: null };
  const id = await waits(desk.postgres);
  await complain(id);
  await desk.postgres.transaction((tx) =>
    putInputs(tx, [
      { kind: 'staff', ...of, body: { record } },
      { kind: 'presence', ...of, body: { state: 'online', because: { code: 'signed-in' } } },
    ]),
  );
  await takeAll(desk.postgres, dispatch);
  expect(await showConversation(desk.postgres, id)).toMatchObject({ state: 'waiting', agentId: null });
  const other = await waits(desk.postgres);
  await takeAll(desk.postgres, dispatch);
  expect(await showConversation(desk.postgres, other)).toMatchObject({ state: 'offered', agentId: accused.id });
});

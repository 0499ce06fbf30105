/** A44: an agent promises a call-back; its time is what they say, else what the policy says. */
import { type ConversationId, NewCallBack, type StaffV1 } from '@trunkline/contracts';
import { Refusal } from '@trunkline/platform';
import { anAgent, freshDatabase, testPasswords } from '@trunkline/testing';
import { GiveOrder } from '../desk/give-order.ts';
import { type DeskOnPostgres, openDesk, waits } from '../dispatch/desk-for-specs.ts';
import { planByHand } from './plan-by-hand.ts';

let desk: DeskOnPostgres;
let orders: GiveOrder;
const ann = anAgent('ann', { number: '1001' });
const stranger = anAgent('eve', { number: '4001', groups: ['payments'] });
const monitor = anAgent('mo', { number: '3001', role: 'monitor' });
beforeAll(async () => {
  desk = await openDesk(await freshDatabase(), testPasswords);
  orders = new GiveOrder(desk.postgres, desk.settings);
  for (const record of [ann, stranger, monitor]) {
    const values = [record.id, JSON.stringify(record)];
    await desk.postgres.query(`INSERT INTO setting (kind, name, version, body) VALUES ('staff', $1, 1, $2)`, values);
  }
  await desk.settings.refresh();
});
afterAll(() => desk?.close());

const plans = (by: StaffV1, conversationId: ConversationId, plan: object) =>
  planByHand(orders, { by: by.id, conversationId, does: 'plan-call-back', plan: NewCallBack.parse(plan) });
const no = (asked: Promise<unknown>) =>
  asked.then(
    () => 'yes',
    (error) => (error instanceof Refusal ? error.code : Promise.reject(error)),
  );

test('A44 it stands in the list with its reason, time and note', async () => {
  const id = await waits(desk.postgres);
  const dueAt = new Date(Date.now() + 3_600_000).toISOString();
  const planned = await plans(ann, id, { dueAt, note: 'About the refund' });
  expect(planned).toMatchObject({ conversationId: id, reason: 'call-back-wanted', result: null, attempts: [] });
  expect(Date.parse(planned.dueAt)).toBe(Date.parse(dueAt));
  const notes = await desk.postgres.query(`SELECT text FROM message WHERE conversation_id = $1 AND kind = 'note'`, [
    id,
  ]);
  expect(notes).toEqual([{ text: 'About the refund' }]);
});

test('A44 without a time it is due as the policy says; a time that has passed is refused, and so are others', async () => {
  const id = await waits(desk.postgres);
  expect(Date.parse((await plans(ann, id, {})).dueAt)).toBeGreaterThan(Date.now());
  expect(await no(plans(ann, id, { dueAt: '2020-01-01T00:00:00.000Z' }))).toBe('due-is-past');
  expect([await no(plans(stranger, id, {})), await no(plans(monitor, id, {}))]).toEqual([
    'not-your-group',
    'not-allowed',
  ]);
});

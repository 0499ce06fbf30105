/** A8 on a real Postgres: asked once, read from the reply, typed in, and required before it is resolved. */
import type { ConversationId, StaffV1 } from '@trunkline/contracts';
import { Refusal } from '@trunkline/platform';
import { defaultPolicy, showForms } from '@trunkline/rules';
import { anAgent, freshDatabase, testPasswords } from '@trunkline/testing';
import { GiveOrder } from '../desk/give-order.ts';
import { resolve } from '../desk/resolve.ts';
import { showConversation } from '../desk/show-conversation.ts';
import { type DeskOnPostgres, openDesk } from '../dispatch/desk-for-specs.ts';
import { aReceivedMessage } from '../intake/a-received-message.ts';
import { takeIn } from '../intake/take-in.ts';
import { judgeText } from '../understand/judge-text.ts';
import { askForm } from './ask-form.ts';
import { fillForm } from './fill-form.ts';

let desk: DeskOnPostgres;
let orders: GiveOrder;
const ann = anAgent('ann', { number: '1001', groups: ['service', 'payments'] });
const label = defaultPolicy.taxonomy.topics.find(({ code }) => code === 'payment-and-settlement')!.labels[0]!.code;
beforeAll(async () => {
  judgeText('the first text fits the classifier, which takes seconds', defaultPolicy);
  desk = await openDesk(await freshDatabase(), testPasswords);
  orders = new GiveOrder(desk.postgres, desk.settings);
  await desk.postgres.query(`INSERT INTO setting (kind, name, version, body) VALUES ('staff', $1, 1, $2)`, [
    ann.id,
    JSON.stringify(ann),
  ]);
  await desk.settings.refresh();
}, 120_000);
afterAll(() => desk?.close());

let nth = 0;
async function given() {
  nth += 1;
  const address = `payer-${nth}`;
  const says = (text: string) => {
    const one = aReceivedMessage({ text });
    const message = { ...one, from: { ...one.from, address } };
    return desk.postgres.transaction((tx) => takeIn(tx, [message], { policy: desk.settings.policy }));
  };
  await says('I paid, and it does not arrive');
  const [row] = await desk.postgres.query<{ id: ConversationId }>(
    'SELECT c.id FROM conversation c JOIN address a ON a.id = c.address_id WHERE a.address = $1',
    [address],
  );
  const held = `UPDATE conversation SET state = 'assigned', agent_id = $2, label = $3, language = 'en' WHERE id = $1`;
  await desk.postgres.query(held, [row!.id, ann.id, label]);
  const known = async () => {
    const page = await showConversation(desk.postgres, row!.id);
    return Object.fromEntries(showForms(page, desk.settings.policy)[0]!.fields.map(({ code, value }) => [code, value]));
  };
  return { id: row!.id, says, known };
}
const order = (id: ConversationId, by: StaffV1 = ann) =>
  ({ by: by.id, conversationId: id, does: 'fill-form' }) as const;
const no = (asked: Promise<unknown>) =>
  asked.then(
    () => 'yes',
    (error) => (error instanceof Refusal ? error.code : Promise.reject(error)),
  );
const sent = (id: ConversationId) =>
  desk.postgres
    .query<{ body: string }>(`SELECT body FROM outbox WHERE key = $1 AND type = 'reply.written' ORDER BY id`, [id])
    .then((rows) => rows.map(({ body }) => JSON.parse(body).text as string));

test('A8 the missing fields go out in one message, once; the reply fills them in', async () => {
  const { id, says, known } = await given();
  await askForm(orders, order(id));
  expect(await sent(id)).toEqual([expect.stringMatching(/1\. Order number\n2\. Amount\n3\. How it was paid/)]);
  expect(await no(askForm(orders, order(id)))).toBe('form-asked-already');
  await says('1. 4711\n2. 20 EUR');
  expect(await known()).toEqual({ order: '4711', amount: '20', method: null, 'paid-on': null });
  await says('It was Alipay');
  expect(await known()).toMatchObject({ method: 'alipay' });
  await says('Order number: 9999');
  expect(await known()).toMatchObject({ order: '4711' });
  expect(await no(askForm(orders, order(id)))).toBe('form-complete');
});

test('A8 what is typed in is read as its field wants it, or refused with what it should be', async () => {
  const { id, known } = await given();
  const fill = (values: Record<string, string>) => fillForm(orders, { ...order(id), values });
  await fill({ amount: '¥1,299.50', 'paid-on': '3.11.2026' });
  expect(await known()).toMatchObject({ amount: '1299.50', 'paid-on': '2026-11-03' });
  expect(await no(fill({ amount: 'much' }))).toBe('field-not-a-number');
  expect(await no(fill({ colour: 'red' }))).toBe('no-such-field');
  await fill({ amount: '' });
  expect(await known()).toMatchObject({ amount: null });
});

test('A8 a required form is complete before the matter is resolved', async () => {
  const { id } = await given();
  const forms = desk.settings.policy.forms.map((form) => ({ ...form, isRequired: true }));
  const strict = { ...desk.settings.policy, version: 9, forms };
  await desk.postgres.query(
    `INSERT INTO setting (kind, name, version, body) VALUES ('policy', 'current', 9, $1)
     ON CONFLICT (kind, name) DO UPDATE SET version = 9, body = excluded.body`,
    [JSON.stringify(strict)],
  );
  await desk.settings.refresh();
  const ends = () => resolve(orders, { by: ann.id, conversationId: id, does: 'resolve' });
  const refused = await ends().catch((error: Refusal) => error);
  expect(refused).toMatchObject({
    code: 'form-incomplete',
    values: { fields: 'Order number, Amount, How it was paid' },
  });
  await fillForm(orders, { ...order(id), values: { order: '1', amount: '2', method: 'card' } });
  expect(await no(ends())).toBe('yes');
});

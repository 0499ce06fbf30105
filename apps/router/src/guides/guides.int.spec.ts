/** A50 on a real Postgres: a path that is kept and can be taken back, and a macro that ends at its first refusal. */
import type { ConversationId } from '@trunkline/contracts';
import { Refusal } from '@trunkline/platform';
import { defaultPolicy } from '@trunkline/rules';
import { anAgent, freshDatabase, testPasswords } from '@trunkline/testing';
import { GiveOrder } from '../desk/give-order.ts';
import { showConversation } from '../desk/show-conversation.ts';
import { type DeskOnPostgres, openDesk, waits } from '../dispatch/desk-for-specs.ts';
import { keepWalk } from './keep-walk.ts';
import { runMacro } from './run-macro.ts';
import { showGuides } from './show-guides.ts';

let desk: DeskOnPostgres;
let orders: GiveOrder;
const ann = anAgent('ann', { number: '1001' });
const stranger = anAgent('eve', { number: '4001', groups: ['complaints'] });
const label = defaultPolicy.taxonomy.topics.find(({ code }) => code === 'payment-and-settlement')!.labels[0]!.code;
const macros = [
  {
    code: 'whole',
    name: { en: 'Note and label', zh: '备注并标签' },
    queues: [],
    changesAccount: false,
    steps: [
      { act: 'note' as const, text: 'Seen' },
      { act: 'label' as const, label },
    ],
  },
  {
    code: 'broken',
    name: { en: 'Answer, twice the label, resolve', zh: '回复' },
    queues: [],
    changesAccount: false,
    steps: [
      { act: 'reply' as const, text: { en: 'Hello', zh: '您好' } },
      { act: 'label' as const, label },
      { act: 'resolve' as const },
    ],
  },
  {
    code: 'account',
    name: { en: 'Change the account', zh: '变更账户' },
    queues: [],
    changesAccount: true,
    steps: [{ act: 'note' as const, text: 'Changed' }],
  },
];
beforeAll(async () => {
  desk = await openDesk(await freshDatabase(), testPasswords);
  orders = new GiveOrder(desk.postgres, desk.settings);
  const put = (kind: string, name: string, body: object) =>
    desk.postgres.query('INSERT INTO setting (kind, name, version, body) VALUES ($1, $2, 9, $3)', [
      kind,
      name,
      JSON.stringify(body),
    ]);
  for (const record of [ann, stranger]) await put('staff', record.id, record);
  await put('policy', 'current', { ...defaultPolicy, version: 9, macros });
  await desk.settings.refresh();
}, 60_000);
afterAll(() => desk?.close());

async function given(): Promise<ConversationId> {
  const id = await waits(desk.postgres);
  const held = `UPDATE conversation SET state = 'assigned', agent_id = $2, label = $3, language = 'en' WHERE id = $1`;
  await desk.postgres.query(held, [id, ann.id, label]);
  return id;
}
const no = (asked: Promise<unknown>) =>
  asked.then(
    () => 'yes',
    (error) => (error instanceof Refusal ? error.code : Promise.reject(error)),
  );
const walk = (conversationId: ConversationId, path: { node: string; answer: string }[], tree = 'charged-twice') =>
  keepWalk(orders, { by: ann.id, conversationId, does: 'walk-tree', tree, path });
const run = (conversationId: ConversationId, macro: string, key: string | null = null) =>
  runMacro(orders, { by: ann.id, conversationId, does: 'run-macro', macro, idempotencyKey: key });

test('A50 the path is kept, taken back, and in the thread in words once it ends', async () => {
  const id = await given();
  const first = { node: 'arrived', answer: 'yes' };
  await walk(id, [first]);
  const kept = async () => (await showGuides(orders, ann, id)).trees[0]!.walked;
  expect(await kept()).toMatchObject({ path: [first], isEnded: false, by: ann.id });
  await walk(id, [first, { node: 'how-often', answer: 'twice' }]);
  expect(await kept()).toMatchObject({ isEnded: true });
  const { events } = await showConversation(desk.postgres, id);
  const said = events.find(({ what }) => what === 'tree-walked')?.because?.values.path;
  expect(said).toBe('Has the money left the customer’s account? — Yes · Was it taken more than once? — More than once');
  await walk(id, []);
  expect(await kept()).toMatchObject({ path: [], isEnded: false });
  expect([await no(walk(id, [{ node: 'how-often', answer: 'twice' }])), await no(walk(id, [], 'parcel'))]).toEqual([
    'tree-has-changed',
    'no-such-tree',
  ]);
  expect(await no(showGuides(orders, stranger, id))).toBe('not-your-group');
});

test('A50 a macro is done whole, or ends at the first refusal and says what was done', async () => {
  const id = await given();
  await desk.postgres.query('UPDATE conversation SET label = NULL WHERE id = $1', [id]);
  expect(await run(id, 'whole')).toMatchObject({ isWhole: true, steps: [{ state: 'done' }, { state: 'done' }] });
  expect(await run(id, 'broken', 'k1')).toMatchObject({
    isWhole: false,
    steps: [
      { act: 'reply', state: 'done' },
      { act: 'label', state: 'refused', because: { code: 'label-is-so-already' } },
      { act: 'resolve', state: 'not-tried' },
    ],
  });
  await run(id, 'broken', 'k1');
  const sent = await desk.postgres.query(`SELECT 1 FROM outbox WHERE key = $1 AND type = 'reply.written'`, [id]);
  expect(sent).toHaveLength(1);
  expect((await showConversation(desk.postgres, id)).state).toBe('with-customer');
  expect([await no(run(id, 'nothing')), await no(run(id, 'account'))]).toEqual(['no-such-macro', 'not-verified']);
});

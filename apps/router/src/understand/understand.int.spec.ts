/** Understanding on a real Postgres: a label put right, decided, learnt; a version for each taxonomy; nothing guessed. */
import { type AgentId, type ConversationId, newId, type PolicyV1, type StaffV1 } from '@trunkline/contracts';
import { Log } from '@trunkline/platform';
import { defaultPolicy } from '@trunkline/rules';
import { anAgent, freshDatabase, testPasswords } from '@trunkline/testing';
import { GiveOrder } from '../desk/give-order.ts';
import { type DeskOnPostgres, openDesk } from '../dispatch/desk-for-specs.ts';
import { aReceivedMessage } from '../intake/a-received-message.ts';
import { takeIn } from '../intake/take-in.ts';
import { listCorrections } from './corrections.store.ts';
import { decideCorrection } from './decide-correction.ts';
import { HoldClassifier } from './hold-classifier.ts';
import { judgeText } from './judge-text.ts';
import { relabel } from './relabel.ts';
import { showClassifier } from './show-classifier.ts';

let desk: DeskOnPostgres;
let orders: GiveOrder;
let classifier: HoldClassifier;
const log = new Log({ service: 'router', instance: 'spec', level: 'silent' });
const groups = defaultPolicy.queues.map(({ code }) => code);
const ann = anAgent('ann', { groups });
const sue = anAgent('sue', { groups, role: 'supervisor' });
const eve = anAgent('eve', { role: 'supervisor', groups: ['nowhere'] });

beforeAll(async () => {
  desk = await openDesk(await freshDatabase(), testPasswords);
  orders = new GiveOrder(desk.postgres, desk.settings);
  for (const record of [ann, sue, eve]) {
    const values = [record.id, JSON.stringify(record)];
    await desk.postgres.query(`INSERT INTO setting (kind, name, version, body) VALUES ('staff', $1, 1, $2)`, values);
  }
  await desk.settings.refresh();
  classifier = await openClassifier();
}, 60_000);
afterAll(async () => {
  classifier?.onModuleDestroy();
  await desk?.close();
});

async function openClassifier(): Promise<HoldClassifier> {
  const opened = new HoldClassifier(desk.postgres, desk.settings, log, { FITTED_HOME: '' });
  await opened.onModuleInit();
  return opened;
}

async function opens(address: string, text: string): Promise<ConversationId> {
  const message = aReceivedMessage({
    channel: 'webchat',
    standard: 'chat',
    from: { address },
    thread: { key: '' },
    text,
  });
  await desk.postgres.transaction((tx) =>
    takeIn(tx, [message], { policy: desk.settings.policy, classifier: classifier.current }),
  );
  const [row] = await desk.postgres.query<{ id: ConversationId }>(
    'SELECT c.id FROM conversation c JOIN address a ON a.id = c.address_id WHERE a.address = $1',
    [address],
  );
  return row!.id;
}

const putRight = (who: StaffV1, conversationId: ConversationId, label: string | null) =>
  relabel(orders, { by: who.id, conversationId, does: 'label', label });
const proposed = async () =>
  (
    await listCorrections(desk.postgres, {
      state: 'proposed',
      cursor: undefined,
      groups: null,
      personId: newId<AgentId>(),
    })
  ).items;

test('an empty desk fits its first version before anything is taken in, and a second replica takes the same', async () => {
  const { items } = await showClassifier(desk.postgres, false);
  expect(items).toMatchObject([{ version: 1, because: 'first-start', by: null, corrections: 0 }]);
  expect(items[0]!.accuracy).toBeGreaterThan(0.7);
  expect(items[0]!.bytes).toBeLessThan(8_000_000);
  const other = await openClassifier();
  expect(other.current.version).toBe(1);
  other.onModuleDestroy();
});

test('a conversation keeps which version judged it', async () => {
  const id = await opens('visitor:kept', 'My card was charged twice for the same order');
  const shown = await orders.order({ by: ann.id, conversationId: id, does: 'see-conversation' }, async () => undefined);
  expect(shown.classified).toMatchObject({ label: 'charged-twice', classifierVersion: 1, by: null });
  expect(shown.classified.evidence.length).toBeGreaterThan(0);
});

test('a label put right shows at once and is proposed; a second thought replaces it, the first label takes it back', async () => {
  const id = await opens('visitor:right', 'Where is my parcel? It should have been here on Monday');
  const before = (
    await orders.order({ by: ann.id, conversationId: id, does: 'see-conversation' }, async () => undefined)
  ).classified.label;
  const shown = await putRight(ann, id, 'not-received');
  expect(shown).toMatchObject({ label: 'not-received', classified: { by: ann.id } });
  expect(shown.events.map(({ what }) => what)).toContain('relabelled');
  await putRight(sue, id, 'praise');
  expect(await proposed()).toMatchObject([{ conversationId: id, from: before, to: 'praise', by: sue.id }]);
  await expect(putRight(ann, id, 'praise')).rejects.toMatchObject({ code: 'label-is-so-already' });
  await putRight(ann, id, before);
  expect(await proposed()).toEqual([]);
});

test('a label that the taxonomy does not have, and somebody of another group, are refused', async () => {
  const id = await opens('visitor:no', 'The app crashes whenever I open it');
  expect(() => putRight(ann, id, 'no-such')).toThrow(expect.objectContaining({ code: 'no-such-label' }));
  await expect(putRight(eve, id, 'praise')).rejects.toMatchObject({ code: 'not-your-group' });
});

test('what a supervisor approves is learnt when ordered, once; what is rejected is not', async () => {
  const words = 'The zorbulator hums at night';
  const id = await opens('visitor:learn', words);
  expect(judgeText(words, defaultPolicy, classifier.current).label).not.toBe('slow-or-down');
  await putRight(ann, id, 'slow-or-down');
  const [correction] = await proposed();
  await expect(decideCorrection(orders, { by: eve.id, id: correction!.id, state: 'approved' })).rejects.toMatchObject({
    code: 'not-your-group',
  });
  expect(await classifier.fit({ because: 'ordered', by: sue.id })).toBe(false);
  await decideCorrection(orders, { by: sue.id, id: correction!.id, state: 'approved' });
  expect((await showClassifier(desk.postgres, false)).unlearnt).toBe(1);
  await expect(decideCorrection(orders, { by: sue.id, id: correction!.id, state: 'rejected' })).rejects.toMatchObject({
    code: 'decided-already',
  });
  expect(await classifier.fit({ because: 'ordered', by: sue.id })).toBe(true);
  expect(await classifier.fit({ because: 'ordered', by: sue.id })).toBe(false);
  const { items, unlearnt } = await showClassifier(desk.postgres, false);
  expect([items[0]?.version, items[0]?.corrections, items[0]?.by, unlearnt]).toEqual([2, 1, sue.id, 0]);
  expect(judgeText(words, defaultPolicy, classifier.current).label).toBe('slow-or-down');
  const facts = await desk.postgres.query(`SELECT FROM outbox WHERE type = 'classifier.fitted'`);
  expect(facts).toHaveLength(2);
}, 60_000);

test('another taxonomy gets a version of its own, and the former judges again when it comes back', async () => {
  const publish = async (version: number, policy: PolicyV1) => {
    await desk.postgres.query(
      `INSERT INTO setting (kind, name, version, body) VALUES ('policy', 'policy', $1, $2)
       ON CONFLICT (kind, name) DO UPDATE SET version = $1, body = $2, changed_at = now()`,
      [version, JSON.stringify({ ...policy, version })],
    );
    await desk.settings.refresh();
  };
  const topics = structuredClone(defaultPolicy.taxonomy.topics);
  topics[0]!.labels[0]!.examples.en.push('How do I calibrate the zorbulator?');
  await publish(50, { ...defaultPolicy, taxonomy: { ...defaultPolicy.taxonomy, topics } });
  await comesTrue(() => classifier.current.version === 3);
  await publish(51, defaultPolicy);
  await comesTrue(() => classifier.current.version === 2);
}, 60_000);

test('two replicas that fit the same at once make one version, numbered without a gap', async () => {
  const topics = structuredClone(defaultPolicy.taxonomy.topics);
  topics[0]!.labels[0]!.examples.en.push('Where does the zorbulator keep its log?');
  const policy = { ...defaultPolicy, version: 52, taxonomy: { ...defaultPolicy.taxonomy, topics } };
  const other = await openClassifier();
  await desk.postgres.query(
    `UPDATE setting SET version = 52, body = $1, changed_at = now() WHERE kind = 'policy' AND name = 'policy'`,
    [JSON.stringify(policy)],
  );
  await desk.settings.refresh();
  await comesTrue(() => classifier.current.version === 4 && other.current.version === 4);
  await comesTrue(() => !classifier.isFitting && !other.isFitting);
  other.onModuleDestroy();
  const next = await desk.postgres.query<{ last: number }>(
    `SELECT last_value::int AS last FROM pg_sequences WHERE sequencename = 'classifier_version_seq'`,
  );
  expect(next).toEqual([{ last: 4 }]);
}, 60_000);

async function comesTrue(isTrue: () => boolean): Promise<void> {
  const giveUpAt = performance.now() + 45_000;
  while (!isTrue()) {
    if (performance.now() > giveUpAt) throw new Error('it did not come true in time');
    await new Promise((next) => setTimeout(next, 50));
  }
}

/** A46, A36 on a real Postgres with the dispatcher running: out of routing for a while, kept as typed, closing guarded, archived. */
import { type AlarmId, type ConversationId, newId, type StaffV1, type WrapUpDraft } from '@trunkline/contracts';
import { anAgent, freshDatabase, testPasswords } from '@trunkline/testing';
import { AlarmsConsumer } from '../alarms/alarms.consumer.ts';
import { close } from '../desk/close.ts';
import { GiveOrder } from '../desk/give-order.ts';
import { resolve } from '../desk/resolve.ts';
import { showConversation } from '../desk/show-conversation.ts';
import { type DeskOnPostgres, openDesk } from '../dispatch/desk-for-specs.ts';
import { aReceivedMessage } from '../intake/a-received-message.ts';
import { takeIn } from '../intake/take-in.ts';
import { changePresence } from '../presence/change-presence.ts';
import { showPresence } from '../presence/show-presence.ts';
import { searchArchive } from './search-archive.ts';
import { finishWrapUp, keepWrapUp, openWrapUp } from './wrap-up.ts';

let desk: DeskOnPostgres;
let orders: GiveOrder;
let alarms: AlarmsConsumer;
let nth = 0;

beforeAll(async () => {
  desk = await openDesk(await freshDatabase(), testPasswords);
  orders = new GiveOrder(desk.postgres, desk.settings);
  alarms = new AlarmsConsumer(desk.postgres, desk.settings);
  desk.dispatcher('spec').hold.onApplicationBootstrap();
});
afterAll(() => desk?.close());

const presence = (agent: StaffV1, state: 'online' | 'offline') =>
  changePresence(desk.postgres, { agent, state, seconds: 600 });
const stands = async (agent: StaffV1) => {
  const { state, because } = await showPresence(desk.postgres, agent);
  return `${state} ${because.code}`;
};

async function comesTrue(isTrue: () => Promise<boolean>): Promise<void> {
  const giveUpAt = performance.now() + 10_000;
  while (!(await isTrue())) {
    if (performance.now() > giveUpAt) throw new Error('it did not come true in time');
    await new Promise((next) => setTimeout(next, 20));
  }
}
const comesToStand = (agent: StaffV1, how: string) => comesTrue(async () => (await stands(agent)) === how);

/** Somebody alone in a group of their own that wants these fields, online. */
async function someone(requires: WrapUpDraftField[] = ['summary', 'result']): Promise<StaffV1> {
  nth += 1;
  const agent = anAgent(`wrap-${nth}`, { number: `20${nth}`, groups: ['service', 'mail'], capacity: 6 });
  const values = [agent.id, JSON.stringify(agent)];
  await desk.postgres.query(`INSERT INTO setting (kind, name, version, body) VALUES ('staff', $1, 1, $2)`, values);
  await desk.settings.refresh();
  const { policy } = desk.settings;
  desk.settings.policy = { ...policy, closing: { ...policy.closing, wrapUp: { seconds: 60, requires } } };
  await presence(agent, 'online');
  return agent;
}
type WrapUpDraftField = 'summary' | 'label' | 'result' | 'attitude';

/** A mail that this agent has, as if accepted. */
async function having(agent: StaffV1, text = 'Where is my parcel?', waits = false) {
  nth += 1;
  const address = `wrap-up-${nth}@customer.example`;
  const one = aReceivedMessage({ text, receivedAt: new Date().toISOString() });
  const message = { ...one, from: { ...one.from, address } } as typeof one;
  const id = await desk.postgres.transaction(async (tx) => {
    await takeIn(tx, [message], { policy: desk.settings.policy });
    const sql = 'SELECT c.id FROM conversation c JOIN address a ON a.id = c.address_id WHERE a.address = $1';
    const [row] = await tx.query<{ id: ConversationId }>(sql, [address]);
    if (waits) return row!.id;
    // routing never hears of it: it is theirs
    await tx.query('DELETE FROM dispatch_input WHERE conversation_id = $1', [row!.id]);
    const held = `UPDATE conversation SET state = 'assigned', agent_id = $2, queue = 'service' WHERE id = $1`;
    await tx.query(held, [row!.id, agent.id]);
    return row!.id;
  });
  const order = { by: agent.id, conversationId: id, does: 'wrap-up' } as const;
  const draft = (rest: Partial<WrapUpDraft>): WrapUpDraft => ({
    summary: '',
    isConfirmed: false,
    result: null,
    attitude: null,
    ...rest,
  });
  return {
    id,
    solve: () => resolve(orders, { ...order, does: 'resolve' }),
    close: () => close(orders, { ...order, does: 'close' }),
    open: () => openWrapUp(orders, order),
    keep: (rest: Partial<WrapUpDraft>) => keepWrapUp(orders, { ...order, draft: draft(rest) }),
    finish: (rest: Partial<WrapUpDraft>) => finishWrapUp(orders, { ...order, draft: draft(rest) }),
    show: () => showConversation(desk.postgres, id),
    rings: async () => {
      const rows = await desk.postgres.query<{ body: string }>(
        `SELECT body FROM outbox WHERE key = $1 AND type = 'alarm.set' ORDER BY id DESC LIMIT 1`,
        [id],
      );
      const last = JSON.parse(rows[0]!.body) as { alarmId: AlarmId; dueAt: string };
      const data = { ...last, conversationId: id };
      await alarms.hear([{ id: newId(), type: 'alarm.rang', at: last.dueAt, data } as never]);
    },
  };
}

test('A46 solved where something is required: out of routing, a draft kept, incomplete refused, done gives them back', async () => {
  const ann = await someone();
  const one = await having(ann);
  await one.solve();
  await comesToStand(ann, 'away wrapping-up');
  await one.keep({ summary: 'Parcel fou' });
  expect((await one.show()).wrapUp).toMatchObject({ summary: 'Parcel fou', doneAt: null, seconds: null });
  await expect(one.finish({ summary: 'Parcel found' })).rejects.toMatchObject({
    code: 'wrap-up-incomplete',
    values: { missing: 'result' },
  });
  await one.finish({ summary: 'Parcel found', result: 'solved', attitude: 'calm', isConfirmed: true });
  await comesToStand(ann, 'online wrapped-up');
  const { wrapUp } = await one.show();
  expect(wrapUp).toMatchObject({ backBecause: 'done', isConfirmed: true, result: 'solved', attitude: 'calm' });
  expect(wrapUp!.seconds).toBeGreaterThanOrEqual(0);
});

test('A46 the time ends by itself, and the form may still be finished', async () => {
  const ann = await someone();
  const one = await having(ann);
  await one.solve();
  await comesToStand(ann, 'away wrapping-up');
  await one.rings();
  await comesToStand(ann, 'online wrapped-up');
  expect((await one.show()).wrapUp).toMatchObject({ backBecause: 'time', doneAt: null });
  await one.finish({ summary: 'x', result: 'partly' });
  expect((await one.show()).wrapUp).toMatchObject({ backBecause: 'time', doneAt: expect.any(String) });
  expect(await stands(ann)).toBe('online wrapped-up');
});

test('A46 of several at once the last one ends it', async () => {
  const ann = await someone();
  const [first, second] = [await having(ann), await having(ann)];
  await first.solve();
  await second.solve();
  await comesToStand(ann, 'away wrapping-up');
  await first.finish({ summary: 'x', result: 'solved' });
  expect(await stands(ann)).toBe('away wrapping-up');
  await second.finish({ summary: 'y', result: 'solved' });
  await comesToStand(ann, 'online wrapped-up');
});

test('A46 who signs out or says that they are there ends it, and no alarm brings them back', async () => {
  const ann = await someone();
  const one = await having(ann);
  await one.solve();
  await presence(ann, 'offline');
  await one.rings();
  expect((await one.show()).wrapUp).toMatchObject({ backBecause: 'signed-out' });
  await one.finish({ summary: 'x', result: 'solved' });
  expect(await stands(ann)).toBe('offline signed-out');
  await presence(ann, 'online');
  const other = await having(ann);
  await other.solve();
  await comesToStand(ann, 'away wrapping-up');
  await presence(ann, 'online');
  expect((await other.show()).wrapUp).toMatchObject({ backBecause: 'came-online' });
  expect(await stands(ann)).toBe('online signed-in');
});

test('A46 where nothing is required, nobody is taken out unasked; asked for, once a resolution; nothing before the end', async () => {
  const ann = await someone([]);
  const one = await having(ann);
  await expect(one.open()).rejects.toMatchObject({ code: 'no-wrap-up-yet' });
  await one.solve();
  expect((await one.show()).wrapUp).toBeNull();
  await one.open();
  await comesToStand(ann, 'away wrapping-up');
  const before = (await one.show()).wrapUp;
  await one.open();
  expect((await one.show()).wrapUp).toEqual(before);
  const bob = await someone([]);
  const stranger = { by: bob.id, conversationId: one.id, does: 'wrap-up' } as const;
  await expect(openWrapUp(orders, stranger)).rejects.toMatchObject({ code: 'not-yours' });
});

test('A46 while they wrap up, nothing new is offered; after it, it is', async () => {
  const ann = await someone();
  const others = await desk.postgres.query<{ agent_id: string }>(
    `SELECT agent_id FROM agent_presence WHERE state <> 'offline' AND agent_id <> $1`,
    [ann.id],
  );
  for (const { agent_id } of others) await presence(orders.person(agent_id), 'offline');
  const one = await having(ann);
  await one.solve();
  await comesToStand(ann, 'away wrapping-up');
  const waiting = await having(ann, 'A second matter', true);
  await comesTrue(async () => {
    const [open] = await desk.postgres.query('SELECT 1 FROM dispatch_input WHERE step IS NULL LIMIT 1');
    return open === undefined;
  });
  const given = () =>
    desk.postgres.query('SELECT 1 FROM assignment WHERE conversation_id = $1 AND active', [waiting.id]);
  expect(await given()).toHaveLength(0);
  await one.finish({ summary: 'x', result: 'solved' });
  await comesTrue(async () => (await given()).length > 0);
});

test('A36 a close that lacks what is required is refused, naming it', async () => {
  const ann = await someone();
  const one = await having(ann);
  const { policy } = desk.settings;
  desk.settings.policy = { ...policy, closing: { ...policy.closing, requires: ['label', 'wrap-up'] } };
  await desk.postgres.query('UPDATE conversation SET label = NULL WHERE id = $1', [one.id]);
  await one.solve();
  await expect(one.close()).rejects.toMatchObject({ code: 'close-needs-label' });
  await desk.postgres.query(`UPDATE conversation SET label = 'praise' WHERE id = $1`, [one.id]);
  await expect(one.close()).rejects.toMatchObject({ code: 'close-needs-wrap-up' });
  await one.finish({ summary: '已退款给客户', result: 'solved' });
  await one.close();
  expect((await one.show()).state).toBe('closed');
  desk.settings.policy = policy;
});

test('A36 the archive finds it in Chinese of both scripts and in English, by filters, and only for whoever may see it', async () => {
  const ann = await someone();
  const one = await having(ann, '我的包裹在哪里，快遞單號 778899');
  await one.solve();
  await one.finish({ summary: 'Refunded in full', result: 'passed-on' });
  const search = async (query: object, person = ann) => {
    const page = await searchArchive(desk.postgres, person, { limit: 50, ...query });
    return page.items.filter(({ id }) => id === one.id).map(({ foundIn }) => foundIn.join());
  };
  expect(await search({ q: '包裹' })).toEqual(['message']);
  expect(await search({ q: '快递' })).toEqual(['message']);
  expect(await search({ q: 'refunded' })).toEqual(['wrap-up']);
  const [ticket] = await desk.postgres.query<{ number: string }>(
    `INSERT INTO ticket (id, conversation_id, kind, severity, state, subject, owner_id, opened_by)
       VALUES ($1, $2, 'incident', 'normal', 'closed', '订单丢失', $3, $3) RETURNING 'T-' || number AS number`,
    [newId(), one.id, ann.id],
  );
  expect(await search({ q: ticket!.number })).toEqual(['ticket']);
  expect(await search({ q: '訂單丟失' })).toEqual(['ticket']);
  expect(await search({ q: '没有这样的词' })).toEqual([]);
  expect(await search({ agent: ann.id, outcome: 'unknown', to: new Date(Date.now() + 60_000).toISOString() })).toEqual([
    '',
  ]);
  expect(await search({ outcome: 'satisfied' })).toEqual([]);
  expect(await search({ channel: 'nowhere' })).toEqual([]);
  expect(await search({ from: new Date(Date.now() + 60_000).toISOString() })).toEqual([]);
  expect(await search({ q: '包裹' }, anAgent('stranger', { groups: ['payments'] }))).toEqual([]);
});

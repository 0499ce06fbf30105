/** Calls on a real Postgres: opened, given, answered, missed, dropped, called back, whatever the order of the reports. */
import { type AgentId, type CallChangedV1, type CallId, NewCall, newId, type StaffV1 } from '@trunkline/contracts';
import { Refusal } from '@trunkline/platform';
import { defaultPolicy, seeded } from '@trunkline/rules';
import { anAgent, freshDatabase, testPasswords } from '@trunkline/testing';
import { CallBackQuery, listCallBacks } from '../call-backs/list-call-backs.ts';
import { orderCallBack } from '../call-backs/order-call-back.ts';
import { accept } from '../desk/accept.ts';
import { close } from '../desk/close.ts';
import { GiveOrder } from '../desk/give-order.ts';
import { listMessages } from '../desk/list-messages.ts';
import { resolve } from '../desk/resolve.ts';
import { showConversation } from '../desk/show-conversation.ts';
import { type DeskOnPostgres, dispatchOf, openDesk, takeAll, waits } from '../dispatch/desk-for-specs.ts';
import { putInputs } from '../dispatch/inputs.store.ts';
import type { Dispatch } from '../dispatch/rebuild-engine.ts';
import { CallChangedConsumer } from './call-changed.consumer.ts';
import { listCalls } from './calls.store.ts';
import { CloseSilentCalls } from './close-silent-calls.ts';
import { moveByHand } from './move-by-hand.ts';
import { openByHand } from './open-by-hand.ts';
import { tellPlace } from './tell-place.ts';

let desk: DeskOnPostgres;
let orders: GiveOrder;
let consumer: CallChangedConsumer;
let dispatch: Dispatch;
const people = {
  ann: anAgent('Ann', { number: '1001', phone: '+49 30 90182-101', capacity: 6 }),
  bob: anAgent('Bob', { number: '1002', phone: '+493090182102', capacity: 6 }),
  mute: anAgent('Mute', { number: '1003', capacity: 6 }),
  admin: anAgent('Admin', { number: '9001', role: 'administrator', capacity: 0 }),
};

beforeAll(async () => {
  desk = await openDesk(await freshDatabase(), testPasswords);
  orders = new GiveOrder(desk.postgres, desk.settings);
  consumer = new CallChangedConsumer(desk.postgres, desk.settings);
  for (const record of Object.values(people)) {
    const values = [record.id, JSON.stringify(record)];
    await desk.postgres.query(`INSERT INTO setting (kind, name, version, body) VALUES ('staff', $1, 1, $2)`, values);
  }
  await desk.settings.refresh();
  await desk.postgres.query(`UPDATE dispatcher SET epoch = 1, owner = 'by-hand' WHERE true`);
  dispatch = await dispatchOf(desk.postgres, 1);
});
afterAll(() => desk?.close());
beforeEach(async () => {
  for (const { id } of Object.values(people)) await isThere(id, 'offline');
  const open = await desk.postgres.query<{ id: string }>(`SELECT id FROM conversation WHERE state <> 'closed'`);
  for (const { id } of open) await close(orders, order(people.admin, id, 'close'));
  await takeAll(desk.postgres, dispatch);
  await desk.postgres.query('UPDATE call_back SET done_at = now()');
});

const ofAgent = (agentId: AgentId) => ({ conversationId: null, agentId, routingVersion: null });
async function isThere(id: AgentId, state: 'online' | 'offline'): Promise<void> {
  const record = Object.values(people).find((one) => one.id === id)!;
  const because = { code: state === 'online' ? 'signed-in' : 'signed-out' };
  await desk.postgres.transaction((tx) =>
    putInputs(tx, [
      { kind: 'staff', ...ofAgent(id), body: { record } },
      { kind: 'presence', ...ofAgent(id), body: { state, because } },
    ]),
  );
  await takeAll(desk.postgres, dispatch);
}

let said = 0;
const number = () => `+4917${String(Date.now()).slice(-6)}${String(++said).padStart(3, '0')}`;
function fact(call: string, state: CallChangedV1['state'], rest: Partial<CallChangedV1> = {}): CallChangedV1 {
  return {
    receiptId: newId(),
    channel: 'exchange',
    account: '+4930901820',
    call,
    state,
    direction: 'in',
    address: '+491701234567',
    name: null,
    dialled: '+4930901820',
    language: 'en',
    topic: null,
    agent: null,
    recordingUrl: null,
    voicemail: null,
    seconds: null,
    at: new Date().toISOString(),
    receivedAt: new Date().toISOString(),
    ...rest,
  };
}
async function hear(...facts: CallChangedV1[]): Promise<void> {
  await consumer.take(facts.map((data) => ({ id: newId(), type: 'call.changed', at: data.at, data })) as never);
  await takeAll(desk.postgres, dispatch);
}
const idOf = async (call: string) => {
  const rows = await desk.postgres.query<{ id: string }>('SELECT conversation_id AS id FROM call WHERE call = $1', [
    call,
  ]);
  expect(rows).toHaveLength(1);
  return rows[0]!.id as never;
};
const look = async (call: string) => showConversation(desk.postgres, await idOf(call));
const facts = async (call: string, type: string) =>
  (
    await desk.postgres.query<{ body: string }>('SELECT body FROM outbox WHERE key = $1 AND type = $2 ORDER BY id', [
      await idOf(call),
      type,
    ])
  ).map(({ body }) => JSON.parse(body));
const owed = async (by: StaffV1 = people.ann, open: '1' | undefined = '1') =>
  (await listCallBacks(desk.postgres, by, CallBackQuery.parse({ ...(open && { open }) }))).items;
const no = (asked: Promise<unknown>) =>
  asked.then(
    () => 'yes',
    (error) => (error instanceof Refusal ? error.code : Promise.reject(error)),
  );
const order = (person: StaffV1, id: string, does = 'accept') => ({ by: person.id, conversationId: id, does }) as never;

test('A43 a call rings at an agent, is accepted, connected, answered and ended: one conversation with its timeline', async () => {
  await isThere(people.ann.id, 'online');
  const call = newId();
  await hear(fact(call, 'ringing', { topic: 'orders-and-logistics', language: 'en' }));
  const rings = await look(call);
  expect(rings).toMatchObject({
    state: 'offered',
    standard: 'call',
    live: true,
    agentId: people.ann.id,
    queue: 'service',
  });
  expect(rings.call).toMatchObject({ state: 'ringing', address: '+491701234567', isByHand: false });
  await accept(orders, order(people.ann, rings.id));
  expect(await facts(call, 'call.directed')).toMatchObject([
    { call, to: { kind: 'agent', agentId: people.ann.id, phone: people.ann.phone } },
  ]);
  await takeAll(desk.postgres, dispatch);
  expect(await tellPlace(desk, { channel: 'exchange', call })).toEqual({
    kind: 'connect',
    agentId: people.ann.id,
    phone: people.ann.phone,
  });
  await hear(fact(call, 'answered', { agent: '+493090182101' }));
  await hear(fact(call, 'ended', { agent: '1001', recordingUrl: 'https://pbx.test/r/1', seconds: 62 }));
  const { call: over, events, state } = await look(call);
  expect(over).toMatchObject({
    state: 'ended',
    agentId: people.ann.id,
    recordingUrl: 'https://pbx.test/r/1',
    seconds: 62,
    callBackId: null,
  });
  expect(state).toBe('assigned');
  expect(events.map(({ what }) => what)).toEqual(
    expect.arrayContaining(['call-ringing', 'assigned', 'call-answered', 'call-ended']),
  );
  expect(await facts(call, 'message.stored')).toMatchObject([
    { from: 'agent', kind: 'reply', authorId: people.ann.id },
  ]);
  expect(await facts(call, 'call.directed')).toHaveLength(1);
});

test('A43 who is on the phone gets nothing else, and who has no telephone gets no call', async () => {
  await isThere(people.ann.id, 'online');
  await isThere(people.mute.id, 'online');
  const [one, two] = [newId(), newId()];
  await hear(fact(one, 'ringing', { address: number() }), fact(two, 'ringing', { address: number() }));
  const [first, second] = [await look(one), await look(two)];
  expect([first.state, second.state]).toEqual(['offered', 'waiting']);
  expect(first.agentId).toBe(people.ann.id);
  expect(await tellPlace(desk, { channel: 'exchange', call: two })).toEqual({ kind: 'wait', place: 2 });
  const chat = await waits(desk.postgres);
  await takeAll(desk.postgres, dispatch);
  expect((await showConversation(desk.postgres, chat)).agentId).toBe(people.mute.id);
  const working = await desk.postgres.query<{
    working: { candidates?: { agentId: string; because: { code: string } }[] };
  }>('SELECT working FROM decision WHERE conversation_id = $1 ORDER BY step DESC LIMIT 1', [second.id]);
  expect(JSON.stringify(working)).toContain('has-no-phone');
});

test('of two who accept, one has it', async () => {
  await isThere(people.ann.id, 'online');
  await isThere(people.bob.id, 'online');
  const call = newId();
  await hear(fact(call, 'ringing', { address: number() }));
  const { id } = await look(call);
  const outcomes = await Promise.all([people.ann, people.bob].map((one) => no(accept(orders, order(one, id)))));
  expect(outcomes.sort()).toEqual(['offer-is-over', 'yes']);
  expect(await facts(call, 'call.directed')).toHaveLength(1);
});

test('A44 a missed call is owed: in the list, due, tried three times, and done; another group does not see it', async () => {
  const call = newId();
  const address = number();
  await hear(fact(call, 'ringing', { address }), fact(call, 'ended', { address }));
  expect(await look(call)).toMatchObject({ state: 'solved', call: { state: 'missed' } });
  const [one, ...more] = await owed();
  expect(more).toEqual([]);
  expect(one).toMatchObject({ reason: 'call-missed', address, attempts: [], result: null });
  const minutes = (Date.parse(one!.dueAt) - Date.parse(one!.plannedAt)) / 60_000;
  expect(minutes).toBeCloseTo(defaultPolicy.callBacks.minutes, 1);
  const stranger = { ...people.ann, groups: ['payments'] };
  expect(await owed(stranger)).toEqual([]);
  const tries = (isReached: boolean, by = people.ann) =>
    orderCallBack(orders, {
      by: by.id,
      id: one!.id,
      order: { kind: 'attempt', isReached, dueAt: null },
      note: 'nobody there',
    });
  expect(await tries(false)).toMatchObject({ result: null, attempts: [{ isReached: false, note: 'nobody there' }] });
  await tries(false);
  expect(await tries(false)).toMatchObject({ result: 'not-reached' });
  expect(await no(tries(false))).toBe('call-backs-used-up');
  expect(await owed()).toEqual([]);
});

test('who was spoken to meanwhile is not called back; nor who was answered after all', async () => {
  const [missed, again, late] = [newId(), newId(), newId()];
  const [address, other] = [number(), number()];
  await hear(fact(missed, 'missed', { address }), fact(late, 'ended', { address: other }));
  expect(await owed()).toHaveLength(2);
  await hear(fact(again, 'answered', { address, agent: '1001' }));
  await hear(
    fact(late, 'answered', { address: other, agent: '1001', at: new Date(Date.now() - 60_000).toISOString() }),
  );
  expect(await owed()).toEqual([]);
  expect(await look(late)).toMatchObject({ call: { state: 'ended' } });
});

test('A43 a call that breaks off is first in line; in a complaint the supervisor hears of it at once, and once', async () => {
  await isThere(people.ann.id, 'online');
  const [missed, dropped, complaint] = [newId(), newId(), newId()];
  await hear(fact(missed, 'missed', { address: number() }));
  await hear(fact(dropped, 'answered', { address: number(), agent: '1001' }), fact(dropped, 'dropped', {}));
  await hear(fact(complaint, 'answered', { address: number(), agent: '1001' }));
  const label = defaultPolicy.taxonomy.topics
    .flatMap(({ labels }) => labels)
    .find((one) => one.kind.startsWith('complaint'))!;
  await desk.postgres.query('UPDATE conversation SET label = $2 WHERE id = $1', [await idOf(complaint), label.code]);
  await hear(fact(complaint, 'dropped'));
  await hear(fact(complaint, 'dropped'), fact(complaint, 'ended'));
  const ids = await Promise.all([complaint, dropped, missed].map(idOf));
  expect((await owed()).map(({ conversationId }) => conversationId)).toEqual(ids);
  expect(await facts(complaint, 'conversation.escalated')).toMatchObject([
    { because: 'complaint-call-dropped', by: people.ann.id },
  ]);
  expect(await facts(dropped, 'conversation.escalated')).toEqual([]);
});

test('a telephone that nobody picks up gives the call back to the queue, for another', async () => {
  await isThere(people.ann.id, 'online');
  const call = newId();
  const address = number();
  await hear(fact(call, 'ringing', { address }));
  const { id } = await look(call);
  await accept(orders, order(people.ann, id));
  await takeAll(desk.postgres, dispatch);
  await isThere(people.bob.id, 'online');
  await hear(fact(call, 'ringing', { address, agent: people.ann.phone!, isUnreached: true }));
  const now = await look(call);
  expect(now).toMatchObject({ state: 'offered', agentId: people.bob.id, call: { state: 'ringing' } });
  expect(now.events.find(({ because }) => because?.code === 'phone-not-answered')).toBeDefined();
});

test('withheld numbers are strangers to each other, and an unknown agent’s number is named', async () => {
  const [one, two] = [newId(), newId()];
  await hear(fact(one, 'ringing', { address: '' }), fact(two, 'answered', { address: '', agent: '7777' }));
  const [first, second] = [await look(one), await look(two)];
  expect(first.customer.id).not.toBe(second.customer.id);
  expect(second.call).toMatchObject({ agentId: null, unknownAgent: '7777', address: '' });
  expect(second.events.find(({ what }) => what === 'call-answered')?.because).toMatchObject({
    code: 'unknown-agent-number',
  });
});

test('a message left in words stands in the thread once', async () => {
  const call = newId();
  const left = fact(call, 'missed', { address: number(), voicemail: 'Please call me about order 7311.' });
  await hear(left);
  await hear(left, left);
  const { items } = await listMessages(orders, await idOf(call), undefined);
  expect(items.filter(({ text }) => text.includes('7311'))).toHaveLength(1);
});

test('a call opened by hand is answered at once by who opens it, ended by a button, and opened once a key', async () => {
  await isThere(people.ann.id, 'online');
  const going = setInterval(() => void takeAll(desk.postgres, dispatch).catch(() => undefined), 30);
  const asked = { by: people.ann.id, call: NewCall.parse({ address: '030 901820', direction: 'in', name: 'Frau Li' }) };
  const opened = await openByHand(orders, { ...asked, idempotencyKey: 'k1' });
  const again = await openByHand(orders, { ...asked, idempotencyKey: 'k1' });
  clearInterval(going);
  expect(again.id).toBe(opened.id);
  expect(opened).toMatchObject({
    state: 'assigned',
    agentId: people.ann.id,
    customer: { name: 'Frau Li', address: '030901820' },
    call: { state: 'answered', isByHand: true, agentId: people.ann.id },
  });
  const [call] = await listCalls(desk.postgres, opened.id);
  const moved = { ...(order(people.ann, opened.id, 'move-call') as object), callId: call!.id } as never as Parameters<
    typeof moveByHand
  >[1];
  expect(await no(moveByHand(orders, { ...moved, callId: newId<CallId>(), moved: { state: 'ended' } }))).toBe(
    'not-found',
  );
  expect((await moveByHand(orders, { ...moved, moved: { state: 'ended' } })).call).toMatchObject({ state: 'ended' });
  expect(await no(moveByHand(orders, { ...moved, moved: { state: 'ended' } }))).toBe('call-is-over');
  await resolve(orders, order(people.ann, opened.id, 'resolve'));
});

test('what nobody ends is ended after hours, with the reason', async () => {
  const call = newId();
  await hear(fact(call, 'ringing', { address: number() }));
  await desk.postgres.query(`UPDATE call SET heard_at = now() - interval '3 hours' WHERE call = $1`, [call]);
  const watch = new CloseSilentCalls(desk.postgres, desk.settings, undefined as never, undefined as never);
  await watch.look();
  await watch.look();
  const { call: over, events } = await look(call);
  expect(over).toMatchObject({ state: 'missed' });
  expect(events.filter(({ what }) => what === 'call-given-up')).toHaveLength(1);
  expect(await owed()).toHaveLength(1);
});

const seed = Number(process.env.SEED ?? 20_261_123);
test(`A43 reports in random orders, some twice, leave one conversation and at most one call-back (seed ${seed})`, async () => {
  const random = seeded(seed);
  for (let run = 0; run < 25; run++) {
    const call = newId();
    const address = number();
    const start = Date.now() - 100_000;
    const agent = '1001';
    const all = (['ringing', 'answered', 'dropped', 'ended'] as const).map((state, at) =>
      fact(call, state, {
        address,
        at: new Date(start + at * 1000).toISOString(),
        ...(state === 'answered' && { agent }),
      }),
    );
    const reports = all.filter(() => random() < 0.8);
    if (reports.length === 0) continue;
    const shuffled = [...reports, ...reports.filter(() => random() < 0.4)]
      .map((one) => [random(), one] as const)
      .sort(([a], [b]) => a - b)
      .map(([, one]) => one);
    const cut = Math.floor(random() * shuffled.length);
    await hear(...shuffled.slice(0, cut));
    await hear(...shuffled.slice(cut));
    const states = new Set(reports.map(({ state }) => state));
    const isOver = states.has('ended') || states.has('dropped');
    const expected = !isOver
      ? states.has('answered')
        ? 'answered'
        : 'ringing'
      : !states.has('answered')
        ? 'missed'
        : states.has('dropped')
          ? 'dropped'
          : 'ended';
    expect((await look(call)).call?.state).toBe(expected);
    const debts = await desk.postgres.query<{ result: string | null }>(
      'SELECT result FROM call_back WHERE conversation_id = $1',
      [await idOf(call)],
    );
    const isOwed = expected === 'missed' || expected === 'dropped';
    expect(debts.filter(({ result }) => result === null)).toHaveLength(isOwed ? 1 : 0);
    expect(debts.length).toBeLessThanOrEqual(1);
  }
}, 60_000);

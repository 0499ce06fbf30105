/** Alarms over real rows: each setting rings once, whatever is heard twice, late, out of order or in two replicas. */
import { type AlarmId, type AlarmKind, type Fact, newId } from '@trunkline/contracts';
import { freshDatabase, testPasswords } from '@trunkline/testing';
import { aConversation } from '../clocks/a-conversation.ts';
import { type GivenSla, givenSla } from '../clocks/given-sla.ts';
import { AlarmsConsumer } from './alarms.consumer.ts';

let database: Awaited<ReturnType<typeof freshDatabase>>;
let sla: GivenSla;
let alarms: AlarmsConsumer;
beforeAll(async () => {
  database = await freshDatabase();
  sla = await givenSla({ ownerUrl: database.ownerUrl, passwords: testPasswords });
  alarms = new AlarmsConsumer(sla.postgres);
});
afterEach(() => sla.stop());
afterAll(async () => {
  await sla?.end();
  await database?.drop();
});

type Setting = { version?: number; inMs?: number; escalates?: boolean; kind?: AlarmKind };

/** A conversation that sla follows, with one alarm about it. */
async function given() {
  const conversation = aConversation({ at: Date.now() });
  sla.router.states.set(conversation.id, conversation.state);
  const opened = conversation.opened() as Fact<'conversation.opened'>;
  await sla.clocks.hear([opened]);
  const { conversationId, version, state, queue, agentId, channel, standard } = opened.data;
  const head = { conversationId, version, state, queue, agentId, channel, standard };
  const alarmId = newId<AlarmId>();
  const fact = (type: 'alarm.set' | 'alarm.off', data: object) =>
    ({ id: newId(), type, source: 'router', at: new Date().toISOString(), key: head.conversationId, data }) as never;
  const set = ({ version = 1, inMs = -1, escalates = false, kind = 'broken-off' }: Setting = {}): Fact<'alarm.set'> => {
    const dueAt = new Date(Date.now() + inMs).toISOString();
    const what = { alarmId, kind, aboutId: conversation.id, dueAt, escalates, alarmVersion: version };
    return fact('alarm.set', { ...head, ...what });
  };
  const off = (version: number): Fact<'alarm.off'> => fact('alarm.off', { ...head, alarmId, alarmVersion: version });
  return { conversation, alarmId, set, off };
}

async function rangOf(alarmId: AlarmId): Promise<number[]> {
  const rows = await sla.postgres.query<{ version: number }>(
    `SELECT (body::jsonb->>'alarmVersion')::int AS version FROM outbox
      WHERE type = 'alarm.rang' AND body::jsonb->>'alarmId' = $1 ORDER BY id`,
    [alarmId],
  );
  return rows.map(({ version }) => version);
}
async function until<T>(ask: () => Promise<T>, holds: (found: T) => boolean): Promise<T> {
  for (const end = Date.now() + 10_000; ; ) {
    const found = await ask();
    if (holds(found)) return found;
    if (Date.now() > end) throw new Error(`not within 10 s: ${JSON.stringify(found)}`);
    await new Promise((next) => setTimeout(next, 20));
  }
}
/** Another alarm that is due later has rung: whatever was due before it has had its turn. */
async function everythingDueHasRung() {
  const last = await given();
  await alarms.hear([last.set()]);
  await until(
    () => rangOf(last.alarmId),
    (rang) => rang.length === 1,
  );
}
const mattersOf = (alarmId: AlarmId) =>
  sla.postgres.query<{ because: { code: string }; over_at: Date | null }>(
    `SELECT because, over_at FROM matter WHERE what LIKE 'alarm ' || $1 || ' %' ORDER BY raised_at`,
    [alarmId],
  );

test('one that is due rings once, heard twice and with two replicas', async () => {
  const one = await given();
  await alarms.hear([one.set(), one.set()]);
  await alarms.hear([one.set()]);
  sla.start();
  sla.start();
  await until(
    () => rangOf(one.alarmId),
    (rang) => rang.length > 0,
  );
  await everythingDueHasRung();
  expect(await rangOf(one.alarmId)).toEqual([1]);
});

test('moved it rings by its newest setting only; what comes late changes nothing', async () => {
  const one = await given();
  await alarms.hear([one.set({ version: 1 }), one.set({ version: 2, inMs: 3_600_000 })]);
  await alarms.hear([one.set({ version: 1, inMs: -1 })]);
  sla.start();
  await everythingDueHasRung();
  expect(await rangOf(one.alarmId)).toEqual([]);
  await alarms.hear([one.set({ version: 3 })]);
  await until(
    () => rangOf(one.alarmId),
    (rang) => rang.length === 1,
  );
  expect(await rangOf(one.alarmId)).toEqual([3]);
});

test('taken off it does not ring, not even where that is heard before its setting', async () => {
  const [first, second] = [await given(), await given()];
  await alarms.hear([first.set(), first.off(2)]);
  await alarms.hear([second.off(2)]);
  await alarms.hear([second.set()]);
  sla.start();
  await everythingDueHasRung();
  expect([...(await rangOf(first.alarmId)), ...(await rangOf(second.alarmId))]).toEqual([]);
});

test('a limit that passes goes onto the ladder, and leaves it when it is taken off; set anew it is another', async () => {
  const one = await given();
  await alarms.hear([one.set({ escalates: true, kind: 'call-back' })]);
  sla.start();
  const [matter] = await until(
    () => mattersOf(one.alarmId),
    (matters) => matters.length === 1,
  );
  expect(matter).toMatchObject({ because: { code: 'call-back-overdue' }, over_at: null });
  await alarms.hear([one.off(2)]);
  expect((await mattersOf(one.alarmId))[0]!.over_at).not.toBeNull();
  await alarms.hear([one.set({ version: 3, escalates: true, kind: 'call-back' })]);
  await until(
    () => mattersOf(one.alarmId),
    (matters) => matters.length === 2,
  );
});

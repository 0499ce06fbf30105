/** Alarms of the router over real rows: set once, moved, taken off, and done once when they ring. */
import { type ConversationId, type Fact, newId } from '@trunkline/contracts';
import { freshDatabase, testPasswords } from '@trunkline/testing';
import { type DeskOnPostgres, openDesk, waits } from '../dispatch/desk-for-specs.ts';
import { type HeldConversation, holdConversations } from '../intake/conversations.store.ts';
import { AlarmsConsumer } from './alarms.consumer.ts';
import { onAlarm } from './on-alarm.ts';
import { setAlarm, takeOffAlarm } from './set-alarm.ts';

let desk: DeskOnPostgres;
let consumer: AlarmsConsumer;
/** What the room of this kind was told. */
const done: string[] = [];
const before = onAlarm.department;
beforeAll(async () => {
  desk = await openDesk(await freshDatabase(), testPasswords);
  consumer = new AlarmsConsumer(desk.postgres, desk.settings);
  onAlarm.department = async (_tx, { alarm, held }) => {
    done.push(`${alarm.aboutId} ${held.id}`);
  };
});
afterAll(() => {
  if (before) onAlarm.department = before;
  else delete onAlarm.department;
  return desk?.close();
});

async function holding(id: ConversationId, change: (tx: never, held: HeldConversation) => Promise<void>) {
  await desk.postgres.transaction(async (tx) => {
    await change(tx as never, (await holdConversations(tx, [id])).get(id)!);
  });
}
const facts = async (id: ConversationId, type: string) => {
  const sql = 'SELECT body FROM outbox WHERE key = $1 AND type = $2 ORDER BY id';
  const rows = await desk.postgres.query<{ body: string }>(sql, [id, type]);
  return rows.map(({ body }) => JSON.parse(body) as Fact<'alarm.set'>['data']);
};
const at = (minute: number) => new Date(Date.UTC(2026, 10, 23, 9, minute)).toISOString();
async function given() {
  const id = await waits(desk.postgres);
  const alarm = { kind: 'department', aboutId: newId() } as const;
  const set = (minute: number) => holding(id, (tx, held) => setAlarm(tx, held, { ...alarm, dueAt: at(minute) }));
  const off = () => holding(id, (tx, held) => takeOffAlarm(tx, held, alarm));
  const rings = async (nth: number) => {
    const { alarmId, alarmVersion, kind, aboutId, dueAt } = (await facts(id, 'alarm.set'))[nth]!;
    const data = { alarmId, alarmVersion, conversationId: id, kind, aboutId, dueAt };
    return { id: newId(), type: 'alarm.rang', at: dueAt, data } as never;
  };
  const doneHere = () => done.filter((line) => line === `${alarm.aboutId} ${id}`).length;
  return { id, set, off, rings, doneHere };
}

test('set twice to the same instant it is said once; another instant moves it', async () => {
  const one = await given();
  await one.set(1);
  await one.set(1);
  await one.set(2);
  const said = await facts(one.id, 'alarm.set');
  expect(said.map(({ alarmVersion, dueAt }) => [alarmVersion, dueAt])).toEqual([
    [1, at(1)],
    [2, at(2)],
  ]);
  expect(new Set(said.map(({ alarmId }) => alarmId)).size).toBe(1);
});

test('it rings once for its room, heard twice and in one batch', async () => {
  const one = await given();
  await one.set(1);
  const rang = await one.rings(0);
  await consumer.hear([rang, rang]);
  await consumer.hear([rang]);
  expect(one.doneHere()).toBe(1);
});

test('what was moved or taken off meanwhile is passed over, and set again it rings again', async () => {
  const one = await given();
  await one.set(1);
  const first = await one.rings(0);
  await one.set(2);
  await consumer.hear([first]);
  const second = await one.rings(1);
  await one.off();
  await one.off();
  await consumer.hear([second]);
  expect([one.doneHere(), (await facts(one.id, 'alarm.off')).length]).toEqual([0, 1]);
  await one.set(2);
  await consumer.hear([await one.rings(2)]);
  expect(one.doneHere()).toBe(1);
});

test('what has rung and is set to the same instant again is a new setting', async () => {
  const one = await given();
  await one.set(1);
  await consumer.hear([await one.rings(0)]);
  await one.set(1);
  await consumer.hear([await one.rings(1)]);
  expect(one.doneHere()).toBe(2);
});

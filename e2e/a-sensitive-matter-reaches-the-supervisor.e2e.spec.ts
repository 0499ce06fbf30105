/** A24, A26: what is sensitive is on the supervisor's floor within 5 s, found or marked; many alike are one incident. */
import type { IncidentRows, LiveChange, Sign, SignRows } from '@trunkline/contracts';
import { io, type Socket } from 'socket.io-client';
import { Visitor } from './customer.ts';
import { type Desk, hire, signInAsAdministrator } from './desk.ts';
import { eventually } from './eventually.ts';
import { type House, startHouse } from './start-house.ts';

let house: House;
let supervisor: Desk;
let agent: Desk;
let outsider: Desk;
let line: Socket;
const pushed: LiveChange[] = [];
const visitors: Visitor[] = [];
const groups = ['service', 'payments', 'complaints', 'mail'];

beforeAll(async () => {
  house = await startHouse();
  const administrator = await signInAsAdministrator(house);
  supervisor = await hire(house, administrator, { role: 'supervisor', groups });
  agent = await hire(house, administrator, { groups });
  outsider = await hire(house, administrator, { role: 'supervisor', groups: [] });
  line = io(new URL(house.run.api).origin, {
    path: '/v1/live',
    transports: ['websocket'],
    extraHeaders: { authorization: `Bearer ${supervisor.token}` },
  });
  line.on('changed', (change: LiveChange) => pushed.push(change));
  await eventually(async () => pushed.some(({ kind }) => kind === 'everything'), { what: 'the live line' });
  for (const desk of [supervisor, outsider]) await eventually(() => alerts(desk), { what: 'the router knowing them' });
  await eventually(() => agent.list(), { what: 'the router knowing the agent' });
}, 180_000);
afterAll(async () => {
  line?.disconnect();
  for (const visitor of visitors) visitor.leave();
  await house?.stop();
}, 60_000);

const alerts = async (desk: Desk) => (await desk.ask<SignRows>('/signs?open=1')).items;
async function says(text: string): Promise<Visitor> {
  const visitor = await new Visitor(house.run.channels).arrive();
  visitors.push(visitor);
  await visitor.say(text);
  return visitor;
}
/** How long after `since` the supervisor was both told and could read the alert. */
const toldOf = (since: number, found: (row: SignRows['items'][number]) => boolean) =>
  eventually(
    async () => {
      const row = (await alerts(supervisor)).find(found);
      if (!row || !pushed.some(({ kind, id }) => kind === 'sign' && id === row.id)) return undefined;
      return { row, ms: Date.now() - since };
    },
    { what: 'the alert', withinMs: 10_000, everyMs: 50 },
  );

test('A24 words that tend to complain alert the supervisor of the queue within 5 s, with the words', async () => {
  const since = Date.now();
  await says('再不退款我就去12315投诉你们');
  const { row, ms } = await toldOf(since, ({ words }) => words.includes('12315'));
  process.stdout.write(`alert after ${ms} ms\n`);
  expect(ms).toBeLessThan(5_000);
  expect(row).toMatchObject({ kind: 'tends-to-complain', by: 'detection', seenAt: null });
  expect(await alerts(outsider)).toEqual([]);
  await expect(alerts(agent)).rejects.toMatchObject({ status: 403 });
  await supervisor.ask(`/signs/${row.id}/seen`, { method: 'POST', body: {} });
  expect((await alerts(supervisor)).some(({ id }) => id === row.id)).toBe(false);
  const signs = await agent.ask<SignRows>(`/conversations/${row.conversationId}/signs`);
  expect(signs.items).toMatchObject([{ id: row.id, seenBy: supervisor.person.id }]);
});

test('A24 an agent marks by one click: the same alert; a supervisor takes it back with a reason', async () => {
  const mark = `a quiet word ${Date.now()}`;
  await says(mark);
  const about = await eventually(async () => (await agent.list(`?q=${encodeURIComponent(mark)}`))[0], {
    what: 'the conversation',
  });
  const since = Date.now();
  const path = `/conversations/${about.id}/signs`;
  const sign = await agent.ask<Sign>(path, { method: 'POST', body: { kind: 'may-leave' } });
  const { ms } = await toldOf(since, ({ id }) => id === sign.id);
  expect(ms).toBeLessThan(5_000);
  expect((await agent.show(about.id)).orderKeyParts.boosts).toContainEqual({ because: 'is-sensitive', minutes: 60 });
  const back = { method: 'DELETE', body: { reason: 'a misunderstanding' } };
  await expect(agent.ask(`${path}/${sign.id}`, back)).rejects.toMatchObject({ status: 403 });
  await supervisor.ask(`${path}/${sign.id}`, back);
  expect((await agent.ask<SignRows>(path)).items).toEqual([]);
});

test('A26 a dozen with the same matter within a minute are one incident with its members, and a supervisor ends it', async () => {
  for (let n = 0; n < 12; n += 1) await says(`Where is my parcel number ${n}? It was to come yesterday.`);
  const open = async () => (await supervisor.ask<IncidentRows>('/incidents?open=1')).items;
  const incident = await eventually(async () => (await open()).find(({ memberCount }) => memberCount >= 8), {
    what: 'the incident with all of them',
    withinMs: 50_000,
  });
  expect(pushed.some(({ kind, id }) => kind === 'incident' && id === incident.id)).toBe(true);
  expect((await alerts(supervisor)).filter(({ kind }) => kind === 'many-report-it')).toEqual([]);
  const closed = await supervisor.ask<{ closedAt: string }>(`/incidents/${incident.id}/close`, {
    method: 'POST',
    body: {},
  });
  expect(closed.closedAt).not.toBeNull();
  expect(await open()).toEqual([]);
}, 60_000);

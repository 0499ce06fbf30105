/** The roster through the door: by day, by file, out again; who may, what is refused, and who is on duty. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { AgentId, DutyRows, RosterDays, RosterTaken, StaffV1 } from '@trunkline/contracts';
import { freshDatabase, testPasswords } from '@trunkline/testing';
import { administrator, comesTrue, type GatewayForSpecs, hire, openGateway } from '../gateway-for-specs.ts';

let gateway: GatewayForSpecs;
let router: Server;
let token: string;
let chief: { staff: StaffV1; token: string };
let lin: { staff: StaffV1; token: string };
let online: AgentId[] = [];

beforeAll(async () => {
  // stands where the router is: says who is signed in
  router = createServer((_request, response) => {
    const items = [chief, lin].map(({ staff }) => ({
      id: staff.id,
      presence: { state: online.includes(staff.id) ? 'online' : 'offline' },
    }));
    response.setHeader('content-type', 'application/json').end(JSON.stringify({ items }));
  }).listen(0, '127.0.0.1');
  await new Promise((done) => router.once('listening', done));
  const ROUTER_URL = `http://127.0.0.1:${(router.address() as AddressInfo).port}`;
  gateway = await openGateway(await freshDatabase(), testPasswords, { ROUTER_URL });
  token = await gateway.signIn(administrator);
  chief = await hire(gateway, { name: 'Chief', number: '7', role: 'supervisor' });
  lin = await hire(gateway, { name: 'Lin', number: '1024' });
}, 90_000);
afterAll(async () => {
  await gateway?.close();
  router?.close();
});

const head = 'date,group,person,from,to,supervises';
const put = (path: string, body: unknown, who = token) =>
  gateway.ask(`/roster/${path}`, { method: 'PUT', token: who, body });
const take = async (text: string, more: object = {}, who = token) =>
  (await gateway.ask('/roster/import', { method: 'POST', token: who, body: { text, ...more } }))
    .body as unknown as RosterTaken;
const list = async (from: string, to: string, who = token) =>
  ((await gateway.ask(`/roster?from=${from}&to=${to}`, { token: who })).body as unknown as RosterDays).items;
const exported = async (from: string, to: string) => {
  const answer = await fetch(`${gateway.url}/v1/roster/export?from=${from}&to=${to}`, {
    headers: { authorization: `Bearer ${token}` },
  });
  return { type: answer.headers.get('content-type'), text: await answer.text() };
};
const published = async (name: string) =>
  gateway.postgres.query<{ version: number }>(
    `SELECT (body::jsonb->>'version')::int AS version FROM outbox WHERE type = 'setting.published' AND key = $1 ORDER BY id`,
    [`roster:${name}`],
  );
const shift = (hours: [number, number], day = '2027-04-01') => ({
  agentId: lin.staff.id,
  from: `${day}T${String(hours[0]).padStart(2, '0')}:00:00.000Z`,
  to: `${day}T${String(hours[1]).padStart(2, '0')}:00:00.000Z`,
  supervises: false,
});

test('A45 a day is replaced by version: who looked at an older one is refused, and every service hears of each', async () => {
  const first = await put('service/2027-04-01', { shifts: [shift([1, 9])], version: 0 });
  expect([first.status, first.body.version]).toEqual([200, 1]);
  expect((await put('service/2027-04-01', { shifts: [], version: 0 })).body.reason).toBe('edited-meanwhile');
  expect((await put('service/2027-04-01', { shifts: [shift([1, 5])], version: 1 })).body.version).toBe(2);
  expect((await put('service/2027-04-01', { shifts: [], version: 1 })).body.reason).toBe('edited-meanwhile');
  expect((await put('service/2027-04-02', { shifts: [], version: 3 })).body.reason).toBe('edited-meanwhile');
  expect(await published('service:2027-04-01')).toEqual([{ version: 1 }, { version: 2 }]);
  expect(await list('2027-04-01', '2027-04-01')).toMatchObject([{ version: 2, shifts: [shift([1, 5])] }]);
});

test('of two who save at once one is refused', async () => {
  await put('service/2027-04-03', { shifts: [], version: 0 });
  const both = await Promise.all(
    [1, 2].map((hour) => put('service/2027-04-03', { shifts: [shift([hour, 9], '2027-04-03')], version: 1 })),
  );
  expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
});

test.each<[string, string, unknown, number, string]>([
  ['a group that is not there', 'nowhere/2027-04-01', { shifts: [], version: 0 }, 422, 'no-such-queue'],
  ['a day that is not there', 'service/2027-02-30', { shifts: [], version: 0 }, 422, 'no-such-date'],
  ['a body without version', 'service/2027-04-09', { shifts: [] }, 400, 'bad-request'],
  ['a field too many', 'service/2027-04-09', { shifts: [], version: 0, x: 1 }, 400, 'bad-request'],
])('refused: %s', async (_sentence, path, body, status, reason) => {
  const said = await put(path, body);
  expect([said.status, said.body.reason]).toEqual([status, reason]);
});

test('what cannot be on a day is refused with the place of each', async () => {
  const shifts = [
    shift([1, 9], '2027-04-09'),
    { ...shift([5, 8], '2027-04-09') },
    { ...shift([12, 11], '2027-04-09'), supervises: true },
  ];
  const { status, body } = await put('service/2027-04-09', { shifts, version: 0 });
  expect([status, body.issues]).toMatchObject([
    422,
    [
      { path: 'shifts.2', because: { code: 'cannot-supervise' } },
      { path: 'shifts.2', because: { code: 'shift-ends-first' } },
      { path: 'shifts.1', because: { code: 'shift-overlaps' } },
    ],
  ]);
});

test('V7 an agent reads the own group’s and changes nothing; a supervisor changes the own group’s alone', async () => {
  expect((await put('service/2027-04-01', { shifts: [], version: 2 }, lin.token)).body.reason).toBe('not-allowed');
  expect((await put('payments/2027-04-01', { shifts: [], version: 0 }, chief.token)).body.reason).toBe(
    'not-your-group',
  );
  expect((await put('service/2027-04-11', { shifts: [], version: 0 }, chief.token)).status).toBe(200);
  await put('payments/2027-04-12', { shifts: [], version: 0 });
  expect((await list('2027-04-12', '2027-04-12', lin.token)).length).toBe(0);
  expect((await list('2027-04-12', '2027-04-12')).length).toBe(1);
  const { faults } = await take(`${head}\n2027-04-01,payments,7,09:00,17:00,`, {}, chief.token);
  expect(faults).toMatchObject([{ line: 2, because: 'not-your-group' }]);
});

test('a file is tried first, taken whole or not at all, and gives itself back', async () => {
  const lines = [
    '2027-05-01,service,7,22:00,06:00,yes',
    `2027-05-01,service,${lin.staff.email},08:00,16:00,`,
    '2027-05-02,service,1024,08:00,16:00,',
  ];
  const text = [head, ...lines].join('\r\n');
  expect(await take(text, { dryRun: true })).toEqual({ days: 2, shifts: 3, faults: [] });
  expect(await list('2027-05-01', '2027-05-31')).toEqual([]);
  expect(await take([text, '2027-05-03,service,4711,08:00,16:00,'].join('\n'))).toMatchObject({
    days: 0,
    faults: [{ line: 5, because: 'no-such-person', value: '4711', values: { person: '4711' } }],
  });
  expect(await list('2027-05-01', '2027-05-31')).toEqual([]);
  expect(await take(text)).toEqual({ days: 2, shifts: 3, faults: [] });
  const days = await list('2027-05-01', '2027-05-31');
  const { type, text: out } = await exported('2027-05-01', '2027-05-31');
  expect(type).toContain('text/csv');
  expect(await take(out)).toEqual({ days: 2, shifts: 3, faults: [] });
  expect(await list('2027-05-01', '2027-05-31')).toEqual(days); // the versions too: nothing changed
});

test('a file of megabytes is read to its thousandth fault, one of too many lines not at all', async () => {
  const long = await take(`${head}\n${'never,service,1024,09:00,17:00,\n'.repeat(39_000)}`);
  expect([long.faults.length, long.faults.at(-1)?.line]).toEqual([1_000, 1_001]);
  const { faults } = await take(`${head}\n${'2027-05-01,service,1024,09:00,17:00,\n'.repeat(100_000)}`);
  expect(faults).toMatchObject([{ line: 40_002, because: 'too-many-lines', value: '100000' }]);
  const { status, body } = await gateway.ask('/roster/import', {
    method: 'POST',
    token,
    body: { text: 'x'.repeat(5_000_001) },
  });
  expect([status, body.reason]).toEqual([400, 'bad-request']);
});

test('a span of years is refused', async () => {
  expect((await gateway.ask('/roster?from=2020-01-01&to=2027-01-01', { token })).body.reason).toBe('span-too-wide');
});

test('A45 on duty is who supervises the shift that runs, and of them who is signed in; without a roster everybody of the role', async () => {
  const rows = async () => ((await gateway.ask('/duty', { token })).body as unknown as DutyRows).items;
  const service = async () => (await rows()).find(({ queue }) => queue === 'service');
  expect((await rows()).find(({ queue }) => queue === 'complaints')).toMatchObject({
    by: 'standing',
    onDuty: [],
    there: [],
  });
  const now = Date.now();
  const date = new Date(now).toISOString().slice(0, 10); // the group's calendar counts its days in UTC
  const [from, to] = [
    new Date(Math.max(now - 60_000, Date.parse(`${date}T00:00Z`))).toISOString(),
    new Date(now + 3_600_000).toISOString(),
  ];
  const shifts = [
    { agentId: chief.staff.id, from, to, supervises: true },
    { agentId: lin.staff.id, from, to, supervises: false },
  ];
  expect((await put(`service/${date}`, { shifts, version: 0 })).status).toBe(200);
  await comesTrue('the roster is heard', async () => (await service())?.onShift.length === 2);
  const row = { onDuty: [chief.staff.id], onShift: [chief.staff.id, lin.staff.id].sort(), until: to };
  expect(await service()).toMatchObject({ ...row, there: [] });
  online = [chief.staff.id];
  expect(await service()).toMatchObject({ ...row, there: [chief.staff.id] });
});

test('a thousand people over fourteen days are taken in within seconds, by one statement', async () => {
  await gateway.postgres.query(
    `INSERT INTO staff (id, email, version, record)
     SELECT id, email, 1, jsonb_build_object('id', id, 'email', email, 'name', email, 'number', (30000 + n)::text, 'role', 'agent',
       'language', 'en', 'groups', jsonb_build_array('service', 'payments', 'complaints'), 'skills', '{}'::jsonb, 'capacity', 4, 'standards', '[]'::jsonb, 'active', true)
     FROM (SELECT n, gen_random_uuid() AS id, 'p' || n || '@desk.test' AS email FROM generate_series(1, 1000) AS n) AS made`,
  );
  const groups = ['service', 'payments', 'complaints'];
  const lines = Array.from({ length: 14_000 }, (_none, n) => {
    const person = (n % 1_000) + 1;
    const day = String(Math.floor(n / 1_000) + 1).padStart(2, '0');
    return `2027-06-${day},${groups[person % 3]},${30_000 + person},09:00,17:00,`;
  });
  const from = performance.now();
  expect(await take([head, ...lines].join('\n'))).toEqual({ days: 42, shifts: 14_000, faults: [] });
  const seconds = (performance.now() - from) / 1000;
  process.stdout.write(`1,000 people × 14 days imported in ${seconds.toFixed(2)} s\n`);
  expect(seconds).toBeLessThan(15);
  expect(
    await gateway.postgres.query('SELECT 1 FROM roster_day WHERE date BETWEEN $1 AND $2', ['2027-06-01', '2027-06-30']),
  ).toHaveLength(42);
}, 60_000);

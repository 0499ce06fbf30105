/** Who may change people, what cannot be slipped in, and what happens to those who are let go. */
import { freshDatabase, testPasswords } from '@trunkline/testing';
import { io, type Socket } from 'socket.io-client';
import {
  type Asked,
  administrator,
  aPerson,
  comesTrue,
  type GatewayForSpecs,
  hire,
  openGateway,
  password,
} from '../gateway-for-specs.ts';

let gateway: GatewayForSpecs;
let token: string;
const sockets: Socket[] = [];

beforeAll(async () => {
  gateway = await openGateway(await freshDatabase(), testPasswords);
  token = await gateway.signIn(administrator);
}, 60_000);
afterAll(async () => {
  for (const socket of sockets) socket.disconnect();
  await gateway?.close();
});

const said = async (path: string, asked: Asked) => {
  const { status, body } = await gateway.ask(path, asked);
  return [status, body.reason];
};
const change = (id: string, body: object | string) => said(`/staff/${id}`, { method: 'PATCH', token, body });
const recordOf = async (id: string) =>
  (await gateway.postgres.query<{ record: object }>('SELECT record FROM staff WHERE id = $1', [id]))[0]?.record;

test.each([
  ['an id', { id: '0193a1b2-0000-7000-8000-000000000001' }],
  ['being active', { active: true }],
  ['a hash', { passwordHash: 'x' }],
  ['a version', { version: 7 }],
  ['a team', { team: 'all' }],
])('V21 a new person cannot bring %s along', async (_what, more) => {
  const body = { ...aPerson, email: 'slip@desk.test', ...more };
  expect(await said('/staff', { method: 'POST', token, body })).toEqual([400, 'bad-request']);
  expect(await gateway.postgres.query(`SELECT 1 FROM staff WHERE email = 'slip@desk.test'`)).toEqual([]);
});

test('V21 neither `__proto__` nor an unknown field changes a person', async () => {
  const { staff } = await hire(gateway);
  const bodies = ['{"__proto__":{"role":"administrator"}}', '{"constructor":{"role":"administrator"}}', '{"id":"x"}'];
  for (const body of bodies) {
    await change(staff.id, body);
    expect(await recordOf(staff.id)).toEqual(staff);
  }
  expect(await change(staff.id, { passwordHash: 'x' })).toEqual([400, 'bad-request']);
  expect(({} as { role?: string }).role).toBeUndefined();
});

test('V7 only administrators add and change people', async () => {
  for (const role of ['agent', 'monitor', 'supervisor'] as const) {
    const other = await hire(gateway, { role });
    const body = { role: 'administrator' };
    expect(await said(`/staff/${other.staff.id}`, { method: 'PATCH', token: other.token, body })).toEqual([
      403,
      'not-allowed',
    ]);
    const added = { ...aPerson, email: 'friend@desk.test' };
    expect(await said('/staff', { method: 'POST', token: other.token, body: added })).toEqual([403, 'not-allowed']);
  }
});

test('an e-mail belongs to one person, however it is written', async () => {
  const [one, other] = [await hire(gateway), await hire(gateway)];
  const taken = one.staff.email.toUpperCase();
  expect(await change(other.staff.id, { email: taken })).toEqual([409, 'email-is-taken']);
  const body = { ...aPerson, email: taken };
  expect(await said('/staff', { method: 'POST', token, body })).toEqual([409, 'email-is-taken']);
});

test('a NUL in a name is refused with a reason', async () => {
  const body = { ...aPerson, email: 'nul@desk.test', name: 'A\0B' };
  expect(await said('/staff', { method: 'POST', token, body })).toEqual([400, 'bad-request']);
});

test('a new password ends what the old one opened', async () => {
  const { staff, token: before } = await hire(gateway);
  await gateway.ask(`/staff/${staff.id}`, {
    method: 'PATCH',
    token,
    body: { password: 'another-password' },
  });
  expect(await said('/me', { token: before })).toEqual([401, 'not-signed-in']);
  expect(await gateway.signIn({ email: staff.email, password })).toBeUndefined();
  expect(await gateway.signIn({ email: staff.email, password: 'another-password' })).toMatch(/^[\w-]{43}$/);
});

test('a link sets a password once, ends the one before it and every sign-in, and opens nothing for who was let go', async () => {
  const { staff, token: before } = await hire(gateway);
  const link = async () => {
    const { body } = await gateway.ask(`/staff/${staff.id}/set-up-link`, { method: 'POST', token });
    return new URL(String(body.path), gateway.url).searchParams.get('token');
  };
  const set = (linked: string | null, by = 'by-the-link-alone') =>
    said('/set-up/password', { method: 'POST', body: { token: linked, password: by } });
  const [first, second] = [await link(), await link()];
  expect(await set(first)).toEqual([401, 'wrong-token']);
  expect(await said('/me', { token: before })).toEqual([200, undefined]);
  expect(await set(second)).toEqual([201, undefined]);
  expect(await set(second)).toEqual([401, 'wrong-token']);
  expect(await said('/me', { token: before })).toEqual([401, 'not-signed-in']);
  expect(await gateway.signIn({ email: staff.email, password: 'by-the-link-alone' })).toMatch(/^[\w-]{43}$/);
  const third = await link();
  await change(staff.id, { active: false });
  expect(await set(third)).toEqual([401, 'wrong-token']);
  expect(await said(`/staff/${staff.id}/set-up-link`, { method: 'POST', token })).toEqual([404, 'not-found']);
  const own = await gateway.ask('/set-up', {
    method: 'POST',
    body: { token: third, email: 'a@desk.test', name: 'A', password },
  });
  expect(own.status).toBe(401);
});

test('V12 who is let go is out within 5 s: no request, no socket', async () => {
  const gone = await hire(gateway);
  const socket = io(gateway.url, {
    path: '/v1/live',
    transports: ['websocket'],
    reconnection: false,
    extraHeaders: { authorization: `Bearer ${gone.token}` },
  });
  sockets.push(socket);
  await comesTrue('the socket is open', () => socket.connected);
  await gateway.ask(`/staff/${gone.staff.id}`, { method: 'PATCH', token, body: { active: false } });
  expect(await said('/me', { token: gone.token })).toEqual([401, 'not-signed-in']);
  await comesTrue('the socket is closed', () => !socket.connected, 5);
  expect(await gateway.signIn({ email: gone.staff.email, password })).toBeUndefined();
});

/** Stands last: afterwards one of the two is none any more. */
test('the last administrator stays, even when two demote each other at once', async () => {
  const second = await hire(gateway, { role: 'administrator', groups: [] });
  const { body } = await gateway.ask('/me', { token });
  const first = (body as unknown as { staff: { id: string } }).staff.id;
  const demote = (id: string, by: string) =>
    said(`/staff/${id}`, { method: 'PATCH', token: by, body: { role: 'supervisor' } });
  const both = await Promise.all([demote(first, second.token), demote(second.staff.id, token)]);
  expect(both.map(([status]) => status).sort()).toEqual([200, 409]);
});

/** Signing in at a real gateway: what opens the door, what does not, and what closes it again. */
import { freshDatabase, testPasswords } from '@trunkline/testing';
import { type Answer, administrator, type GatewayForSpecs, hire, openGateway, password } from '../gateway-for-specs.ts';
import { hashToken } from './sessions.store.ts';

let gateway: GatewayForSpecs;

beforeAll(async () => {
  gateway = await openGateway(await freshDatabase(), testPasswords);
}, 60_000);
afterAll(() => gateway?.close());

const signIn = (body: object, headers: Record<string, string> = {}) =>
  gateway.ask('/sessions', { method: 'POST', body, headers });
const said = ({ status, body }: Answer) => [status, body.reason];
const me = (token: string) => gateway.ask('/me', { token });
const byCookie = (token: string, headers: Record<string, string>) =>
  gateway.ask('/me/presence', {
    method: 'PUT',
    body: { state: 'nonsense' },
    headers: { cookie: `trunkline_session=${token}`, ...headers },
  });

test('passwords are kept as argon2id, tokens as a hash of 256 random bits', async () => {
  const token = await gateway.signIn(administrator);
  expect(Buffer.from(token, 'base64url')).toHaveLength(32);
  const [row] = await gateway.postgres.query<{ password_hash: string }>('SELECT password_hash FROM staff');
  expect(row!.password_hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  const kept = await gateway.postgres.query('SELECT 1 FROM session WHERE token_hash = $1', [hashToken(token)]);
  expect(kept).toHaveLength(1);
});

test('V9 no hash is on its way to other services', async () => {
  const facts = await gateway.postgres.query<{ body: string }>(`SELECT body FROM outbox WHERE topic = 'settings'`);
  expect(facts.length).toBeGreaterThan(1);
  expect(facts.filter(({ body }) => /argon2|passwordHash|password_hash/i.test(body))).toEqual([]);
});

test('V19 a wrong password and an unknown account are told in the same words', async () => {
  const wrong = await signIn({ email: administrator.email, password: 'not this one' });
  const unknown = await signIn({ email: 'nobody@desk.test', password: 'not this one' });
  expect(said(wrong)).toEqual([401, 'wrong-sign-in']);
  expect(unknown.body).toEqual(wrong.body);
  expect(unknown.status).toBe(wrong.status);
});

test('V19 the sixth try in a minute is told to wait, even with the right password', async () => {
  const { staff } = await hire(gateway);
  for (let n = 0; n < 5; n += 1) {
    expect(said(await signIn({ email: staff.email, password: 'guess' }))).toEqual([401, 'wrong-sign-in']);
  }
  const sixth = await signIn({ email: staff.email, password });
  expect(said(sixth)).toEqual([429, 'too-many']);
});

test('V19 forty tries at once get no more than five', async () => {
  const { staff } = await hire(gateway);
  const tries = Array.from({ length: 40 }, () => signIn({ email: staff.email, password: 'guess' }));
  const statuses = (await Promise.all(tries)).map(({ status }) => status);
  expect(statuses.filter((status) => status === 401)).toHaveLength(5);
  expect(statuses.filter((status) => status === 429)).toHaveLength(35);
});

test('V20 the cookie is HttpOnly and SameSite=Strict, and only the desk’s own pages are given one', async () => {
  const answer = await signIn(administrator, { origin: gateway.url });
  expect(answer.headers.get('set-cookie')).toMatch(
    /^trunkline_session=[\w-]{43}; Path=\/; Expires=.*; HttpOnly; SameSite=Strict$/,
  );
  expect(said(await signIn(administrator, { origin: 'https://evil.test' }))).toEqual([403, 'foreign-origin']);
});

test('a token that was signed out, ran out or was not used for too long opens nothing', async () => {
  const change = (token: string, set: string) =>
    gateway.postgres.query(`UPDATE session SET ${set} WHERE token_hash = $1`, [hashToken(token)]);
  const [out, old, idle] = [
    await gateway.signIn(administrator),
    await gateway.signIn(administrator),
    await gateway.signIn(administrator),
  ];
  expect((await me(out)).status).toBe(200);
  expect((await gateway.ask('/sessions/current', { method: 'DELETE', token: out })).status).toBe(204);
  await change(old, `expires_at = now() - interval '1 second'`);
  await change(idle, `seen_at = now() - interval '121 minutes'`);
  for (const token of [out, old, idle, 'no-such-token']) expect(said(await me(token))).toEqual([401, 'not-signed-in']);
});

test('V20 a cookie alone writes nothing from another page, whatever its origin calls itself', async () => {
  const token = await gateway.signIn(administrator);
  const { host, port } = new URL(gateway.url);
  const foreign = [
    'null',
    'https://evil.test',
    `http://${host}.evil.test`,
    `http://evil.test/${host}`,
    `http://evil-${host}`,
    `http://${host}@evil.test`,
    `http://127.0.0.1:${Number(port) + 1}`,
    `http://127.0.0.1.nip.io:${port}`,
    `http://localhost:${port}`,
    '',
    'file://',
    'chrome-extension://abcdef',
  ];
  for (const origin of foreign)
    expect([origin, ...said(await byCookie(token, { origin }))]).toEqual([origin, 403, 'foreign-origin']);
  const withoutOrigin = await byCookie(token, { 'sec-fetch-site': 'cross-site' });
  expect(said(withoutOrigin)).toEqual([403, 'foreign-origin']);
  expect(said(await byCookie(token, { origin: gateway.url }))).toEqual([400, 'bad-request']);
});

test('a program with a bearer token needs no origin', async () => {
  const token = await gateway.signIn(administrator);
  const body = { state: 'nonsense' };
  expect(said(await gateway.ask('/me/presence', { method: 'PUT', token, body }))).toEqual([400, 'bad-request']);
});

test('V9 headers that name somebody let nobody in', async () => {
  const headers = { 'x-forwarded-user': administrator.email, 'x-remote-user': administrator.email, 'x-user-id': '1' };
  expect((await gateway.ask('/me', { headers })).status).toBe(401);
});

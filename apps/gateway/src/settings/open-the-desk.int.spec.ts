/** An empty desk: a link, once, for a day, makes the first administrator, and never a second one. */
import { freshDatabase, testPasswords } from '@trunkline/testing';
import { aPerson, type GatewayForSpecs, openGateway, password } from '../gateway-for-specs.ts';
import { hashToken, newToken } from '../sign-in/sessions.store.ts';

let gateway: GatewayForSpecs;

beforeAll(async () => {
  gateway = await openGateway(await freshDatabase(), testPasswords, { ADMIN_EMAIL: '', ADMIN_PASSWORD: '' });
}, 60_000);
afterAll(() => gateway?.close());

/** The start printed a link of its own; these stand for what a second replica printed. */
async function aLink(validFor = '24 hours'): Promise<string> {
  const token = newToken();
  await gateway.postgres.query('INSERT INTO set_up_link (token_hash, expires_at) VALUES ($1, now() + $2::interval)', [
    hashToken(token),
    validFor,
  ]);
  return token;
}
const setUp = async (token: string, email = 'first@desk.test') => {
  const body = { token, email, name: 'First', password };
  const { status, body: answer } = await gateway.ask('/set-up', { method: 'POST', body });
  return [status, answer.reason];
};

test('V9 nobody is there by default, and the start leaves one link for 24 hours, kept as a hash', async () => {
  expect(await gateway.postgres.query('SELECT 1 FROM staff')).toEqual([]);
  const rows = await gateway.postgres.query<{ hours: number; bytes: number }>(
    `SELECT round(extract(epoch FROM expires_at - now()) / 3600)::int AS hours, length(token_hash) AS bytes FROM set_up_link`,
  );
  expect(rows).toEqual([{ hours: 24, bytes: 32 }]);
});

test('V8 a link that was guessed or ran out makes nobody', async () => {
  const old = await aLink('-1 second');
  for (const token of ['', 'guess', newToken(), old]) expect(await setUp(token)).toEqual([401, 'wrong-token']);
  expect(await gateway.postgres.query('SELECT 1 FROM staff')).toEqual([]);
});

test('V21 the link gives no other role and no other field', async () => {
  const body = { ...aPerson, token: await aLink(), email: 'first@desk.test' };
  expect((await gateway.ask('/set-up', { method: 'POST', body })).status).toBe(400);
});

test('V8 of two links taken at once one makes the first administrator, and none opens anything afterwards', async () => {
  const links = [await aLink(), await aLink(), await aLink()];
  const answers = await Promise.all(links.slice(0, 2).map((link, n) => setUp(link, `first${n}@desk.test`)));
  expect(answers.map(([status]) => status).sort()).toEqual([201, 401]);
  for (const link of links) expect(await setUp(link, 'later@desk.test')).toEqual([401, 'wrong-token']);
  const [first, ...others] = await gateway.postgres.query<{ email: string; role: string }>(
    `SELECT email, record->>'role' AS role FROM staff`,
  );
  expect([first?.role, others]).toEqual(['administrator', []]);
  expect(await gateway.signIn({ email: first!.email, password })).toMatch(/^[\w-]{43}$/);
});

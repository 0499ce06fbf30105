/** What every answer of the gateway carries, and which doors are shut; what production adds, the journey of the encrypted links shows. */
import { freshDatabase, testPasswords } from '@trunkline/testing';
import { administrator, type GatewayForSpecs, openGateway } from './gateway-for-specs.ts';

let gateway: GatewayForSpecs;

beforeAll(async () => {
  gateway = await openGateway(await freshDatabase(), testPasswords);
}, 60_000);
afterAll(() => gateway?.close());

test.each(['/', '/conversations/some-id', '/v1/me', '/v1/openapi.json', '/v1/docs', '/v1/nothing', '/health/live'])(
  'V20 %s says what may run, who may frame it and that nothing is guessed',
  async (path) => {
    const { headers } = await fetch(`${gateway.url}${path}`);
    const policy = headers.get('content-security-policy');
    expect(policy).toContain("default-src 'self'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).toContain("object-src 'none'");
    expect(policy).not.toMatch(/script-src[^;]*unsafe|unsafe-eval|connect-src[^;]*(\*| wss?:[ ;])/);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('x-powered-by')).toBeNull();
    expect(headers.get('access-control-allow-origin')).toBeNull();
  },
);

test('what is not there is a problem with its reason, and services’ routes are not for staff', async () => {
  const token = await gateway.signIn(administrator);
  expect((await gateway.ask('/nothing', { token })).status).toBe(404);
  const internal = await fetch(`${gateway.url}/internal/parked`, { headers: { authorization: `Bearer ${token}` } });
  expect([internal.status, ((await internal.json()) as { reason: string }).reason]).toEqual([401, 'wrong-token']);
});

test('V24 a body that is not JSON is refused, not failed at', async () => {
  const answer = await gateway.ask('/sessions', { method: 'POST', body: '{"email":' });
  expect([answer.status, answer.body.reason]).toEqual([400, 'bad-request']);
});

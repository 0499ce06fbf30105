/** Without a key no secret is stored; mail needs none. */
import { freshDatabase, testPasswords } from '@trunkline/testing';
import { administrator, type GatewayForSpecs, openGateway } from '../gateway-for-specs.ts';

let gateway: GatewayForSpecs;
let token: string;
beforeAll(async () => {
  gateway = await openGateway(await freshDatabase(), testPasswords, { SEAL_KEYS: '', SMTP_URL: '' });
  token = await gateway.signIn(administrator);
}, 90_000);
afterAll(() => gateway?.close());

const post = (path: string, body: unknown, who = token) => gateway.ask(path, { method: 'POST', token: who, body });

test('V6 a target that opens by a secret is refused clearly where no key seals it, a mail address is taken', async () => {
  const robot = await post('/notify/targets', {
    name: 'x',
    kind: 'wecom',
    address: 'https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=x',
  });
  expect([robot.status, robot.body.reason]).toEqual([409, 'no-key-to-seal']);
  expect(robot.body.detail).toContain('SEAL_KEYS');
  const mail = await post('/notify/targets', { name: 'lead', kind: 'mail', address: 'lead@desk.test' });
  expect(mail.status).toBe(201);
  const told = await post('/notify/targets/lead/test', {});
  expect(told.body).toMatchObject({ state: 'failed', because: { code: 'mail-not-set-up' } });
});

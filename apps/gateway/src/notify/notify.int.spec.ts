/** Escalations told outside: to real servers that keep what they heard, once each, tried again, and never with a secret shown. */
import { randomUUID } from 'node:crypto';
import { createServer, type IncomingHttpHeaders, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { connect } from 'node:net';
import type {
  EscalationId,
  Fact,
  Notification,
  Notifications,
  NotifyTarget,
  NotifyTargets,
  PolicyV1,
} from '@trunkline/contracts';
import { newId } from '@trunkline/contracts';
import { writeFacts } from '@trunkline/platform';
import { freshDatabase, testPasswords } from '@trunkline/testing';
import { administrator, comesTrue, type GatewayForSpecs, hire, openGateway } from '../gateway-for-specs.ts';
import { EscalationsConsumer } from './escalations.consumer.ts';
import { SendDue } from './send-due.ts';

let gateway: GatewayForSpecs;
let server: Server;
let base: string;
let token: string;
type Heard = { path: string; headers: IncomingHttpHeaders; body: Record<string, unknown> };
const heard: Heard[] = [];
const answers = new Map<string, (response: ServerResponse, nth: number) => void>();
const sealKey = (kid: string, fill: number) => `${kid}:${Buffer.alloc(32, fill).toString('base64url')}`;
const secret = `whsec_${Buffer.alloc(32, 5).toString('base64')}`;

beforeAll(async () => {
  server = createServer((request, response) => {
    let text = '';
    request.on('data', (part) => {
      text += part;
    });
    request.on('end', () => {
      const path = request.url ?? '';
      heard.push({ path, headers: request.headers, body: JSON.parse(text) });
      const nth = heardAt(path).length;
      const answer = [...answers].find(([beginning]) => path.startsWith(beginning))?.[1];
      if (answer) answer(response, nth);
      else response.end('{"errcode":0,"code":0}');
    });
  }).listen(0, '127.0.0.1');
  await new Promise((done) => server.once('listening', done));
  const { port } = server.address() as AddressInfo;
  base = `http://127.0.0.1:${port}`;
  gateway = await openGateway(await freshDatabase(), testPasswords, {
    SEAL_KEYS: `${sealKey('k2', 2)},${sealKey('k1', 1)}`,
    NOTIFY_ALLOWED_HOSTS: `127.0.0.1:${port}`,
    PUBLIC_URL: 'https://desk.example.com',
    NOTIFY_FROM: 'trunkline@desk.test',
  });
  token = await gateway.signIn(administrator);
}, 90_000);
afterAll(async () => {
  await gateway?.close();
  server?.closeAllConnections();
  server?.close();
});

const heardAt = (beginning: string) => heard.filter(({ path }) => path.startsWith(beginning));
const ask = (method: string, path: string, body?: unknown, who = token) =>
  gateway.ask(`/notify/${path}`, { method, token: who, body });
async function add(kind: string, address: string, more: object = {}): Promise<NotifyTarget> {
  const body = { name: `${kind} ${randomUUID().slice(0, 6)}`, kind, address, ...more };
  const answer = await ask('POST', 'targets', body);
  if (answer.status !== 201) throw new Error(`${answer.status} ${answer.body.reason}`);
  return answer.body as unknown as NotifyTarget;
}
const listed = async (target: string) =>
  ((await ask('GET', `notifications?target=${target}`)).body as unknown as Notifications).items;
const targets = async () => ((await ask('GET', 'targets')).body as unknown as NotifyTargets).items;

function raised(notify: string[], escalationId = newId<EscalationId>()): Fact<'escalation.raised'> {
  const now = Date.now();
  const data = {
    escalationId,
    conversationId: newId(),
    clockId: null,
    level: 1,
    because: 'limit-missed',
    queue: 'service',
    to: { role: 'supervisor', people: [] },
    trigger: 'limit-missed',
    notify,
    acknowledgeBy: new Date(now + 900_000).toISOString(),
  };
  return {
    id: newId(),
    type: 'escalation.raised',
    source: 'sla',
    at: new Date(now).toISOString(),
    key: data.conversationId,
    data,
  } as never;
}
const hear = (...facts: unknown[]) => gateway.app.get(EscalationsConsumer).take(facts as never);
/** A wait of the schedule is over. */
const skipWait = (target: string) =>
  gateway.postgres.query(`UPDATE notification SET next_at = now() WHERE target = $1 AND state = 'queued'`, [target]);
const ends = (target: string) =>
  comesTrue(`${target} ended`, async () => (await listed(target)).every(({ state }) => state !== 'queued'));

test('each of the six kinds hears of an escalation once, though the fact comes three times', async () => {
  const mailbox = `lead-${randomUUID().slice(0, 8)}@desk.test`;
  const six = [
    await add('mail', mailbox),
    await add('slack', `${base}/slack`),
    await add('webhook', `${base}/hook`, { secret }),
    await add('wecom', `${base}/wecom?key=very-secret-key`, { language: 'zh' }),
    await add('dingtalk', `${base}/ding?access_token=very-secret-token`, { secret: 'SECabcdef' }),
    await add('feishu', `${base}/feishu/very-secret-path`, { secret: 'feishu-secret' }),
  ];
  const fact = raised([...six.map(({ code }) => code), six[0]!.code]);
  await hear(fact, fact);
  await hear(fact);
  for (const { code } of six) await ends(code);
  const states = await Promise.all(
    six.map(async ({ code, kind }) => [kind, (await listed(code)).map(({ state, tries }) => `${state} ${tries}`)]),
  );
  expect(states).toEqual(six.map(({ kind }) => [kind, ['sent 1']]));
  expect(['/slack', '/hook', '/wecom', '/ding', '/feishu'].map((path) => heardAt(path).length)).toEqual([
    1, 1, 1, 1, 1,
  ]);
  expect(await mailsOf(mailbox)).toBe(1);
  const link = `https://desk.example.com/inbox/groups/${fact.data.conversationId}`;
  expect(heardAt('/slack')[0]!.body.text).toContain(link);
  expect(heardAt('/wecom')[0]!.body).toMatchObject({
    msgtype: 'text',
    text: { content: expect.stringContaining('第 1 级 · 已超时') },
  });
  expect(heardAt('/ding')[0]!.path).toMatch(/access_token=very-secret-token&timestamp=\d{13}&sign=/);
  expect(heardAt('/feishu')[0]!.body).toMatchObject({ sign: expect.any(String), msg_type: 'text' });
  const [row] = await listed(six[2]!.code);
  expect(heardAt('/hook')[0]!.headers).toMatchObject({
    'webhook-id': row!.id,
    'webhook-signature': expect.stringMatching(/^v1,/),
  });
  expect((await targets()).find(({ code }) => code === six[0]!.code)).toMatchObject({
    lastState: 'sent',
    lastAt: expect.any(String),
  });
});

/** By SMTP's own answer nobody can count; IMAP can. */
async function mailsOf(user: string): Promise<number> {
  const { hostname, port } = new URL(process.env.IMAP_URL!);
  const socket = connect(Number(port), hostname);
  let said = '';
  socket.on('data', (part) => {
    said += part;
  });
  socket.write(`a LOGIN ${user} ${user}\r\nb SELECT INBOX\r\nc LOGOUT\r\n`);
  await comesTrue('the mailbox answers', () => /^c OK/m.test(said) || socket.destroyed);
  socket.destroy();
  return Number(/\* (\d+) EXISTS/.exec(said)?.[1] ?? -1);
}

test('what sla said on the log is heard by the gateway, once for all its replicas', async () => {
  const { code } = await add('slack', `${base}/log`);
  const { id, key, data } = raised([code]);
  await gateway.postgres.transaction(async (tx) => {
    await writeFacts(tx, [
      { type: 'escalation.raised', id, key, data },
      { type: 'escalation.raised', key, data },
    ]);
  });
  await comesTrue('it was told', () => heardAt('/log').length > 0);
  await ends(code);
  expect(heardAt('/log')).toHaveLength(1);
});

test('what may pass is tried again with the same id and another attempt; patience that is asked for is given', async () => {
  const { code } = await add('webhook', `${base}/shaky`, { secret });
  answers.set('/shaky', (response, nth) =>
    response.writeHead(nth < 3 ? 503 : 200, nth === 1 ? { 'retry-after': '120' } : {}).end(),
  );
  await hear(raised([code]));
  await comesTrue('the first try', () => heardAt('/shaky').length === 1);
  await comesTrue('it waits', async () => (await listed(code))[0]?.because !== null);
  const [{ wait }] = (await gateway.postgres.query<{ wait: number }>(
    'SELECT extract(epoch FROM next_at - now())::int AS wait FROM notification WHERE target = $1',
    [code],
  )) as [{ wait: number }];
  expect(wait).toBeGreaterThan(100);
  for (const nth of [2, 3]) {
    await skipWait(code);
    await comesTrue(`try ${nth}`, () => heardAt('/shaky').length === nth);
    if (nth === 2)
      await comesTrue(
        'it waits again',
        async () =>
          (
            await gateway.postgres.query(
              "SELECT 1 FROM notification WHERE target = $1 AND next_at < now() + interval '31 seconds' AND tries = 2 AND because IS NOT NULL",
              [code],
            )
          ).length === 1,
      );
  }
  await ends(code);
  expect((await listed(code)).map(({ state, tries }) => [state, tries])).toEqual([['sent', 3]]);
  expect(new Set(heardAt('/shaky').map(({ headers }) => headers['webhook-id'])).size).toBe(1);
  expect(heardAt('/shaky').map(({ body }) => (body.data as { attempt: number }).attempt)).toEqual([1, 2, 3]);
});

test('after eight tries it has failed, and says why', async () => {
  const { code } = await add('webhook', `${base}/down`, { secret });
  answers.set('/down', (response) => response.writeHead(500).end('out of order'));
  await hear(raised([code]));
  for (let nth = 1; nth <= 8; nth += 1) {
    await comesTrue(`try ${nth}`, async () => {
      await skipWait(code);
      return heardAt('/down').length >= nth;
    });
  }
  await ends(code);
  expect(await listed(code)).toMatchObject([
    { state: 'failed', tries: 8, because: { code: 'target-refused', values: { status: 500 } }, sentAt: null },
  ]);
  expect(heardAt('/down')).toHaveLength(8);
});

test('a cut between the word and its record says it again as attempt 2, a record that comes late changes nothing', async () => {
  const { code } = await add('webhook', `${base}/cut`, { secret, active: true });
  const id = newId();
  // claimed by one that died: as its row stands after the claim ran out
  await gateway.postgres.query(
    `INSERT INTO notification (id, target, escalation_id, said, tries, next_at) VALUES ($1, $2, $3, $4, 1, now())`,
    [
      id,
      code,
      newId(),
      JSON.stringify({
        ...{ kind: 'escalation', conversationId: newId(), level: 1, trigger: null },
        because: 'x',
        queue: 'service',
        raisedAt: new Date().toISOString(),
        acknowledgeBy: new Date().toISOString(),
      }),
    ],
  );
  await ends(code);
  expect(
    heardAt('/cut').map(({ headers, body }) => [headers['webhook-id'], (body.data as { attempt: number }).attempt]),
  ).toEqual([[id, 2]]);
});

test('two replicas that look at once never take the same', async () => {
  const { code } = await add('slack', `${base}/both`);
  const facts = Array.from({ length: 30 }, () => raised([code]));
  const sending = gateway.app.get(SendDue) as unknown as { sendDue(): Promise<number> };
  await Promise.all([hear(...facts), sending.sendDue(), sending.sendDue()]);
  await Promise.all([sending.sendDue(), sending.sendDue(), sending.sendDue()]);
  await ends(code);
  expect(heardAt('/both')).toHaveLength(30);
});

test('once somebody has acknowledged it, nobody is told any more', async () => {
  const { code } = await add('webhook', `${base}/late`, { secret });
  answers.set('/late', (response) => response.writeHead(503).end());
  const fact = raised([code]);
  await hear(fact);
  await comesTrue('the first try', async () => (await listed(code))[0]?.because !== null);
  await hear({
    ...fact,
    id: newId(),
    type: 'escalation.acknowledged',
    data: { escalationId: fact.data.escalationId, conversationId: fact.data.conversationId, by: newId() },
  });
  await skipWait(code);
  expect(await listed(code)).toMatchObject([{ state: 'failed', because: { code: 'acknowledged-meanwhile' } }]);
});

test('a target that is off, is gone, or says no with HTTP 200 is shown as failed with the reason', async () => {
  const off = await add('slack', `${base}/off`, { active: false });
  const robot = await add('dingtalk', `${base}/robot?access_token=very-secret-token`, { secret: 'SEC1' });
  answers.set('/robot', (response) =>
    response.end('{"errcode":310000,"errmsg":"sign not match for very-secret-token"}'),
  );
  await hear(raised([off.code, robot.code, 'long-gone']));
  for (const code of [off.code, robot.code, 'long-gone']) await ends(code);
  expect((await listed(off.code))[0]?.because?.code).toBe('target-is-off');
  expect((await listed('long-gone'))[0]?.because?.code).toBe('no-such-target');
  expect((await listed(robot.code))[0]?.because).toEqual({
    code: 'robot-refused',
    values: { number: 310000, detail: 'sign not match for …' },
  });
  expect([heardAt('/off').length, heardAt('/robot').length]).toEqual([0, 1]);
});

test('a test is sent at once, once, also to one that is off, and answers what came of it', async () => {
  const good = await add('feishu', `${base}/try-good`, { active: false, language: 'zh' });
  const bad = await add('slack', `${base}/try-bad`);
  answers.set('/try-bad', (response) => response.writeHead(503).end('busy'));
  const tell = async (code: string) => (await ask('POST', `targets/${code}/test`)).body as unknown as Notification;
  expect(await tell(good.code)).toMatchObject({ state: 'sent', tries: 1, escalationId: null });
  expect((heardAt('/try-good')[0]!.body.content as { text: string }).text).toContain('测试消息');
  expect(await tell(bad.code)).toMatchObject({ state: 'failed', because: { code: 'target-refused' } });
  expect(heardAt('/try-bad')).toHaveLength(1);
  expect((await ask('POST', 'targets/nobody/test')).status).toBe(404);
});

test('V6 secrets are sealed, never read back, kept when absent, sealed anew by the newest key', async () => {
  const made = await add('webhook', `${base}/sealed?key=very-secret-key`, { secret });
  expect(made).toMatchObject({ hasSecret: true, address: `${base}/…` });
  expect(JSON.stringify(await targets())).not.toMatch(/very-secret|whsec_/);
  const stored = async () => JSON.stringify(await gateway.postgres.query('SELECT * FROM notify_target'));
  expect(await stored()).not.toMatch(/very-secret|whsec_/);
  expect(await stored()).toContain('k2.');
  const renamed = await ask('PUT', `targets/${made.code}`, { name: 'Renamed', kind: 'webhook', address: made.address });
  expect(renamed.body).toMatchObject({ name: 'Renamed', hasSecret: true, code: made.code });
  await ask('POST', `targets/${made.code}/test`);
  expect(heardAt('/sealed?key=very-secret-key')).toHaveLength(1);
  const other = await ask('PUT', `targets/${made.code}`, { name: 'Renamed', kind: 'slack', address: made.address });
  expect([other.status, other.body.reason]).toEqual([422, 'address-is-shortened']);
  expect((await ask('DELETE', `targets/${made.code}`)).status).toBe(204);
  expect((await ask('DELETE', `targets/${made.code}`)).status).toBe(404);
});

test.each<[string, object, string]>([
  ['plain http', { kind: 'slack', address: 'http://hooks.slack.com/x' }, 'target-needs-https'],
  ['the house itself', { kind: 'slack', address: 'https://127.0.0.1/x' }, 'target-not-public'],
  ['metadata', { kind: 'webhook', address: 'https://169.254.169.254/', secret }, 'target-not-public'],
  ['no mail address', { kind: 'mail', address: 'https://example.com' }, 'not-a-mail-address'],
  ['two mail addresses', { kind: 'mail', address: 'a@desk.test,b@desk.test' }, 'not-a-mail-address'],
  ['a mail header', { kind: 'mail', address: 'a@desk.test\r\nBcc: b@desk.test' }, 'not-a-mail-address'],
  ['a webhook without a secret', { kind: 'webhook', address: 'https://example.com/' }, 'target-needs-secret'],
  [
    'a webhook with a short secret',
    { kind: 'webhook', address: 'https://example.com/', secret: 'whsec_YWJj' },
    'secret-not-base64',
  ],
  [
    'a secret that nobody uses',
    { kind: 'wecom', address: 'https://example.com/', secret: 'x' },
    'target-takes-no-secret',
  ],
  ['another kind', { kind: 'pigeon', address: 'https://example.com/' }, 'bad-request'],
])('refused: %s', async (_sentence, body, reason) => {
  expect((await ask('POST', 'targets', { name: 'x', ...body })).body.reason).toBe(reason);
});

test('what failed is sent again by one click, with the same id and the next attempt; what did not is refused', async () => {
  const { code } = await add('webhook', `${base}/click`, { secret });
  answers.set('/click', (response, nth) => response.writeHead(nth === 1 ? 410 : 200).end());
  await hear(raised([code]));
  await ends(code);
  const [failed] = await listed(code);
  expect(failed).toMatchObject({ state: 'failed', tries: 1 });
  const again = (id: string, who = token) => ask('POST', `notifications/${id}/send-again`, {}, who);
  const agent = await hire(gateway, { groups: ['service'] });
  expect((await again(failed!.id, agent.token)).status).toBe(403);
  expect((await again(randomUUID())).status).toBe(404);
  const { token: lead } = await hire(gateway, { role: 'supervisor', groups: ['service'] });
  expect((await again(failed!.id, lead)).status).toBe(200);
  await ends(code);
  expect(await listed(code)).toMatchObject([{ id: failed!.id, state: 'sent', tries: 2, because: null }]);
  expect(heardAt('/click').map(({ headers }) => headers['webhook-id'])).toEqual([failed!.id, failed!.id]);
  const refused = await again(failed!.id);
  expect([refused.status, refused.body.reason]).toEqual([409, 'notification-not-failed']);
});

test('V7 supervisors see targets, only administrators change or try them', async () => {
  const lead = await hire(gateway, { role: 'supervisor', number: '7' });
  const agent = await hire(gateway, { number: '8' });
  expect((await ask('GET', 'targets', undefined, lead.token)).status).toBe(200);
  expect((await ask('POST', 'targets', { name: 'x', kind: 'mail', address: 'a@desk.test' }, lead.token)).status).toBe(
    403,
  );
  expect((await ask('POST', 'targets/x/test', undefined, lead.token)).status).toBe(403);
  expect((await ask('GET', 'notifications', undefined, agent.token)).status).toBe(403);
});

test('two of one name get a code each; a name of other letters is called by its kind', async () => {
  const codes = [];
  for (const name of ['Night Shift!', 'Night shift', '夜班群'])
    codes.push(
      ((await ask('POST', 'targets', { name, kind: 'mail', address: 'a@desk.test' })).body as { code: string }).code,
    );
  expect(codes).toEqual(['night-shift', 'night-shift-2', 'mail']);
});

test('the ladder names targets that are there, and one that it names is not removed', async () => {
  const { code } = await add('mail', 'lead@desk.test');
  const policy = (await gateway.ask('/policies/current', { token })).body as unknown as PolicyV1;
  const publish = (notify: string[]) => {
    const ladder = policy.time.ladder.map((level, nth) => (nth === 0 ? { ...level, notify } : level));
    const body = { policy: { ...policy, time: { ...policy.time, ladder } }, note: 'a spec' };
    return gateway.ask('/policies', { method: 'POST', token, body });
  };
  expect((await publish([code, 'nowhere'])).body).toMatchObject({
    reason: 'policy-does-not-hold',
    issues: [{ path: 'time.ladder[0].notify[1]', because: { code: 'level-notifies-nothing' } }],
  });
  expect((await publish([code])).status).toBe(201);
  await comesTrue('it is in force', async () => {
    return ((await gateway.ask('/policies/current', { token })).body.version as number) > policy.version;
  });
  expect((await ask('DELETE', `targets/${code}`)).body.reason).toBe('target-is-used');
});

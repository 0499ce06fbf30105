/** A dry run: yesterday's recorded routing under another policy, played apart from the desk's own work. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { DryRun, PolicyV1, RecordedStep, RoutingSnapshot, StaffV1 } from '@trunkline/contracts';
import { defaultPolicy, drawScript, PlayScript } from '@trunkline/rules';
import { freshDatabase, testPasswords } from '@trunkline/testing';
import { administrator, comesTrue, type GatewayForSpecs, hire, openGateway } from '../gateway-for-specs.ts';

const startsAt = Date.parse('2026-03-02T00:00:00.000Z');
const policy: PolicyV1 = {
  ...defaultPolicy,
  queues: defaultPolicy.queues.map((queue) => ({ ...queue, widensTo: null })),
  routing: { rules: [{ standard: 'mail', queue: 'mail' }], otherwise: 'service' },
};

/** A recorded day, as the router would give it. */
function recordDay(): { snapshot: RoutingSnapshot; items: RecordedStep[] } {
  const person = (number: number): StaffV1 => ({
    id: `00000000-0000-7000-8a00-00000000000${number}` as StaffV1['id'],
    email: `a${number}@desk.test`,
    name: `A${number}`,
    number: String(number),
    role: 'agent',
    language: 'en',
    groups: ['service', 'mail'],
    skills: {},
    capacity: 4,
    standards: [],
    active: true,
  });
  let drawn = 1;
  const random = () => {
    drawn = (drawn * 48_271) % 2_147_483_647;
    return drawn / 2_147_483_647;
  };
  const flow = { account: '', language: 'en', label: null, handlingSpread: 1, patienceSeconds: null };
  const perHour = Array.from({ length: 24 }, (_, hour) => (hour < 8 ? 20 : 0));
  const script = drawScript({
    profile: {
      tz: 'UTC',
      flows: [{ ...flow, standard: 'chat', perHour, handlingSeconds: 500 }],
      shifts: [1, 2, 3].map((number) => ({ record: person(number), from: 0, to: 1440 })),
      acceptSeconds: 4,
      missedShare: 0,
    },
    policy,
    startsAt,
    days: 1,
    random,
  });
  const items: RecordedStep[] = [];
  new PlayScript(script, policy, ({ input, outcomes }) => {
    const decisions = outcomes.flatMap((one) => ('decision' in one ? [one.decision] : []));
    items.push(structuredClone({ input, outcome: { kind: 'heard' }, isParked: false, decisions }) as RecordedStep);
  }).playUntil(script.until);
  const { start } = script;
  return { snapshot: { ...start, policyVersion: 1, remembered: { agents: [], conversations: [] } }, items };
}

let gateway: GatewayForSpecs;
let router: Server;
let token: string;
let answersAfter: Promise<void> = Promise.resolve();
const day = recordDay();

/** The log's pages, a hundred steps each, as they were recorded. */
async function openLog(): Promise<Server> {
  const server = createServer(async (request, response) => {
    const url = new URL(request.url!, 'http://router');
    if (url.pathname !== '/internal/routing-log') return void response.writeHead(404).end();
    await answersAfter;
    const at = Number(url.searchParams.get('cursor') ?? 0);
    const until = url.searchParams.get('to')!;
    const items = day.items.filter(({ input }) => input.at < until).slice(at, at + 100);
    const next = items.length === 100 ? String(at + 100) : null;
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ ...(at === 0 ? { snapshot: day.snapshot } : {}), items, next }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}

beforeAll(async () => {
  router = await openLog();
  const { port } = router.address() as AddressInfo;
  gateway = await openGateway(await freshDatabase(), testPasswords, { ROUTER_URL: `http://127.0.0.1:${port}` });
  token = await gateway.signIn(administrator);
}, 60_000);
afterAll(async () => {
  await gateway?.close();
  router?.close();
});

const span = { from: new Date(startsAt).toISOString(), to: new Date(startsAt + 10 * 3_600_000).toISOString() };
const begin = (asked: object, by = token) =>
  gateway.ask('/policies/dry-run', { method: 'POST', token: by, body: { policy, ...span, ...asked } });
async function ended(id: unknown): Promise<DryRun> {
  let run: DryRun | undefined;
  await comesTrue('the dry run is done', async () => {
    run = (await gateway.ask(`/policies/dry-runs/${id}`, { token })).body as unknown as DryRun;
    return run.state !== 'running';
  });
  return run!;
}

test('the same policy leaves everybody’s wait as it was', async () => {
  const { status, body } = await begin({});
  expect([status, body.state]).toEqual([202, 'running']);
  const run = await ended(body.id);
  expect(run).toMatchObject({ state: 'done', because: null, ...span });
  expect(run.report).toMatchObject({ differing: 0, notJudgedAnew: 0, decisions: { changed: 0 } });
  expect(run.report!.waits.before.taken).toBeGreaterThan(100);
  expect(run.progress.inputs).toBe(day.items.filter(({ input }) => input.at < span.to).length);
});

test('heavier chats would have been waited for longer', async () => {
  const heavy = { ...policy, standards: { ...policy.standards, chat: { ...policy.standards.chat, weight: 4 } } };
  const { report } = await ended((await begin({ policy: heavy })).body.id);
  expect(report!.waits.after.mean!).toBeGreaterThan(report!.waits.before.mean!);
  expect(report!.differences.length).toBeGreaterThan(0);
});

test('a span that nothing was recorded in is refused with its reason', async () => {
  const early = { from: '2026-01-01T00:00:00.000Z', to: '2026-01-02T00:00:00.000Z' };
  const run = await ended((await begin(early)).body.id);
  expect(run).toMatchObject({ state: 'refused', because: { code: 'nothing-recorded' }, report: null });
});

test('what does not hold is not tried, nor is a span that ends before it begins', async () => {
  const astray = await begin({ policy: { ...policy, routing: { rules: [], otherwise: 'nowhere' } } });
  expect([astray.status, astray.body.reason]).toEqual([422, 'policy-does-not-hold']);
  const turned = await begin({ from: span.to, to: span.from });
  expect([turned.status, turned.body.reason]).toEqual([400, 'bad-request']);
  expect((await gateway.ask('/policies/dry-runs/00000000-0000-4000-8000-000000000000', { token })).status).toBe(404);
});

test('one at a time: whoever comes meanwhile is told, and an agent may not at all', async () => {
  let go = () => {};
  answersAfter = new Promise((resolve) => {
    go = resolve;
  });
  const first = await begin({});
  const second = await begin({});
  expect([second.status, second.body.reason]).toEqual([409, 'dry-run-is-running']);
  go();
  expect((await ended(first.body.id)).state).toBe('done');
  const agent = await hire(gateway);
  expect((await begin({}, agent.token)).body.reason).toBe('not-allowed');
  expect((await gateway.ask('/routing-log?from=x&to=y', { token: agent.token })).body.reason).toBe('not-allowed');
});

test('one of which nothing is heard any more says that it broke off', async () => {
  const { body } = await begin({});
  await ended(body.id);
  await gateway.postgres.query(
    `UPDATE dry_run SET state = 'running', report = NULL, beat_at = now() - interval '1 minute' WHERE id = $1`,
    [body.id],
  );
  expect(await ended(body.id)).toMatchObject({ state: 'refused', because: { code: 'dry-run-was-lost' } });
});

test('the log itself is passed through, page by page', async () => {
  const { status, body } = await gateway.ask(`/routing-log?from=${span.from}&to=${span.to}&limit=100`, { token });
  expect([status, body.next, (body.items as unknown[]).length]).toEqual([200, '100', 100]);
  expect(body.snapshot).toEqual(JSON.parse(JSON.stringify(day.snapshot)));
  expect((await gateway.ask('/routing-log?from=yesterday&to=today', { token })).body.reason).toBe('bad-request');
});

/** Holidays through the door: lists that leave nothing behind, files that are read or refused. */
import type { Holidays } from '@trunkline/contracts';
import { freshDatabase, testPasswords } from '@trunkline/testing';
import { administrator, type GatewayForSpecs, hire, openGateway } from '../gateway-for-specs.ts';

let gateway: GatewayForSpecs;
let token: string;
beforeAll(async () => {
  gateway = await openGateway(await freshDatabase(), testPasswords);
  token = await gateway.signIn(administrator);
}, 90_000);
afterAll(() => gateway?.close());

const post = (path: string, body: unknown, who = token) => gateway.ask(path, { method: 'POST', token: who, body });

test('holidays are listed in the person’s language, and the service does not grow by their lists', async () => {
  const before = process.memoryUsage().rss;
  const { status, body } = await gateway.ask('/holidays?country=CN&year=2027&language=zh', { token });
  const { items, places } = body as unknown as Holidays;
  expect([status, items.find(({ date }) => date === '2027-10-01')?.name]).toEqual([200, '国庆节']);
  expect(places).toEqual([]);
  const from = performance.now();
  await gateway.ask('/holidays?country=CN&year=2027&language=zh', { token });
  expect(performance.now() - from).toBeLessThan(1_000);
  process.stdout.write(
    `rss ${((process.memoryUsage().rss - before) / 1048576).toFixed(1)} MiB more after a list of holidays\n`,
  );
  expect((await gateway.ask('/holidays?country=ZZ', { token })).body.reason).toBe('no-such-country');
  expect((await gateway.ask('/holidays?country=China', { token })).body.reason).toBe('bad-request');
  expect(((await gateway.ask('/holidays', { token })).body as unknown as Holidays).places!.length).toBeGreaterThan(150);
}, 60_000);

test('a calendar file of almost a megabyte is read, one that is none is refused, and only who leads may', async () => {
  const event = (n: number) =>
    `BEGIN:VEVENT\r\nUID:${n}\r\nSUMMARY:第${n}日，按通知安排 休\r\nDESCRIPTION:x\r\nDTSTART;VALUE=DATE:2027${String((n % 12) + 1).padStart(2, '0')}${String((n % 28) + 1).padStart(2, '0')}\r\nEND:VEVENT`;
  const text = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    ...Array.from({ length: 8_500 }, (_none, n) => event(n)),
    'END:VCALENDAR',
  ].join('\r\n');
  expect(text.length).toBeGreaterThan(800_000);
  const from = performance.now();
  const { status, body } = await post('/holidays/import', { text });
  process.stdout.write(
    `${text.length} characters of calendar in ${((performance.now() - from) / 1000).toFixed(1)} s\n`,
  );
  expect([status, (body as unknown as Holidays).items.length, (body as unknown as Holidays).faults]).toEqual([
    200,
    3_000,
    ['Only the first 3000 days were taken.'],
  ]);
  expect((await post('/holidays/import', { text: 'hello' })).body.reason).toBe('not-a-calendar');
  expect((await post('/holidays/import', { text: 'x'.repeat(1_000_001) })).body.reason).toBe('bad-request');
  const agent = await hire(gateway);
  expect((await post('/holidays/import', { text: 'hello' }, agent.token)).status).toBe(403);
}, 60_000);

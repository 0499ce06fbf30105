/** A service as a process: how it starts, what keeps it from starting, how it ends. Runs over `dist`. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { Agent, get } from 'node:http';
import { fileURLToPath } from 'node:url';
import { freshDatabase, testPasswords } from '@trunkline/testing';
import { migrateService } from './postgres/migrate.ts';
import { prepareRoles, urlOfService } from './postgres/prepare-roles.ts';

const room = fileURLToPath(new URL('..', import.meta.url));
const program = (schemaVersion?: string) => `
  import { Controller, Get, Module, Post, Req } from '@nestjs/common';
  import { faultPoint, platformConfig, startService } from '@trunkline/platform';
  class House {}
  class Doors { slow() { return new Promise((done) => setTimeout(() => done('done'), 700)); } die() { faultPoint('spec.die'); return 'alive'; } }
  const get = (name) => Get(name)(Doors.prototype, name, Object.getOwnPropertyDescriptor(Doors.prototype, name));
  get('slow'); get('die');
  Doors.prototype.echo = (request) => ({ parsed: request.body.text.length, raw: request.rawBody.length });
  Req()(Doors.prototype, 'echo', 0); Post('echo')(Doors.prototype, 'echo', Object.getOwnPropertyDescriptor(Doors.prototype, 'echo'));
  Controller()(Doors); Module({ controllers: [Doors] })(House);
  await startService({ name: 'router', module: House, config: platformConfig, schemaVersion: ${JSON.stringify(schemaVersion)}, defaults: { policy: { version: 0 } } });`;

let database: Awaited<ReturnType<typeof freshDatabase>>;
let env: Record<string, string>;
const children: ChildProcess[] = [];

beforeAll(async () => {
  database = await freshDatabase();
  await prepareRoles({ ownerUrl: database.ownerUrl, passwords: testPasswords });
  await migrateService({ ownerUrl: database.ownerUrl, service: 'router', migrations: [] });
  env = {
    DATABASE_URL: urlOfService(database.ownerUrl, 'router', testPasswords.router),
    KAFKA_BROKERS: '127.0.0.1:1',
    SERVICE_KEYS: `a:${Buffer.alloc(32, 1).toString('base64url')}`,
    DRAIN_SECONDS: '0',
  };
});
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
});
afterAll(() => database?.drop());

type Told = { status: number | undefined; connection: string | undefined; said: string };

function ask(url: string, agent: Agent): Promise<Told> {
  return new Promise((resolve, reject) => {
    const asked = get(url, { agent }, (answer) => {
      let said = '';
      answer.on('data', (part) => (said += part));
      answer.on('end', () => resolve({ status: answer.statusCode, connection: answer.headers.connection, said }));
    });
    asked.on('error', reject);
  });
}

async function eventually<T>(look: () => Promise<T | false>): Promise<T> {
  for (;;) {
    const found = await look();
    if (found !== false) return found;
  }
}

function start(changes: Record<string, string> = {}, schemaVersion?: string) {
  const child = spawn(process.execPath, ['--input-type=module', '-e', program(schemaVersion)], {
    cwd: room,
    env: { PATH: process.env.PATH, ...env, ...changes },
  });
  children.push(child);
  const said = { out: '', err: '' };
  child.stdout.on('data', (text) => (said.out += text));
  child.stderr.on('data', (text) => (said.err += text));
  const ended = once(child, 'close').then(([code, signal]) => ({ code, signal, ...said }));
  const listening = async (): Promise<string> => {
    for (;;) {
      const url = /"url":"(http[^"]+)"/.exec(said.out)?.[1];
      if (url) return url;
      await Promise.race([once(child.stdout, 'data'), ended.then(({ err }) => Promise.reject(new Error(err)))]);
    }
  };
  return { child, ended, listening };
}

test('wrong settings are all named on stderr, and nothing starts', async () => {
  const { code, err, out } = await start({ DATABASE_URL: '', SERVICE_KEYS: 'short', PORT: 'http' }).ended;
  expect(code).toBe(1);
  expect(err).toMatch(
    /^router cannot start\. These settings are wrong:\n {2}DATABASE_URL.*\n {2}SERVICE_KEYS.*\n {2}PORT.*\n$/,
  );
  expect(out).toBe('');
});

test('a role that Postgres does not know is one sentence', async () => {
  const { code, err } = await start({ DATABASE_URL: urlOfService(database.ownerUrl, 'router', 'wrong') }).ended;
  expect(code).toBe(1);
  expect(err).toMatch(/^router cannot start\. Postgres refuses this service: .*\n$/);
});

test('it listens while Kafka is away, is alive and not ready, and ends what was asked before it goes', async () => {
  const { child, ended, listening } = start();
  const url = await listening();
  const ready = await fetch(`${url}/health/ready`);
  expect(ready.status).toBe(503);
  expect(await ready.json()).toMatchObject({ parts: { postgres: 'ok', schema: 'ok' } });
  expect((await fetch(`${url}/health/live`)).status).toBe(200);
  expect(await (await fetch(`${url}/metrics`)).text()).toContain('trunkline_outbox_waiting 0');
  const slow = fetch(`${url}/slow`).then((response) => response.text());
  await fetch(`${url}/health/live`); // the slow one is in by now
  const before = Date.now();
  child.kill('SIGTERM');
  expect(await slow).toBe('done');
  expect(await ended).toMatchObject({ code: 0 });
  expect(Date.now() - before).toBeLessThan(10_000);
});

test('told to end it is not ready any more, serves on, ends each connection with its answer, and goes once nobody is connected', async () => {
  const { child, ended, listening } = start({ DRAIN_SECONDS: '3' });
  const url = await listening();
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  expect((await ask(`${url}/health/live`, agent)).connection).toBe('keep-alive');
  const before = Date.now();
  child.kill('SIGTERM');
  const going = await eventually(async () => {
    const answer = await ask(`${url}/health/ready`, agent);
    return answer.said.includes('going away') && answer;
  });
  expect(going).toMatchObject({ status: 503, connection: 'close' });
  expect(await ask(`${url}/die`, new Agent())).toMatchObject({ status: 200, said: 'alive', connection: 'close' });
  agent.destroy();
  expect(await ended).toMatchObject({ code: 0 });
  expect(Date.now() - before).toBeGreaterThan(900);
  await expect(fetch(url)).rejects.toThrow();
});

test('without a drain it goes at once', async () => {
  const { child, ended, listening } = start({ DRAIN_SECONDS: '0' });
  await listening();
  child.kill('SIGTERM');
  const { code, out } = await ended;
  expect(code).toBe(0);
  expect(out).toContain('"msg":"stopping"');
});

test('a body up to 1 MiB is read and its raw bytes are kept for signatures; a longer one is refused', async () => {
  const { listening } = start();
  const url = await listening();
  const post = (text: string) =>
    fetch(`${url}/echo`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ text }),
    });
  expect(await (await post('退'.repeat(300_000))).json()).toEqual({ parsed: 300_000, raw: 900_011 });
  const refused = await post('x'.repeat(1_100_000));
  expect(refused.status).toBe(413);
  expect(await refused.json()).toMatchObject({ reason: 'too-large', values: { limit: '1024 KiB' } });
});

test('at an armed fault point it dies on the spot', async () => {
  const { ended, listening } = start({ FAULT_POINTS: 'spec.die=kill@2' });
  const url = await listening();
  expect(await (await fetch(`${url}/die`)).text()).toBe('alive');
  await expect(fetch(`${url}/die`)).rejects.toThrow();
  expect(await ended).toMatchObject({ signal: 'SIGKILL' });
});

test('its log holds no secret', async () => {
  const { child, ended, listening } = start({ LOG_LEVEL: 'debug' });
  await listening();
  child.kill('SIGTERM');
  const { out, err } = await ended;
  for (const secret of [testPasswords.router, env.SERVICE_KEYS?.slice(2)]) expect(out + err).not.toContain(secret);
});

/** The embedded stack from outside: it starts once, refuses with one sentence, and no process of it outlives it. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');
const stack = join(root, 'tools/stack/stack.mjs');
const jars = process.env.TRUNKLINE_JARS ?? join(root, '.trunkline/jars');
const handedOver = /^(KAFKA_BROKERS|DATABASE_URL|IMAP_URL|SMTP_URL|\w+_EMULATOR_URL|TRUNKLINE_\w+)$/;
const noDatabase = { KAFKA_BROKERS: '127.0.0.1:1', DATABASE_URL: 'postgres://127.0.0.1:1/none' };

type End = { code: number | null; out: string; err: string };
type Part = { pid: number; ports: Record<string, number> };

let home: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'trunkline-stack-'));
});
afterEach(async () => {
  await start(['down', '--fresh']).end;
  rmSync(home, { recursive: true, force: true });
});

/** Runs the stack in the test's own home, with nothing of the stack that this test itself may run on. */
function start(args: string[], env: Record<string, string> = {}) {
  const own = Object.entries(process.env).filter(([name]) => !handedOver.test(name));
  const place = { TRUNKLINE_HOME: home, TRUNKLINE_JARS: jars, TRUNKLINE_BUILD: 'off' };
  const child = spawn(process.execPath, [stack, ...args], { env: { ...Object.fromEntries(own), ...place, ...env } });
  const said = { out: '', err: '' };
  child.stdout.on('data', (text) => (said.out += text));
  child.stderr.on('data', (text) => (said.err += text));
  const end = new Promise<End>((done) => child.once('close', (code) => done({ code, ...said })));
  return { child, end };
}

/** Waits for the last line of `up`; a stack that ends before is the failure, with what it said. */
async function ready({ child, end }: ReturnType<typeof start>): Promise<void> {
  const said = new Promise<void>((done) => child.stdout?.on('data', (text) => /READY/.test(String(text)) && done()));
  const early = end.then(({ err }) => {
    throw new Error(`it ended before it was ready: ${err}`);
  });
  await Promise.race([said, early]);
}

async function partsOf(): Promise<Record<string, Part>> {
  return JSON.parse((await start(['status', '--json']).end).out).parts;
}

/** Those that still run; one that only waits to be reaped does not. */
function alive(pids: number[]): number[] {
  return pids.filter((pid) => {
    try {
      return !/\) [ZX] /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
    } catch {
      return !existsSync('/proc/self') && execFileSync('ps', ['-o', 'stat=', '-p', String(pid)]).length > 0;
    }
  });
}

async function until(fact: () => boolean, seconds: number): Promise<void> {
  const end = Date.now() + seconds * 1000;
  while (!fact() && Date.now() < end) await new Promise((next) => setTimeout(next, 100));
  expect(fact()).toBe(true);
}

function findOnPath(program: string): string {
  const { JAVA_HOME, PATH } = process.env;
  const folders = [JAVA_HOME && join(JAVA_HOME, 'bin'), ...(PATH ?? '').split(':')];
  return folders.map((folder) => join(folder || '.', program)).find((file) => existsSync(file)) ?? program;
}

const kill = (child: ChildProcess | number) => process.kill(typeof child === 'number' ? child : child.pid!, 'SIGKILL');

test('a stack refuses a second start, restarts a part when told to, and leaves no process behind a kill -9', async () => {
  const up = start(['up']);
  await ready(up);

  const second = await start(['up']).end;
  expect(second.code).toBe(1);
  expect(second.err.trim()).toMatch(
    /^\[stack\] already running \(supervisor \d+\)|^already running \(supervisor \d+\)/,
  );

  const before = await partsOf();
  expect((await start(['restart', 'mail']).end).code).toBe(0);
  const after = await partsOf();
  expect(after.mail?.pid).not.toBe(before.mail?.pid);
  expect(after.mail?.ports).toEqual(before.mail?.ports);
  expect(after.kafka?.pid).toBe(before.kafka?.pid);

  const pids = Object.values(after).map(({ pid }) => pid);
  expect(alive(pids)).toEqual(pids);
  kill(up.child);
  await until(() => alive(pids).length === 0, 15);
}, 60_000);

test('a command gets the addresses, and its code becomes the code of the stack', async () => {
  const ended = await start(['run', '--', 'sh', '-c', 'echo "$SMTP_URL"; exit 7'], noDatabase).end;
  expect(ended.code).toBe(7);
  expect(ended.out).toMatch(/^smtp:\/\/127\.0\.0\.1:\d+$/m);
}, 60_000);

test('a part that dies by itself ends the stack with 70 and the end of its log', async () => {
  const up = start(['up'], noDatabase);
  await ready(up);
  const { mail } = await partsOf();
  kill(mail!.pid);
  const { code, err } = await up.end;
  expect(code).toBe(70);
  expect(err).toContain('mail ended by itself (SIGKILL)');
}, 60_000);

describe('what is missing is said in one sentence, and nothing is left running', () => {
  let taken: Server;
  beforeAll((done) => {
    taken = createServer().listen(0, '127.0.0.1', done);
  });
  afterAll((done) => void taken.close(done));

  test('a fixed port that is in use names its variable', async () => {
    const { port } = taken.address() as { port: number };
    const { code, err } = await start(['up'], { TRUNKLINE_KAFKA_PORT: String(port) }).end;
    expect(code).toBe(1);
    expect(err.trim()).toBe(`[stack] port ${port} is in use: choose another one with TRUNKLINE_KAFKA_PORT`);
  }, 30_000);

  test('a machine without Java is told what to install', async () => {
    const { code, err } = await start(['up'], { TRUNKLINE_JAVA: '/nowhere/java' }).end;
    expect(code).toBe(1);
    expect(err.trim().split('\n')).toEqual([expect.stringContaining('Java 17 or newer not found: apt-get install')]);
  }, 30_000);

  test('a machine without Maven is told so while the jars are missing', async () => {
    const programs = join(home, 'bin');
    mkdirSync(programs);
    const java = process.env.TRUNKLINE_JAVA ?? findOnPath('java');
    const bare = { PATH: programs, TRUNKLINE_JARS: join(home, 'jars'), TRUNKLINE_JAVA: java };
    const { code, err } = await start(['up'], bare).end;
    expect(code).toBe(1);
    expect(err.trim()).toMatch(/^\[stack\] Maven not found: needed once to fetch Kafka and GreenMail/);
  }, 30_000);
});

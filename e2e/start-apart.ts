/** A house on a stack of its own whose services stop and start again while the stack, and what lies in its mailboxes, stays. */
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { eventually } from './eventually.ts';
import { cleaned, dead, type House, jars, listen, type RunFile } from './start-house.ts';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');

export type ApartHouse = House & {
  /** What the stack gives: addresses of Kafka, Postgres, mail. */
  stack: Record<string, string>;
  /** A program of `tools/`, on this stack; gives what it prints. */
  tool(...args: string[]): Promise<string>;
  stopServices(): Promise<void>;
  /** On the ports of the first start, so that whoever knew an address finds it again. */
  startServices(): Promise<void>;
};

/** `env` of the services may be named once the stack's addresses are known. */
export async function startApart(env: (stack: Record<string, string>) => Record<string, string>): Promise<ApartHouse> {
  const home = mkdtempSync(join(tmpdir(), 'trunkline-'));
  const inherited = cleaned({ own: true, slack: false });
  const base = { ...inherited, TRUNKLINE_HOME: home, TRUNKLINE_JARS: jars(), TRUNKLINE_DEMO: 'off' };
  const tool = async (...args: string[]) =>
    (await promisify(execFile)(process.execPath, args, { cwd: root, env: base, maxBuffer: 10_000_000 })).stdout;
  const start = (args: string[], more: Record<string, string> = {}) =>
    spawn(process.execPath, args, { cwd: root, env: { ...base, ...more }, stdio: ['ignore', 'pipe', 'pipe'] });
  const supervisor = start(['tools/stack/stack.mjs', 'up']);
  const said = listen(supervisor);
  const state = async () => {
    dead(supervisor);
    const now = JSON.parse(await tool('tools/stack/stack.mjs', 'status', '--json'));
    return now.ready && (now.env as Record<string, string>);
  };
  const stack = await eventually(state, { what: 'the stack', withinMs: 180_000, everyMs: 500 }).catch((error) => {
    supervisor.kill('SIGTERM');
    throw new Error(`${error.message}\n${said.join('')}`);
  });
  const runFile = join(home, 'run.json');
  const look = () => JSON.parse(readFileSync(runFile, 'utf8')) as RunFile;
  let ports: Record<string, string> = {};
  let services: ChildProcess;

  async function startServices(): Promise<void> {
    services = start(['tools/run-all.mjs'], { ...stack, TRUNKLINE_STACK: home, ...ports, ...env(stack) });
    const words = listen(services);
    const isThere = async () => existsSync(runFile) || dead(services);
    await eventually(isThere, { what: 'the house', withinMs: 120_000 }).catch((error) => {
      throw new Error(`${error.message}\n${words.join('')}`);
    });
    const known = Object.entries(look().services);
    ports = Object.fromEntries(known.map(([name, url]) => [`TRUNKLINE_${name.toUpperCase()}_PORT`, new URL(url).port]));
  }

  await startServices();
  const stopServices = () => end(services);
  const stop = async () => {
    await end(services);
    await end(supervisor);
    rmSync(home, { recursive: true, force: true });
  };
  return { home, run: look(), look, stop, stack, tool, stopServices, startServices };
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((done) => child.once('exit', done));
  child.kill('SIGTERM');
  await ended;
}

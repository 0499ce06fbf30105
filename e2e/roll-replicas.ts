/** Replaces replicas one after another, as a rolling update does: the new one is ready before the old one is told to end. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { openSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { eventually, Never } from './eventually.ts';
import { freePort, settingsOf } from './second-replica.ts';
import type { ServiceDoor } from './service-door.ts';
import type { House } from './start-house.ts';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const graceMs = 25_000;

/** None outlives the journey, however that ends. */
const children = new Set<ChildProcess>();
process.once('exit', () => {
  for (const child of children) child.kill('SIGKILL');
});

export type Rolled = { service: string; url: string; pid: number; readyMs: number; end(): Promise<Ended> };
/** `code` is null where somebody else is its parent and has to say it. */
export type Ended = { service: string; code: number | null; ms: number };

/** Starts one and waits until it is ready. */
export async function startReplica(house: House, service: string, env: Record<string, string>): Promise<Rolled> {
  const port = await freePort();
  const settings = { PATH: process.env.PATH, ...settingsOf(house, service), PORT: String(port), ...env };
  const args = ['--max-semi-space-size=4', '--max-old-space-size=160', join(root, `apps/${service}/dist/main.js`)];
  const file = join(house.home, `logs/${service}-${port}.log`);
  const log = openSync(file, 'a');
  const began = Date.now();
  const child = spawn(process.execPath, args, {
    env: { MALLOC_ARENA_MAX: '2', ...settings },
    stdio: ['ignore', log, log],
  });
  children.add(child);
  const url = `http://127.0.0.1:${port}`;
  const isReady = async () => {
    if (child.exitCode !== null) throw new Never(`${service} ended with ${child.exitCode}`);
    const answer = await fetch(`${url}/health/ready`);
    if (answer.ok) return true;
    throw new Error(await answer.text());
  };
  await eventually(isReady, { what: `${service} ready`, withinMs: 90_000, everyMs: 100 }).catch((error: Error) => {
    throw new Error(`${error.message}\n${readFileSync(file, 'utf8').slice(-2_000)}`);
  });
  return { service, url, pid: child.pid!, readyMs: Date.now() - began, end: () => endChild(service, child) };
}

/** One of the house itself, which leaves a service gone that ended well, and ends with one that did not. */
export function ofTheHouse(house: House, service: string): Rolled {
  const { pids, services } = house.look();
  const pid = pids[service] as number;
  const end = async () => {
    const began = Date.now();
    process.kill(pid, 'SIGTERM');
    await eventually(async () => !isAlive(pid), { what: `${service} ending`, withinMs: graceMs });
    return { service, code: null, ms: Date.now() - began };
  };
  return { service, url: services[service] as string, pid, readyMs: 0, end };
}

/** The new one is behind the door and ready before the old one is told to end; the door hears of that from the old one. */
export async function replace(old: Rolled, start: () => Promise<Rolled>, door: ServiceDoor): Promise<[Rolled, Ended]> {
  const next = await start();
  door.add(next.url);
  await door.look();
  const ended = await old.end();
  door.remove(old.url);
  return [next, ended];
}

async function endChild(service: string, child: ChildProcess): Promise<Ended> {
  const began = Date.now();
  const over = once(child, 'exit');
  child.kill('SIGTERM');
  const kill = setTimeout(() => child.kill('SIGKILL'), graceMs);
  const [code] = (await over) as [number | null];
  clearTimeout(kill);
  return { service, code, ms: Date.now() - began };
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

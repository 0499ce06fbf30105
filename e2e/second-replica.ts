/** A second replica of a service beside the one of the house: the same role, keys and neighbours, a port of its own. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { House } from './start-house.ts';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');

export type Replica = { url: string; kill(): Promise<void>; start(): void };

/** `start` brings it back after `kill`, on the same port; it ends with the journey. */
export async function secondReplica(house: House, service: string, env: Record<string, string>): Promise<Replica> {
  const port = await freePort();
  const settings = { ...process.env, ...settingsOf(house, service), PORT: String(port), ...env };
  let child: ChildProcess | undefined;
  const start = () => {
    const args = ['--max-semi-space-size=4', '--max-old-space-size=160', join(root, `apps/${service}/dist/main.js`)];
    child = spawn(process.execPath, args, { env: settings, stdio: 'ignore' });
  };
  const kill = async () => {
    const dying = child;
    if (!dying || dying.exitCode !== null || dying.signalCode !== null) return;
    const ended = once(dying, 'exit');
    dying.kill('SIGKILL');
    await ended;
  };
  process.once('exit', () => child?.kill('SIGKILL'));
  start();
  return { url: `http://127.0.0.1:${port}`, kill, start };
}

/** What it is told, by the house's secrets. */
export function settingsOf(house: House, service: string): Record<string, string> {
  const secrets = JSON.parse(readFileSync(join(house.home, 'data/secrets.json'), 'utf8')) as Record<string, string>;
  const database = new URL(house.run.postgres);
  database.username = `trunkline_${service}`;
  database.password = secrets[`${service}Password`] as string;
  const addresses = Object.entries(house.run.services).map(([name, url]) => [`${name.toUpperCase()}_URL`, url]);
  return {
    ...Object.fromEntries(addresses),
    DATABASE_URL: database.href,
    KAFKA_BROKERS: house.run.kafka,
    SERVICE_KEYS: secrets.serviceKeys as string,
    FIELD_KEY: secrets.fieldKey as string,
    MAIL_REPLY_KEYS: secrets.mailReplyKeys as string,
    WEBCHAT_VISITOR_KEYS: secrets.visitorKeys as string,
    SEAL_KEYS: secrets.sealKeys as string,
    LOG_LEVEL: 'error',
  };
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  await new Promise((closed) => server.close(closed));
  return port;
}

/** Starts the four services for a journey, on the stack of `npm test` or on one of their own that may be broken. */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { eventually, Never } from './eventually.ts';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');

type Server = { host: string; port: number /** By TLS. */; secure?: true };
export type Mailbox = Server & { user: string; password: string };
/** `.trunkline/run.json` (design §11). */
export type RunFile = {
  console: string;
  api: string;
  widget: string;
  channels: string;
  /** Where each service answers, for probes. */
  services: Record<string, string>;
  mail: { address: string; smtp: Server; imap: Mailbox };
  customerMail: { address: string; imap: Mailbox };
  /** Our number at a stand-in of Twilio. */
  sms: { number: string; account: string; token: string; api: string } | null;
  /** A stand-in of Slack: our support channel, and whom one may speak as. */
  slack: { api: string; channel: string; customers: Record<string, string> } | null;
  kafka: string;
  /** The file of the authority, where the links are encrypted. */
  ca?: string;
  postgres: string;
  pids: Record<string, number>;
  signIns: { email: string; password: string; role: string; skills: string[] }[];
};

export type House = {
  home: string;
  run: RunFile;
  /** Reads run.json anew: a service that was killed has a new pid. */
  look(): RunFile;
  stop(): Promise<void>;
};

export type HouseOptions = {
  /** True: a stack of its own, for journeys that kill or wipe its parts. */
  own?: boolean;
  /** True: hears the stack's Slack, which is one workspace for all houses on it. */
  slack?: boolean;
  env?: Record<string, string>;
  withinMs?: number;
};

export async function startHouse({
  own = false,
  slack = false,
  env = {},
  withinMs = 120_000,
}: HouseOptions = {}): Promise<House> {
  const home = own
    ? mkdtempSync(join(tmpdir(), 'trunkline-'))
    : join(outerHome(), `house-${process.pid}-${Date.now()}`);
  mkdirSync(home, { recursive: true });
  const runFile = join(home, 'run.json');
  const child = spawn(process.execPath, argumentsOf(own), {
    cwd: root,
    env: { ...cleaned({ own, slack }), TRUNKLINE_HOME: home, TRUNKLINE_JARS: jars(), TRUNKLINE_DEMO: 'off', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = listen(child);
  await eventually(async () => existsSync(runFile) || dead(child), { what: 'the house', withinMs }).catch((error) => {
    child.kill('SIGTERM');
    throw new Error(`${error.message}\n${said.join('')}`);
  });
  const look = () => JSON.parse(readFileSync(runFile, 'utf8')) as RunFile;
  return { home, run: look(), look, stop: () => stop(child, own ? home : null) };
}

const argumentsOf = (own: boolean) =>
  own ? ['tools/stack/stack.mjs', 'run', '--', 'node', 'tools/run-all.mjs'] : ['tools/run-all.mjs'];

const outerHome = () => process.env.TRUNKLINE_HOME ?? join(root, '.trunkline/test');
/** Fetched once for all stacks of this checkout. */
export const jars = () => process.env.TRUNKLINE_JARS ?? join(outerHome(), '../jars');

/** What the stack around a journey gives: what others say there is no part of a house with a stack of its own. */
const parts = [
  ...['KAFKA_BROKERS', 'DATABASE_URL', 'IMAP_URL', 'SMTP_URL'],
  ...['TWILIO_EMULATOR_URL', 'SLACK_EMULATOR_URL', 'S3_EMULATOR_URL'],
];

/** A stack of its own must not find the parts of the one around it. */
export function cleaned({ own, slack }: { own: boolean; slack: boolean }): NodeJS.ProcessEnv {
  const inherited = { ...process.env };
  if (own) for (const name of parts) delete inherited[name];
  if (!slack) delete inherited.SLACK_EMULATOR_URL;
  delete inherited.NODE_OPTIONS;
  return inherited;
}

export function listen(child: ChildProcess): string[] {
  const said: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk) => {
      said.push(String(chunk));
      if (said.length > 200) said.shift();
    });
  }
  return said;
}

export function dead(child: ChildProcess): false {
  if (child.exitCode === null) return false;
  throw new Never(`the house ended with ${child.exitCode}`);
}

async function stop(child: ChildProcess, leftover: string | null): Promise<void> {
  if (child.exitCode === null) {
    const ended = new Promise((done) => child.once('exit', done));
    child.kill('SIGTERM');
    await ended;
  }
  if (leftover) rmSync(leftover, { recursive: true, force: true });
}

/** Starts the four services on the stack around it, with a database and topics of their own, and signs agents in. */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { now } from './now.mjs';
import { until } from './say-at-pace.mjs';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const password = 'bench-trunkline';

/** `run` is the record of run.json; `agents` are online and take nothing yet; `given`: variables of its own. */
export async function openHouse({ agents = 6, given = {} } = {}) {
  const home = join(process.env.TRUNKLINE_HOME, `house-${process.pid}-${Math.round(now())}`);
  mkdirSync(home, { recursive: true });
  const runFile = join(home, 'run.json');
  const env = { ...process.env, TRUNKLINE_HOME: home, TRUNKLINE_DEMO: 'off', LOG_LEVEL: 'warn', ...given };
  const child = spawn(process.execPath, ['tools/run-all.mjs'], { cwd: root, env, stdio: ['ignore', 'ignore', 'pipe'] });
  const said = [];
  child.stderr.on('data', (chunk) => said.push(String(chunk)));
  const isUp = () => {
    if (child.exitCode !== null) throw new Error(`the house ended with ${child.exitCode}\n${said.join('')}`);
    return existsSync(runFile);
  };
  await until(isUp, { what: 'the house', withinMs: 90_000 });
  const run = JSON.parse(readFileSync(runFile, 'utf8'));
  const staff = await hireAgents(run, agents);
  return { run, staff, close: () => close(child, home) };
}

async function close(child, home) {
  if (child.exitCode === null) {
    const ended = new Promise((done) => child.once('exit', done));
    child.kill('SIGTERM');
    await ended;
  }
  rmSync(home, { recursive: true, force: true });
}

/** As many as a staff record allows: nobody is full while a round runs. */
const capacity = 64;

async function hireAgents(run, count) {
  const administrator = await signInAdministrator(run);
  return Promise.all(Array.from({ length: count }, (_, at) => hire(run.api, administrator.token, at)));
}

/** One who watches over all that the agents do, and takes nothing. */
export async function hireSupervisor(run) {
  const administrator = await signInAdministrator(run);
  return hire(run.api, administrator.token, 'supervisor', { role: 'supervisor', capacity: 0 });
}

/** Publishes the policy in force with changes. */
export async function changePolicy(run, change) {
  const { token } = await signInAdministrator(run);
  const policy = change(await ask(run.api, '/policies/current', { token }));
  await ask(run.api, '/policies', { token, method: 'POST', body: { policy, note: 'a benchmark' } });
}

function signInAdministrator({ api, signIns }) {
  const { email, password: secret } = signIns.find(({ role }) => role === 'administrator');
  return signIn(api, email, secret);
}

async function hire(api, token, at, other = {}) {
  const email = `bench-${at}@desk.test`;
  const body = {
    email,
    name: `Agent ${at}`,
    number: `b${at}`,
    role: 'agent',
    language: 'en',
    groups: ['service', 'mail', 'payments', 'complaints'],
    skills: { 'lang-en': 5, 'lang-zh': 5 },
    capacity,
    standards: [],
    ...other,
    password,
  };
  const { id } = await ask(api, '/staff', { token, method: 'POST', body });
  const person = await signIn(api, email, password);
  await ask(api, '/me/presence', { token: person.token, method: 'PUT', body: { state: 'online' } });
  return { id, ...person };
}

async function signIn(api, email, secret) {
  return ask(api, '/sessions', { method: 'POST', body: { email, password: secret } });
}

/** Orders are safe to give twice: a house that is busy says so, and is asked again. */
export async function ask(api, path, { token, method = 'GET', body, triesLeft = 5 } = {}) {
  const answer = await fetch(`${api}/v1${path}`, {
    method,
    headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
    body: body === undefined ? undefined : JSON.stringify(body),
    signal: AbortSignal.timeout(30_000),
  });
  const text = await answer.text();
  if (answer.status === 503 && triesLeft > 0) return ask(api, path, { token, method, body, triesLeft: triesLeft - 1 });
  if (!answer.ok)
    throw Object.assign(new Error(`${method} ${path}: ${answer.status} ${text}`), { status: answer.status });
  return text === '' ? null : JSON.parse(text);
}

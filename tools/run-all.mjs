/** Runs the house inside the stack: roles and migrations, the four services, the demo day, and where to find it all. */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { constants } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describeHouse, welcome, writeRunFile } from './house/describe-house.mjs';
import { keepSecrets } from './house/keep-secrets.mjs';
import { moveIn } from './house/move-in.mjs';
import { runServices } from './house/run-services.mjs';
import { addressOf, services, settingsOf } from './house/service-settings.mjs';
import { tellProviders } from './house/tell-providers.mjs';
import { choosePort } from './stack/choose-port.mjs';
import { holdChildren } from './stack/hold-children.mjs';
import { readState } from './stack/keep-state.mjs';
import { Refusal } from './stack/refusal.mjs';
import { runToEnd } from './stack/run-to-end.mjs';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
/** What the services live in; a guest on another's stack gets parts of its own (`move-in.mjs`). */
let env = process.env;
const home = resolve(root, env.TRUNKLINE_HOME || '.trunkline');
const logs = join(home, 'logs');
const runFile = join(home, 'run.json');
const signInsFile = join(home, 'data/sign-ins.json');
const playedFile = join(home, 'data/demo-day-played');
const demo = env.TRUNKLINE_DEMO !== 'off';
const administrator = { email: 'admin@desk.test', password: 'demo-trunkline', role: 'administrator', skills: [] };

const house = holdChildren();
let over = false;
const crew = runServices({
  root,
  logs,
  house,
  restart: env.TRUNKLINE_RESTART,
  onDeath: (sentence) => finish(70, sentence),
  onPids: () => existsSync(runFile) && writeRecord(),
});
let ports = {};

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => finish(128 + constants.signals[signal]));

async function finish(code, sentence) {
  if (over) return;
  over = true;
  if (sentence) console.error(`[house] ${sentence}`);
  rmSync(runFile, { force: true });
  crew.close();
  await house.close();
  process.exit(code);
}

async function choosePorts({ isGuest }) {
  const chosen = {};
  for (const [at, service] of ['gateway', 'channels', 'router', 'sla'].entries()) {
    const variable = `TRUNKLINE_${service.toUpperCase()}_PORT`;
    chosen[service] = await choosePort({ variable, preferred: isGuest ? undefined : 3000 + at });
  }
  return chosen;
}

/** A port lost between the probe and the bind: once more with others. */
async function startServices(place, secrets, turn = 1) {
  ports = await choosePorts(place);
  const settings = (service) => settingsOf(service, { env, ports, secrets, signIn: administrator });
  const { started } = await crew.start(ports, settings);
  if (started || over) return;
  if (turn === 4) throw new Refusal('no free ports could be kept for the services');
  await startServices(place, secrets, turn + 1);
}

async function migrate(secrets) {
  const passwords = services.map((one) => [`DATABASE_PASSWORD_${one.toUpperCase()}`, secrets[`${one}Password`]]);
  const settings = { ...env, DATABASE_OWNER_URL: env.DATABASE_URL, ...Object.fromEntries(passwords) };
  const args = [join(root, 'tools/migrate.mjs')];
  await runToEnd({ house, logs }, { name: 'migrate', command: process.execPath, args, env: settings });
}

/** The stack made the topics of its own house only. */
async function prepareTopics() {
  const args = [join(root, 'libs/platform/dist/kafka/prepare-topics-main.js')];
  await runToEnd({ house, logs }, { name: 'prepare-topics', command: process.execPath, args, env });
}

/** Once, on an empty home; what it leaves in sign-ins.json are the people who can sign in. */
async function playDemoDay(secrets) {
  const script = join(root, 'tools/play-demo-day.mjs');
  if (!demo || existsSync(playedFile) || !existsSync(script)) return;
  const settings = {
    ...env,
    GATEWAY_URL: addressOf(ports, 'gateway'),
    CHANNELS_URL: addressOf(ports, 'channels'),
    ADMIN_EMAIL: administrator.email,
    ADMIN_PASSWORD: administrator.password,
    SIGN_INS_FILE: signInsFile,
    SITE_KEY: secrets.siteKey,
  };
  await runToEnd({ house, logs }, { name: 'demo-day', command: process.execPath, args: [script], env: settings });
  writeFileSync(playedFile, new Date().toISOString());
}

const readSignIns = () => (existsSync(signInsFile) ? JSON.parse(readFileSync(signInsFile, 'utf8')) : [administrator]);

function writeRecord() {
  const stack = readState(env.TRUNKLINE_STACK ?? home);
  const parts = Object.entries(stack?.parts ?? {}).map(([name, { pid }]) => [name, pid]);
  const pids = { stack: stack?.pid, house: process.pid, ...Object.fromEntries(parts), ...crew.pids() };
  const record = describeHouse({ env, ports, signIns: readSignIns(), pids });
  writeRunFile(runFile, record);
  return record;
}

async function run() {
  if (!env.DATABASE_URL || !env.KAFKA_BROKERS)
    throw new Refusal('DATABASE_URL and KAFKA_BROKERS are not set: start it as npm start, inside the stack');
  const began = Date.now();
  rmSync(runFile, { force: true });
  mkdirSync(logs, { recursive: true });
  mkdirSync(join(home, 'data'), { recursive: true });
  const place = await moveIn(env, home);
  env = place.env;
  const secrets = keepSecrets(place.secretsFile);
  await Promise.all([migrate(secrets), place.isGuest && prepareTopics()]);
  await startServices(place, secrets);
  await tellProviders({ env, ports });
  await playDemoDay(secrets);
  console.log(welcome(writeRecord()));
  console.log(`[house] ready in ${((Date.now() - began) / 1000).toFixed(1)} s`);
}

run().catch((error) => finish(1, error instanceof Refusal ? error.message : error.stack));
// The watchdog's pipe does not keep this process alive, and between two lives of a service nothing else would.
setInterval(() => {}, 3_600_000);

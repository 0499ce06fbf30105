/** How much memory each service holds after the load before, and how long `npm start` takes on a home that was used. */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { residentMemory } from './read-process.mjs';
import { until } from './say-at-pace.mjs';
import { overRounds } from './sum-up.mjs';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
/** Issue goals: MiB a service, seconds until ready, percent of a core while nobody says anything. */
const goals = { memory: { most: 180 }, warm: { most: 25 }, idle: { most: 20 } };

/** `memory` as `readMemory` and `idle` as `readIdle` gave them while the house still stood. */
export async function footprint({ quick, seed, memory, idle }) {
  const { first, warm } = await timeStarts(quick ? 2 : 7);
  const rows = [
    ...Object.entries(memory).map(([what, figures]) => ({
      what: `memory of ${what}`,
      unit: 'MiB',
      figure: overRounds(figures),
      goal: services.includes(what) ? goals.memory : undefined,
    })),
    ...Object.entries(idle).map(([what, figure]) => ({
      what: `idle: ${what}`,
      unit: '% of a core',
      figure,
      goal: what === 'together' ? goals.idle : undefined,
    })),
    { what: 'start, warm (home used before)', unit: 's', figure: overRounds(warm), goal: goals.warm },
    {
      what: 'start, first (empty home)',
      unit: 's',
      figure: overRounds([first]),
      note: 'packages, jars and build were there',
    },
  ];
  return {
    title: 'footprint: memory after the load, processor time while idle, seconds until ready',
    seed,
    rows,
    notes,
  };
}

const services = ['channels', 'router', 'sla', 'gateway'];
const notes = [
  'Memory is resident, read a few times after the benchmarks that came before; starts run one after the other, on an own home, without the demo day.',
];

/** Of each service and part, `times` readings a second apart. */
export async function readMemory(pids, times = 5) {
  const all = Object.fromEntries(Object.keys(pids).map((name) => [name, []]));
  for (let time = 0; time < times; time += 1) {
    for (const [name, pid] of Object.entries(pids)) all[name].push(residentMemory(pid));
    await new Promise((next) => setTimeout(next, 1_000));
  }
  return all;
}

async function timeStarts(times) {
  const home = mkdtempSync(join(tmpdir(), 'trunkline-bench-'));
  try {
    const first = await startOnce(home);
    const warm = [];
    for (let time = 0; time < times; time += 1) warm.push(await startOnce(home));
    return { first, warm };
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

/** What `npm start` runs, from its beginning until run.json says ready; then it is stopped again. */
async function startOnce(home) {
  const began = performance.now();
  const args = ['tools/stack/stack.mjs', 'run', '--', process.execPath, 'tools/run-all.mjs'];
  const child = spawn(process.execPath, args, { cwd: root, env: outside(home), stdio: ['ignore', 'ignore', 'pipe'] });
  const said = [];
  child.stderr.on('data', (chunk) => said.push(String(chunk)));
  const ended = new Promise((done) => child.once('exit', done));
  const isReady = () => {
    if (child.exitCode !== null) throw new Error(`npm start ended with ${child.exitCode}\n${said.join('')}`);
    return existsSync(join(home, 'run.json'));
  };
  try {
    await until(isReady, { what: 'a start', withinMs: 120_000 });
    return (performance.now() - began) / 1000;
  } finally {
    child.kill('SIGTERM');
    await ended;
  }
}

/** It must not find the stack around us. */
function outside(home) {
  const env = { ...process.env, TRUNKLINE_HOME: home, TRUNKLINE_DEMO: 'off' };
  for (const name of Object.keys(env)) {
    const isParts = /^(KAFKA_BROKERS|DATABASE_URL|IMAP_URL|SMTP_URL|TRUNKLINE_STACK|(TWILIO|SLACK)_EMULATOR_URL)$/.test(
      name,
    );
    if (isParts) delete env[name];
  }
  return env;
}

#!/usr/bin/env node
/** Runs docker/compose.yml whole where an engine answers: everything healthy, the demo day played, doors open, all gone again. */
import { spawnSync } from 'node:child_process';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadSettings, matchCompose } from './k8s/match-settings.mjs';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const say = (line) => console.log(line);
const count = { passed: 0, failed: 0, skipped: 0 };
const services = ['gateway', 'channels', 'router', 'sla'];
const administrator = { email: 'admin@desk.test', password: 'demo-trunkline' };

function check(sentence, findings) {
  count[findings.length === 0 ? 'passed' : 'failed'] += 1;
  say(`${findings.length === 0 ? 'ok    ' : 'FAILED'} ${sentence}`);
  for (const finding of findings) say(`         ${String(finding).trimEnd().replaceAll('\n', '\n         ')}`);
}

function skip(sentence, why) {
  count.skipped += 1;
  say(`skipped ${sentence}: ${why}`);
}

/** `COMPOSE_IMAGES=given`: those that are there are taken, and nothing is built or pulled. */
const images = process.env.COMPOSE_IMAGES === 'given' ? ['--no-build', '--pull', 'never'] : ['--build'];
const run = (command, args) => spawnSync(command, args, { cwd: root, encoding: 'utf8', maxBuffer: 2 ** 26 });
/** `DOCKER_COMPOSE` names the program where it is no plugin of docker. */
const [program, ...before] = process.env.DOCKER_COMPOSE ? [process.env.DOCKER_COMPOSE] : ['docker', 'compose'];
const compose = (...args) => run(program, [...before, '-f', 'docker/compose.yml', ...args]);
const wordsOf = ({ status, stderr, stdout, error }) =>
  status === 0 ? [] : [(error?.message ?? `${stderr}${stdout}`).split('\n').slice(-15).join('\n')];

async function lookInside() {
  const rows = compose('ps', '-a', '--format', 'json').stdout.trim();
  const containers = rows.startsWith('[') ? JSON.parse(rows) : rows.split('\n').map((row) => JSON.parse(row));
  const of = (name) => containers.find(({ Service }) => Service === name) ?? {};
  const unwell = services.filter((one) => of(one).Health !== 'healthy');
  check('the four services are healthy', unwell);
  const jobs = ['migrate', 'topics', 'demo'].filter((one) => of(one).State !== 'exited' || of(one).ExitCode !== 0);
  check('roles, topics and the demo day ended well', jobs);
  const doors = ['http://127.0.0.1:3000/', 'http://127.0.0.1:3001/demo', 'http://127.0.0.1:3001/chat/widget.js'];
  const answers = await Promise.all(doors.map(async (door) => [door, (await fetch(door)).status]));
  check(
    'console, shop and chat bubble are served',
    answers.filter(([, status]) => status !== 200),
  );
  const api = 'http://127.0.0.1:3000/v1';
  const headers = { 'content-type': 'application/json' };
  const entered = await fetch(`${api}/sessions`, { method: 'POST', headers, body: JSON.stringify(administrator) });
  const { token } = await entered.json();
  const asked = await fetch(`${api}/conversations`, { headers: { authorization: `Bearer ${token}` } });
  const { items = [] } = await asked.json();
  check(`the administrator signs in and sees ${items.length} conversations`, items.length > 0 ? [] : ['none']);
}

check('compose knows every required and secret setting, or it is said why not', [
  ...matchCompose(root, await loadSettings(root)),
]);
const { status: hasCompose } = run(program, [...before, 'version']);
if (hasCompose !== 0) {
  skip('compose.yml is read and run', `${[program, ...before].join(' ')} is not on this machine`);
} else {
  check('compose.yml is one that Compose reads', wordsOf(compose('config', '-q')));
  if (run('docker', ['info']).status !== 0) skip('the whole is run', 'no Docker engine answers');
  else if (compose('ps', '-aq').stdout.trim()) skip('the whole is run', 'it runs already, and would be taken down');
  else await runAll();
}

async function runAll() {
  const began = Date.now();
  try {
    const up = compose('up', '-d', ...images);
    check(`all of it comes up after ${((Date.now() - began) / 1000).toFixed(0)} s`, wordsOf(up));
    if (up.status !== 0) return say(compose('logs', '--tail', '15').stdout);
    run('docker', ['wait', 'trunkline-demo-1']);
    await lookInside();
    check('it stops, each service by itself', wordsOf(compose('stop')));
    const codes = services.map((one) => [
      one,
      run('docker', ['inspect', '-f', '{{.State.ExitCode}}', `trunkline-${one}-1`]).stdout.trim(),
    ]);
    check(
      'the services end with 0',
      codes.filter(([, code]) => code !== '0'),
    );
  } finally {
    check('nothing of it is left', wordsOf(compose('down', '-v')));
  }
}

say(`${count.passed} passed, ${count.failed} failed, ${count.skipped} skipped`);
process.exitCode = count.failed > 0 ? 1 : 0;

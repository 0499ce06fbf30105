#!/usr/bin/env node
/** Judges the chart by Helm, Kubernetes' schemas, Pod Security and kube-score; `--write` makes anew what is generated. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fetchServer } from './k8s/fetch-server.mjs';
import { fetchTools, minors } from './k8s/fetch-tools.mjs';
import { matchAlerts } from './k8s/match-alerts.mjs';
import { loadSettings, matchChart, matchCompose } from './k8s/match-settings.mjs';
import { withServer } from './k8s/run-server.mjs';
import { tryOnServer } from './k8s/try-on-server.mjs';
import { describeKafkaTopics, describeKafkaUsers, listSecrets, listTopics } from './k8s/write-lists.mjs';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const isWrite = process.argv.includes('--write');
/** Also a real API server, which Go builds once. */
const withRealServer = process.argv.includes('--server');
const chart = join(root, 'k8s/trunkline');
const rendered = join(root, '.trunkline/k8s');
const say = (line) => console.log(line);
const count = { passed: 0, failed: 0, skipped: 0 };

function check(sentence, findings) {
  count[findings.length === 0 ? 'passed' : 'failed'] += 1;
  say(`${findings.length === 0 ? 'ok    ' : 'FAILED'} ${sentence}`);
  for (const finding of findings) say(`         ${finding.trimEnd().replaceAll('\n', '\n         ')}`);
}

const tools = fetchTools(root, say);
if (tools.missing.length > 0) {
  say(`The manifests were not judged, for tools are missing:\n  ${tools.missing.join('\n  ')}`);
  say('They come through Go 1.25 or newer and pip; TRUNKLINE_TOOLS=needed makes this a failure.');
  process.exit(process.env.TRUNKLINE_TOOLS === 'needed' ? 1 : 0);
}

function skip(sentence, why) {
  count.skipped += 1;
  say(`skipped ${sentence}: ${why}`);
}

function run(command, args, input) {
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    encoding: 'utf8',
    input,
    maxBuffer: 2 ** 28,
    cwd: root,
  });
  return {
    status,
    out: stdout ?? '',
    said: `${stderr ?? ''}${error?.message ?? ''}`,
    all: `${stdout ?? ''}${stderr ?? ''}`,
  };
}

const template = (values, { minor = minors[1], namespace = 'desk', more = [] } = {}) =>
  run(tools.helm, [
    'template',
    'trunkline',
    chart,
    '-n',
    namespace,
    '--kube-version',
    minor,
    ...more,
    '-f',
    ...values.flatMap((one, at) => (at === 0 ? [one] : ['-f', one])),
  ]);

/** Compares with what is checked in, or writes it. */
function keep(path, text) {
  const file = join(root, path);
  const before = existsSync(file) ? readFileSync(file, 'utf8') : '';
  if (before === text) return [];
  if (isWrite) {
    writeFileSync(file, text);
    say(`written: ${path}`);
    return [];
  }
  const line = text.split('\n').findIndex((one, at) => one !== before.split('\n')[at]);
  return [`${path} is stale from line ${line + 1} on: node tools/check-k8s.mjs --write, and read the difference`];
}

async function checkLists() {
  const built = join(root, 'libs/contracts/dist/index.js');
  if (!existsSync(built)) return check('topics are those of the contracts', ['not built: npm run build']);
  const { topics, services } = await import(built);
  const { rightsOf } = await import(join(root, 'libs/platform/dist/kafka/rights-of.js'));
  check('topics are those of the contracts', [
    ...keep('k8s/trunkline/files/topics.yaml', listTopics(topics)),
    ...keep('k8s/examples/kafka-topics.yaml', describeKafkaTopics(topics)),
    ...keep('k8s/examples/kafka-users.yaml', describeKafkaUsers(services, rightsOf)),
  ]);
  const settings = readFileSync(join(root, 'docs/run/settings.md'), 'utf8');
  check('secrets are those of the settings', keep('k8s/trunkline/files/secrets.yaml', listSecrets(settings)));
}

function renderAll(files) {
  rmSync(rendered, { recursive: true, force: true });
  mkdirSync(rendered, { recursive: true });
  return files.map((file) => {
    const values = join(root, 'k8s/values', file);
    const lint = run(tools.helm, ['lint', '--strict', '--quiet', chart, '--kube-version', minors[1], '-f', values]);
    check(`helm finds nothing in the chart with ${file}`, lint.status === 0 ? [] : [lint.all]);
    const { status, out, said } = template([values]);
    check(`${file} renders as it did`, status === 0 ? keep(`k8s/golden/${file}`, out) : [said]);
    writeFileSync(join(rendered, file), out);
    return join(rendered, file);
  });
}

function checkOverlay() {
  const { out } = template([join(root, 'k8s/values/minimal.yaml')], { namespace: 'trunkline', more: ['--skip-tests'] });
  const head =
    '# Made by `node tools/check-k8s.mjs --write` from the chart and k8s/values/minimal.yaml; do not edit.\n';
  check('the rendered file for kustomize is the chart', keep('k8s/overlays/rendered.yaml', head + out));
  const made = run(tools.kubectl, ['kustomize', 'k8s/overlays']);
  check('kustomize takes it', made.status === 0 ? [] : [made.said]);
}

function judge(files) {
  for (const minor of minors) {
    const schemas = join(tools.schemas, minor, '{{.ResourceKind}}{{.KindSuffix}}.json');
    // kinds that Kubernetes does not know are read strictly below, Strimzi's (Java) by nothing
    const skip = 'ScaledObject,TriggerAuthentication,ServiceMonitor,PrometheusRule,HTTPRoute,KafkaTopic,Cluster';
    const { status, all } = run(tools.kubeconform, [
      '-strict',
      '-summary',
      '-skip',
      skip,
      '-schema-location',
      schemas,
      ...files,
    ]);
    check(`every manifest is Kubernetes ${minor}'s (${/Valid: \d+/.exec(all)?.[0]})`, status === 0 ? [] : [all]);
  }
  const judged = run(tools.judge, files);
  check(`Pod Security: ${judged.out.trim().split('\n').at(-1)}`, judged.status === 0 ? [] : [judged.all]);
  // one file at a time: several of them hold the same names
  const scored = files.flatMap((file) =>
    run(tools.kubeScore, ['score', '--output-format', 'ci', file]).out.split('\n'),
  );
  const critical = [...new Set(scored.filter((line) => line.startsWith('[CRITICAL]')))];
  check(
    `kube-score has nothing critical to say (${scored.length} lines)`,
    scored.length < 100 ? ['it said hardly anything'] : critical,
  );
}

function refuseWrongValues() {
  const cases = JSON.parse(readFileSync(join(root, 'k8s/values/wrong-values.json'), 'utf8'));
  const base = join(root, 'k8s/values/minimal.yaml');
  for (const { why, values, says } of cases) {
    const file = join(rendered, 'wrong.json');
    writeFileSync(file, JSON.stringify(values));
    const { status, said } = template([base, file]);
    check(
      `refused: ${why}`,
      status !== 0 && said.includes(says) ? [] : [`wanted: ${says}`, `said: ${said || 'nothing; it rendered'}`],
    );
  }
}

/** Whatever the chart tells a service has to be one of its settings. */
function checkVariables() {
  const known = new Set(readFileSync(join(root, '.env.example'), 'utf8').match(/^[A-Z_0-9]+(?==)/gm));
  const text = readFileSync(join(rendered, 'everything-on.yaml'), 'utf8');
  const told = new Set([...text.matchAll(/- name: ([A-Z][A-Z0-9_]+)$/gm)].map(([, name]) => name));
  const unknown = [...told].filter((name) => !known.has(name) && name !== 'DATABASE_OWNER_URL');
  check(
    `the services know all ${told.size} variables`,
    unknown.map((name) => `${name} is no setting of docs/run/settings.md`),
  );
}

async function checkSettings() {
  const settings = await loadSettings(root);
  const rendering = readFileSync(join(rendered, 'everything-on.yaml'), 'utf8');
  check('the chart and its installation know every required and secret setting', matchChart(root, settings, rendering));
  check('so does compose, or it is said why not', matchCompose(root, settings));
}

/** Where it was built once, it is asked each time: it takes a quarter of a minute. */
async function askRealServer(files) {
  const sentence = 'the chart on a real API server';
  if (!withRealServer && !existsSync(join(root, '.trunkline/tools/bin/kube-apiserver')))
    return skip(sentence, 'Go builds one in about ten minutes: node tools/check-k8s.mjs --server');
  const server = fetchServer(root, say);
  if (server.why) return skip(sentence, server.why);
  await withServer({ ...server, kubectl: tools.kubectl }, (kubeconfig) =>
    tryOnServer({ root, tools, kubeconfig, ...server, files, check }),
  ).catch((error) => check(`${sentence} is asked`, [error.message]));
}

await checkLists();
const files = renderAll(readdirSync(join(root, 'k8s/values')).filter((file) => file.endsWith('.yaml')));
checkOverlay();
judge([...files, join(root, 'k8s/overlays/rendered.yaml'), join(root, 'k8s/examples/postgres-cluster.yaml')]);
refuseWrongValues();
checkVariables();
await checkSettings();
check('alerts, runbook and figures belong together', matchAlerts(root));
await askRealServer(files);
say(`${basename(chart)} over ${files.length} value files, ${minors.length} minors of Kubernetes`);
say(`${count.passed} passed, ${count.failed} failed, ${count.skipped} skipped`);
process.exitCode = count.failed > 0 ? 1 : 0;

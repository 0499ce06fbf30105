/** Gives every manifest to a real API server: its own validation, Pod Security at the door, an installation and its upgrades. */
import { spawnSync } from 'node:child_process';
import { basename, join } from 'node:path';

const restricted = Object.fromEntries(
  ['enforce', 'warn', 'audit'].map((mode) => [`pod-security.kubernetes.io/${mode}`, 'restricted']),
);
const namespaces = ['desk', 'trunkline'];

/** `files`: the chart rendered over each file of values; `check(sentence, findings)`. */
export function tryOnServer({ root, tools, kubeconfig, kinds, version, files, check }) {
  const kubectl = (args, input) => run(tools.kubectl, ['--kubeconfig', kubeconfig, ...args], { cwd: root, input });
  const helm = (args) =>
    run(tools.helm, [...args, '-n', 'desk'], { cwd: root, env: { ...process.env, KUBECONFIG: kubeconfig } });
  const given = (one) => ['-f', '-', '--dry-run=server', '--validate=strict', ...one];

  const prepared = [
    kubectl(['apply', '--server-side', ...kinds.flatMap((file) => ['-f', file])]),
    ...kinds.map((file) =>
      kubectl(['wait', '--for=jsonpath={.status.acceptedNames.kind}', '-f', file, '--timeout=60s']),
    ),
    kubectl(['create', '-f', '-'], list([...namespaces.map(namespaceOf), priorityClass])),
  ];
  check(`an API server of Kubernetes ${version} takes namespaces that are "restricted"`, saidBy(prepared));
  const refused = kubectl(['create', ...given([])], list([openPod]));
  check('it refuses a pod that is not restricted', refused.all.includes('violates PodSecurity') ? [] : [refused.all]);

  for (const file of files) {
    const taken = kubectl(['create', '-f', file, '--dry-run=server', '--validate=strict', '-o', 'json']);
    const items = taken.status === 0 ? readItems(taken.out) : [];
    check(`it takes all ${items.length} objects of ${basename(file)} without a warning`, saidBy([taken]));
    const pods = items.flatMap(podsOf);
    const letIn = kubectl(['create', ...given([])], list(pods));
    check(`it lets in the ${pods.length} pods that would come of them`, saidBy([letIn]));
  }
  const overlay = kubectl(['apply', '-k', 'k8s/overlays', '--dry-run=server', '--validate=strict']);
  check('it takes what kustomize makes', saidBy([overlay]));
  const cluster = ['create', '-f', 'k8s/examples/postgres-cluster.yaml', '-n', 'desk', '--dry-run=server'];
  check('it takes the example for CloudNativePG', saidBy([kubectl([...cluster, '--validate=strict'])]));
  installAndUpgrade({ root, helm, kubectl, files, check });
}

/** The hooks wait for pods, which nobody runs here. */
function installAndUpgrade({ root, helm, kubectl, files, check }) {
  const names = files.map((file) => basename(file));
  const first = names.indexOf('minimal.yaml');
  const order = [names[first], ...names.filter((_, at) => at !== first)];
  for (const [at, name] of order.entries()) {
    const values = join(root, 'k8s/values', name);
    const done = helm(['upgrade', '--install', 'trunkline', join(root, 'k8s/trunkline'), '--no-hooks', '-f', values]);
    const what = at === 0 ? 'installs with' : `upgrades from ${order[at - 1]} to`;
    check(`helm ${what} ${name}`, saidBy([done]));
  }
  check('helm rolls back to the first of them', saidBy([helm(['rollback', 'trunkline', '1', '--no-hooks'])]));
  const left = () => kubectl(['get', 'deployments,services,networkpolicies,ingresses', '-n', 'desk', '-o', 'name']);
  const before = left().out.trim().split('\n').length;
  const gone = helm(['uninstall', 'trunkline', '--no-hooks']);
  const after = left().out.trim();
  check(`helm takes all ${before} away again`, [...saidBy([gone]), ...(after ? [after] : [])]);
}

function run(command, args, options) {
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
    ...options,
  });
  return { status, out: stdout ?? '', said: `${stderr ?? ''}${error?.message ?? ''}`, all: `${stdout}${stderr}` };
}

/** A warning counts as a finding. */
const saidBy = (runs) =>
  runs.filter(({ status, said }) => status !== 0 || /^Warning:/m.test(said)).map(({ all }) => all.slice(0, 4_000));

const list = (items) => JSON.stringify({ apiVersion: 'v1', kind: 'List', items });
const namespaceOf = (name) => ({ apiVersion: 'v1', kind: 'Namespace', metadata: { name, labels: restricted } });
const priorityClass = {
  apiVersion: 'scheduling.k8s.io/v1',
  kind: 'PriorityClass',
  metadata: { name: 'desk' },
  value: 1000,
};
const openPod = {
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name: 'open', namespace: 'desk' },
  spec: { containers: [{ name: 'open', image: 'open' }] },
};

/** kubectl prints one object after the other, or a list of them. */
function readItems(text) {
  const objects = text.split(/^(?=\{$)/m).map((one) => JSON.parse(one));
  return objects.flatMap((one) => (one.kind === 'List' ? one.items : [one]));
}

function podsOf({ kind, metadata, spec }) {
  const template = kind === 'Pod' ? { metadata, spec } : ['Deployment', 'Job'].includes(kind) ? spec.template : null;
  if (!template) return [];
  const { labels, annotations } = template.metadata;
  const name = `${kind.toLowerCase()}-${metadata.name}`;
  return [
    {
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: { name, namespace: metadata.namespace, labels, annotations },
      spec: template.spec,
    },
  ];
}

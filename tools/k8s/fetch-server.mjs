/** Builds a real API server of Kubernetes with its etcd through Go, once, and finds the kinds that Kubernetes does not know. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const kubernetes = '1.36.3';
const etcd = 'v3.6.14';
/** Where each kind's definition lies in the module of those who made it. */
const kinds = {
  'github.com/kedacore/keda/v2@v2.18.3': ['scaledobjects', 'triggerauthentications'].map(
    (one) => `config/crd/bases/keda.sh_${one}.yaml`,
  ),
  'sigs.k8s.io/gateway-api@v1.4.1': ['config/crd/standard/gateway.networking.k8s.io_httproutes.yaml'],
  'github.com/prometheus-operator/prometheus-operator@v0.92.1': ['servicemonitors', 'prometheusrules'].map(
    (one) => `example/prometheus-operator-crd/monitoring.coreos.com_${one}.yaml`,
  ),
  'github.com/cloudnative-pg/cloudnative-pg@v1.27.1': ['config/crd/bases/postgresql.cnpg.io_clusters.yaml'],
};

/** `{ apiServer, etcd, kinds, version }`, or `{ why }` where it cannot be built here. */
export function fetchServer(root, say) {
  const bin = join(root, '.trunkline/tools/bin');
  mkdirSync(bin, { recursive: true });
  try {
    const found = Object.entries(kinds).flatMap(([module, files]) => {
      const folder = folderOf(module);
      return files.map((file) => join(folder, file));
    });
    const programs = { apiServer: join(bin, 'kube-apiserver'), etcd: join(bin, 'etcd') };
    if (!existsSync(programs.apiServer)) buildApiServer(root, programs.apiServer, say);
    if (!existsSync(programs.etcd)) buildEtcd(root, programs.etcd, say);
    return { ...programs, kinds: found, version: kubernetes };
  } catch (error) {
    return { why: error.message };
  }
}

/** Its own go.mod names folders beside it that its module does not bring: here they are the released modules. */
function buildApiServer(root, to, say) {
  say(`building kube-apiserver ${kubernetes}, about ten minutes of one core …`);
  const from = folderOf(`k8s.io/kubernetes@v${kubernetes}`);
  const released = `v0.${kubernetes.slice(2)}`;
  const needs = readFileSync(join(from, 'go.mod'), 'utf8')
    .replace(/^module .*$/m, 'module trunkline.test/api-server')
    .replace(/^\t(k8s\.io\/\S+) => \.\/staging\/.*$/gm, `\t$1 => $1 ${released}`);
  const place = placeFor(root, 'api-server', `${needs}\nrequire k8s.io/kubernetes v${kubernetes}\n`);
  writeFileSync(join(place, 'go.sum'), readFileSync(join(from, 'go.sum')));
  const version = `-s -w -X k8s.io/component-base/version.gitVersion=v${kubernetes}`;
  build(
    place,
    to,
    ['-ldflags', version, 'k8s.io/kubernetes/cmd/kube-apiserver'],
    'k8s.io/kubernetes/cmd/kube-apiserver/app',
  );
}

function buildEtcd(root, to, say) {
  say(`building etcd ${etcd} …`);
  const needs = `module trunkline.test/etcd\n\ngo 1.25\n\nrequire go.etcd.io/etcd/server/v3 ${etcd}\n`;
  build(placeFor(root, 'etcd', needs), to, ['go.etcd.io/etcd/server/v3'], 'go.etcd.io/etcd/server/v3/etcdmain');
}

function placeFor(root, name, goMod) {
  const place = join(root, '.trunkline/tools', `${name}-source`);
  mkdirSync(place, { recursive: true });
  writeFileSync(join(place, 'go.mod'), goMod);
  return place;
}

/** One compiler at a time and behind everybody else: it takes what a machine has. */
function build(place, to, args, imported) {
  writeFileSync(join(place, 'main.go'), `package main\n\nimport _ "${imported}"\n\nfunc main() {}\n`);
  go(['build', '-p', '1', '-o', to, ...args], place);
}

const folderOf = (module) => JSON.parse(go(['mod', 'download', '-json', module])).Dir;

function go(args, cwd) {
  const env = { ...process.env, CGO_ENABLED: '0', GOFLAGS: '-mod=mod -buildvcs=false' };
  const done = spawnSync('nice', ['-n', '19', 'go', ...args], { cwd, env, encoding: 'utf8', maxBuffer: 2 ** 26 });
  if (done.status === 0) return done.stdout;
  if (done.error || /No such file/.test(done.stderr)) throw new Error('go is not on this machine');
  throw new Error((done.stderr || JSON.parse(done.stdout).Error).trim().split('\n').at(-1));
}

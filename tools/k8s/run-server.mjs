/** Runs a real API server with its etcd on this machine alone, for one check: no node, no controller, nothing scheduled. */
import { spawn, spawnSync } from 'node:child_process';
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { choosePort } from '../stack/choose-port.mjs';
import { waitFor } from '../stack/wait-for.mjs';

/** `use(kubeconfig)` while it runs; all of it is gone afterwards. */
export async function withServer({ apiServer, etcd, kubectl }, use) {
  const home = mkdtempSync(join(tmpdir(), 'trunkline-k8s-'));
  const children = [];
  const end = () => {
    for (const { child } of children) child.kill('SIGKILL');
  };
  process.once('exit', end);
  const start = (name, command, args) => {
    const child = spawn(command, args, { stdio: ['ignore', 'ignore', 'pipe'], cwd: home });
    let said = '';
    child.stderr.on('data', (bytes) => {
      said = (said + bytes).slice(-4_000);
    });
    const running = { name, child, exited: new Promise((done) => child.once('exit', done)), said: () => said };
    children.push(running);
    return running;
  };
  try {
    return await use(await bringUp({ apiServer, etcd, kubectl, home, start }));
  } catch (error) {
    throw new Error(
      `${error.message}\n${children.map(({ name, said }) => `${name}: ${said().slice(-1_000)}`).join('\n')}`,
    );
  } finally {
    end();
    await Promise.all(children.map(({ exited }) => exited));
    process.off('exit', end);
    rmSync(home, { recursive: true, force: true });
  }
}

async function bringUp({ apiServer, etcd, kubectl, home, start }) {
  const [store, peers, port] = [await choosePort(), await choosePort(), await choosePort()];
  const at = (one) => `http://127.0.0.1:${one}`;
  start('etcd', etcd, [
    ...['--data-dir', join(home, 'etcd'), '--listen-client-urls', at(store), '--advertise-client-urls', at(store)],
    ...['--listen-peer-urls', at(peers), '--initial-advertise-peer-urls', at(peers)],
    ...['--initial-cluster', `default=${at(peers)}`, '--unsafe-no-fsync', '--log-level', 'error'],
  ]);
  const token = randomBytes(24).toString('hex');
  const { privateKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  });
  const file = (name, text) => {
    writeFileSync(join(home, name), text, { mode: 0o600 });
    return join(home, name);
  };
  const key = file('accounts.key', privateKey);
  const server = start('kube-apiserver', apiServer, [
    ...['--etcd-servers', at(store), '--secure-port', String(port), '--bind-address', '127.0.0.1'],
    ...['--cert-dir', join(home, 'tls'), '--service-cluster-ip-range', '10.96.0.0/16'],
    ...['--service-account-issuer', 'https://trunkline.test', '--service-account-key-file', key],
    ...['--service-account-signing-key-file', key, '--authorization-mode', 'RBAC'],
    ...['--token-auth-file', file('tokens.csv', `${token},admin,admin,system:masters\n`)],
    // nothing here makes the account "default" that each namespace would have
    ...['--disable-admission-plugins', 'ServiceAccount'],
  ]);
  const config = {
    apiVersion: 'v1',
    kind: 'Config',
    clusters: [{ name: 'check', cluster: { server: `https://127.0.0.1:${port}`, 'insecure-skip-tls-verify': true } }],
    users: [{ name: 'admin', user: { token } }],
    contexts: [{ name: 'check', context: { cluster: 'check', user: 'admin' } }],
    'current-context': 'check',
  };
  const kubeconfig = file('kubeconfig', JSON.stringify(config));
  const isReady = () =>
    spawnSync(kubectl, ['--kubeconfig', kubeconfig, 'get', '--raw', '/readyz'], { timeout: 5_000 }).status === 0;
  await waitFor(isReady, { child: server, every: 300 });
  return kubeconfig;
}

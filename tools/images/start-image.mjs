/** Starts a service out of its image's files as the image says: its user, its environment, a root that nobody can write to. */
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

const mount = (args) => {
  const { status, stderr } = spawnSync('mount', args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`mount ${args.join(' ')}: ${stderr.trim()}`);
};

/** Mounts the files read-only beside themselves, with a /tmp of its own; `use(at)`; takes it all down again. */
export async function withReadOnlyRoot(files, at, use) {
  mkdirSync(at, { recursive: true });
  const mounted = [];
  const add = (args, path) => {
    mount([...args, path]);
    mounted.unshift(path);
  };
  try {
    add(['--bind', files], at);
    mount(['-o', 'remount,bind,ro', at]);
    add(['-t', 'tmpfs', '-o', 'mode=1777', 'tmpfs'], join(at, 'tmp'));
    return await use(at);
  } finally {
    for (const path of mounted) spawnSync('umount', ['-l', path]);
  }
}

/** Runs the image's own command in there, as its own user. */
export function startImage(at, config, env) {
  const own = Object.fromEntries(
    config.Env.map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
  );
  const command = [...config.Entrypoint, ...config.Cmd];
  // chroot begins at /: the script is named from there
  const [node, script, ...rest] = command;
  const args = ['--userspec', config.User, at, node, script.startsWith('/') ? script : join('/app', script), ...rest];
  const child = spawn('chroot', args, { env: { ...own, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  const said = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => said.push(text.toString()));
  const exited = new Promise((resolve) => child.on('exit', (code, signal) => resolve(code ?? signal)));
  return { child, exited, said: () => said.join('') };
}

/** Milliseconds until it is ready. */
export async function waitUntilReady({ child, exited, said }, port, longestMs = 30_000) {
  const began = Date.now();
  let over;
  exited.then((code) => {
    over = code;
  });
  while (Date.now() - began < longestMs) {
    if (over !== undefined) throw new Error(`it ended with ${over}: ${said().slice(-2000)}`);
    const ready = await fetch(`http://127.0.0.1:${port}/health/ready`, { signal: AbortSignal.timeout(2000) }).then(
      (answer) => answer.ok,
      () => false,
    );
    if (ready) return Date.now() - began;
    await wait(50);
  }
  child.kill('SIGKILL');
  throw new Error(`not ready after ${longestMs} ms: ${said().slice(-2000)}`);
}

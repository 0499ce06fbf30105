/** Finds what can build here: an engine of Docker's kind, or buildah as root; else says why nothing can. */
import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { makeStandInBase } from './stand-in-base.mjs';

const works = (command, args) => spawnSync(command, args, { stdio: 'ignore' }).status === 0;

const base = 'node:24-bookworm-slim';

/** `build({ target, tag, args })`, `inspect(tag)` and `open(tag, use)`, which gives the image's files in a folder. */
export function findBuilder(root, say) {
  const engines = ['docker', 'podman'].filter((engine) => works(engine, ['info']));
  const able = engines.find(
    (engine) => works(engine, ['image', 'inspect', base]) || works(engine, ['pull', '-q', base]),
  );
  if (able) return engineBuilder(able, root);
  const noEngine = engines.length > 0 ? `${engines.join(' and ')} cannot get ${base}` : 'no Docker engine, no podman';
  if (!works('buildah', ['--version'])) return { why: `${noEngine}, no buildah (apt-get install buildah)` };
  if (process.getuid?.() !== 0) return { why: 'buildah is here, but it builds without an engine only as root' };
  return buildahBuilder(root, say);
}

function engineBuilder(engine, root) {
  const run = runner(engine, root);
  return {
    name: engine,
    build: ({ target, tag, args }) =>
      run(['build', '-f', 'docker/Dockerfile', '--target', target, '-t', tag, ...args, '.']),
    inspect(tag) {
      const [{ Config, Size }] = JSON.parse(run(['image', 'inspect', tag]).stdout);
      return { config: Config, bytes: Size };
    },
    open(tag, use) {
      const made = run(['create', tag]).stdout.trim();
      const folder = join(root, '.trunkline/images/opened', made.slice(0, 12));
      mkdirSync(folder, { recursive: true });
      try {
        const tar = spawnSync('sh', ['-c', `${engine} export ${made} | tar x -C ${folder}`]);
        if (tar.status !== 0) throw new Error(`${tag} could not be unpacked`);
        return use(folder);
      } finally {
        run(['rm', made]);
        spawnSync('rm', ['-rf', folder]);
      }
    },
  };
}

function buildahBuilder(root, say) {
  const home = join(root, '.trunkline/images');
  mkdirSync(home, { recursive: true });
  // overlay shares what images have in common; where the kernel or the folder does not allow it, vfs copies
  const at = (driver) => ['--root', join(home, driver), '--runroot', join(home, 'run'), '--storage-driver', driver];
  const store = works('buildah', [...at('overlay'), 'info']) ? at('overlay') : at('vfs');
  const run = runner('buildah', root, store);
  const isolated = ['--isolation', 'chroot', '--network', 'host'];
  let hasBase = false;
  return {
    name: 'buildah',
    build({ target, tag, args }) {
      if (!hasBase) say('the base image: Debian and Node from packages, for no registry of images is asked …');
      if (!hasBase) makeStandInBase({ name: `localhost/${base}`, folder: home, buildah: run });
      hasBase = true;
      const file = ['--ignorefile', 'docker/Dockerfile.dockerignore', '-f', 'docker/Dockerfile'];
      run([
        'bud',
        '--pull-never',
        '--format',
        'docker',
        '--layers',
        ...isolated,
        ...file,
        '--target',
        target,
        '-t',
        tag,
        ...args,
        '.',
      ]);
    },
    inspect(tag) {
      const { Docker } = JSON.parse(run(['inspect', '--type', 'image', tag]).stdout);
      return { config: Docker.config };
    },
    async open(tag, use) {
      const made = run(['from', '--pull-never', tag]).stdout.trim();
      try {
        return await use(run(['mount', made]).stdout.trim());
      } finally {
        run(['umount', made]);
        run(['rm', made]);
      }
    },
  };
}

function runner(command, root, first = []) {
  return (args, { quiet = false } = {}) => {
    const done = spawnSync(command, [...first, ...args], { encoding: 'utf8', maxBuffer: 2 ** 28, cwd: root });
    if (done.status !== 0 && !quiet)
      throw new Error(`${command} ${args[0]}: ${done.stderr.trim().split('\n').slice(-12).join('\n')}`);
    return done;
  };
}

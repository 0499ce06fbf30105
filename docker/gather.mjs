/** Lays out what each image holds of our own code: what Node reads, without specs, types, maps and samples of the tests. */
import { cpSync, existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const out = process.argv[2];
const services = ['channels', 'router', 'sla', 'gateway'];
const libs = ['contracts', 'platform', 'rules'];
const unread = /\.(spec|bench)\.js$|\.d\.ts$|\.map$|\.tsbuildinfo$|[/\\]\.built-from$/;

const contents = {
  channels: [...distsOf('libs', libs), 'apps/channels/dist', 'apps/widget/dist', 'docker/probe.mjs'],
  router: [...distsOf('libs', libs), 'apps/router/dist', 'docker/probe.mjs'],
  sla: [...distsOf('libs', libs), 'apps/sla/dist', 'docker/probe.mjs'],
  gateway: [...distsOf('libs', libs), 'apps/gateway/dist', 'apps/console/dist', 'docker/probe.mjs'],
  migrate: [
    ...distsOf('libs', ['contracts', 'platform']),
    ...services.map((service) => `apps/${service}/dist/migrations`),
    'tools/migrate.mjs',
  ],
  demo: [
    ...distsOf('libs', ['contracts', 'rules']),
    'tools/play-demo-day.mjs',
    'tools/demo-day',
    'docker/play-once.mjs',
  ],
};

function distsOf(folder, names) {
  return names.map((name) => `${folder}/${name}/dist`);
}

for (const [image, paths] of Object.entries(contents)) {
  for (const path of paths) {
    if (!existsSync(path)) throw new Error(`${image} needs ${path}, which is not there`);
    cpSync(path, join(out, image, path), { recursive: true, filter: (from) => !unread.test(from) });
  }
  process.stdout.write(`${image}: ${countFiles(join(out, image))} files\n`);
}

function countFiles(place) {
  if (!statSync(place).isDirectory()) return 1;
  return readdirSync(place).reduce((sum, name) => sum + countFiles(join(place, name)), 0);
}
